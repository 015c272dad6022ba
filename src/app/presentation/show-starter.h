/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_SHOW_STARTER (sotay_show_starter_get_type ())
/**
 * SotayShowStarter:
 *
 * Starts the shows of a window, one at a time, and offers at its place to go on with one that was not ended.
 */
G_DECLARE_FINAL_TYPE (SotayShowStarter, sotay_show_starter, SOTAY, SHOW_STARTER, AdwBin)

void sotay_show_starter_set_services (SotayShowStarter *starter, SotayServices *services); /* once, first */

/**
 * sotay_show_starter_look:
 *
 * Looks in the background whether there is a show that was not ended.
 */
void sotay_show_starter_look (SotayShowStarter *starter);

/**
 * sotay_show_starter_start:
 * @lesson: what is taught, see lesson-choice.h; "" for what was chosen last
 *
 * A show that runs comes to the front instead. Where one was not ended the person is asked about it first.
 */
void sotay_show_starter_start (SotayShowStarter *starter, const char *lesson);

/**
 * sotay_show_starter_close:
 *
 * The window goes: a show that runs ends with it and can be gone on with later.
 */
void sotay_show_starter_close (SotayShowStarter *starter);

void sotay_show_starter_prepare (SotayShowStarter *starter); /* opens the window that prepares a lesson */

G_END_DECLS
