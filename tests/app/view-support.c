/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view-support.h"

#include "core/paths.h"
#include "register/unit.h"
#include "support/test-support.h"

#define PATIENCE_SECONDS 60

extern void sotay_app_register_resource (void);

static void
show_toast_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ViewFixture *fixture = data;

  g_ptr_array_add (fixture->toasts, g_strdup (g_variant_get_string (parameter, NULL)));
}

static void
show_undo_toast_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ViewFixture *fixture = data;
  const char *text;
  gint64 step;

  g_variant_get (parameter, "(&sx)", &text, &step);
  g_assert_cmpint (step, >, 0); /* so that the toast can undo just this step */
  g_ptr_array_add (fixture->toasts, g_strdup (text));
}

void
view_fixture_set_up (ViewFixture *fixture)
{
  g_autofree char *home = sotay_test_folder ();

  g_setenv ("SOTAY_HOME", home, TRUE);
  fixture->services = sotay_services_new ();
  fixture->store = sotay_services_get_store (fixture->services);
  fixture->toasts = g_ptr_array_new_with_free_func (g_free);
}

void
view_fixture_open (ViewFixture *fixture, MakeView make_view)
{
  const GActionEntry entries[] = {
    { .name = "show-toast", .activate = show_toast_cb, .parameter_type = "s" },
    { .name = "show-undo-toast", .activate = show_undo_toast_cb, .parameter_type = "(sx)" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->view = make_view (fixture->services);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (actions));
  gtk_window_set_default_size (fixture->window, 1100, 720);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->view);
  gtk_window_set_child (fixture->window, overlay);
  gtk_window_present (fixture->window);
}

void
view_fixture_tear_down (ViewFixture *fixture)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  g_clear_pointer (&fixture->window, gtk_window_destroy);
  /* What the view still waits for holds it; nothing else may. */
  while (fixture->view != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&fixture->services);
  g_clear_pointer (&fixture->toasts, g_ptr_array_unref);
}

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
search (GtkWidget *root, Match match, gconstpointer data)
{
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = search (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_type (GtkWidget *widget, gconstpointer data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  return GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget)) : NULL;
}

static gboolean
is_label (GtkWidget *widget, gconstpointer text)
{
  return gtk_widget_get_mapped (widget) && g_strcmp0 (get_text (widget), text) == 0;
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

gpointer
view_find (GtkWidget *root, GType type)
{
  GtkWidget *found = search (root, has_type, &type);

  g_assert_nonnull (found);
  return found;
}

GtkWidget *
view_find_label (GtkWidget *root, const char *text)
{
  return search (root, is_label, text);
}

GtkWidget *
view_find_button (GtkWidget *root, const char *label)
{
  return search (root, is_button, label);
}

gpointer
view_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

static gboolean
tell_label (GtkWidget *widget, gconstpointer unused)
{
  if (get_text (widget) != NULL && gtk_widget_get_mapped (widget))
    g_printerr ("# %s\n", get_text (widget));
  return FALSE;
}

/* What can be read tells most of why something did not come. */
static gboolean
lose_patience_cb (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      search (window, tell_label, NULL);
    }
  g_error ("what the test waits for did not come within %d seconds", PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

void
view_wait (Condition condition, gpointer data)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, lose_patience_cb, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} LabelWait;

static gboolean
label_is_there (gpointer data)
{
  LabelWait *wait = data;

  return view_find_label (wait->root, wait->text) != NULL;
}

void
view_wait_for_label (GtkWidget *root, const char *text)
{
  LabelWait wait = { root, text };

  view_wait (label_is_there, &wait);
}

static gboolean
window_is_there (gpointer type)
{
  return view_find_window (*(GType *) type) != NULL;
}

static gboolean
window_is_gone (gpointer type)
{
  return view_find_window (*(GType *) type) == NULL;
}

void
view_wait_for_window (GType type)
{
  view_wait (window_is_there, &type);
}

void
view_wait_for_no_window (GType type)
{
  view_wait (window_is_gone, &type);
}

typedef struct
{
  GPtrArray *toasts;
  const char *text;
} ToastWait;

static gboolean
toast_is_there (gpointer data)
{
  ToastWait *wait = data;

  return g_ptr_array_find_with_equal_func (wait->toasts, wait->text, g_str_equal, NULL);
}

void
view_wait_for_toast (ViewFixture *fixture, const char *text)
{
  ToastWait wait = { fixture->toasts, text };

  view_wait (toast_is_there, &wait);
}

static void (*add_view_tests) (void);

static void
start_toolkit (void)
{
  adw_init ();
  sotay_app_register_resource ();
  add_view_tests ();
}

static guint
find_choice (GListModel *choices, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GObject) choice = g_list_model_get_item (choices, i);

      if (g_str_equal (SOTAY_IS_UNIT (choice) ? sotay_unit_get_name (SOTAY_UNIT (choice))
                                              : gtk_string_object_get_string (GTK_STRING_OBJECT (choice)), name))
        return i;
    }
  g_error ("no unit “%s” to choose", name);
}

guint
view_choose_unit (GtkWidget *chooser, const char *name)
{
  GtkListView *list = view_find (chooser, GTK_TYPE_LIST_VIEW);
  GListModel *choices;
  guint n_choices;

  gtk_widget_activate (chooser);
  choices = G_LIST_MODEL (gtk_list_view_get_model (list));
  n_choices = g_list_model_get_n_items (choices);
  g_signal_emit_by_name (list, "activate", find_choice (choices, name));
  return n_choices;
}

int
view_test_run (int argc, char **argv, void (*add_tests) (void))
{
  add_view_tests = add_tests;
  return sotay_test_run (argc, argv, start_toolkit);
}
