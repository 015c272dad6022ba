/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names as the room may see them. */
#include "register/masked-name.h"
#include "support/test-support.h"

#include <string.h>

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *masked;
  } cases[] = {
    { "Nguyễn Văn Bình", "N. V. Bình" },
    { "Đặng Thị Ánh", "Đ. T. Ánh" },
    { "ông nguyễn bình", "Ô. N. bình" },
    { "Nguye\u0302\u0303n Va\u0306n Bi\u0300nh", "N. V. Bình" }, /* combining marks */
    { "  Lê \t  Ba ", "L. Ba" },
    { "Bình", "B." },
    { "", "…" },
    { NULL, "…" },
    { "   ", "…" },
    { "0912 345 678", "…" },
    { "!!! ???", "…" },
    { "\xff\xfe", "…" },
    { "\u0301\u0301", "…" },
    { "Nguyễn Văn Bình 0912345678", "N. V. Bình" },
    { "Nguyễn Văn Bình (CB-0102)", "N. V. Bình" },
    { "Trần Thị B1 Hoa", "T. T. Hoa" },
    { "Y Moan Êban", "Y. M. Êban" },
    { "Jean-Pierre O'Neil", "J. ONeil" },
    { "A B C D E F G", "A. B. C. D. G" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = sotay_mask_name (cases[i].name);

      g_test_message ("case %u", i);
      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

static void
test_long (void)
{
  g_autofree char *one = g_strnfill (200, 'a');
  g_autofree char *word = g_strnfill (180, 'b');
  g_autofree char *two = g_strconcat ("Lê ", word, NULL);
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *masked_one = sotay_mask_name (one);
  g_autofree char *masked_two = sotay_mask_name (two);
  g_autofree char *masked_many = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (many, "Ấ ");
  masked_many = sotay_mask_name (many->str);
  g_assert_cmpstr (masked_one, ==, "A.");
  g_assert_cmpstr (masked_two, ==, "L. bbbbbbbbbbbbbbbbbbbb");
  g_assert_cmpstr (masked_many, ==, "Ấ. Ấ. Ấ. Ấ. Ấ");
}

/* Whatever the bytes are, what comes out is text, short, and holds no digit. */
static void
test_any_bytes (void)
{
  GRand *random = g_rand_new_with_seed (520);

  for (guint i = 0; i < 2000; i++)
    {
      char bytes[64] = "";
      g_autofree char *masked = NULL;

      for (guint j = 0; j + 1 < sizeof bytes; j++)
        bytes[j] = (char) g_rand_int_range (random, 1, i % 2 == 0 ? 128 : 256);
      masked = sotay_mask_name (bytes);
      g_assert_true (g_utf8_validate (masked, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (masked, -1), <=, 4 * 3 + 20);
      g_assert_null (strpbrk (masked, "0123456789"));
    }
  g_rand_free (random);
}

static void
add_tests (void)
{
  g_test_add_func ("/masked-name/names", test_names);
  g_test_add_func ("/masked-name/long", test_long);
  g_test_add_func ("/masked-name/any-bytes", test_any_bytes);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
