/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_ADDRESS_ROW (sotay_address_row_get_type ())
/**
 * SotayAddressRow:
 *
 * The manual's address, changed in place: taken when it is one, with a way back to the letter's address.
 */
G_DECLARE_FINAL_TYPE (SotayAddressRow, sotay_address_row, SOTAY, ADDRESS_ROW, AdwBin)

/**
 * sotay_address_row_set_settings:
 * @settings: keeps the address
 */
void sotay_address_row_set_settings (SotayAddressRow *row, GSettings *settings);

G_END_DECLS
