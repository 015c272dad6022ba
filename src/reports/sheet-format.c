/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/sheet-format.h"

#include "register/register-error.h"

gboolean
sotay_sheet_fail (const GError *file_error, GError **error)
{
  gboolean full = g_error_matches (file_error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);

  g_set_error_literal (error, SOTAY_REGISTER_ERROR,
                       full ? SOTAY_REGISTER_ERROR_DISK_FULL : SOTAY_REGISTER_ERROR_FILE_WRITE, file_error->message);
  return FALSE;
}
