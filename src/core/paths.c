/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/paths.h"

#include "core/system.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FOLDER "sotay-vneid"

static const char *
home (void)
{
  const char *folder = g_getenv ("SOTAY_HOME");

  return folder != NULL && *folder != '\0' ? folder : NULL;
}

static const char *
build_root (void)
{
  return g_getenv ("SOTAY_BUILD_ROOT");
}

/* The folder above bin, or above libexec/sotay-vneid, where the programs are. */
static char *
prefix (void)
{
  g_autofree char *folder = sotay_system_executable_dir ();
  g_autofree char *above = g_path_get_dirname (folder != NULL ? folder : "/usr/bin");

  if (folder != NULL && g_str_has_suffix (folder, G_DIR_SEPARATOR_S FOLDER))
    return g_path_get_dirname (above);
  return g_steal_pointer (&above);
}

char *
sotay_paths_data (const char *name)
{
  g_autofree char *folder = NULL;

  if (home () != NULL)
    folder = g_canonicalize_filename (home (), NULL);
  else
    folder = g_build_filename (g_get_user_data_dir (), FOLDER, NULL);
  return name != NULL ? g_build_filename (folder, name, NULL) : g_steal_pointer (&folder);
}

char *
sotay_paths_settings (void)
{
  if (home () != NULL)
    return sotay_paths_data ("settings.ini");
  return g_build_filename (g_get_user_config_dir (), FOLDER, "settings.ini", NULL);
}

gboolean
sotay_paths_make_private (const char *folder, GError **error)
{
  int saved;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  saved = errno;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved), "%s: %s", folder, g_strerror (saved));
  return FALSE;
}

gboolean
sotay_paths_is_private (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && (info.st_mode & 077) == 0;
}

char *
sotay_paths_share (const char *name)
{
  g_autofree char *root = NULL;

  if (build_root () != NULL)
    {
      if (g_str_equal (name, "locale"))
        return g_build_filename (build_root (), "po", NULL);
      if (g_str_equal (name, "glib-2.0/schemas"))
        return g_build_filename (build_root (), "data", NULL);
      return g_build_filename (build_root (), "data", name, NULL);
    }
  root = prefix ();
  return g_build_filename (root, "share", name, NULL);
}

char *
sotay_paths_helper (const char *name)
{
  g_autofree char *root = NULL;
  g_autofree char *built = NULL;

  if (build_root () != NULL)
    {
      built = g_build_filename (build_root (), "src", "cli", name, NULL);
      if (g_file_test (built, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&built);
      return g_build_filename (build_root (), "src", "guide", name, NULL);
    }
  root = prefix ();
  return g_build_filename (root, "libexec", FOLDER, name, NULL);
}

static gboolean
lies_in (const char *path, const char *folder)
{
  g_autoptr (GFile) inner = g_file_new_for_path (path);
  g_autoptr (GFile) outer = g_file_new_for_path (folder);

  return g_file_equal (inner, outer) || g_file_has_prefix (inner, outer);
}

/* Also when a link leads there. */
static gboolean
is_in_data (const char *path)
{
  g_autofree char *data = sotay_paths_data (NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *real_data = sotay_system_find_real_path (data);
  g_autofree char *real_folder = sotay_system_find_real_path (folder);

  return lies_in (path, data) || (real_data != NULL && real_folder != NULL && lies_in (real_folder, real_data));
}

gboolean
sotay_paths_check_target (const char *path, GError **error)
{
  GStatBuf info;

  if (is_in_data (path))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, _("%s is where the program keeps its own data"),
                   path);
      return FALSE;
    }
  if (g_stat (path, &info) == 0 && !S_ISREG (info.st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("%s is not a file"), path);
      return FALSE;
    }
  return TRUE;
}
