/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/qr-symbol.h"

#include <errno.h>
#include <qrencode.h>

struct _SotayQrSymbol
{
  GObject parent_instance;

  char *text;
  QRcode *code;
};

G_DEFINE_FINAL_TYPE (SotayQrSymbol, sotay_qr_symbol, G_TYPE_OBJECT)

static void
walk_row (SotayQrSymbol *symbol, guint row, SotayQrRunFunc func, gpointer data)
{
  guint size = sotay_qr_symbol_get_size (symbol);
  guint column = 0;

  while (column < size)
    {
      guint start = column;

      while (column < size && sotay_qr_symbol_is_dark (symbol, column, row))
        column++;
      if (column > start)
        func (start + SOTAY_QR_QUIET_ZONE, row + SOTAY_QR_QUIET_ZONE, column - start, data);
      else
        column++;
    }
}

static void
sotay_qr_symbol_finalize (GObject *object)
{
  SotayQrSymbol *symbol = SOTAY_QR_SYMBOL (object);

  g_free (symbol->text);
  g_clear_pointer (&symbol->code, QRcode_free);
  G_OBJECT_CLASS (sotay_qr_symbol_parent_class)->finalize (object);
}

static void
sotay_qr_symbol_class_init (SotayQrSymbolClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_qr_symbol_finalize;
}

static void
sotay_qr_symbol_init (SotayQrSymbol *symbol)
{
}

SotayQrSymbol *
sotay_qr_symbol_new (const char *text, GError **error)
{
  QRcode *code = NULL;
  SotayQrSymbol *symbol = NULL;

  if (text == NULL || *text == '\0' || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "no text for a QR symbol");
      return NULL;
    }
  code = QRcode_encodeString (text, 0, QR_ECLEVEL_Q, QR_MODE_8, 1);
  if (code == NULL)
    {
      int saved = errno;

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "no QR symbol holds %" G_GSIZE_FORMAT " bytes: %s",
                   strlen (text), g_strerror (saved));
      return NULL;
    }
  symbol = g_object_new (SOTAY_TYPE_QR_SYMBOL, NULL);
  symbol->text = g_strdup (text);
  symbol->code = code;
  return symbol;
}

const char *
sotay_qr_symbol_get_text (SotayQrSymbol *symbol)
{
  g_return_val_if_fail (SOTAY_IS_QR_SYMBOL (symbol), NULL);

  return symbol->text;
}

guint
sotay_qr_symbol_get_size (SotayQrSymbol *symbol)
{
  g_return_val_if_fail (SOTAY_IS_QR_SYMBOL (symbol), 0);

  return (guint) symbol->code->width;
}

gboolean
sotay_qr_symbol_is_dark (SotayQrSymbol *symbol, guint column, guint row)
{
  guint size = sotay_qr_symbol_get_size (symbol);

  g_return_val_if_fail (column < size && row < size, FALSE);

  return (symbol->code->data[row * size + column] & 1) != 0;
}

void
sotay_qr_symbol_foreach_run (SotayQrSymbol *symbol, SotayQrRunFunc func, gpointer data)
{
  g_return_if_fail (SOTAY_IS_QR_SYMBOL (symbol));

  for (guint row = 0; row < sotay_qr_symbol_get_size (symbol); row++)
    walk_row (symbol, row, func, data);
}
