/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sotay_phone_page_write:
 * @link: where the file is
 * @bytes: its size
 * @pages: how many pages it has
 *
 * Writes the page that a phone sees first. It is Vietnamese whatever the language of this program, because the
 * citizens' phones are; and it needs nothing but itself.
 *
 * Returns: (transfer full): HTML, UTF-8
 */
char *sotay_phone_page_write (const char *link, gint64 bytes, guint pages);

G_END_DECLS
