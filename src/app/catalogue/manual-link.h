/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_MANUAL_LINK (sotay_manual_link_get_type ())
/**
 * SotayManualLink:
 *
 * From a utility to its page in the manual: a button that says which page, and whether a person has checked it.
 * Invisible while there is no copy of the manual on this PC.
 */
G_DECLARE_FINAL_TYPE (SotayManualLink, sotay_manual_link, SOTAY, MANUAL_LINK, AdwBin)

/**
 * sotay_manual_link_new:
 * @id: a utility: "U1" … "U16"
 *
 * Returns: (transfer floating): the link
 */
GtkWidget *sotay_manual_link_new (SotayServices *services, const char *id);

G_END_DECLS
