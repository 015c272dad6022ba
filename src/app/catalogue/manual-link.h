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
 * Invisible while there is no utility, or no copy of the manual on this PC.
 */
G_DECLARE_FINAL_TYPE (SotayManualLink, sotay_manual_link, SOTAY, MANUAL_LINK, AdwBin)

/**
 * sotay_manual_link_set_services:
 * @services: know the copies of the manual and the map of its pages, which are read for the first utility
 */
void sotay_manual_link_set_services (SotayManualLink *link, SotayServices *services);

/**
 * sotay_manual_link_set_utility:
 * @id: (nullable): a utility: "U1" … "U16"
 */
void sotay_manual_link_set_utility (SotayManualLink *link, const char *id);

G_END_DECLS
