/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/awake.h"

#include <gio/gio.h>

#define SUSPEND_AND_IDLE 12u /* the same in GNOME's session manager and in the portal: 4 suspend, 8 idle */

typedef enum
{
  SCREEN_SAVER,
  POWER,
  SESSION,
  NOTIFICATIONS,
  PORTAL, /* the last: asked when the others that keep awake are not willing */
  N_KEEPERS
} Keeper;

typedef struct
{
  const char *name;
  const char *path;
  const char *interface;
  const char *release; /* the method that takes the answer back */
  const char *answer;
} KeeperInfo;

static const KeeperInfo keepers[N_KEEPERS] = {
  [SCREEN_SAVER] = { "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver",
                     "UnInhibit", "(u)" },
  [POWER] = { "org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit",
              "org.freedesktop.PowerManagement.Inhibit", "UnInhibit", "(u)" },
  [SESSION] = { "org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager", "Uninhibit",
                "(u)" },
  [NOTIFICATIONS] = { "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
                      "org.freedesktop.Notifications", "UnInhibit", "(u)" },
  [PORTAL] = { "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit",
               NULL, "(o)" },
};

struct _SotayAwake
{
  grefcount references; /* the owner's, and one for each answer that is waited for */
  char *reason;
  GDBusConnection *bus;
  GVariant *answers[N_KEEPERS];
  guint unwilling; /* how many of those before the portal do not keep the screen */
  gboolean over;
};

typedef struct
{
  SotayAwake *awake;
  Keeper keeper;
} Question;

static SotayAwake *
awake_ref (SotayAwake *self)
{
  g_ref_count_inc (&self->references);
  return self;
}

static void
awake_unref (SotayAwake *self)
{
  if (!g_ref_count_dec (&self->references))
    return;
  for (int i = 0; i < N_KEEPERS; i++)
    g_clear_pointer (&self->answers[i], g_variant_unref);
  g_clear_object (&self->bus);
  g_free (self->reason);
  g_free (self);
}

static void
give_back (SotayAwake *self, Keeper keeper)
{
  const KeeperInfo *info = &keepers[keeper];
  GVariant *answer = self->answers[keeper];

  if (answer == NULL)
    return;
  if (keeper == PORTAL)
    {
      const char *handle;

      g_variant_get (answer, "(&o)", &handle);
      g_dbus_connection_call (self->bus, info->name, handle, "org.freedesktop.portal.Request", "Close", NULL, NULL,
                              G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
    }
  else
    {
      g_dbus_connection_call (self->bus, info->name, info->path, info->interface, info->release, answer, NULL,
                              G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
    }
  g_clear_pointer (&self->answers[keeper], g_variant_unref);
  /* The connection ends with its last user, and would not send what is still to be sent. */
  g_dbus_connection_flush (self->bus, NULL, NULL, NULL);
}

static GVariant *
make_arguments (SotayAwake *self, Keeper keeper)
{
  switch (keeper)
    {
    case SESSION:
      return g_variant_new ("(susu)", SOTAY_APPLICATION_ID, 0, self->reason, SUSPEND_AND_IDLE);
    case NOTIFICATIONS:
      return g_variant_new ("(ssa{sv})", SOTAY_APPLICATION_ID, self->reason, NULL);
    case PORTAL:
      return g_variant_new_parsed ("('', %u, {'reason': <%s>})", SUSPEND_AND_IDLE, self->reason);
    default:
      return g_variant_new ("(ss)", SOTAY_APPLICATION_ID, self->reason);
    }
}

static void ask (SotayAwake *self, Keeper keeper);

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;
  SotayAwake *self = question->awake;
  Keeper keeper = question->keeper;

  self->answers[keeper] = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  if (self->over)
    give_back (self, keeper);
  else if (self->answers[keeper] == NULL && keeper < NOTIFICATIONS && ++self->unwilling == NOTIFICATIONS)
    ask (self, PORTAL);
  awake_unref (self);
}

/* Without a limit of time: an answer that comes after it would never be heard of, and never be given back. */
static void
ask (SotayAwake *self, Keeper keeper)
{
  const KeeperInfo *info = &keepers[keeper];
  Question *question = g_new0 (Question, 1);

  question->awake = awake_ref (self);
  question->keeper = keeper;
  /* A desktop runs its own ones already; only the portal is started when it is wanted. */
  g_dbus_connection_call (self->bus, info->name, info->path, info->interface, "Inhibit",
                          make_arguments (self, keeper), G_VARIANT_TYPE (info->answer),
                          keeper == PORTAL ? G_DBUS_CALL_FLAGS_NONE : G_DBUS_CALL_FLAGS_NO_AUTO_START, G_MAXINT, NULL,
                          answered_cb, question);
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SotayAwake *self = data;

  self->bus = g_bus_get_finish (result, NULL);
  if (self->bus != NULL && !self->over)
    {
      /* A bus that goes away must not end the show. */
      g_dbus_connection_set_exit_on_close (self->bus, FALSE);
      for (Keeper keeper = 0; keeper < PORTAL; keeper++)
        ask (self, keeper);
    }
  awake_unref (self);
}

SotayAwake *
sotay_awake_start (const char *reason)
{
  SotayAwake *self = g_new0 (SotayAwake, 1);

  g_ref_count_init (&self->references);
  self->reason = g_strdup (reason);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, connected_cb, awake_ref (self));
  return self;
}

void
sotay_awake_free (SotayAwake *self)
{
  self->over = TRUE;
  for (Keeper keeper = 0; keeper < N_KEEPERS && self->bus != NULL; keeper++)
    give_back (self, keeper);
  awake_unref (self);
}
