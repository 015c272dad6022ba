/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Modules of light border that ISO/IEC 18004 asks for on each side. */
#define SOTAY_QR_QUIET_ZONE 4

#define SOTAY_TYPE_QR_SYMBOL (sotay_qr_symbol_get_type ())
/**
 * SotayQrSymbol:
 *
 * A QR code of a text, as a square of dark and light modules. Error correction Q: for the manual's address it costs no
 * more modules than M. Immutable.
 */
G_DECLARE_FINAL_TYPE (SotayQrSymbol, sotay_qr_symbol, SOTAY, QR_SYMBOL, GObject)

/**
 * sotay_qr_symbol_new:
 * @text: the text, UTF-8
 * @error: %G_IO_ERROR_INVALID_ARGUMENT when @text is empty or too long for a symbol
 *
 * Returns: (transfer full) (nullable): the symbol
 */
SotayQrSymbol *sotay_qr_symbol_new (const char *text, GError **error);

const char *sotay_qr_symbol_get_text (SotayQrSymbol *symbol);
guint sotay_qr_symbol_get_size (SotayQrSymbol *symbol);                         /* modules on a side, without border */
gboolean sotay_qr_symbol_is_dark (SotayQrSymbol *symbol, guint column, guint row);

/**
 * SotayQrRunFunc:
 * @column: where a run of dark modules begins, counted from the corner of the quiet zone as @row is
 * @length: how many there are side by side
 */
typedef void (*SotayQrRunFunc) (guint column, guint row, guint length, gpointer data);

/**
 * sotay_qr_symbol_foreach_run:
 * @func: called for each run of dark modules, row by row
 */
void sotay_qr_symbol_foreach_run (SotayQrSymbol *symbol, SotayQrRunFunc func, gpointer data);

G_END_DECLS
