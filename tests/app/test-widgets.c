/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/bar-chart.h"
#include "app/widgets/field-row.h"
#include "app/widgets/notice.h"
#include "app/widgets/progress-ring.h"
#include "register/register-error.h"
#include "view-support.h"

/* Shows the widget for a frame, so that it is measured and drawn, and answers what was drawn. */
static GskRenderNode *
draw (GtkWidget *widget, int width, int height)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (widget);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  gtk_window_destroy (GTK_WINDOW (window));
  return node;
}

static void
test_ring (void)
{
  const guint figures[][3] = { { 0, 0, 0 }, { 1, 0, 0 }, { 128, 114, 100 }, { 60, 60, 60 }, { 10, 11, 12 } };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      GtkWidget *ring = g_object_new (SOTAY_TYPE_PROGRESS_RING, NULL);
      g_autoptr (GskRenderNode) node = NULL;

      sotay_progress_ring_set_figures (SOTAY_PROGRESS_RING (ring), figures[i][0], figures[i][1], figures[i][2]);
      node = draw (ring, 200, 200);
      g_assert_nonnull (node);
    }
}

static void
test_ring_says_what_it_shows (void)
{
  g_autoptr (GtkWidget) ring = g_object_ref_sink (g_object_new (SOTAY_TYPE_PROGRESS_RING, NULL));
  const char *label = "114 of 128 trained (89,06 %), 100 passed";

  sotay_progress_ring_set_figures (SOTAY_PROGRESS_RING (ring), 128, 114, 100);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_ROLE_METER);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 128.0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 114.0);
}

static void
test_chart (void)
{
  const SotayBar bars[] = { { "10/26", "60 %", 0.6 }, { "11/26", "65 %", 0.65 }, { "12/26", "–", 7.5 } };
  const char *description = "10/26: 60 %; 11/26: 65 %; 12/26: –";
  GtkWidget *chart = g_object_new (SOTAY_TYPE_BAR_CHART, NULL);
  g_autoptr (GskRenderNode) node = NULL;

  sotay_bar_chart_set_bars (SOTAY_BAR_CHART (chart), "Share", bars, G_N_ELEMENTS (bars));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, "Share");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
  node = draw (chart, 300, 200);
  g_assert_nonnull (node);
}

static void
test_chart_without_bars (void)
{
  GtkWidget *chart = g_object_new (SOTAY_TYPE_BAR_CHART, NULL);
  g_autoptr (GskRenderNode) node = draw (chart, 300, 200);

  g_assert_true (node == NULL || gsk_render_node_get_node_type (node) != GSK_NOT_A_RENDER_NODE);
}

static void
retry_cb (SotayNotice *notice, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
test_notice (void)
{
  g_autoptr (GtkWidget) window = g_object_ref_sink (gtk_window_new ());
  GtkWidget *notice = g_object_new (SOTAY_TYPE_NOTICE, "retry-label", "Try Again", NULL);
  g_autoptr (GError) error = g_error_new_literal (SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_DISK_FULL, "register.db");
  gboolean retried = FALSE;

  gtk_window_set_child (GTK_WINDOW (window), notice);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (notice, "retry", G_CALLBACK (retry_cb), &retried);
  g_assert_false (gtk_widget_get_visible (notice));
  sotay_notice_show_error (SOTAY_NOTICE (notice), error);
  view_wait_for_label (notice, "The disk is full. The register is as it was before; free some space and try again.");
  g_signal_emit_by_name (view_find_button (notice, "Try Again"), "clicked");
  g_assert_true (retried);
  sotay_notice_show_error (SOTAY_NOTICE (notice), NULL);
  g_assert_false (gtk_widget_get_visible (notice));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_field_row (void)
{
  GtkWidget *made = g_object_new (SOTAY_TYPE_FIELD_ROW, "caption", "Year <of> birth", NULL);
  g_autoptr (GtkWidget) row = g_object_ref_sink (made);

  sotay_field_row_set_problem (SOTAY_FIELD_ROW (row), "type a year & no more");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Year &lt;of&gt; birth – type a year &amp; no more");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  sotay_field_row_set_text (SOTAY_FIELD_ROW (row), "1975");
  g_assert_false (sotay_field_row_has_problem (SOTAY_FIELD_ROW (row)));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Year &lt;of&gt; birth");
}

static void
add_tests (void)
{
  g_test_add_func ("/widgets/ring", test_ring);
  g_test_add_func ("/widgets/ring-says-what-it-shows", test_ring_says_what_it_shows);
  g_test_add_func ("/widgets/chart", test_chart);
  g_test_add_func ("/widgets/chart-without-bars", test_chart_without_bars);
  g_test_add_func ("/widgets/notice", test_notice);
  g_test_add_func ("/widgets/field-row", test_field_row);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
