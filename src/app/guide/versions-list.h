/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/library.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_VERSIONS_LIST (sotay_versions_list_get_type ())
/**
 * SotayVersionsList:
 *
 * The copies of the manual that are kept on this PC: which one is in use, using another, checking one, and removing
 * one, which can be taken back where it happened. Hidden while there is none.
 */
G_DECLARE_FINAL_TYPE (SotayVersionsList, sotay_versions_list, SOTAY, VERSIONS_LIST, AdwBin)

/**
 * sotay_versions_list_set_library:
 * @library: the copies
 */
void sotay_versions_list_set_library (SotayVersionsList *list, SotayGuideLibrary *library);

G_END_DECLS
