/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/issuer.h"

#include "core/dates.h"
#include "reports/clean-text.h"

#define UNKNOWN "……"

/* Nghị định 30/2020/NĐ-CP, Phụ lục III: the abbreviations of kinds of documents; lists have none. */
static const char *const abbreviations[SOTAY_REPORT_N_KINDS] = {
  [SOTAY_REPORT_MONTHLY] = "BC",     [SOTAY_REPORT_MINUTES] = "BB", [SOTAY_REPORT_PLAN] = "KH",
  [SOTAY_REPORT_CONFIRMATION] = "GXN", [SOTAY_REPORT_CERTIFICATE] = "GCN",
};

SotayIssuer *
sotay_issuer_new (void)
{
  SotayIssuer *issuer = g_new0 (SotayIssuer, 1);

  g_atomic_ref_count_init (&issuer->ref_count);
  return issuer;
}

SotayIssuer *
sotay_issuer_ref (SotayIssuer *issuer)
{
  g_atomic_ref_count_inc (&issuer->ref_count);
  return issuer;
}

void
sotay_issuer_unref (SotayIssuer *issuer)
{
  if (!g_atomic_ref_count_dec (&issuer->ref_count))
    return;
  g_strfreev (issuer->addressees);
  g_strfreev (issuer->recipients);
  g_strfreev (issuer->authority);
  g_free (issuer->superior);
  g_free (issuer->name);
  g_free (issuer->symbol);
  g_free (issuer->place);
  g_free (issuer->role);
  g_free (issuer->signer);
  g_free (issuer->maker);
  g_free (issuer);
}

static char *
in_capitals (const char *text)
{
  g_autofree char *clean = sotay_report_clean (text);

  return g_utf8_strup (clean, -1);
}

const char *
sotay_issuer_or_dots (const char *text)
{
  return text != NULL && *text != '\0' ? text : UNKNOWN;
}

char *
sotay_issuer_format_number (SotayIssuer *issuer, SotayReportKind kind, const char *number)
{
  const char *abbreviation = abbreviations[kind];
  const char *symbol = sotay_issuer_or_dots (issuer->symbol);

  if (number != NULL)
    return g_strdup (number);
  return abbreviation != NULL ? g_strdup_printf (UNKNOWN "/%s-%s", abbreviation, symbol)
                              : g_strdup_printf (UNKNOWN "/%s", symbol);
}

char *
sotay_issuer_format_place_and_date (SotayIssuer *issuer, const GDate *day)
{
  g_autofree char *date = sotay_date_format_long (day);

  return g_strdup_printf ("%s, %s", sotay_issuer_or_dots (issuer->place), date);
}

void
sotay_issuer_fill_head (SotayIssuer *issuer, SotayReport *report)
{
  g_free (report->superior);
  g_free (report->issuer);
  g_free (report->author);
  report->superior = issuer->superior != NULL ? in_capitals (issuer->superior) : NULL;
  report->issuer = in_capitals (sotay_issuer_or_dots (issuer->name));
  report->author = issuer->name != NULL ? sotay_report_clean (issuer->name) : NULL;
}

void
sotay_issuer_fill_recipients (SotayIssuer *issuer, SotayReport *report)
{
  static const char *const usual[] = { "Như trên", "Lưu: VT", NULL };

  g_strfreev (report->recipients);
  report->recipients = g_strdupv (issuer->recipients != NULL ? issuer->recipients : (char **) usual);
  for (guint i = 0; report->recipients[i] != NULL; i++)
    {
      char *clean = sotay_report_clean (report->recipients[i]);

      g_free (report->recipients[i]);
      report->recipients[i] = clean;
    }
}

void
sotay_issuer_add_signature (SotayIssuer *issuer, SotayReport *report)
{
  const char *role = issuer->role != NULL ? issuer->role : issuer->authority == NULL ? "THỦ TRƯỞNG ĐƠN VỊ" : NULL;

  sotay_report_add_signature (report, (const char *const *) issuer->authority, role, NULL, issuer->signer);
}
