/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/register/records-tab.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_SESSIONS_TAB (sotay_sessions_tab_get_type ())
/**
 * SotaySessionsTab:
 *
 * The training sessions of a unit (lớp tập huấn), those to come first; from here attendance is taken.
 *
 * Actions on the session selected: "sessions.attend", "sessions.add-slot", "sessions.record-skills"; and
 * "sessions.attend-today".
 */
G_DECLARE_FINAL_TYPE (SotaySessionsTab, sotay_sessions_tab, SOTAY, SESSIONS_TAB, SotayRecordsTab)

G_END_DECLS
