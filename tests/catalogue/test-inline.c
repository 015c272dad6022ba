/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/page.h"
#include "support/test-support.h"

#define ON "<span background=\"#f9e27d\" foreground=\"#1e1e1e\">"
#define OFF "</span>"

static void
test_plain (void)
{
  static const struct
  {
    const char *text;
    const char *plain;
  } cases[] = {
    { "", "" },
    { "chỉ có chữ", "chỉ có chữ" },
    { "xem [Đổi số](U8) và [đây](activate).", "xem Đổi số và đây." },
    { "[a](U1)[b](U2)", "ab" },
    { "[", "[" },
    { "[a", "[a" },
    { "[a]", "[a]" },
    { "[a](", "[a](" },
    { "[a]()", "[a]()" },
    { "[](U1)", "[](U1)" },
    { "[a](U 1)", "[a](U 1)" },
    { "a [b [c](U1) d]", "a [b c d]" },
    { "mảng[1] (2)", "mảng[1] (2)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = sotay_inline_plain (cases[i].text);

      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static void
test_markup (void)
{
  static const char *const words[] = { "ho", "khau", NULL };
  static const struct
  {
    const char *text;
    gboolean highlighted;
    const char *markup;
  } cases[] = {
    { "a < b & \"c\"", FALSE, "a &lt; b &amp; &quot;c&quot;" },
    { "[x < y](U8)", FALSE, "<a href=\"page:U8\">x &lt; y</a>" },
    { "[x](\"onclick)", FALSE, "<a href=\"page:&quot;onclick\">x</a>" },
    { "<b>[Hộ khẩu](U10)", TRUE,
      "&lt;b&gt;<a href=\"page:U10\">" ON "Hộ" OFF " " ON "khẩu" OFF "</a>" },
    { "Hộ & khẩu, cho", TRUE, ON "Hộ" OFF " &amp; " ON "khẩu" OFF ", cho" },
    { "không có gì", TRUE, "không có gì" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = sotay_inline_markup (cases[i].text, cases[i].highlighted ? words : NULL);

      g_assert_cmpstr (markup, ==, cases[i].markup);
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/inline/plain", test_plain);
  g_test_add_func ("/inline/markup", test_markup);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
