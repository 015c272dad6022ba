/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wall-fixture.h"

#include "presentation/lesson.h"
#include "support/test-support.h"
#include "view-support.h"

static void
forward_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_show_forward (((WallFixture *) data)->show);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_show_back (((WallFixture *) data)->show);
}

static void
go_to_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_show_go_to (((WallFixture *) data)->show, g_variant_get_uint32 (parameter));
}

static void
go_to_utility_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_show_go_to_utility (((WallFixture *) data)->show, g_variant_get_uint32 (parameter));
}

static void
toggle_code (WallFixture *fixture, SotayCodeMode mode)
{
  sotay_show_set_code (fixture->show, sotay_show_get_code (fixture->show) == mode ? SOTAY_CODE_HIDDEN : mode);
}

static void
code_full_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  toggle_code (data, SOTAY_CODE_FULL);
}

static void
code_corner_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  toggle_code (data, SOTAY_CODE_CORNER);
}

static void
black_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_show_set_curtain (((WallFixture *) data)->show, SOTAY_CURTAIN_BLACK);
}

static void
white_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_show_set_curtain (((WallFixture *) data)->show, SOTAY_CURTAIN_WHITE);
}

static void
log_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WallFixture *fixture = data;

  g_string_append (fixture->log, g_action_get_name (G_ACTION (action)));
  if (parameter != NULL)
    g_string_append_printf (fixture->log, "=%u", g_variant_get_uint32 (parameter));
  g_string_append_c (fixture->log, ' ');
}

static GSimpleActionGroup *
create_actions (WallFixture *fixture)
{
  static const GActionEntry entries[] = {
    { "forward", forward_cb, NULL, NULL, NULL, { 0 } },
    { "back", back_cb, NULL, NULL, NULL, { 0 } },
    { "first", log_cb, NULL, NULL, NULL, { 0 } },
    { "last", log_cb, NULL, NULL, NULL, { 0 } },
    { "return", log_cb, NULL, NULL, NULL, { 0 } },
    { "black", black_cb, NULL, NULL, NULL, { 0 } },
    { "white", white_cb, NULL, NULL, NULL, { 0 } },
    { "code-corner", code_corner_cb, NULL, NULL, NULL, { 0 } },
    { "code-full", code_full_cb, NULL, NULL, NULL, { 0 } },
    { "pause", log_cb, NULL, NULL, NULL, { 0 } },
    { "go-to", go_to_cb, "u", NULL, NULL, { 0 } },
    { "go-to-utility", go_to_utility_cb, "u", NULL, NULL, { 0 } },
    { "swap", log_cb, NULL, NULL, NULL, { 0 } },
    { "presenter", log_cb, NULL, NULL, NULL, { 0 } },
    { "notes", log_cb, NULL, NULL, NULL, { 0 } },
    { "attendance", log_cb, NULL, NULL, NULL, { 0 } },
    { "end", log_cb, NULL, NULL, NULL, { 0 } },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  /* Those that do something are told as well. */
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i].activate != log_cb)
      g_signal_connect (g_action_map_lookup_action (G_ACTION_MAP (group), entries[i].name), "activate",
                        G_CALLBACK (log_cb), fixture);
  return group;
}

static gboolean
has_size (gpointer data)
{
  WallFixture *fixture = data;
  const SotayWall *wall = sotay_show_get_wall (fixture->show);

  return gtk_widget_get_mapped (GTK_WIDGET (fixture->window))
         && wall->width == gtk_widget_get_width (GTK_WIDGET (fixture->window))
         && wall->height == gtk_widget_get_height (GTK_WIDGET (fixture->window)) && fixture->window->fit_idle == 0;
}

/* As the application has it. */
static GtkCssProvider *
add_style (void)
{
  GtkCssProvider *style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/io/github/sotay_vneid/SotayVneid/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  return style;
}

void
wall_fixture_open (WallFixture *fixture, const char *stops, SotayDocument *document, int width, int height)
{
  GApplication *application = g_application_get_default (); /* of a test that needs one, else NULL */
  g_autoptr (SotayCatalogue) catalogue = lesson_load_catalogue ();
  g_autoptr (GSimpleActionGroup) actions = create_actions (fixture);

  fixture->style = add_style ();
  fixture->log = g_string_new (NULL);
  fixture->deck = lesson_deck (catalogue, stops);
  fixture->show = sotay_show_new (fixture->deck);
  fixture->pages = sotay_manual_pages_new (document);
  fixture->window
      = sotay_wall_window_new ((GtkApplication *) application, fixture->show, fixture->pages, G_ACTION_GROUP (actions));
  /* However slow the machine is: the pointer has rested when a test says so. */
  fixture->window->rest_ms = G_MAXINT;
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sotay_show_begin (fixture->show, NULL, 0, NULL);
  view_wait (has_size, fixture);
  wall_fixture_draw (fixture);
}

static gboolean
is_gone (gpointer fixture)
{
  return ((WallFixture *) fixture)->window == NULL;
}

void
wall_fixture_close (WallFixture *fixture)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  view_wait (is_gone, fixture);
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (fixture->style));
  g_object_unref (fixture->style);
  g_object_unref (fixture->pages);
  g_assert_finalize_object (fixture->show);
  g_object_unref (fixture->deck);
  g_string_free (fixture->log, TRUE);
}

void
wall_fixture_draw (WallFixture *fixture)
{
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

GtkEventController *
wall_fixture_find_controller (GtkWidget *widget, const char *name)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), name) == 0)
        return controller;
    }
  return NULL;
}

static gboolean
press_on (GtkWidget *widget, guint value, GdkModifierType state)
{
  static const char *const names[] = { "jump-keys", "overview-keys", "show-keys" };
  gboolean handled = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (names) && !handled; i++)
    {
      GtkEventController *controller = wall_fixture_find_controller (widget, names[i]);

      if (controller != NULL)
        g_signal_emit_by_name (controller, "key-pressed", value, 0u, state, &handled);
    }
  return handled;
}

void
wall_fixture_press (WallFixture *fixture, guint value, GdkModifierType state)
{
  GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  for (; widget != NULL && !press_on (widget, value, state); widget = gtk_widget_get_parent (widget))
    ;
}

void
wall_fixture_assert_log (WallFixture *fixture, const char *expected)
{
  g_assert_cmpstr (fixture->log->str, ==, expected);
  g_string_truncate (fixture->log, 0);
}

cairo_surface_t *
wall_fixture_paint (WallFixture *fixture)
{
  GtkWidget *widget = GTK_WIDGET (fixture->window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GskRenderNode) node = NULL;

  /* With no frame that is still to come. */
  wall_fixture_draw (fixture);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  return surface;
}

static gboolean
is_read (const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *text = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "zbarimg",
                              "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error));
  return g_strcmp0 (g_strchomp (text), expected) == 0;
}

void
wall_fixture_assert_code_is_read (WallFixture *fixture)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "wall.bmp", NULL);
  g_autofree char *place = g_strdup_printf ("%dx%d+0+0", fixture->window->width, fixture->window->height);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;

  wall_fixture_draw (fixture);
  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (fixture->window)));
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "import", "-silent", "-window", "root", "-crop",
                              place, path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_true (is_read (path, WALL_FIXTURE_ADDRESS));
}
