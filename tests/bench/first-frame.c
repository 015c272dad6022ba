/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into any GTK 4 program: at the first after-paint of a frame clock it writes the time since the start and
 * the memory in use to descriptor 3, and ends the program. The same measure for programs of others and for our own. */
#include <gtk/gtk.h>
#include <stdio.h>
#include <unistd.h>

#define ANSWER 3

static long
resident_kilobytes (void)
{
  FILE *file = fopen ("/proc/self/statm", "r");
  long size, resident = 0;

  if (file == NULL || fscanf (file, "%ld %ld", &size, &resident) != 2)
    return -1;
  fclose (file);
  return resident * (sysconf (_SC_PAGESIZE) / 1024);
}

static gboolean
painted_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  const char *start = g_getenv ("SOTAY_BENCH_START");
  gint64 now = g_get_monotonic_time ();

  dprintf (ANSWER, "%" G_GINT64_FORMAT " %ld\n", now - g_ascii_strtoll (start != NULL ? start : "0", NULL, 10),
           resident_kilobytes ());
  _exit (0);
}

__attribute__ ((constructor)) static void
wait_for_first_frame (void)
{
  GTypeClass *clock = g_type_class_ref (GDK_TYPE_FRAME_CLOCK);

  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, painted_cb, NULL, NULL);
  g_type_class_unref (clock);
}
