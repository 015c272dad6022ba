/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Keys of the schema io.github.sotay_vneid.SotayVneid; what they mean stands in the schema. */
#define SOTAY_SETTING_LANGUAGE "language"
#define SOTAY_SETTING_TEXT_SCALE "text-scale"
#define SOTAY_SETTING_COLOUR_SCHEME "colour-scheme"
#define SOTAY_SETTING_USE_GL "use-gl"
#define SOTAY_SETTING_MANUAL_ADDRESS "manual-address"
#define SOTAY_SETTING_CONTENT_FOLDER "content-folder"
#define SOTAY_SETTING_UNIT_NAME "unit-name"
#define SOTAY_SETTING_PARENT_UNIT_NAME "parent-unit-name"
#define SOTAY_SETTING_REPORT_SYMBOL "report-symbol"
#define SOTAY_SETTING_REPORT_PLACE "report-place"
#define SOTAY_SETTING_REPORT_ADDRESSEES "report-addressees"
#define SOTAY_SETTING_REPORT_RECIPIENTS "report-recipients"
#define SOTAY_SETTING_REPORT_AUTHORITY "report-authority"
#define SOTAY_SETTING_REPORT_ROLE "report-role"
#define SOTAY_SETTING_REPORT_SIGNER "report-signer"
#define SOTAY_SETTING_REPORT_MAKER "report-maker"
#define SOTAY_SETTING_CONTACT_NUMBERS "contact-numbers"
#define SOTAY_SETTING_WINDOW_WIDTH "window-width"
#define SOTAY_SETTING_WINDOW_HEIGHT "window-height"
#define SOTAY_SETTING_WINDOW_MAXIMIZED "window-maximized"
#define SOTAY_SETTING_VIEW "view"
#define SOTAY_SETTING_PAGE "page"
#define SOTAY_SETTING_UNIT "unit"
#define SOTAY_SETTING_STAFF_FILTERS "staff-filters"
#define SOTAY_SETTING_STAFF_COLUMNS "staff-columns"
#define SOTAY_SETTING_UNITS_WORST_FIRST "units-worst-first"
#define SOTAY_SETTING_UNITS_CLOSED "units-closed"
#define SOTAY_SETTING_READER_ZOOM_MODE "reader-zoom-mode"
#define SOTAY_SETTING_READER_ZOOM "reader-zoom"
#define SOTAY_SETTING_READER_NIGHT "reader-night"
#define SOTAY_SETTING_READER_TWO_PAGES "reader-two-pages"
#define SOTAY_SETTING_READER_SIDEBAR "reader-sidebar"
#define SOTAY_SETTING_WALL_THEME "wall-theme"
#define SOTAY_SETTING_WALL_LARGE_TEXT "wall-large-text"
#define SOTAY_SETTING_WALL_TRANSITIONS "wall-transitions"
#define SOTAY_SETTING_WALL_SCREEN "wall-screen"
#define SOTAY_SETTING_ROOM_DISTANCE "room-distance"
#define SOTAY_SETTING_WALL_WIDTH "wall-width"
#define SOTAY_SETTING_LESSON_PLAN "lesson-plan"
#define SOTAY_SETTING_SHOW_PROBLEMS "show-problems"
#define SOTAY_SETTING_SHOW_CHECKS "show-checks"
#define SOTAY_SETTING_SHOW_MANUAL "show-manual"

/**
 * sotay_settings_new:
 *
 * The settings, kept in a plain file (see sotay_paths_settings()): so a portable copy carries them along, no session
 * service is needed, and a change by the other program is seen.
 *
 * Returns: (transfer full): the settings
 */
GSettings *sotay_settings_new (void);

G_END_DECLS
