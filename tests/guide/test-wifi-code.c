/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/wifi-code.h"

#include "core/qr-symbol.h"
#include "guide/qr-writer.h"

#include "support/test-support.h"

static const struct
{
  const char *name;
  const char *password;
  gboolean hidden;
  const char *code;
} codes[] = {
  { "Phong hop", "tap huan 2026", FALSE, "WIFI:T:WPA;S:Phong hop;P:tap huan 2026;;" },
  { "Phòng họp", "12345678x", FALSE, "WIFI:T:WPA;S:Phòng họp;P:12345678x;;" },
  { "Khach", "", FALSE, "WIFI:T:nopass;S:Khach;;" },
  { "an", "matkhau123!", TRUE, "WIFI:T:WPA;S:an;P:matkhau123!;H:true;;" },
  { "a;b,c:d\"e\\f", "\\;,:\"x-y-z", FALSE,
    "WIFI:T:WPA;S:a\\;b\\,c\\:d\\\"e\\\\f;P:\\\\\\;\\,\\:\\\"x-y-z;;" },
  { "ABCD", "12345678", FALSE, "WIFI:T:WPA;S:\"ABCD\";P:\"12345678\";;" },
};

static void
test_codes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *code = sotay_wifi_write_code (codes[i].name, codes[i].password, codes[i].hidden);

      g_assert_cmpint (sotay_wifi_check (codes[i].name, codes[i].password), ==, SOTAY_WIFI_GOOD);
      g_assert_cmpstr (code, ==, codes[i].code);
    }
}

static void
test_scanned (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *code = sotay_wifi_write_code (codes[i].name, codes[i].password, codes[i].hidden);
      g_autoptr (SotayQrSymbol) symbol = sotay_qr_symbol_new (code, NULL);
      g_autoptr (GBytes) png = sotay_qr_write_png (symbol, 400, NULL);
      g_autofree char *folder = sotay_test_folder ();
      g_autofree char *path = g_build_filename (folder, "wifi.png", NULL);
      g_autoptr (GSubprocess) process = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png), NULL));
      /* As bytes: left to guess, zbar takes “Phòng họp” for Japanese; phones do not. */
      process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                                  "zbarimg", "--quiet", "--raw", "-Sbinary", "-Sdisable", "-Sqrcode.enable", path,
                                  NULL);
      g_assert_no_error (error);
      g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, NULL));
      g_assert_cmpstr (g_strchomp (text), ==, code);
    }
}

static void
test_problems (void)
{
  g_autofree char *name_32 = g_strnfill (32, 'x');
  g_autofree char *name_33 = g_strnfill (33, 'x');
  g_autofree char *password_63 = g_strnfill (63, 'x');
  g_autofree char *password_64 = g_strnfill (64, 'x');
  const struct
  {
    const char *name;
    const char *password;
    SotayWifiProblem problem;
  } cases[] = {
    { "", "12345678", SOTAY_WIFI_NO_NAME },
    { name_32, password_63, SOTAY_WIFI_GOOD },
    { name_33, "12345678", SOTAY_WIFI_LONG_NAME },
    { "Phòng họp trực tuyến tầng 2", "", SOTAY_WIFI_LONG_NAME },
    { "a\nb", "", SOTAY_WIFI_BAD_NAME },
    { "\xff", "", SOTAY_WIFI_BAD_NAME },
    { "a", "1234567", SOTAY_WIFI_SHORT_PASSWORD },
    { "a", password_64, SOTAY_WIFI_LONG_PASSWORD },
    { "a", "mật khẩu 123", SOTAY_WIFI_BAD_PASSWORD },
    { "a", "1234567\t", SOTAY_WIFI_BAD_PASSWORD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sotay_wifi_check (cases[i].name, cases[i].password), ==, cases[i].problem);
}

static void
add_tests (void)
{
  g_test_add_func ("/guide/wifi-code/codes", test_codes);
  g_test_add_func ("/guide/wifi-code/scanned", test_scanned);
  g_test_add_func ("/guide/wifi-code/problems", test_problems);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
