/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verbs.h"
#include "core/paths.h"
#include "guide/qr-writer.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Sharp on paper at 5 cm. */
#define PNG_SIZE 600

/* The format that is meant: what was asked for, else by the file's ending, else what the output can show. */
static const char *
choose_format (const char *asked, const char *output)
{
  if (asked != NULL)
    return asked;
  if (output != NULL && g_str_has_suffix (output, ".png"))
    return "png";
  if (output != NULL && g_str_has_suffix (output, ".txt"))
    return "text";
  /* True of terminals only. */
  if (output == NULL && g_log_writer_supports_color (fileno (stdout)))
    return "text";
  return "svg";
}

static GBytes *
make_picture (SotayQrSymbol *symbol, const char *format, GError **error)
{
  char *text;

  if (g_str_equal (format, "png"))
    return sotay_qr_write_png (symbol, PNG_SIZE, error);
  if (g_str_equal (format, "svg"))
    return sotay_qr_write_svg (symbol);
  text = sotay_qr_write_text (symbol);
  return g_bytes_new_take (text, strlen (text));
}

static int
write_picture (SotayCli *cli, GBytes *picture, const char *output)
{
  gsize length;
  const char *data = g_bytes_get_data (picture, &length);
  g_autoptr (GError) error = NULL;

  if (output == NULL)
    fwrite (data, 1, length, stdout);
  else if (!sotay_paths_check_target (output, &error)
           || !g_file_set_contents (output, data, (gssize) length, &error))
    return sotay_cli_fail (cli, error);
  return SOTAY_EXIT_DONE;
}

static int
run (SotayCli *cli)
{
  g_autofree char *text = NULL;
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry options[] = {
    { "text", 0, 0, G_OPTION_ARG_STRING, &text, N_("What the code says; the manual's address otherwise"), N_("TEXT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format,
      N_("The kind of picture; by default from the file's ending, text for a terminal, else svg"), "png|svg|text" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write instead of standard output"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  static const char *const formats[] = { "png", "svg", "text", NULL };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  g_autoptr (SotayQrSymbol) symbol = NULL;
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (format != NULL && !g_strv_contains (formats, format))
    return sotay_cli_misuse (cli, _("The format is png, svg or text"));
  if (text == NULL)
    text = g_settings_get_string (sotay_services_get_settings (sotay_cli_get_services (cli)),
                                  SOTAY_SETTING_MANUAL_ADDRESS);
  symbol = sotay_qr_symbol_new (text, &error);
  if (symbol != NULL)
    picture = make_picture (symbol, choose_format (format, output), &error);
  return picture != NULL ? write_picture (cli, picture, output) : sotay_cli_fail (cli, error);
}

const SotayVerb sotay_qr_verbs[] = {
  { "qr", "", N_("Make a QR code, of the manual's address by default"), 0, 0, run },
  { NULL },
};
