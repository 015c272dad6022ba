/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalogue/catalogue-view.h"

#include "app/catalogue/page-list.h"
#include "app/catalogue/page-print.h"
#include "app/catalogue/page-view.h"
#include "app/view.h"
#include "core/paths.h"
#include "services/settings.h"
#include "support/test-support.h"

#include <string.h>

void sotay_app_register_resource (void);

typedef struct
{
  SotayServices *services;
  GtkWidget *window;
  SotayCatalogueView *view;
  SotayPageList *list;
  SotayPageView *page_view;
} Fixture;

static gpointer
child (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *c = gtk_widget_get_first_child (widget); c != NULL; c = gtk_widget_get_next_sibling (c))
    n++;
  return n;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main context until @widget has @n children; the test's own time limit is the only one. */
static void
wait_for_children (GtkWidget *widget, guint n)
{
  guint wake = g_timeout_add (20, wake_cb, NULL);

  while (count_children (widget) < n)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->services = sotay_services_new ();
  fixture->window = gtk_window_new ();
  fixture->view = sotay_catalogue_view_new (fixture->services);
  fixture->list = child (fixture->view, "page_list");
  fixture->page_view = child (fixture->view, "page_view");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1024, 768);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_children (child (fixture->list, "letter_list"), 1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_null (view); /* nothing holds on to it */
  g_clear_object (&fixture->services);
}

static const char *
shown_id (Fixture *fixture)
{
  return sotay_page_get_id (sotay_page_view_get_page (fixture->page_view));
}

static void
activate_row (gpointer list, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index);

  g_assert_nonnull (row);
  g_signal_emit_by_name (list, "row-activated", row);
}

static void
search (Fixture *fixture, const char *text)
{
  GtkWidget *entry = child (fixture->list, "search_entry");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed"); /* the entry waits a moment before it says so */
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  GtkWidget *level_1 = child (fixture->list, "level_1_list");
  GtkWidget *level_2 = child (fixture->list, "level_2_list");

  g_assert_cmpuint (count_children (level_1), ==, 9);
  g_assert_cmpuint (count_children (level_2), ==, 1 + 7); /* the nine inherited are folded */
  g_assert_cmpuint (count_children (child (fixture->list, "article_list")), ==, 8);
  g_assert_cmpuint (count_children (child (fixture->list, "letter_list")), ==, 1);

  activate_row (level_2, 0);
  g_assert_cmpuint (count_children (level_2), ==, 1 + 16);
  activate_row (level_2, 1);
  g_assert_cmpstr (shown_id (fixture), ==, "U1");
  activate_row (level_2, 0);
  g_assert_cmpuint (count_children (level_2), ==, 1 + 7);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkStack *stack = child (fixture->list, "stack");

  search (fixture, "ho khau");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "results");
  activate_row (child (fixture->list, "result_list"), 0);
  g_assert_cmpstr (shown_id (fixture), ==, "U10");

  /* Enter comes before the entry has told of the last letters. */
  gtk_editable_set_text (GTK_EDITABLE (child (fixture->list, "search_entry")), "bang lai xe");
  g_signal_emit_by_name (child (fixture->list, "search_entry"), "activate");
  g_assert_cmpstr (shown_id (fixture), ==, "U13");

  search (fixture, "zzzz");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");

  g_assert_true (sotay_view_go_back (SOTAY_VIEW (fixture->view)));
  search (fixture, "");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "lists");
  g_assert_false (sotay_view_go_back (SOTAY_VIEW (fixture->view)));
}

/* The heading "See also" and a line for each page. */
static guint
see_also_lines (SotayPage *page)
{
  guint n = g_strv_length ((char **) sotay_page_get_see_also (page));

  return n > 0 ? n + 1 : 0;
}

static void
test_every_page (Fixture *fixture, gconstpointer data)
{
  SotayCatalogue *catalogue = sotay_services_get_catalogue (fixture->services);
  GPtrArray *pages = sotay_catalogue_get_pages (catalogue);
  GtkWidget *blocks = child (fixture->page_view, "block_box");

  g_assert_cmpuint (pages->len, ==, 16 + 8 + 1);
  for (guint i = 0; i < pages->len; i++)
    {
      const char *id = sotay_page_get_id (pages->pdata[i]);
      GPtrArray *all = sotay_page_get_blocks (pages->pdata[i]);
      guint n_problems = 0, n_lists = 0, n_links;

      for (guint b = 0; b < all->len; b++)
        {
          gboolean problem = ((SotayContentBlock *) all->pdata[b])->kind == SOTAY_CONTENT_PROBLEM;

          n_problems += problem;
          n_lists += problem && ((SotayContentBlock *) all->pdata[b - 1])->kind != SOTAY_CONTENT_PROBLEM;
        }
      sotay_catalogue_view_show_page (fixture->view, id);
      g_assert_cmpstr (shown_id (fixture), ==, id);
      n_links = see_also_lines (pages->pdata[i]);
      wait_for_children (blocks, all->len - n_problems + n_lists + n_links + 1); /* and the sources below */
    }
}

static void
test_page_is_remembered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayServices) again = NULL;
  g_autofree char *page = NULL;

  sotay_catalogue_view_show_page (fixture->view, "secrets");
  sotay_catalogue_view_show_page (fixture->view, "no-such-page");
  g_assert_cmpstr (shown_id (fixture), ==, "secrets");
  g_settings_sync ();
  again = sotay_services_new ();
  page = g_settings_get_string (sotay_services_get_settings (again), SOTAY_SETTING_PAGE);
  g_assert_cmpstr (page, ==, "secrets");
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkContentProvider) content = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->view));

  sotay_catalogue_view_show_page (fixture->view, "U10");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "catalogue.copy-text", NULL));
  content = g_object_ref (gdk_clipboard_get_content (clipboard));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_nonnull (strstr (g_value_get_string (&value), "Thông tin cư trú (Hộ khẩu online)"));
  g_assert_null (strstr (g_value_get_string (&value), "](")); /* links are words only */
}

/* What is printed is read back by a PDF reader that is not ours. */
static char *
print_to_text (SotayPage *page)
{
  g_autoptr (GtkPrintOperation) operation = sotay_page_print_operation (page, "UBND phường Thử");
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);
  const char *const command[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_print (Fixture *fixture, gconstpointer data)
{
  SotayCatalogue *catalogue = sotay_services_get_catalogue (fixture->services);
  g_autoptr (SotayPage) overview = sotay_catalogue_dup_overview (catalogue);
  g_autofree char *utility = print_to_text (sotay_catalogue_get_page (catalogue, "U3"));
  g_autofree char *table = print_to_text (sotay_catalogue_get_page (catalogue, "compare-levels"));
  g_autofree char *letter = print_to_text (sotay_catalogue_get_page (catalogue, "letter"));
  g_autofree char *list = print_to_text (overview);

  g_assert_nonnull (strstr (utility, "UBND phường Thử"));
  g_assert_nonnull (strstr (utility, "có hiệu lực từ ")); /* and not "lapsed from" */
  g_assert_nonnull (strstr (utility, "Thông báo lưu trú"));
  g_assert_nonnull (strstr (table, "Mức độ 1 (01)"));
  g_assert_nonnull (strstr (letter, "197.299"));
  g_assert_nonnull (strstr (list, "16."));
  g_assert_nonnull (strchr (letter, '\f'));               /* pages end */
  g_assert_nonnull (strchr (strchr (letter, '\f') + 1, '\f')); /* and there are two at least */
}

static void
test_refused_content (void)
{
  g_autoptr (SotayServices) services = sotay_services_new ();
  g_autofree char *folder = sotay_test_folder ();
  g_autoptr (SotayCatalogueView) view = NULL;
  GtkWidget *label;

  g_settings_set_string (sotay_services_get_settings (services), SOTAY_SETTING_CONTENT_FOLDER, folder);
  view = g_object_ref_sink (sotay_catalogue_view_new (services));
  label = child (view, "problem_label");
  g_assert_true (gtk_widget_get_visible (label));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "catalogue.json"));
  g_assert_nonnull (sotay_catalogue_get_page (sotay_services_get_catalogue (services), "U16"));
  g_settings_reset (sotay_services_get_settings (services), SOTAY_SETTING_CONTENT_FOLDER);
}

static void
add_tests (void)
{
  /* The wish for the interface comes from the settings before GTK starts, as in main. */
  g_autoptr (SotayServices) services = sotay_services_new ();

  g_assert_cmpstr (sotay_services_get_language (services), ==, "vi");
  adw_init ();
  sotay_app_register_resource ();
#define ADD(name, func) g_test_add ("/catalogue-view/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("lists", test_lists);
  ADD ("search", test_search);
  ADD ("every-page", test_every_page);
  ADD ("page-is-remembered", test_page_is_remembered);
  ADD ("copy", test_copy);
  ADD ("print", test_print);
#undef ADD
  g_test_add_func ("/catalogue-view/refused-content", test_refused_content);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
