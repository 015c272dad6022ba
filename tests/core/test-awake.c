/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PC that is kept awake: by services of the test's own on a private bus, willing and unwilling ones. */
#include "core/awake.h"

#include "support/test-support.h"

#include <string.h>

#define REASON "Đang trình chiếu"
#define COOKIE 4711u
#define HANDLE "/org/freedesktop/portal/desktop/request/1_1/sotay"

typedef enum
{
  WILLING,
  UNWILLING,
  SILENT, /* takes the question and says nothing */
} Mood;

typedef struct
{
  const char *name;
  const char *path;
  const char *xml;
} Service;

#define METHOD(name, in, out) "<method name='" name "'>" in out "</method>"
#define IN(type) "<arg type='" type "' direction='in'/>"
#define OUT(type) "<arg type='" type "' direction='out'/>"
#define INTERFACE(name, methods) "<node><interface name='" name "'>" methods "</interface></node>"

static const Service services[] = {
  { "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver",
    INTERFACE ("org.freedesktop.ScreenSaver",
               METHOD ("Inhibit", IN ("s") IN ("s"), OUT ("u")) METHOD ("UnInhibit", IN ("u"), "")) },
  { "org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit",
    INTERFACE ("org.freedesktop.PowerManagement.Inhibit",
               METHOD ("Inhibit", IN ("s") IN ("s"), OUT ("u")) METHOD ("UnInhibit", IN ("u"), "")) },
  { "org.gnome.SessionManager", "/org/gnome/SessionManager",
    INTERFACE ("org.gnome.SessionManager",
               METHOD ("Inhibit", IN ("s") IN ("u") IN ("s") IN ("u"), OUT ("u")) METHOD ("Uninhibit", IN ("u"), "")) },
  { "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
    INTERFACE ("org.freedesktop.Notifications",
               METHOD ("Inhibit", IN ("s") IN ("s") IN ("a{sv}"), OUT ("u")) METHOD ("UnInhibit", IN ("u"), "")) },
  { "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
    INTERFACE ("org.freedesktop.portal.Inhibit", METHOD ("Inhibit", IN ("s") IN ("u") IN ("a{sv}"), OUT ("o"))) },
  { NULL, HANDLE, INTERFACE ("org.freedesktop.portal.Request", METHOD ("Close", "", "")) },
};

#define SCREEN_SAVER 0
#define PORTAL 4

typedef struct
{
  GTestDBus *bus;
  GDBusConnection *desktop; /* the side of the services */
  Mood mood;
  Mood portal_mood;
  GString *heard;  /* what was asked, a line for each */
  GPtrArray *open; /* (element-type GDBusMethodInvocation): not yet answered */
} Fixture;

static void
grant (GDBusMethodInvocation *invocation)
{
  GVariant *answer = g_str_equal (g_dbus_method_invocation_get_object_path (invocation), services[PORTAL].path)
                         ? g_variant_new ("(o)", HANDLE)
                         : g_variant_new ("(u)", COOKIE);

  g_dbus_method_invocation_return_value (invocation, answer);
}

static void
asked_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface, const char *method,
          GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *arguments = g_variant_print (parameters, TRUE);
  Mood mood = g_str_equal (path, services[PORTAL].path) ? fixture->portal_mood : fixture->mood;

  g_string_append_printf (fixture->heard, "%s.%s%s\n", interface, method, arguments);
  if (!g_str_equal (method, "Inhibit"))
    g_dbus_method_invocation_return_value (invocation, NULL);
  else if (mood == WILLING)
    grant (invocation);
  else if (mood == UNWILLING)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.DBus.Error.AccessDenied", "no");
  else
    g_ptr_array_add (fixture->open, invocation);
}

static void
open_service (Fixture *fixture, const Service *service)
{
  static const GDBusInterfaceVTable vtable = { asked_cb };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (service->xml, NULL);
  g_autoptr (GVariant) reply = NULL;

  g_assert_cmpuint (g_dbus_connection_register_object (fixture->desktop, service->path, info->interfaces[0], &vtable,
                                                       fixture, NULL, NULL), >, 0);
  if (service->name == NULL)
    return;
  reply = g_dbus_connection_call_sync (fixture->desktop, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", service->name, 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                       NULL);
  g_assert_nonnull (reply);
}

static void
open_services (Fixture *fixture, gsize from, gsize to)
{
  for (gsize i = from; i <= to; i++)
    open_service (fixture, &services[i]);
}

static void
fixture_set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->heard = g_string_new (NULL);
  fixture->open = g_ptr_array_new ();
  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  fixture->desktop = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (fixture->bus),
                                                             G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                                 | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                             NULL, NULL, NULL);
  g_assert_nonnull (fixture->desktop);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer unused)
{
  g_dbus_connection_close_sync (fixture->desktop, NULL, NULL);
  g_object_unref (fixture->desktop);
  g_test_dbus_down (fixture->bus);
  g_object_unref (fixture->bus);
  g_ptr_array_unref (fixture->open);
  g_string_free (fixture->heard, TRUE);
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("not heard: %s", (const char *) data);
  return G_SOURCE_REMOVE;
}

static void
wait_for (Fixture *fixture, const char *line)
{
  guint patience = g_timeout_add_seconds (60, give_up_cb, (gpointer) line);

  while (strstr (fixture->heard->str, line) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

/* Whatever was sent on the program's connection before this has arrived when it returns. */
static void
settle (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  g_dbus_connection_call (bus, g_dbus_connection_get_unique_name (fixture->desktop), HANDLE,
                          "org.freedesktop.DBus.Peer", "Ping", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          sotay_test_store_result, &result);
  sotay_test_wait (&result);
  reply = g_dbus_connection_call_finish (bus, result, NULL);
  g_assert_nonnull (reply);
}

static void
assert_not_heard (Fixture *fixture, const char *words)
{
  g_assert_null (strstr (fixture->heard->str, words));
}

static void
assert_nothing_released (Fixture *fixture)
{
  assert_not_heard (fixture, "UnInhibit");
  assert_not_heard (fixture, "Uninhibit");
  assert_not_heard (fixture, "Close");
}

#define COMMON "('" SOTAY_APPLICATION_ID "', '" REASON "'"
#define ASKED_SCREEN_SAVER "org.freedesktop.ScreenSaver.Inhibit" COMMON ")\n"
#define ASKED_POWER "org.freedesktop.PowerManagement.Inhibit.Inhibit" COMMON ")\n"
#define ASKED_SESSION \
  "org.gnome.SessionManager.Inhibit('" SOTAY_APPLICATION_ID "', uint32 0, '" REASON "', uint32 12)\n"
#define ASKED_NOTIFICATIONS "org.freedesktop.Notifications.Inhibit" COMMON ", @a{sv} {})\n"
#define ASKED_PORTAL "org.freedesktop.portal.Inhibit.Inhibit('', uint32 12, {'reason': <'" REASON "'>})\n"
#define RELEASED "(uint32 4711,)\n"

/* A desktop may have all of them; each is asked and given back, and the portal is left alone. */
static void
test_granted (Fixture *fixture, gconstpointer unused)
{
  SotayAwake *awake;

  open_services (fixture, SCREEN_SAVER, PORTAL + 1);
  awake = sotay_awake_start (REASON);
  wait_for (fixture, ASKED_SCREEN_SAVER);
  wait_for (fixture, ASKED_POWER);
  wait_for (fixture, ASKED_SESSION);
  wait_for (fixture, ASKED_NOTIFICATIONS);
  settle (fixture);
  assert_not_heard (fixture, "portal");
  assert_nothing_released (fixture);
  sotay_awake_free (awake);
  wait_for (fixture, "org.freedesktop.ScreenSaver.UnInhibit" RELEASED);
  wait_for (fixture, "org.freedesktop.PowerManagement.Inhibit.UnInhibit" RELEASED);
  wait_for (fixture, "org.gnome.SessionManager.Uninhibit" RELEASED);
  wait_for (fixture, "org.freedesktop.Notifications.UnInhibit" RELEASED);
}

/* Only the portal is there, as in a sandbox; or the others refuse. */
static void
test_portal (Fixture *fixture, gconstpointer with_others)
{
  SotayAwake *awake;

  fixture->mood = UNWILLING;
  open_services (fixture, with_others != NULL ? SCREEN_SAVER : PORTAL, PORTAL + 1);
  awake = sotay_awake_start (REASON);
  wait_for (fixture, ASKED_PORTAL);
  settle (fixture);
  sotay_awake_free (awake);
  wait_for (fixture, "org.freedesktop.portal.Request.Close()\n");
  assert_not_heard (fixture, "UnInhibit");
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  SotayAwake *awake;

  fixture->mood = UNWILLING;
  fixture->portal_mood = UNWILLING;
  open_services (fixture, SCREEN_SAVER, PORTAL + 1);
  awake = sotay_awake_start (REASON);
  wait_for (fixture, ASKED_PORTAL);
  settle (fixture);
  sotay_awake_free (awake);
  settle (fixture);
  assert_nothing_released (fixture);
}

/* A slow service grants what nobody wants any more. */
static void
test_late (Fixture *fixture, gconstpointer unused)
{
  SotayAwake *awake;

  fixture->mood = SILENT;
  open_services (fixture, SCREEN_SAVER, SCREEN_SAVER);
  awake = sotay_awake_start (REASON);
  wait_for (fixture, ASKED_SCREEN_SAVER);
  sotay_awake_free (awake);
  settle (fixture);
  assert_nothing_released (fixture);
  grant (g_ptr_array_index (fixture->open, 0));
  wait_for (fixture, "org.freedesktop.ScreenSaver.UnInhibit" RELEASED);
}

/* It is given back even when the bus is not yet reached. */
static void
test_at_once (Fixture *fixture, gconstpointer unused)
{
  open_services (fixture, SCREEN_SAVER, PORTAL + 1);
  sotay_awake_free (sotay_awake_start (REASON));
  settle (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

/* The service ends without a word; the portal takes its place. */
static void
test_vanished (Fixture *fixture, gconstpointer unused)
{
  GDBusConnection *first = fixture->desktop;
  SotayAwake *awake;

  fixture->mood = SILENT;
  open_services (fixture, SCREEN_SAVER, SCREEN_SAVER);
  fixture->desktop = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (fixture->bus),
                                                             G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                                 | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                             NULL, NULL, NULL);
  open_services (fixture, PORTAL, PORTAL + 1);
  awake = sotay_awake_start (REASON);
  wait_for (fixture, ASKED_SCREEN_SAVER);
  g_object_unref (g_ptr_array_index (fixture->open, 0));
  g_dbus_connection_close_sync (first, NULL, NULL);
  g_object_unref (first);
  wait_for (fixture, ASKED_PORTAL);
  settle (fixture);
  sotay_awake_free (awake);
  wait_for (fixture, "org.freedesktop.portal.Request.Close()\n");
}

static void
test_no_bus (void)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *address = g_strdup_printf ("unix:path=%s/nothing", folder);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GDBusConnection) bus = NULL;
  SotayAwake *awake;

  g_setenv ("DBUS_SESSION_BUS_ADDRESS", address, TRUE);
  awake = sotay_awake_start (REASON);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  bus = g_bus_get_finish (result, NULL);
  g_assert_null (bus);
  sotay_awake_free (awake);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)

static void
add_tests (void)
{
  ADD ("/awake/granted", NULL, test_granted);
  ADD ("/awake/portal", NULL, test_portal);
  ADD ("/awake/portal-behind-others", "others", test_portal);
  ADD ("/awake/refused", NULL, test_refused);
  ADD ("/awake/late", NULL, test_late);
  ADD ("/awake/at-once", NULL, test_at_once);
  ADD ("/awake/vanished", NULL, test_vanished);
  g_test_add_func ("/awake/no-bus", test_no_bus);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
