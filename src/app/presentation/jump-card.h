/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "presentation/deck.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_JUMP_CARD (sotay_jump_card_get_type ())
/**
 * SotayJumpCard:
 *
 * A card over the wall: a few letters or a number, and the slides that are meant. Not visible until it is opened.
 *
 * Signal "chosen" (uint index): a slide.
 * Signal "closed".
 */
G_DECLARE_FINAL_TYPE (SotayJumpCard, sotay_jump_card, SOTAY, JUMP_CARD, GtkWidget)

GtkWidget *sotay_jump_card_new (SotayDeck *deck);     /* (transfer floating) */
void sotay_jump_card_open (SotayJumpCard *card);      /* empty, and with the keyboard */
gboolean sotay_jump_card_close (SotayJumpCard *card); /* whether it was open */

G_END_DECLS
