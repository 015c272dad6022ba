/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a QR code that lets a phone join a Wi-Fi network. It holds the password: shown, never stored. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SOTAY_WIFI_GOOD,
  SOTAY_WIFI_NO_NAME,
  SOTAY_WIFI_LONG_NAME,      /* more than 32 bytes */
  SOTAY_WIFI_BAD_NAME,       /* letters that cannot be shown */
  SOTAY_WIFI_SHORT_PASSWORD, /* fewer than 8 signs */
  SOTAY_WIFI_LONG_PASSWORD,  /* more than 63 */
  SOTAY_WIFI_BAD_PASSWORD,   /* signs that WPA does not know: accents, for example */
} SotayWifiProblem;

/**
 * sotay_wifi_check:
 * @name: the network's name (SSID)
 * @password: its WPA password; "" for a network without one
 *
 * Returns: what is wrong with them
 */
SotayWifiProblem sotay_wifi_check (const char *name, const char *password);

/**
 * sotay_wifi_write_code:
 * @name: as for sotay_wifi_check(), which found it good
 * @password: likewise
 * @hidden: whether the network does not tell its name
 *
 * Returns: (transfer full): "WIFI:T:WPA;S:…;P:…;;", as phones' cameras read it
 */
char *sotay_wifi_write_code (const char *name, const char *password, gboolean hidden);

G_END_DECLS
