/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/qr-symbol.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_WIFI_CARD (sotay_wifi_card_get_type ())
/**
 * SotayWifiCard:
 *
 * Asks for the name and the password of the room's Wi-Fi and shows the code that joins it. Nothing of it is stored.
 */
G_DECLARE_FINAL_TYPE (SotayWifiCard, sotay_wifi_card, SOTAY, WIFI_CARD, AdwBin)

/**
 * sotay_wifi_card_get_symbol:
 *
 * Returns: (transfer none) (nullable): the code, once name and password can be right
 */
SotayQrSymbol *sotay_wifi_card_get_symbol (SotayWifiCard *card);

const char *sotay_wifi_card_get_name (SotayWifiCard *card); /* (transfer none): the name that was typed */

G_END_DECLS
