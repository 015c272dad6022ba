/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who asked the hand-out server, by address: what they have, how many lines they hold, how often they guessed. Bounded,
 * whatever they do. Used by one thread only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many wrong paths, and an address is not answered any more. */
#define SOTAY_PHONES_MOST_GUESSES 30
/* So many connections from one address at once. */
#define SOTAY_PHONES_MOST_CONNECTIONS 16

typedef struct _SotayPhones SotayPhones;

/**
 * sotay_phones_new:
 * @size: the size of the file
 * @own: the address of this PC, which is no phone
 *
 * Returns: (transfer full): nobody yet
 */
SotayPhones *sotay_phones_new (gint64 size, const char *own);
void sotay_phones_free (SotayPhones *phones);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayPhones, sotay_phones_free)

/**
 * sotay_phones_connect:
 *
 * Returns: whether one more connection from @address is welcome; if so it must be ended by sotay_phones_disconnect()
 */
gboolean sotay_phones_connect (SotayPhones *phones, const char *address);
void sotay_phones_disconnect (SotayPhones *phones, const char *address);

/**
 * sotay_phones_guess:
 *
 * Notes that @address asked for a path that is not there, or for nothing that can be understood.
 *
 * Returns: whether it may go on
 */
gboolean sotay_phones_guess (SotayPhones *phones, const char *address);

/**
 * sotay_phones_receive:
 * @from: the first byte that @address was sent
 * @to: the byte after the last
 *
 * The parts of one address are put together, in whatever order they came.
 */
void sotay_phones_receive (SotayPhones *phones, const char *address, gint64 from, gint64 to);

/* Of others than this PC: addresses that have the whole file, addresses that came at all, and connections. */
guint sotay_phones_count (SotayPhones *phones);
guint sotay_phones_count_visitors (SotayPhones *phones);
guint sotay_phones_count_connections (SotayPhones *phones);

G_END_DECLS
