/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the fuzzer of the folder of copies over a small corpus and over mutations of it. */
#include "fuzz.h"

#include "support/test-support.h"

#include <string.h>

#define ROUNDS 20000

static const char *const corpus[] = {
  "{\"sha256\":\"x\",\"address\":\"https://vneid.gov.vn/a.pdf\",\"etag\":\"W/\\\"1\\\"\",\"last_modified\":"
  "\"Mon, 23 Nov 2026 08:00:00 GMT\",\"bytes\":788,\"pages\":5,\"downloaded_at\":1764000000,\"resumed_from\":9}",
  "{\"address\":\"http://a/\",\"bytes\":1,\"pages\":1,\"downloaded_at\":1}",
  "{\"address\":\"http://a/\",\"etag\":\"\\\"one\\\"\",\"total\":100,\"bytes\":40,\"sha256\":"
  "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}",
  "bytes 40000-99999/100000",
  "bytes */100000",
};

/* Bytes that mean something to the readers come up more often than others. */
static guint8
choose_byte (void)
{
  static const char special[] = "\"\\{}[]:,-*/0123456789 \n\r\xff";

  if (g_test_rand_bit ())
    return (guint8) special[g_test_rand_int_range (0, sizeof special)];
  return (guint8) g_test_rand_int_range (0, 256);
}

static void
test_corpus (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (corpus); i++)
    LLVMFuzzerTestOneInput ((const guint8 *) corpus[i], strlen (corpus[i]));
}

static void
test_mutations (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GString) text = g_string_new (corpus[i % G_N_ELEMENTS (corpus)]);

      for (gint32 left = g_test_rand_int_range (1, 6); left > 0 && text->len > 1; left--)
        {
          gint32 place = g_test_rand_int_range (0, (gint32) text->len);

          if (g_test_rand_int_range (0, 3) == 0)
            g_string_erase (text, place, g_test_rand_int_range (1, (gint32) text->len - place + 1));
          else if (g_test_rand_bit ())
            g_string_insert_c (text, place, (char) choose_byte ());
          else
            text->str[place] = (char) choose_byte ();
        }
      LLVMFuzzerTestOneInput ((const guint8 *) text->str, text->len);
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/fuzz-copies/corpus", test_corpus);
  g_test_add_func ("/fuzz-copies/mutations", test_mutations);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
