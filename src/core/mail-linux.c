/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/mail.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PATIENCE_MS 5000 /* a portal that does not even take the letter is none */

/* What the Response of a portal says first. */
enum
{
  RESPONSE_DONE,
  RESPONSE_CANCELLED,
};

typedef struct
{
  char *window;
  char *subject;
  char *body;
  char *path;
  GDBusConnection *bus;
  guint subscription;
  GSource *cancelling;
} Letter;

static void
stop_listening (Letter *letter)
{
  if (letter->subscription != 0)
    g_dbus_connection_signal_unsubscribe (letter->bus, letter->subscription);
  letter->subscription = 0;
  if (letter->cancelling != NULL)
    g_source_destroy (letter->cancelling);
  g_clear_pointer (&letter->cancelling, g_source_unref);
}

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  stop_listening (letter);
  g_clear_object (&letter->bus);
  g_free (letter->window);
  g_free (letter->subject);
  g_free (letter->body);
  g_free (letter->path);
  g_free (letter);
}

static void
program_ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "xdg-email: %s", error->message);
}

static void
ask_program (GTask *task)
{
  Letter *letter = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program = NULL;

  program = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                              "xdg-email", "--utf8", "--subject", letter->subject, "--body", letter->body, "--attach",
                              letter->path, NULL);
  if (program != NULL)
    g_subprocess_wait_check_async (program, g_task_get_cancellable (task), program_ended_cb, g_object_ref (task));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s", error->message);
}

static void
responded_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *signal,
              GVariant *parameters, gpointer data)
{
  g_autoptr (GTask) task = g_object_ref (data);
  guint response = G_MAXUINT; /* a stranger may have sent the signal */

  stop_listening (g_task_get_task_data (task));
  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    g_variant_get (parameters, "(u@a{sv})", &response, NULL);
  if (response == RESPONSE_DONE)
    g_task_return_boolean (task, TRUE);
  else if (response == RESPONSE_CANCELLED)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "closed");
  else
    ask_program (task);
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  g_autoptr (GTask) task = g_object_ref (data);

  stop_listening (g_task_get_task_data (task));
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

/* The person may leave the portal's question open for as long as they like. */
static void
listen_for_cancelling (GTask *task)
{
  Letter *letter = g_task_get_task_data (task);

  if (g_task_get_cancellable (task) == NULL)
    return;
  letter->cancelling = g_cancellable_source_new (g_task_get_cancellable (task));
  g_source_set_callback (letter->cancelling, G_SOURCE_FUNC (cancelled_cb), g_object_ref (task), g_object_unref);
  g_source_attach (letter->cancelling, g_main_context_get_thread_default ());
}

/* The answer may come before the call returns, so it is listened for first; where, follows from the names of both. */
static void
listen (GTask *task, const char *token)
{
  Letter *letter = g_task_get_task_data (task);
  g_autofree char *sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (letter->bus) + 1), ".", '_');
  g_autofree char *path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);

  letter->subscription = g_dbus_connection_signal_subscribe (letter->bus, PORTAL, "org.freedesktop.portal.Request",
                                                             "Response", path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                                             responded_cb, g_object_ref (task), g_object_unref);
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) handle = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), NULL,
                                                                                 result, &error);
  Letter *letter = g_task_get_task_data (task);

  if (handle != NULL)
    {
      if (letter->subscription != 0)
        listen_for_cancelling (task);
      return;
    }
  stop_listening (letter);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    ask_program (task);
}

static GVariant *
make_options (Letter *letter, const char *token, int index)
{
  GVariantBuilder options;
  GVariantBuilder files;

  g_variant_builder_init (&files, G_VARIANT_TYPE ("ah"));
  g_variant_builder_add (&files, "h", index);
  g_variant_builder_init (&options, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "subject", g_variant_new_string (letter->subject));
  g_variant_builder_add (&options, "{sv}", "body", g_variant_new_string (letter->body));
  g_variant_builder_add (&options, "{sv}", "attachment_fds", g_variant_builder_end (&files));
  return g_variant_builder_end (&options);
}

static void
ask_portal (GTask *task, int file)
{
  Letter *letter = g_task_get_task_data (task);
  g_autoptr (GUnixFDList) files = g_unix_fd_list_new ();
  int index = g_unix_fd_list_append (files, file, NULL);
  g_autofree char *token = g_strdup_printf ("sotay%08x", g_random_int ());

  if (index < 0)
    {
      ask_program (task);
      return;
    }
  listen (task, token);
  g_dbus_connection_call_with_unix_fd_list (
      letter->bus, PORTAL, PORTAL_PATH, "org.freedesktop.portal.Email", "ComposeEmail",
      g_variant_new ("(s@a{sv})", letter->window, make_options (letter, token, index)), G_VARIANT_TYPE ("(o)"),
      G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, files, g_task_get_cancellable (task), called_cb, g_object_ref (task));
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Letter *letter = g_task_get_task_data (task);
  int file = g_open (letter->path, O_RDONLY | O_CLOEXEC, 0);
  int saved = errno;

  letter->bus = g_bus_get_finish (result, NULL);
  if (file < 0)
    {
      g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (saved), "%s: %s", letter->path,
                               g_strerror (saved));
      return;
    }
  if (letter->bus != NULL)
    ask_portal (task, file);
  else
    ask_program (task);
  g_close (file, NULL);
}

void
sotay_mail_compose_async (const char *window, const char *subject, const char *body, const char *path,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Letter *letter = g_new0 (Letter, 1);

  letter->window = g_strdup (window != NULL ? window : "");
  letter->subject = g_strdup (subject);
  letter->body = g_strdup (body);
  letter->path = g_strdup (path);
  g_task_set_source_tag (task, sotay_mail_compose_async);
  g_task_set_task_data (task, letter, letter_free);
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, connected_cb, task);
}

gboolean
sotay_mail_compose_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
