/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into the program: at the end of the first frame that shows the wall over the whole screen it writes the
 * monotonic time in µs to the file that SOTAY_BENCH_ANSWER names. */
#include <gtk/gtk.h>

static gboolean
fills_screen (GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkMonitor *monitor = NULL;
  GdkRectangle screen;

  if (surface == NULL || !g_str_equal (G_OBJECT_TYPE_NAME (window), "SotayWallWindow"))
    return FALSE;
  monitor = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  gdk_monitor_get_geometry (monitor, &screen);
  return gtk_widget_get_width (window) == screen.width && gtk_widget_get_height (window) == screen.height;
}

static gboolean
painted_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  gint64 now = g_get_monotonic_time ();
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      g_autofree char *answer = NULL;

      if (!fills_screen (window) || gtk_widget_get_frame_clock (window) != g_value_get_object (&values[0]))
        continue;
      answer = g_strdup_printf ("%" G_GINT64_FORMAT, now);
      g_file_set_contents (g_getenv ("SOTAY_BENCH_ANSWER"), answer, -1, NULL);
      return FALSE;
    }
  return TRUE;
}

__attribute__ ((constructor)) static void
wait_for_wall (void)
{
  GTypeClass *clock = g_type_class_ref (GDK_TYPE_FRAME_CLOCK);

  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, painted_cb, NULL, NULL);
  g_type_class_unref (clock);
}
