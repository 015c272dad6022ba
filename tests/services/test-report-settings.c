/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who issues documents, as the settings say; what the inspector found, in words. */
#include "services/describe-finding.h"
#include "services/services.h"
#include "services/settings.h"
#include "support/test-support.h"

#include <string.h>

static void
test_issuer (void)
{
  g_autoptr (SotayServices) services = sotay_services_new ();
  GSettings *settings = sotay_services_get_settings (services);
  const char *const lines[] = { " TM. ỦY BAN  NHÂN DÂN ", "", "KT. CHỦ TỊCH", NULL };
  const char *const blank[] = { " ", NULL };
  g_autoptr (SotayIssuer) nobody = sotay_services_get_issuer (services, NULL);
  g_autoptr (SotayIssuer) unit = sotay_services_get_issuer (services, "Trường Tiểu học");
  g_autoptr (SotayIssuer) issuer = NULL;

  g_assert_null (nobody->name);
  g_assert_null (nobody->addressees);
  g_assert_null (nobody->signer);
  g_assert_cmpstr (unit->name, ==, "Trường Tiểu học");
  g_settings_set_string (settings, SOTAY_SETTING_UNIT_NAME, "Ủy ban nhân dân phường Bến Nghé");
  g_settings_set_string (settings, SOTAY_SETTING_PARENT_UNIT_NAME, "Thành phố Hồ Chí Minh");
  g_settings_set_string (settings, SOTAY_SETTING_REPORT_SYMBOL, "UBND");
  g_settings_set_string (settings, SOTAY_SETTING_REPORT_PLACE, "Bến Nghé\n");
  g_settings_set_string (settings, SOTAY_SETTING_REPORT_ROLE, "PHÓ CHỦ TỊCH");
  g_settings_set_string (settings, SOTAY_SETTING_REPORT_SIGNER, "Trần Thị Bình");
  g_settings_set_string (settings, SOTAY_SETTING_REPORT_MAKER, "Lê Văn Chi");
  g_settings_set_strv (settings, SOTAY_SETTING_REPORT_AUTHORITY, lines);
  g_settings_set_strv (settings, SOTAY_SETTING_REPORT_ADDRESSEES, blank);
  issuer = sotay_services_get_issuer (services, "Trường Tiểu học");
  g_assert_cmpstr (issuer->name, ==, "Ủy ban nhân dân phường Bến Nghé");
  g_assert_cmpstr (issuer->superior, ==, "Thành phố Hồ Chí Minh");
  g_assert_cmpstr (issuer->symbol, ==, "UBND");
  g_assert_cmpstr (issuer->place, ==, "Bến Nghé");
  g_assert_cmpstr (issuer->role, ==, "PHÓ CHỦ TỊCH");
  g_assert_cmpstr (issuer->signer, ==, "Trần Thị Bình");
  g_assert_cmpstr (issuer->maker, ==, "Lê Văn Chi");
  g_assert_cmpuint (g_strv_length (issuer->authority), ==, 2);
  g_assert_cmpstr (issuer->authority[0], ==, "TM. ỦY BAN NHÂN DÂN");
  g_assert_null (issuer->addressees);
  g_assert_null (issuer->recipients);
}

/* Each has a sentence of its own; what the register says in it stays harmless. */
static void
test_sentences (void)
{
  g_autoptr (GHashTable) sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *endless = g_strnfill (100000, 'x');

  for (guint i = 0; i < SOTAY_FINDING_N_CODES; i++)
    {
      SotayFinding plain = { SOTAY_FINDING_ERROR, i, NULL, SOTAY_TARGET_MONTH, NULL };
      SotayFinding hostile = { SOTAY_FINDING_ERROR, i, (char *) "%s%n\x1b[31m\n\xff\xe2\x80\xae", SOTAY_TARGET_MONTH,
                               NULL };
      SotayFinding longest = { SOTAY_FINDING_ERROR, i, endless, SOTAY_TARGET_MONTH, NULL };
      char *sentence = sotay_describe_finding (&plain);
      g_autofree char *harmless = sotay_describe_finding (&hostile);
      g_autofree char *shortened = sotay_describe_finding (&longest);

      g_test_message ("%s: %s", sotay_finding_code_to_string (i), sentence);
      g_assert_true (g_str_has_suffix (sentence, "."));
      g_assert_true (g_hash_table_add (sentences, sentence));
      g_assert_true (g_utf8_validate (harmless, -1, NULL));
      g_assert_null (strpbrk (harmless, "\x1b\n"));
      g_assert_cmpint (g_utf8_strlen (shortened, -1), <, 600);
    }
}

/* The settings that findings lead to are there. */
static void
test_targets (void)
{
  g_autoptr (SotayServices) services = sotay_services_new ();
  g_autoptr (GSettingsSchema) schema = NULL;
  static const char *const keys[] = { "unit-name", "report-symbol", "report-place", "report-addressees", "report-signer",
                                      "report-role", "report-authority", "report-recipients" };

  g_object_get (sotay_services_get_settings (services), "settings-schema", &schema, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (g_settings_schema_has_key (schema, keys[i]));
}

static void
test_parts (void)
{
  g_assert_cmpstr (sotay_describe_part ("kho-khan"), !=, "kho-khan");
  g_assert_cmpstr (sotay_describe_part ("la"), ==, "la");
}

static void
add_tests (void)
{
  g_test_add_func ("/report-settings/issuer", test_issuer);
  g_test_add_func ("/report-settings/sentences", test_sentences);
  g_test_add_func ("/report-settings/targets", test_targets);
  g_test_add_func ("/report-settings/parts", test_parts);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
