/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_ATTENDANCE_PANEL (sotay_attendance_panel_get_type ())
/**
 * SotayAttendancePanel:
 *
 * Attendance during a show, in the presenter's window or over the wall. Without a session it first offers those of
 * today, or a new one.
 *
 * Signal "session-chosen" (string id): the show is tied to this session from now on.
 */
G_DECLARE_FINAL_TYPE (SotayAttendancePanel, sotay_attendance_panel, SOTAY, ATTENDANCE_PANEL, AdwBin)

/**
 * sotay_attendance_panel_new:
 * @session_id: (nullable): the session of the show
 * @masked: names are shortened so that only those who bear them know ("N. V. Bình"), and no phone, code or birth is
 *   shown: for the wall
 */
GtkWidget *sotay_attendance_panel_new (SotayServices *services, const char *session_id, gboolean masked);

G_END_DECLS
