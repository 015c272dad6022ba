/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_HANDOUT_PAGE (sotay_handout_page_get_type ())
/**
 * SotayHandoutPage:
 *
 * "Phát cho cả phòng": hands the current copy of the manual out to the phones of the room, and tells how many have it.
 * It stops when the page is disposed of.
 *
 * Property "loopback" (nullable): the name of a loopback interface to offer as well, and first; for tests.
 * Property "patience-seconds": nobody has come for so long: then the page says why that may be.
 */
G_DECLARE_FINAL_TYPE (SotayHandoutPage, sotay_handout_page, SOTAY, HANDOUT_PAGE, AdwBin)

/**
 * sotay_handout_page_set_services:
 * @services: have the library with the copy
 */
void sotay_handout_page_set_services (SotayHandoutPage *page, SotayServices *services);

G_END_DECLS
