/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the fuzzer of staff lists over a small corpus and over mutations of it. */
#include "fuzz.h"

#include "support/test-support.h"

#include <string.h>

#define ROUNDS 3000

/* With its length, because UTF-16 holds zero bytes. */
#define ENTRY(text) { text, sizeof text - 1 }

static const struct
{
  const char *bytes;
  guint length;
} corpus[] = {
  ENTRY ("Họ và tên,Năm sinh\nNguyễn Văn An,1975\n"),
  ENTRY ("\xef\xbb\xbfSTT;Họ đệm;Tên;Ngày sinh;Đơn vị;Mức độ;Ngày tập huấn\r\n1;Nguyễn Văn;An;5/3/1975;Tổ 1;02;06/3/24\r\n"),
  ENTRY ("UBND PHƯỜNG\t\t\n\t\t\nTT\tHọ tên\tGhi chú\n1\t\"Nguyễn \"\"Tèo\"\" An\"\t\"hai\ndòng\"\n\tTổng số: 1\t\n"),
  ENTRY ("\"Họ tên\",\"SĐT\"\n\"chưa đóng,0912345678\nTrần Bình,\n"),
  ENTRY ("\xff\xfeH\0o\0 \0t\0e\0n\0\n\0A\0\n\0"),
  ENTRY ("Full name,Joined on,Left on,Passed on\nA B,2020-01-01,2021-01-01,2024-03-05\n"),
};

static void
run (GByteArray *bytes)
{
  LLVMFuzzerTestOneInput (bytes->data, bytes->len);
}

static GByteArray *
seed (guint which)
{
  return g_byte_array_append (g_byte_array_new (), (const guint8 *) corpus[which].bytes, corpus[which].length);
}

static void
mutate (GByteArray *bytes)
{
  static const char special[] = "\",;\t\n\r\0\xff\xc3\xcc ";
  guint place = (guint) g_test_rand_int_range (0, (gint32) bytes->len);
  guint8 byte = (guint8) special[g_test_rand_int_range (0, sizeof special)];

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      bytes->data[place] = byte;
      break;
    case 1:
      bytes->data[place] = (guint8) g_test_rand_int_range (0, 256);
      break;
    case 2:
      if (bytes->len > 1)
        g_byte_array_set_size (bytes, place + 1);
      break;
    default:
      g_byte_array_append (bytes, &byte, 1);
      memmove (bytes->data + place + 1, bytes->data + place, bytes->len - place - 1);
      bytes->data[place] = byte;
    }
}

static void
test_corpus (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (corpus); i++)
    {
      g_autoptr (GByteArray) bytes = seed (i);

      run (bytes);
    }
}

static void
test_mutations (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GByteArray) bytes = seed (i % G_N_ELEMENTS (corpus));
      gint32 count = g_test_rand_int_range (1, 12);

      for (gint32 j = 0; j < count; j++)
        mutate (bytes);
      run (bytes);
    }
}

static void
test_noise (void)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_set_size (bytes, (guint) g_test_rand_int_range (1, 4096));
      for (guint j = 0; j < bytes->len; j++)
        bytes->data[j] = (guint8) g_test_rand_int_range (0, 256);
      run (bytes);
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/fuzz-roster/corpus", test_corpus);
  g_test_add_func ("/fuzz-roster/mutations", test_mutations);
  g_test_add_func ("/fuzz-roster/noise", test_noise);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
