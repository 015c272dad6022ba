/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PC that neither sleeps nor shows notifications, for as long as a room looks at its screen. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SotayAwake SotayAwake;

/**
 * sotay_awake_start:
 * @reason: what a person reads who asks the desktop why it stays awake
 *
 * Asks the desktop over the session bus: the screen saver (org.freedesktop.ScreenSaver), the power manager
 * (org.freedesktop.PowerManagement.Inhibit), GNOME's session manager, and where none of them is willing the portal; and
 * the server of notifications where it can be asked to wait. Never waits for an answer; a desktop that has none of
 * these is no error.
 *
 * Returns: (transfer full): what keeps the PC awake until it is freed
 */
SotayAwake *sotay_awake_start (const char *reason);

/**
 * sotay_awake_free:
 *
 * Gives back all that was got, and what a slow service grants later as soon as it does.
 */
void sotay_awake_free (SotayAwake *awake);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayAwake, sotay_awake_free)

G_END_DECLS
