/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_KEYS_CARD (sotay_keys_card_get_type ())
/**
 * SotayKeysCard:
 *
 * All keys of a show in words, on a card over the wall. Not visible until it is opened.
 *
 * Signal "closed".
 */
G_DECLARE_FINAL_TYPE (SotayKeysCard, sotay_keys_card, SOTAY, KEYS_CARD, GtkWidget)

GtkWidget *sotay_keys_card_new (void);                                 /* (transfer floating) */
void sotay_keys_card_open (SotayKeysCard *card);                       /* with the keyboard */
void sotay_keys_card_set_columns (SotayKeysCard *card, guint columns); /* 1 or 2: what there is room for */
gboolean sotay_keys_card_close (SotayKeysCard *card);                  /* whether it was open */

G_END_DECLS
