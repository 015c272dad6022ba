/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the fuzzer of content files over a small corpus and over mutations of it. */
#include "fuzz.h"

#include "support/test-support.h"

#include <string.h>

#define ROUNDS 3000

static const char *const corpus[] = {
  "{\"id\":\"x\",\"title\":\"T\",\"summary\":\"S\",\"keywords\":[\"k\"],\"sections\":[{\"heading\":\"H\",\"blocks\":["
  "{\"kind\":\"paragraph\",\"text\":\"a [x<&](U1) \\\"\\u1ed9\\ud83d\\ude00\",\"source\":\"S0\"}]}]}",
  "{\"id\":\"x\",\"title\":\"T\",\"summary\":\"S\",\"keywords\":[],\"sections\":[{\"heading\":\"H\",\"blocks\":["
  "{\"kind\":\"table\",\"columns\":[\"a\",\"b\"],\"rows\":[{\"cells\":[\"1\",\"\"],\"to_verify\":true}]},"
  "{\"kind\":\"steps\",\"items\":[{\"text\":\"x\",\"seen_at\":\"\",\"source\":\"S0\"}]},"
  "{\"kind\":\"legal\",\"items\":[{\"citation\":\"x\",\"date\":\"2024-07\",\"status\":\"lapsed\",\"source\":\"S0\"}]}]}]}",
  "[[[{\"a\":[-1.5e3,true,false,null,\"\\n\"]}]]]",
};

static void
run (GByteArray *bytes)
{
  LLVMFuzzerTestOneInput (bytes->data, bytes->len);
}

static void
mutate (GByteArray *bytes)
{
  static const char special[] = "{}[]\",:\\u0\n\xff\xe1";
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
      if (bytes->len > 40)
        g_byte_array_set_size (bytes, bytes->len - 1);
    }
}

static void
test_corpus (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (corpus); i++)
    LLVMFuzzerTestOneInput ((const guint8 *) corpus[i], strlen (corpus[i]));
  LLVMFuzzerTestOneInput ((const guint8 *) "", 0);
}

static void
test_mutations (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      const char *seed = corpus[round % G_N_ELEMENTS (corpus)];
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *) seed, (guint) strlen (seed));
      for (gint32 i = g_test_rand_int_range (1, 6); i > 0; i--)
        mutate (bytes);
      run (bytes);
    }
}

/* Cut off at every byte. */
static void
test_truncated (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (corpus); i++)
    for (gsize length = 0; length < strlen (corpus[i]); length++)
      LLVMFuzzerTestOneInput ((const guint8 *) corpus[i], length);
}

static void
add_tests (void)
{
  g_test_add_func ("/fuzz-content/corpus", test_corpus);
  g_test_add_func ("/fuzz-content/mutations", test_mutations);
  g_test_add_func ("/fuzz-content/truncated", test_truncated);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
