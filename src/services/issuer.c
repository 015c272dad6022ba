/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The services: who issues documents. */
#include "services/services.h"

#include "core/paths.h"
#include "core/text.h"
#include "services/settings.h"

/* NULL when nothing is set. */
static char *
get_text (GSettings *settings, const char *key)
{
  g_autofree char *value = g_settings_get_string (settings, key);
  g_autofree char *text = sotay_text_tidy (value);

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static char **
get_lines (GSettings *settings, const char *key)
{
  g_auto (GStrv) values = g_settings_get_strv (settings, key);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *text = sotay_text_tidy (values[i]);

      if (text == NULL || *text == '\0')
        continue;
      g_strv_builder_add (builder, text);
      any = TRUE;
    }
  return any ? g_strv_builder_end (builder) : NULL;
}

SotayIssuer *
sotay_services_get_issuer (SotayServices *self, const char *unit_name)
{
  GSettings *settings = sotay_services_get_settings (self);
  SotayIssuer *issuer = sotay_issuer_new ();

  issuer->name = get_text (settings, SOTAY_SETTING_UNIT_NAME);
  if (issuer->name == NULL)
    issuer->name = g_strdup (unit_name);
  issuer->superior = get_text (settings, SOTAY_SETTING_PARENT_UNIT_NAME);
  issuer->symbol = get_text (settings, SOTAY_SETTING_REPORT_SYMBOL);
  issuer->place = get_text (settings, SOTAY_SETTING_REPORT_PLACE);
  issuer->addressees = get_lines (settings, SOTAY_SETTING_REPORT_ADDRESSEES);
  issuer->recipients = get_lines (settings, SOTAY_SETTING_REPORT_RECIPIENTS);
  issuer->authority = get_lines (settings, SOTAY_SETTING_REPORT_AUTHORITY);
  issuer->role = get_text (settings, SOTAY_SETTING_REPORT_ROLE);
  issuer->signer = get_text (settings, SOTAY_SETTING_REPORT_SIGNER);
  issuer->maker = get_text (settings, SOTAY_SETTING_REPORT_MAKER);
  return issuer;
}

char *
sotay_services_find_templates (SotayServices *self)
{
  return sotay_paths_data ("templates");
}
