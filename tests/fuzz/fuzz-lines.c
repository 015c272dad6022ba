/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-lines.h"

#include "fuzz.h"
#include "support/test-support.h"

#include <string.h>

#define ROUNDS 5000
#define NESTING 1000000

static const char *fuzzer;
static const FuzzSeed *seeds;
static guint n_all;

static void
mutate (GByteArray *bytes)
{
  static const char special[] = "{}[]\",:-019eE.\\u\n\xff\xe1";
  guint place = (guint) g_test_rand_int_range (0, (gint32) bytes->len);

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      bytes->data[place] = (guint8) special[g_test_rand_int_range (0, sizeof special)];
      break;
    case 1:
      bytes->data[place] = (guint8) g_test_rand_int_range (0, 256);
      break;
    case 2:
      if (bytes->len > 1)
        g_byte_array_remove_index (bytes, place);
      break;
    default:
      {
        guint8 byte = bytes->data[place];

        g_byte_array_append (bytes, &byte, 1);
      }
    }
}

static void
test_corpus (void)
{
  for (guint i = 0; i < n_all; i++)
    LLVMFuzzerTestOneInput ((const guint8 *) seeds[i].bytes, seeds[i].length);
  LLVMFuzzerTestOneInput ((const guint8 *) "", 0);
}

static void
test_mutations (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      const FuzzSeed *seed = seeds + round % n_all;

      g_byte_array_append (bytes, (const guint8 *) seed->bytes, seed->length);
      for (gint32 i = g_test_rand_int_range (1, 6); i > 0; i--)
        mutate (bytes);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
}

/* Cut off at every byte. */
static void
test_truncated (void)
{
  for (guint i = 0; i < n_all; i++)
    for (guint length = 0; length < seeds[i].length; length++)
      LLVMFuzzerTestOneInput ((const guint8 *) seeds[i].bytes, length);
}

static void
test_nesting (void)
{
  g_autofree char *open = g_strnfill (NESTING, '[');

  LLVMFuzzerTestOneInput ((const guint8 *) open, NESTING);
}

static void
add (const char *name, GTestFunc func)
{
  g_autofree char *path = g_strdup_printf ("/fuzz-%s/%s", fuzzer, name);

  g_test_add_func (path, func);
}

static void
add_tests (void)
{
  add ("corpus", test_corpus);
  add ("mutations", test_mutations);
  add ("truncated", test_truncated);
  add ("nesting", test_nesting);
}

int
fuzz_run (int argc, char **argv, const char *name, const FuzzSeed *corpus, guint n_seeds)
{
  fuzzer = name;
  seeds = corpus;
  n_all = n_seeds;
  return sotay_test_run (argc, argv, add_tests);
}
