/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/table-repair.h"
#include "register/table-limits.h"


#include <string.h>

#define ENOUGH_CELLS 20000
#define LEAST_WORDS 3 /* that only an old font explains */

/* How many words of a column only one reading explains. */
typedef struct
{
  guint unicode;
  guint tcvn3;
  guint vni;
} Tally;

struct _SotayTableRepair
{
  Tally all;
  Tally columns[SOTAY_TABLE_MOST_CELLS];
  guint n_cells;
  SotayEncoding encoding;
};

typedef enum
{
  PLAIN,   /* nothing outside ASCII */
  LATIN,   /* nothing outside Latin-1: may be either */
  UNICODE, /* letters that no old font has */
} Script;

static Script
get_script (const char *text)
{
  Script script = PLAIN;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c > 0xFF && (g_unichar_isalpha (c) || g_unichar_ismark (c)))
        return UNICODE;
      if (c > 0xA0 && c <= 0xFF)
        script = LATIN;
    }
  return script;
}

static int
score (const SotayEncodingWeight *weight)
{
  return (int) weight->valid * 2 + (int) weight->common - (int) weight->invalid * 4;
}

static gboolean
is_clean (const SotayEncodingWeight *weight)
{
  return weight->valid > 0 && weight->invalid == 0;
}

static void
add_latin (Tally *tally, const char *text)
{
  gsize length = strlen (text);
  SotayEncodingWeight plain = sotay_encoding_weigh (text, length, SOTAY_ENCODING_UTF8);
  SotayEncodingWeight tcvn3 = sotay_encoding_weigh (text, length, SOTAY_ENCODING_TCVN3);
  SotayEncodingWeight vni = sotay_encoding_weigh (text, length, SOTAY_ENCODING_VNI);

  /* Two readings that are both possible prove nothing. */
  if (is_clean (&plain) + is_clean (&tcvn3) + is_clean (&vni) != 1)
    return;
  if (is_clean (&plain))
    tally->unicode += plain.valid;
  else if (is_clean (&tcvn3))
    tally->tcvn3 += tcvn3.valid;
  else
    tally->vni += vni.valid;
}

static SotayEncoding
get_majority (const Tally *tally)
{
  if (tally->tcvn3 == 0 && tally->vni == 0)
    return SOTAY_ENCODING_UTF8;
  if (tally->unicode > tally->tcvn3 + tally->vni)
    return SOTAY_ENCODING_UTF8;
  return tally->vni > tally->tcvn3 ? SOTAY_ENCODING_VNI : SOTAY_ENCODING_TCVN3;
}

SotayTableRepair *
sotay_table_repair_new (void)
{
  return g_new0 (SotayTableRepair, 1);
}

void
sotay_table_repair_free (SotayTableRepair *repair)
{
  g_free (repair);
}

void
sotay_table_repair_learn (SotayTableRepair *repair, guint column, const char *text)
{
  Tally tally = { 0 };

  switch (get_script (text))
    {
    case UNICODE:
      /* Headings are often typed anew: they alone do not speak for the column. */
      tally.unicode = 1;
      break;
    case LATIN:
      repair->n_cells++;
      add_latin (&tally, text);
      break;
    default:
      return;
    }
  repair->columns[column].unicode += tally.unicode;
  repair->columns[column].tcvn3 += tally.tcvn3;
  repair->columns[column].vni += tally.vni;
  repair->all.tcvn3 += tally.tcvn3;
  repair->all.vni += tally.vni;
}

gboolean
sotay_table_repair_is_sated (const SotayTableRepair *repair)
{
  return repair->n_cells >= ENOUGH_CELLS;
}

gboolean
sotay_table_repair_decide (SotayTableRepair *repair, SotayEncoding *encoding)
{
  if (MAX (repair->all.tcvn3, repair->all.vni) < LEAST_WORDS)
    return FALSE;
  repair->encoding = get_majority (&repair->all);
  *encoding = repair->encoding;
  return TRUE;
}

char *
sotay_table_repair_dup (const SotayTableRepair *repair, guint column, const char *text)
{
  const Tally *tally = &repair->columns[column];
  gboolean known = tally->unicode + tally->tcvn3 + tally->vni > 0;
  SotayEncoding majority = known ? get_majority (tally) : repair->encoding;
  SotayEncoding old = majority != SOTAY_ENCODING_UTF8 ? majority : repair->encoding;
  SotayEncodingWeight as_it_is, repaired;
  gsize length = strlen (text);

  if (get_script (text) != LATIN)
    return NULL;
  as_it_is = sotay_encoding_weigh (text, length, SOTAY_ENCODING_UTF8);
  repaired = sotay_encoding_weigh (text, length, old);
  if (score (&repaired) < score (&as_it_is))
    return NULL;
  if (score (&repaired) == score (&as_it_is) && majority == SOTAY_ENCODING_UTF8)
    return NULL;
  return sotay_encoding_repair (text, old);
}
