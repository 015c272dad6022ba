/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/staff-query.h"

#include "core/dates.h"
#include "core/text.h"

/* Nobody types more; a text pasted by mistake must not become a query of thousands of conditions. */
#define MOST_WORDS 32

struct _SotayStaffQuery
{
  GObject parent_instance;
  char *unit_id;
  SotayStaffScope scope;
  gboolean only_unit; /* without the units below */
  int level;          /* -1: any, as for the next two */
  int activated;
  int employment;
  char **words;
  GDate day;
};

G_DEFINE_FINAL_TYPE (SotayStaffQuery, sotay_staff_query, G_TYPE_OBJECT)

static char **
split_search (const char *search)
{
  g_autofree char *folded = sotay_text_fold (search != NULL ? search : "");
  char **words = sotay_text_split (folded);

  for (guint i = 0; words[i] != NULL; i++)
    if (i >= MOST_WORDS)
      g_clear_pointer (&words[i], g_free);
  return words;
}

static void
sotay_staff_query_finalize (GObject *object)
{
  SotayStaffQuery *self = SOTAY_STAFF_QUERY (object);

  g_free (self->unit_id);
  g_strfreev (self->words);
  G_OBJECT_CLASS (sotay_staff_query_parent_class)->finalize (object);
}

static void
sotay_staff_query_class_init (SotayStaffQueryClass *class)
{
  G_OBJECT_CLASS (class)->finalize = sotay_staff_query_finalize;
}

static void
sotay_staff_query_init (SotayStaffQuery *self)
{
  self->level = -1;
  self->activated = -1;
  self->employment = -1;
}

SotayStaffQuery *
sotay_staff_query_new (const char *unit_id, SotayStaffScope scope, const char *search, const GDate *day)
{
  SotayStaffQuery *query = g_object_new (SOTAY_TYPE_STAFF_QUERY, NULL);

  query->unit_id = g_strdup (unit_id);
  query->scope = scope;
  query->words = split_search (search);
  query->day = day != NULL ? *day : sotay_date_today ();
  return query;
}

const char *
sotay_staff_query_get_unit_id (SotayStaffQuery *query)
{
  return query->unit_id;
}

void
sotay_staff_query_set_below (SotayStaffQuery *query, gboolean below)
{
  query->only_unit = !below;
}

void
sotay_staff_query_set_level (SotayStaffQuery *query, SotayAccountLevel level)
{
  query->level = (int) level;
}

void
sotay_staff_query_set_activated (SotayStaffQuery *query, gboolean activated)
{
  query->activated = activated;
}

void
sotay_staff_query_set_employment (SotayStaffQuery *query, SotayEmployment employment)
{
  query->employment = (int) employment;
}

SotayStaffScope
sotay_staff_query_get_scope (SotayStaffQuery *query)
{
  return query->scope;
}

gboolean
sotay_staff_query_get_below (SotayStaffQuery *query)
{
  return !query->only_unit;
}

int
sotay_staff_query_get_level (SotayStaffQuery *query)
{
  return query->level;
}

int
sotay_staff_query_get_activated (SotayStaffQuery *query)
{
  return query->activated;
}

int
sotay_staff_query_get_employment (SotayStaffQuery *query)
{
  return query->employment;
}

const char *const *
sotay_staff_query_get_words (SotayStaffQuery *query)
{
  return (const char *const *) query->words;
}

const GDate *
sotay_staff_query_get_day (SotayStaffQuery *query)
{
  return &query->day;
}
