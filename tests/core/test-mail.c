/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters with a file: over a portal on a bus of the test's own, and over the program where there is none. */
#include "core/mail.h"

#include "support/test-support.h"

#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

static const char interface_xml[] =
    "<node><interface name='org.freedesktop.portal.Email'><method name='ComposeEmail'>"
    "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/>"
    "</method></interface></node>";

typedef struct
{
  GTestDBus *bus;
  GDBusConnection *portal; /* the side of the portal */
  guint response;          /* what it answers; G_MAXUINT: nothing */
  char *subject;           /* what it was given */
  char *attached;
  char *folder;
  char *file;
} Fixture;

static void
read_attached (Fixture *fixture, GUnixFDList *files, GVariant *options)
{
  g_autoptr (GVariant) handles = g_variant_lookup_value (options, "attachment_fds", G_VARIANT_TYPE ("ah"));
  gint32 index;
  char text[64] = "";
  int fd;

  g_variant_get_child (handles, 0, "h", &index);
  fd = g_unix_fd_list_get (files, index, NULL);
  g_assert_cmpint (read (fd, text, sizeof text - 1), >, 0);
  close (fd);
  fixture->attached = g_strdup (text);
}

static void
compose_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
            const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
  Fixture *fixture = data;
  GUnixFDList *files = g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation));
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 1);
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *token = NULL;
  g_autofree char *handle = NULL;

  g_variant_lookup (options, "handle_token", "s", &token);
  g_variant_lookup (options, "subject", "s", &fixture->subject);
  read_attached (fixture, files, options);
  handle = g_strdup_printf (PORTAL_PATH "/request/%s/%s", name, token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", handle));
  if (fixture->response != G_MAXUINT)
    g_dbus_connection_emit_signal (connection, sender, handle, "org.freedesktop.portal.Request", "Response",
                                   g_variant_new ("(ua{sv})", fixture->response, NULL), NULL);
}

static void
own_name (GDBusConnection *connection)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                                            "org.freedesktop.DBus", "RequestName",
                                                            g_variant_new ("(su)", PORTAL, 0), NULL,
                                                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);

  g_assert_nonnull (reply);
}

static void
open_portal (Fixture *fixture)
{
  static const GDBusInterfaceVTable vtable = { compose_cb };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (interface_xml, NULL);

  fixture->portal = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (fixture->bus),
                                                            G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                                | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                            NULL, NULL, NULL);
  g_assert_cmpuint (g_dbus_connection_register_object (fixture->portal, PORTAL_PATH, info->interfaces[0], &vtable,
                                                       fixture, NULL, NULL), >, 0);
  own_name (fixture->portal);
}

static void
install_program (Fixture *fixture, const char *script)
{
  g_autofree char *path = g_build_filename (fixture->folder, "xdg-email", NULL);
  g_autofree char *search = g_strconcat (fixture->folder, ":/usr/bin:/bin", NULL);

  g_assert_true (g_file_set_contents (path, script, -1, NULL));
  g_assert_cmpint (g_chmod (path, 0700), ==, 0);
  g_setenv ("PATH", search, TRUE);
}

static void
fixture_set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->response = G_MAXUINT;
  fixture->folder = sotay_test_folder ();
  fixture->file = g_build_filename (fixture->folder, "báo cáo.pdf", NULL);
  g_assert_true (g_file_set_contents (fixture->file, "%PDF", -1, NULL));
  install_program (fixture, "#!/bin/sh\nexit 3\n");
  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer unused)
{
  if (fixture->portal != NULL)
    g_dbus_connection_close_sync (fixture->portal, NULL, NULL);
  g_clear_object (&fixture->portal);
  g_test_dbus_down (fixture->bus);
  g_object_unref (fixture->bus);
  g_free (fixture->subject);
  g_free (fixture->attached);
  g_free (fixture->folder);
  g_free (fixture->file);
}

static void
assert_composed (Fixture *fixture, GCancellable *cancellable, int code)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  sotay_mail_compose_async (NULL, "Báo cáo tháng 11", "Kính gửi", fixture->file, cancellable, sotay_test_store_result,
                            &result);
  sotay_test_wait (&result);
  done = sotay_mail_compose_finish (result, &error);
  if (code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, G_IO_ERROR, code);
  g_assert_cmpint (done, ==, code < 0);
}

static void
test_portal (Fixture *fixture, gconstpointer unused)
{
  open_portal (fixture);
  fixture->response = 0;
  assert_composed (fixture, NULL, -1);
  g_assert_cmpstr (fixture->subject, ==, "Báo cáo tháng 11");
  g_assert_cmpstr (fixture->attached, ==, "%PDF");
}

static void
test_closed (Fixture *fixture, gconstpointer unused)
{
  open_portal (fixture);
  fixture->response = 1;
  assert_composed (fixture, NULL, G_IO_ERROR_CANCELLED);
}

static gboolean
cancel_when_asked_cb (gpointer data)
{
  gpointer *pair = data;
  Fixture *fixture = pair[0];

  if (fixture->attached == NULL)
    return G_SOURCE_CONTINUE;
  g_cancellable_cancel (pair[1]);
  return G_SOURCE_REMOVE;
}

static void
test_left_open (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gpointer pair[] = { fixture, cancellable };

  open_portal (fixture);
  g_timeout_add (5, cancel_when_asked_cb, pair);
  assert_composed (fixture, cancellable, G_IO_ERROR_CANCELLED);
}

/* The portal is there but has no mail program; or there is no portal at all. */
static void
test_program (Fixture *fixture, gconstpointer with_portal)
{
  g_autofree char *said = g_build_filename (fixture->folder, "said", NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\nprintf '%%s\\n' \"$@\" > %s\n", said);
  g_autofree char *expected = g_strdup_printf ("--utf8\n--subject\nBáo cáo tháng 11\n--body\nKính gửi\n--attach\n%s\n",
                                               fixture->file);
  g_autofree char *text = NULL;

  if (with_portal != NULL)
    open_portal (fixture);
  fixture->response = 2;
  install_program (fixture, script);
  assert_composed (fixture, NULL, -1);
  g_assert_true (g_file_get_contents (said, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_nothing (Fixture *fixture, gconstpointer unused)
{
  assert_composed (fixture, NULL, G_IO_ERROR_NOT_FOUND);
}

static void
test_no_file (Fixture *fixture, gconstpointer unused)
{
  open_portal (fixture);
  g_assert_cmpint (g_remove (fixture->file), ==, 0);
  assert_composed (fixture, NULL, G_IO_ERROR_NOT_FOUND);
  g_assert_null (fixture->subject);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)

static void
add_tests (void)
{
  ADD ("/mail/portal", NULL, test_portal);
  ADD ("/mail/closed", NULL, test_closed);
  ADD ("/mail/left-open", NULL, test_left_open);
  ADD ("/mail/program", NULL, test_program);
  ADD ("/mail/program-behind-portal", "portal", test_program);
  ADD ("/mail/nothing", NULL, test_nothing);
  ADD ("/mail/no-file", NULL, test_no_file);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
