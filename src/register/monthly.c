/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/monthly.h"

#include "core/dates.h"
#include "register/edit-changes.h"
#include "register/record-rules.h"

#include <string.h>

#define LONGEST_PART 20000          /* characters */
#define LARGEST_FIGURES (8 << 20)   /* bytes: some 100,000 units */

static char *
month_to_text (const GDate *month)
{
  return g_strdup_printf ("%04u-%02u", (guint) g_date_get_year (month), (guint) g_date_get_month (month));
}

/* "2026-11" → "2026-11-01" */
static gboolean
parse_month (const char *text, GDate *first)
{
  g_autofree char *iso = text != NULL ? g_strconcat (text, "-01", NULL) : NULL;

  return iso != NULL && sotay_date_parse_iso (iso, first);
}

static gboolean
check_length (SotayRecord *monthly, guint field, GError **error)
{
  const char *value = sotay_record_get (monthly, field);
  gboolean is_part = field >= SOTAY_MONTHLY_DIRECTION && field <= SOTAY_MONTHLY_PROPOSALS;

  if (value == NULL)
    return TRUE;
  if (g_utf8_validate (value, -1, NULL)
      && (field == SOTAY_MONTHLY_FIGURES ? strlen (value) <= LARGEST_FIGURES
                                         : g_utf8_strlen (value, -1) <= (is_part ? LONGEST_PART : SOTAY_LONGEST_FIELD)))
    return TRUE;
  return sotay_record_refuse (monthly, field, error);
}

static gboolean
is_before (SotayRecord *monthly, guint field, const char *day)
{
  const char *value = sotay_record_get (monthly, field);

  return value != NULL && strcmp (value, day) < 0;
}

static gboolean
check_state (SotayRecord *monthly, GError **error)
{
  const char *closed_on = sotay_record_get (monthly, SOTAY_MONTHLY_CLOSED_ON);
  gboolean is_sent = sotay_record_get (monthly, SOTAY_MONTHLY_SENT_ON) != NULL;

  if ((closed_on != NULL) != (sotay_record_get (monthly, SOTAY_MONTHLY_FIGURES) != NULL))
    return sotay_record_refuse (monthly, SOTAY_MONTHLY_FIGURES, error);
  if (is_before (monthly, SOTAY_MONTHLY_CLOSED_ON, sotay_record_get (monthly, SOTAY_MONTHLY_MONTH)))
    return sotay_record_refuse (monthly, SOTAY_MONTHLY_CLOSED_ON, error);
  if (is_sent && (closed_on == NULL || is_before (monthly, SOTAY_MONTHLY_SENT_ON, closed_on)))
    return sotay_record_refuse (monthly, SOTAY_MONTHLY_SENT_ON, error);
  if (!is_sent && sotay_record_get (monthly, SOTAY_MONTHLY_SENT_TO) != NULL)
    return sotay_record_refuse (monthly, SOTAY_MONTHLY_SENT_TO, error);
  return TRUE;
}

SotayRecord *
sotay_monthly_new (const GDate *month, const char *unit_id)
{
  g_autoptr (SotayRecord) empty = sotay_record_new (SOTAY_RECORD_MONTHLY, NULL);
  g_autofree char *text = month_to_text (month);
  g_autoptr (SotayRecord) dated = sotay_record_with (empty, SOTAY_MONTHLY_MONTH, text);

  return sotay_record_with (dated, SOTAY_MONTHLY_UNIT_ID, unit_id);
}

SotayMonthlyState
sotay_monthly_get_state (SotayRecord *monthly)
{
  if (monthly == NULL || sotay_record_get (monthly, SOTAY_MONTHLY_CLOSED_ON) == NULL)
    return SOTAY_MONTHLY_OPEN;
  return sotay_record_get (monthly, SOTAY_MONTHLY_SENT_ON) != NULL ? SOTAY_MONTHLY_SENT : SOTAY_MONTHLY_CLOSED;
}

SotayRecord *
sotay_monthly_find (GPtrArray *records, const GDate *month, const char *unit_id)
{
  g_autofree char *text = month_to_text (month);

  for (guint i = 0; i < records->len; i++)
    {
      SotayRecord *record = records->pdata[i];

      if (g_strcmp0 (sotay_record_get (record, SOTAY_MONTHLY_MONTH), text) == 0
          && g_strcmp0 (sotay_record_get (record, SOTAY_MONTHLY_UNIT_ID), unit_id) == 0)
        return record;
    }
  return NULL;
}

gboolean
sotay_monthly_check (SotayRecord *monthly, GError **error)
{
  GDate first;

  if (!parse_month (sotay_record_get (monthly, SOTAY_MONTHLY_MONTH), &first))
    return sotay_record_refuse (monthly, SOTAY_MONTHLY_MONTH, error);
  for (guint i = 0; i < sotay_record_shape (SOTAY_RECORD_MONTHLY)->n_fields; i++)
    if (!check_length (monthly, i, error))
      return FALSE;
  return sotay_record_check_day (monthly, SOTAY_MONTHLY_DATED, FALSE, error)
         && sotay_record_check_past_day (monthly, SOTAY_MONTHLY_CLOSED_ON, FALSE, error)
         && sotay_record_check_past_day (monthly, SOTAY_MONTHLY_SENT_ON, FALSE, error)
         && check_state (monthly, error);
}

static gboolean
differs (SotayRecord *before, SotayRecord *after, guint field)
{
  return g_strcmp0 (sotay_record_get (before, field), sotay_record_get (after, field)) != 0;
}

/* What @before and @after have both closed, or both sent, stays as it was told. */
static gboolean
check_kept (SotayRecord *before, SotayRecord *after, GError **error)
{
  SotayMonthlyState state = MIN (sotay_monthly_get_state (before), sotay_monthly_get_state (after));

  for (guint i = 0; i < sotay_record_shape (SOTAY_RECORD_MONTHLY)->n_fields; i++)
    {
      gboolean is_kept = i <= SOTAY_MONTHLY_UNIT_ID || state == SOTAY_MONTHLY_SENT
                         || (state == SOTAY_MONTHLY_CLOSED
                             && (i == SOTAY_MONTHLY_FIGURES || i == SOTAY_MONTHLY_CLOSED_ON));

      if (is_kept && differs (before, after, i))
        return sotay_record_refuse (after, i, error);
    }
  return TRUE;
}

static SotayStepKind
find_step_kind (SotayMonthlyState before, SotayMonthlyState after)
{
  if (before == after)
    return SOTAY_STEP_EDIT_MONTHLY;
  if (after < before)
    return SOTAY_STEP_REOPEN_MONTHLY;
  return after == SOTAY_MONTHLY_SENT ? SOTAY_STEP_SEND_MONTHLY : SOTAY_STEP_CLOSE_MONTHLY;
}

SotayStep *
sotay_monthly_save (SotayRecord *before, SotayRecord *after, GError **error)
{
  g_autofree char *subject = NULL;
  SotayStep *step;
  GDate first;

  if (!sotay_monthly_check (after, error) || (before != NULL && !check_kept (before, after, error)))
    return NULL;
  parse_month (sotay_record_get (after, SOTAY_MONTHLY_MONTH), &first);
  subject = sotay_date_format_month (&first);
  step = sotay_step_new (find_step_kind (sotay_monthly_get_state (before), sotay_monthly_get_state (after)), subject);
  sotay_edit_note_record (step, before, after);
  return step;
}

static SotayRecord *
with_day (SotayRecord *monthly, guint field, const GDate *day)
{
  g_autofree char *iso = sotay_date_to_iso (day);

  return sotay_record_with (monthly, field, iso);
}

SotayRecord *
sotay_monthly_close (SotayRecord *monthly, const GDate *day, const char *figures)
{
  g_autoptr (SotayRecord) closed = with_day (monthly, SOTAY_MONTHLY_CLOSED_ON, day);

  return sotay_record_with (closed, SOTAY_MONTHLY_FIGURES, figures);
}

SotayRecord *
sotay_monthly_send (SotayRecord *monthly, const GDate *day, const char *to)
{
  g_autoptr (SotayRecord) sent = with_day (monthly, SOTAY_MONTHLY_SENT_ON, day);

  return sotay_record_with (sent, SOTAY_MONTHLY_SENT_TO, to);
}

SotayRecord *
sotay_monthly_reopen (SotayRecord *monthly)
{
  static const guint fields[] = { SOTAY_MONTHLY_CLOSED_ON, SOTAY_MONTHLY_FIGURES, SOTAY_MONTHLY_SENT_ON,
                                  SOTAY_MONTHLY_SENT_TO };
  SotayRecord *open = g_object_ref (monthly);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      SotayRecord *next = sotay_record_with (open, fields[i], NULL);

      g_object_unref (open);
      open = next;
    }
  return open;
}
