/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/issuer.h"

#include "core/dates.h"
#include "reports/clean-text.h"

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

char *
sotay_issuer_place_and_date (const SotayIssuer *issuer, const GDate *day)
{
  g_autofree char *date = sotay_date_format_long (day);

  return g_strdup_printf ("%s, %s", sotay_issuer_or_dots (issuer->place), date);
}

static void
set_clean (char **field, const char *text)
{
  g_free (*field);
  *field = text != NULL ? sotay_report_clean (text) : NULL;
}

void
sotay_issuer_fill_head (const SotayIssuer *issuer, SotayReport *report)
{
  g_autofree char *superior = issuer->superior != NULL ? sotay_issuer_in_capitals (issuer->superior) : NULL;
  g_autofree char *name = sotay_issuer_in_capitals (issuer->name);

  set_clean (&report->superior, superior);
  set_clean (&report->issuer, name);
  set_clean (&report->author, issuer->name);
}

void
sotay_issuer_fill_recipients (const SotayIssuer *issuer, SotayReport *report)
{
  static const char *const usual[] = { "Như trên", "Lưu: VT", NULL };
  const char *const *recipients = issuer->recipients != NULL ? (const char *const *) issuer->recipients : usual;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (report->recipients != NULL)
    return;
  for (guint i = 0; recipients[i] != NULL; i++)
    {
      g_autofree char *clean = sotay_report_clean (recipients[i]);

      g_strv_builder_add (builder, clean);
    }
  report->recipients = g_strv_builder_end (builder);
}

void
sotay_issuer_add_signature (const SotayIssuer *issuer, SotayReport *report)
{
  sotay_report_add_signature (report, (const char *const *) issuer->authority, sotay_issuer_or_dots (issuer->role),
                              NULL, sotay_issuer_or_dots (issuer->signer));
}
