/* SPDX-License-Identifier: GPL-3.0-or-later */
/* handout-server FILE: hands FILE out at 127.0.0.1 and prints the address. A frame falls due every 16 ms on the main
 * context, as in a window. For each line on its standard input it prints, about the frames since the line before: how
 * many there were, how late the 99th of a hundred and the latest came (microseconds); then the most memory that the
 * process has held (kilobytes), and the number of phones. It ends with its input. */
#include "guide/handout.h"
#include "guide/manual-copy-private.h"

#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/resource.h>

#define FRAME 16000

typedef struct
{
  SotayHandout *handout;
  GMainLoop *loop;
  GSource *source;
  gint64 due;
  GArray *late; /* of gint64 */
} Frames;

static gboolean
frame_cb (gpointer data)
{
  Frames *frames = data;
  /* At the pace of a screen: a frame that comes late does not shift those after it. */
  gint64 late = g_get_monotonic_time () - frames->due;

  g_array_append_val (frames->late, late);
  frames->due += FRAME * (1 + late / FRAME);
  g_source_set_ready_time (frames->source, frames->due);
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  return callback (data);
}

static GSourceFuncs frame_funcs = { .dispatch = dispatch };

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static void
started_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!sotay_handout_start_finish (SOTAY_HANDOUT (source), result, &error))
    g_error ("%s", error->message);
  g_print ("%s\n", sotay_handout_get_address (SOTAY_HANDOUT (source)));
  fflush (stdout);
}

static void
report (Frames *frames)
{
  guint count = frames->late->len;
  gint64 p99 = 0, latest = 0;
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  g_array_sort (frames->late, compare);
  if (count > 0)
    {
      p99 = g_array_index (frames->late, gint64, count * 99 / 100);
      latest = g_array_index (frames->late, gint64, count - 1);
    }
  g_print ("%u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %ld %u\n", count, p99, latest, usage.ru_maxrss,
           sotay_handout_get_phones (frames->handout));
  fflush (stdout);
  g_array_set_size (frames->late, 0);
  frames->due = g_get_monotonic_time () + FRAME;
}

static void
line_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Frames *frames = data;
  g_autofree char *line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, NULL);

  if (line == NULL)
    {
      g_main_loop_quit (frames->loop);
      return;
    }
  report (frames);
  g_data_input_stream_read_line_async (G_DATA_INPUT_STREAM (source), G_PRIORITY_DEFAULT, NULL, line_cb, frames);
}

/* The library names copies by their hash: here a link does. */
static SotayManualCopy *
make_copy (const char *path, const char *folder)
{
  g_autofree char *link = g_build_filename (folder, "copy.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  GStatBuf info;

  if (g_stat (path, &info) != 0 || !g_file_make_symbolic_link (file, path, NULL, NULL))
    g_error ("%s cannot be read", path);
  return sotay_manual_copy_new (folder, "copy", "https://example.org/HDSO_VNeID.pdf", info.st_size, 900, 1764000000);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("sotay-bench-XXXXXX", NULL);
  g_autoptr (SotayManualCopy) copy = make_copy (argv[1], folder);
  g_autoptr (SotayHandout) handout = sotay_handout_new ();
  g_autoptr (GInetAddress) place = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GInputStream) input = g_unix_input_stream_new (0, FALSE);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);
  Frames frames = { handout, g_main_loop_new (NULL, FALSE), g_source_new (&frame_funcs, sizeof (GSource)),
                    g_get_monotonic_time () + FRAME, g_array_new (FALSE, FALSE, sizeof (gint64)) };

  sotay_handout_start_async (handout, copy, place, 60, started_cb, NULL);
  g_source_set_callback (frames.source, frame_cb, &frames, NULL);
  g_source_attach (frames.source, NULL);
  g_source_set_ready_time (frames.source, frames.due);
  g_data_input_stream_read_line_async (lines, G_PRIORITY_DEFAULT, NULL, line_cb, &frames);
  g_main_loop_run (frames.loop);
  sotay_handout_stop (handout);
  g_unlink (sotay_manual_copy_get_path (copy));
  g_rmdir (folder);
  return 0;
}
