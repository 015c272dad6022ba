/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/handout-help.h"
#include "app/guide/handout-page.h"
#include "app/guide/handout-window.h"
#include "app/guide/wifi-card.h"
#include "app/widgets/field-row.h"
#include "guide/guide-error.h"
#include "services/messages.h"
#include "view-support.h"

#include "support/test-support.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHECKED \
  _("It works from this PC: the page and the file come whole. If a phone does not come through, look at the reasons on this page.")

static GtkWidget *
make_page (SotayServices *services)
{
  SotayHandoutPage *page = g_object_new (SOTAY_TYPE_HANDOUT_PAGE, "loopback", "lo", "patience-seconds", 1, NULL);

  sotay_handout_page_set_services (page, services);
  return GTK_WIDGET (page);
}

static void
import (ViewFixture *fixture)
{
  g_autofree char *path = sotay_test_data ("guide/data/five-pages.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  SotayGuideLibrary *library = sotay_services_get_guide (fixture->services);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SotayManualCopy) copy = NULL;

  sotay_guide_library_import_async (library, file, NULL, NULL, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  copy = sotay_guide_library_import_finish (library, result, NULL);
  g_assert_nonnull (copy);
}

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  view_fixture_set_up (fixture);
  if (data != NULL)
    import (fixture);
  view_fixture_open (fixture, make_page);
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  view_fixture_tear_down (fixture);
}

static gboolean
find_address (GtkWidget *root, char **address)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root)
      && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (root)), "http://127.0.0.1:"))
    {
      g_free (*address);
      *address = g_strdup (gtk_label_get_text (GTK_LABEL (root)));
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (find_address (child, address))
      return TRUE;
  return FALSE;
}

typedef struct
{
  GtkWidget *view;
  char *address;
} AddressWait;

static gboolean
address_is_there (gpointer data)
{
  AddressWait *wait = data;

  return find_address (wait->view, &wait->address);
}

static char *
start (ViewFixture *fixture)
{
  AddressWait wait = { fixture->view, NULL };

  g_assert_true (gtk_widget_activate_action (fixture->view, "handout.start", NULL));
  view_wait (address_is_there, &wait);
  return wait.address;
}

/* Fetches the page or the file from another address of this PC, as a phone would; nothing may wait for this thread. */
static char *
fetch_from (const char *own, const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GSocketAddress) from = g_inet_socket_address_new_from_string (own, 0);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autofree char *request = g_strdup_printf ("GET %s HTTP/1.1\r\nHost: x\r\n\r\n", g_uri_get_path (uri));
  GString *answer = g_string_new (NULL);
  char piece[4096];
  gssize got;

  g_socket_client_set_local_address (client, from);
  g_socket_client_set_timeout (client, 20);
  connection = g_socket_client_connect_to_host (client, g_uri_get_host (uri), (guint16) g_uri_get_port (uri), NULL,
                                                NULL);
  g_assert_nonnull (connection);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request, strlen (request), NULL,
                             NULL, NULL);
  while ((got = g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), piece, sizeof piece, NULL,
                                     NULL)) > 0)
    g_string_append_len (answer, piece, got);
  return g_string_free (answer, FALSE);
}

static void
test_no_copy (ViewFixture *fixture, gconstpointer data)
{
  view_wait_for_label (fixture->view, _("There is no copy of the manual on this PC yet. Download it or import it first; then it can be handed out without internet."));
  g_assert_null (view_find_label (fixture->view, _("Give it to the room")));
  import (fixture);
  view_wait_for_label (fixture->view, _("Give it to the room"));
}

static void
test_serve (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *address = start (fixture);
  g_autofree char *file = g_strconcat (address, "/five-pages.pdf", NULL);
  g_autofree char *page = fetch_from ("127.0.0.2", address);
  g_autofree char *answer = NULL;

  g_assert_nonnull (strstr (page, "/five-pages.pdf\""));
  view_wait_for_label (fixture->view, "0");
  answer = fetch_from ("127.0.0.2", file);
  g_assert_nonnull (strstr (answer, "%PDF-"));
  view_wait_for_label (fixture->view, "1");
  view_wait_for_label (fixture->view, ngettext ("phone has the whole manual", "phones have the whole manual", 1));
  g_assert_true (gtk_widget_activate_action (fixture->view, "handout.copy-address", NULL));
  view_wait_for_toast (fixture, _("The address is copied."));
  g_assert_true (gtk_widget_activate_action (fixture->view, "handout.stop", NULL));
  view_wait_for_label (fixture->view, _("Give it to the room"));
  g_assert_false (find_address (fixture->view, &address));
}

static void
test_check (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *address = start (fixture);

  g_assert_nonnull (address);
  g_assert_true (gtk_widget_activate_action (fixture->view, "handout.check", NULL));
  view_wait_for_label (fixture->view, CHECKED);
}

/* Nobody came for as long as the page has patience: the reasons stand open, above the Wi-Fi. */
static void
test_nobody (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *address = start (fixture);
  GtkWidget *help = view_find (fixture->view, SOTAY_TYPE_HANDOUT_HELP);
  g_autofree char *page = NULL;

  g_assert_nonnull (view_find_label (fixture->view, _("If phones do not come through")));
  view_wait_for_label (fixture->view, _("No phone has come yet. It may be this:"));
  view_wait_for_label (fixture->view, _("The address was typed with https"));
  for (GtkWidget *next = help; next != NULL; next = gtk_widget_get_prev_sibling (next))
    g_assert_false (SOTAY_IS_WIFI_CARD (next));
  /* Trying from this PC does not count as somebody; a phone does. */
  g_assert_true (gtk_widget_activate_action (fixture->view, "handout.check", NULL));
  view_wait_for_label (fixture->view, CHECKED);
  g_assert_nonnull (view_find_label (fixture->view, _("No phone has come yet. It may be this:")));
  page = fetch_from ("127.0.0.2", address);
  g_assert_nonnull (page);
  view_wait_for_label (fixture->view, _("If phones do not come through"));
}

/* The cable is pulled out. */
static void
test_network_lost (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *address = start (fixture);
  g_autoptr (GError) error = g_error_new (SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_HANDOUT_LOST, "x");
  g_autofree char *sentence = sotay_describe_error (error);

  g_assert_nonnull (address);
  g_object_set (fixture->view, "loopback", NULL, NULL);
  g_signal_emit_by_name (g_network_monitor_get_default (), "network-changed", TRUE);
  view_wait_for_label (fixture->view, sentence);
  g_assert_false (find_address (fixture->view, &address));
}

static void
test_full_screen (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *address = start (fixture);
  GtkWidget *card = view_find (fixture->view, SOTAY_TYPE_WIFI_CARD);
  g_autofree char *title = g_strdup_printf (_("1. Join the Wi-Fi “%s”"), "Phòng họp");
  GtkWidget *window = NULL;

  g_assert_null (sotay_wifi_card_get_symbol (SOTAY_WIFI_CARD (card)));
  sotay_field_row_set_text (view_find (card, SOTAY_TYPE_FIELD_ROW), "Phòng họp");
  gtk_editable_set_text (GTK_EDITABLE (view_find (card, ADW_TYPE_PASSWORD_ENTRY_ROW)), "1234567");
  g_assert_null (sotay_wifi_card_get_symbol (SOTAY_WIFI_CARD (card)));
  view_wait_for_label (card, _("A Wi-Fi password has at least 8 signs."));
  gtk_editable_set_text (GTK_EDITABLE (view_find (card, ADW_TYPE_PASSWORD_ENTRY_ROW)), "12345678x");
  g_assert_cmpstr (sotay_qr_symbol_get_text (sotay_wifi_card_get_symbol (SOTAY_WIFI_CARD (card))), ==,
                   "WIFI:T:WPA;S:Phòng họp;P:12345678x;;");
  g_assert_true (gtk_widget_activate_action (fixture->view, "handout.fullscreen", NULL));
  view_wait_for_window (SOTAY_TYPE_HANDOUT_WINDOW);
  window = view_find_window (SOTAY_TYPE_HANDOUT_WINDOW);
  view_wait_for_label (window, address);
  view_wait_for_label (window, title);
  g_assert_true (gtk_widget_activate_action (fixture->view, "handout.stop", NULL));
  view_wait_for_no_window (SOTAY_TYPE_HANDOUT_WINDOW);
}

static gboolean
is_gone (gpointer view)
{
  return *(GtkWidget **) view == NULL;
}

/* Closing the window breaks the lines; the next one who asks finds nobody. */
static void
test_closed (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *address = start (fixture);
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;

  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_set_child (fixture->window, NULL);
  view_wait (is_gone, &fixture->view);
  g_assert_null (g_socket_client_connect_to_host (client, "127.0.0.1", (guint16) g_uri_get_port (uri), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED);
  fixture->view = gtk_label_new (NULL);
  gtk_window_set_child (fixture->window, fixture->view);
}

static void
add (const char *path, const char *copy, void (*func) (ViewFixture *, gconstpointer))
{
  g_test_add (path, ViewFixture, copy, set_up, func, tear_down);
}

static void
add_tests (void)
{
  add ("/app/handout/no-copy", NULL, test_no_copy);
  add ("/app/handout/serve", "copy", test_serve);
  add ("/app/handout/check", "copy", test_check);
  add ("/app/handout/nobody", "copy", test_nobody);
  add ("/app/handout/network-lost", "copy", test_network_lost);
  add ("/app/handout/full-screen", "copy", test_full_screen);
  add ("/app/handout/closed", "copy", test_closed);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
