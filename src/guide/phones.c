/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/phones.h"

/* A phone resumes a few times; one that asks for crumbs loses the overview, not we. */
#define MOST_PARTS 64
/* A room has 60; an IPv6 network can show any number of addresses. */
#define MOST_ADDRESSES 4096

typedef struct
{
  gint64 from;
  gint64 to;
} Part;

typedef struct
{
  GArray *parts; /* of Part, sorted, not touching each other */
  guint connections;
  guint guesses;
  gboolean whole;
} Phone;

struct _SotayPhones
{
  GHashTable *by_address;
  char *own;
  gint64 size;
  guint count;
  guint visitors;
  guint connections;
};

static void
free_phone (gpointer data)
{
  Phone *phone = data;

  g_array_unref (phone->parts);
  g_free (phone);
}

SotayPhones *
sotay_phones_new (gint64 size, const char *own)
{
  SotayPhones *phones = g_new0 (SotayPhones, 1);

  phones->by_address = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_phone);
  phones->own = g_strdup (own);
  phones->size = size;
  return phones;
}

void
sotay_phones_free (SotayPhones *phones)
{
  g_hash_table_unref (phones->by_address);
  g_free (phones->own);
  g_free (phones);
}

static guint
is_own (SotayPhones *phones, const char *address)
{
  return g_str_equal (address, phones->own);
}

static Phone *
find (SotayPhones *phones, const char *address)
{
  return g_hash_table_lookup (phones->by_address, address);
}

static gboolean
is_forgettable (gpointer address, gpointer value, gpointer data)
{
  Phone *phone = value;

  return phone->connections == 0 && phone->parts->len == 0 && !phone->whole;
}

static Phone *
find_or_add (SotayPhones *phones, const char *address)
{
  Phone *phone = find (phones, address);

  if (phone != NULL)
    return phone;
  if (g_hash_table_size (phones->by_address) >= MOST_ADDRESSES)
    g_hash_table_foreach_remove (phones->by_address, is_forgettable, NULL);
  if (g_hash_table_size (phones->by_address) >= MOST_ADDRESSES)
    return NULL;
  phone = g_new0 (Phone, 1);
  phone->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_hash_table_insert (phones->by_address, g_strdup (address), phone);
  phones->visitors += !is_own (phones, address);
  return phone;
}

gboolean
sotay_phones_connect (SotayPhones *phones, const char *address)
{
  Phone *phone = find_or_add (phones, address);

  if (phone == NULL || phone->guesses > SOTAY_PHONES_MOST_GUESSES
      || phone->connections >= SOTAY_PHONES_MOST_CONNECTIONS)
    return FALSE;
  phone->connections++;
  phones->connections += !is_own (phones, address);
  return TRUE;
}

void
sotay_phones_disconnect (SotayPhones *phones, const char *address)
{
  find (phones, address)->connections--;
  phones->connections -= !is_own (phones, address);
}

gboolean
sotay_phones_guess (SotayPhones *phones, const char *address)
{
  return ++find (phones, address)->guesses <= SOTAY_PHONES_MOST_GUESSES;
}

static void
drop_smallest (GArray *parts)
{
  guint smallest = 0;

  for (guint i = 1; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);
      Part *least = &g_array_index (parts, Part, smallest);

      if (part->to - part->from < least->to - least->from)
        smallest = i;
    }
  g_array_remove_index (parts, smallest);
}

static void
add_part (GArray *parts, Part added)
{
  guint place = 0;

  while (place < parts->len && g_array_index (parts, Part, place).to < added.from)
    place++;
  while (place < parts->len && g_array_index (parts, Part, place).from <= added.to)
    {
      added.from = MIN (added.from, g_array_index (parts, Part, place).from);
      added.to = MAX (added.to, g_array_index (parts, Part, place).to);
      g_array_remove_index (parts, place);
    }
  g_array_insert_val (parts, place, added);
  if (parts->len > MOST_PARTS)
    drop_smallest (parts);
}

void
sotay_phones_receive (SotayPhones *phones, const char *address, gint64 from, gint64 to)
{
  Phone *phone = find (phones, address);
  Part *first = NULL;

  if (phone->whole)
    return;
  add_part (phone->parts, (Part) { from, to });
  first = &g_array_index (phone->parts, Part, 0);
  if (first->from > 0 || first->to < phones->size)
    return;
  phone->whole = TRUE;
  g_array_set_size (phone->parts, 0);
  phones->count += !is_own (phones, address);
}

guint
sotay_phones_count (SotayPhones *phones)
{
  return phones->count;
}

guint
sotay_phones_count_visitors (SotayPhones *phones)
{
  return phones->visitors;
}

guint
sotay_phones_count_connections (SotayPhones *phones)
{
  return phones->connections;
}
