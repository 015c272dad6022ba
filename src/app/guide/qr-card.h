/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_QR_CARD (sotay_qr_card_get_type ())
/**
 * SotayQrCard:
 *
 * The QR code of the manual's address: to scan, over the whole screen, to copy, to save, to print as a poster.
 */
G_DECLARE_FINAL_TYPE (SotayQrCard, sotay_qr_card, SOTAY, QR_CARD, AdwBin)

/**
 * sotay_qr_card_set_settings:
 * @settings: hold the address, and the unit's name for the poster
 */
void sotay_qr_card_set_settings (SotayQrCard *card, GSettings *settings);

/**
 * sotay_qr_card_print:
 *
 * Prints the poster; says so when there is no code to print.
 */
void sotay_qr_card_print (SotayQrCard *card);

G_END_DECLS
