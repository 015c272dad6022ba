/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handing a letter with a file to the person's own mail program, which shows it and sends it, or not. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sotay_mail_compose_async:
 * @window: (nullable): the window that asks, as portals name it ("x11:1a2b"); %NULL: none
 * @subject: what the letter is about
 * @body: its text
 * @path: the file that goes with it
 *
 * Asks the desktop's e-mail portal (org.freedesktop.portal.Email, version 3), and where there is none the program
 * "xdg-email". The letter is open before the person when this is done; nothing is sent by it.
 */
void sotay_mail_compose_async (const char *window, const char *subject, const char *body, const char *path,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/**
 * sotay_mail_compose_finish:
 * @error: %G_IO_ERROR_NOT_FOUND when this PC has no mail program that takes letters; %G_IO_ERROR_CANCELLED when the
 *   person closed it; the file's own error
 *
 * Returns: whether the letter was handed over
 */
gboolean sotay_mail_compose_finish (GAsyncResult *result, GError **error);

G_END_DECLS
