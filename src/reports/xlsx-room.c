/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/xlsx-room.h"

#include "register/register-error.h"

#define LEAST_FREE_BYTES (64 * 1024)

static gboolean
has_room (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);

  return info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE)
         || g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) >= LEAST_FREE_BYTES;
}

gboolean
sotay_xlsx_check_room (const char *path, GError **error)
{
  if (has_room (path) && has_room (g_get_tmp_dir ()))
    return TRUE;
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_DISK_FULL, path);
  return FALSE;
}
