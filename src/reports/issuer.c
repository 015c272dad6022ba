/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/issuer.h"

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
  g_free (issuer->superior);
  g_free (issuer->name);
  g_free (issuer->symbol);
  g_free (issuer->place);
  g_strfreev (issuer->addressees);
  g_strfreev (issuer->recipients);
  g_strfreev (issuer->authority);
  g_free (issuer->role);
  g_free (issuer->signer);
  g_free (issuer->maker);
  g_free (issuer);
}

const char *
sotay_issuer_or_dots (const char *text)
{
  return text != NULL && *text != '\0' ? text : SOTAY_ISSUER_DOTS;
}

char *
sotay_issuer_in_capitals (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (sotay_issuer_or_dots (text), -1);

  return g_utf8_strup (valid, -1);
}

char *
sotay_issuer_number (const SotayIssuer *issuer, const char *kind, const char *number)
{
  if (number != NULL && *number != '\0')
    return g_strdup (number);
  return g_strdup_printf (SOTAY_ISSUER_DOTS "/%s-%s", kind, sotay_issuer_or_dots (issuer->symbol));
}

/* A zero before days under 10 and before the months 1 and 2 only (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
char *
sotay_issuer_place_and_date (const SotayIssuer *issuer, const GDate *day)
{
  const char *place = sotay_issuer_or_dots (issuer->place);
  guint month = day != NULL ? (guint) g_date_get_month (day) : 0;

  if (day == NULL)
    return g_strdup_printf ("%s, ngày …… tháng …… năm ……", place);
  return g_strdup_printf (month < 3 ? "%s, ngày %02u tháng %02u năm %u" : "%s, ngày %02u tháng %u năm %u", place,
                          (guint) g_date_get_day (day), month, (guint) g_date_get_year (day));
}
