/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Stands in for sotay-document and answers what its "document" tells it to. Each line of that file is a kind of request
 * (or "start"), what to do, and for some a value:
 *   say TEXT    that line
 *   floats N    N numbers, each 100
 *   word N      one number of 32 bits
 *   nans N      N times what is no number
 *   bytes N     N times the byte 0xff
 *   open N      N times "["
 *   flood       without end
 *   hang        no more
 *   exit        ends
 */
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
repeat (const void *item, gsize size, gint64 count)
{
  for (gint64 i = 0; i < count && fwrite (item, size, 1, stdout) == 1; i++)
    ;
}

static void
act (const char *verb, const char *value)
{
  static const float hundred = 100, nothing = NAN;
  gint64 count = value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;

  if (g_str_equal (verb, "say"))
    puts (value);
  else if (g_str_equal (verb, "floats"))
    repeat (&hundred, sizeof hundred, count);
  else if (g_str_equal (verb, "word"))
    repeat (&(guint32) { (guint32) count }, sizeof (guint32), 1);
  else if (g_str_equal (verb, "nans"))
    repeat (&nothing, sizeof nothing, count);
  else if (g_str_equal (verb, "bytes"))
    repeat ("\xff", 1, count);
  else if (g_str_equal (verb, "open"))
    repeat ("[", 1, count);
  else if (g_str_equal (verb, "flood"))
    repeat ("flood", 5, G_MAXINT64);
  fflush (stdout);
  while (g_str_equal (verb, "hang"))
    g_usleep (G_USEC_PER_SEC);
  if (g_str_equal (verb, "exit"))
    exit (0);
}

static void
act_all (char **script, const char *kind)
{
  for (gsize i = 0; script[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (script[i], " ", 3);

      if (words[0] != NULL && g_str_equal (words[0], kind))
        act (words[1], words[2]);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) script = NULL;
  char line[2048];

  if (argc != 2 || !g_file_get_contents (argv[1], &contents, NULL, NULL))
    return 2;
  script = g_strsplit (contents, "\n", -1);
  act_all (script, "start");
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_auto (GStrv) words = g_strsplit (line, "\"", 5);

      /* {"do":"KIND",… */
      if (g_strv_length (words) == 5)
        act_all (script, words[3]);
    }
  return 0;
}
