/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pixels are the same after a journey through a pipe. */
#include "guide/packing.h"
#include "support/test-support.h"

#include <string.h>

#define MOST 400

static gsize
assert_same (const guint32 *pixels, gsize n_pixels)
{
  guint32 words[SOTAY_PACKING_ROOM (MOST)], again[MOST];
  gsize n_words = sotay_packing_pack (pixels, n_pixels, words);

  g_assert_cmpuint (n_words, <=, SOTAY_PACKING_ROOM (n_pixels));
  g_assert_true (sotay_packing_unpack (words, n_words, again, n_pixels));
  g_assert_cmpmem (again, n_pixels * sizeof *again, pixels, n_pixels * sizeof *pixels);
  /* It stands for these pixels only. */
  g_assert_false (sotay_packing_unpack (words, n_words, again, n_pixels - 1));
  g_assert_false (sotay_packing_unpack (words, n_words - 1, again, n_pixels));
  return n_words;
}

static void
test_paper (void)
{
  guint32 pixels[MOST];

  memset (pixels, 0xff, sizeof pixels);
  g_assert_cmpuint (assert_same (pixels, MOST), ==, 2);
  g_assert_cmpuint (assert_same (pixels, 1), ==, 2);
}

/* Every length of every mixture, also the ones that do not become shorter. */
static void
test_mixtures (void)
{
  guint32 pixels[MOST];

  for (guint round = 0; round < 3000; round++)
    {
      gsize n_pixels = (gsize) g_test_rand_int_range (1, MOST);
      gint32 colours = g_test_rand_int_range (2, 5), turns = g_test_rand_int_range (1, 9);

      for (gsize i = 0; i < n_pixels; i++)
        pixels[i] = i > 0 && g_test_rand_int_range (0, turns) > 0 ? pixels[i - 1]
                                                                  : (guint32) g_test_rand_int_range (0, colours);
      assert_same (pixels, n_pixels);
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/packing/paper", test_paper);
  g_test_add_func ("/packing/mixtures", test_mixtures);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
