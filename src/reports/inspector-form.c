/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/inspector-form.h"

#include "core/dates.h"
#include "reports/month-words.h"

#include <string.h>

static const char *const authorities[] = { "TM. ", "KT. ", "TL. ", "TUQ. ", "Q. " };

static gboolean
is_in_capitals (const char *text)
{
  g_autofree char *capitals = g_utf8_validate (text, -1, NULL) ? g_utf8_strup (text, -1) : NULL;

  return g_strcmp0 (text, capitals) == 0;
}

static void
miss (SotayInspection *inspection, const char *value, SotayFindingSeverity severity, SotayFindingCode code,
      const char *setting)
{
  if (value == NULL || *value == '\0')
    sotay_inspection_add (inspection, severity, code, NULL, SOTAY_TARGET_SETTING, setting);
}

static const char *
get_first (char **lines)
{
  return lines != NULL ? lines[0] : NULL;
}

static void
check_issuer (SotayInspection *inspection)
{
  const SotayIssuer *issuer = inspection->issuer;
  const char *name = issuer->name == NULL && inspection->data->unit != NULL
                       ? sotay_unit_get_name (inspection->data->unit) : issuer->name;

  miss (inspection, name, SOTAY_FINDING_ERROR, SOTAY_FINDING_NO_ISSUER, "unit-name");
  miss (inspection, issuer->place, SOTAY_FINDING_ERROR, SOTAY_FINDING_NO_PLACE, "report-place");
  miss (inspection, get_first (issuer->addressees), SOTAY_FINDING_ERROR, SOTAY_FINDING_NO_ADDRESSEE,
        "report-addressees");
  miss (inspection, issuer->signer, SOTAY_FINDING_ERROR, SOTAY_FINDING_NO_SIGNER, "report-signer");
  miss (inspection, issuer->role, SOTAY_FINDING_ERROR, SOTAY_FINDING_NO_ROLE, "report-role");
  miss (inspection, get_first (issuer->authority), SOTAY_FINDING_REMARK, SOTAY_FINDING_NO_AUTHORITY,
        "report-authority");
}

static gboolean
is_authority (const char *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (authorities); i++)
    if (g_str_has_prefix (line, authorities[i]))
      return is_in_capitals (line);
  return FALSE;
}

static void
check_signature (SotayInspection *inspection)
{
  char **lines = inspection->issuer->authority;
  const char *role = inspection->issuer->role;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    if (!is_authority (lines[i]))
      sotay_inspection_add (inspection, SOTAY_FINDING_WARNING, SOTAY_FINDING_AUTHORITY_FORM, lines[i],
                            SOTAY_TARGET_SETTING, "report-authority");
  if (role != NULL && !is_in_capitals (role))
    sotay_inspection_add (inspection, SOTAY_FINDING_WARNING, SOTAY_FINDING_AUTHORITY_FORM, role, SOTAY_TARGET_SETTING,
                          "report-role");
}

static void
check_recipients (SotayInspection *inspection)
{
  char **recipients = inspection->report->recipients;
  guint n_recipients = recipients != NULL ? g_strv_length (recipients) : 0;

  if (n_recipients == 0 || !g_str_has_prefix (recipients[n_recipients - 1], "Lưu"))
    sotay_inspection_add (inspection, SOTAY_FINDING_WARNING, SOTAY_FINDING_NO_ARCHIVE, NULL, SOTAY_TARGET_SETTING,
                          "report-recipients");
}

/* "05/BC-UBND": numbers under ten with a zero, no spaces, in capitals. */
static gboolean
is_number (const char *text)
{
  gsize n_digits = strspn (text, "0123456789");

  return n_digits >= 2 && !(n_digits > 2 && text[0] == '0') && g_str_has_prefix (text + n_digits, "/BC-")
         && strlen (text + n_digits) > strlen ("/BC-") && strpbrk (text, " \t\n") == NULL
         && strstr (text, "\302\240") == NULL && is_in_capitals (text);
}

static void
check_number (SotayInspection *inspection)
{
  SotayRecord *record = inspection->data->record;
  const char *number = record != NULL ? sotay_record_get (record, SOTAY_MONTHLY_NUMBER) : NULL;

  if (number == NULL)
    {
      miss (inspection, inspection->issuer->symbol, SOTAY_FINDING_ERROR, SOTAY_FINDING_NO_SYMBOL, "report-symbol");
      sotay_inspection_add (inspection, SOTAY_FINDING_WARNING, SOTAY_FINDING_NO_NUMBER, NULL, SOTAY_TARGET_FIELD,
                            "number");
    }
  else if (!is_number (number))
    sotay_inspection_add (inspection, SOTAY_FINDING_ERROR, SOTAY_FINDING_NUMBER_FORM, number, SOTAY_TARGET_FIELD,
                          "number");
}

static void
check_date (SotayInspection *inspection)
{
  const GDate *day = sotay_frozen_month_get_day (inspection->data->shown);
  g_autofree char *text = sotay_date_format (day);

  if (g_date_compare (&inspection->report->dated, day) < 0)
    sotay_inspection_add (inspection, SOTAY_FINDING_ERROR, SOTAY_FINDING_DATE_EARLY, text, SOTAY_TARGET_FIELD, "dated");
}

static void
check_type (SotayInspection *inspection)
{
  const char *type = inspection->report->type;

  if (type == NULL || !is_in_capitals (type))
    sotay_inspection_add (inspection, SOTAY_FINDING_ERROR, SOTAY_FINDING_TYPE_FORM, type, SOTAY_TARGET_TEMPLATE, NULL);
}

static gboolean
says_something (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *place = valid; *place != '\0'; place = g_utf8_next_char (place))
    if (g_unichar_isalnum (g_utf8_get_char (place)))
      return TRUE;
  return FALSE;
}

/* Results may be proposed empty: the figures tell them. */
static void
check_parts (SotayInspection *inspection)
{
  SotayRecord *record = inspection->data->record;

  for (guint i = SOTAY_MONTHLY_DIRECTION; record != NULL && i <= SOTAY_MONTHLY_PROPOSALS; i++)
    {
      const char *written = sotay_record_get (record, i);
      const char *part = sotay_month_words_get_part (i);

      if (written != NULL && !says_something (written))
        sotay_inspection_add (inspection, SOTAY_FINDING_WARNING, SOTAY_FINDING_EMPTY_PART, part, SOTAY_TARGET_PART,
                              part);
    }
}

void
sotay_inspection_check_form (SotayInspection *inspection)
{
  check_issuer (inspection);
  check_signature (inspection);
  check_recipients (inspection);
  check_number (inspection);
  check_date (inspection);
  check_type (inspection);
  check_parts (inspection);
}
