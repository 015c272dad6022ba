/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_SETTINGS_ENABLE_BACKEND
#include "services/settings.h"

#include "core/paths.h"

#include <gio/gsettingsbackend.h>
#include <glib/gstdio.h>

#define LARGEST_FILE (1024 * 1024)

static GSettingsSchema *
find_schema (void)
{
  g_autofree char *folder = sotay_paths_share ("glib-2.0/schemas");
  g_autoptr (GSettingsSchemaSource) source = NULL;
  GSettingsSchemaSource *system = g_settings_schema_source_get_default ();

  source = g_settings_schema_source_new_from_directory (folder, system, FALSE, NULL);
  return g_settings_schema_source_lookup (source != NULL ? source : system, SOTAY_APPLICATION_ID, TRUE);
}

/* A pipe would never end, and no settings fill a megabyte: such a file would keep the program from starting. */
static gboolean
is_readable (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return TRUE;
  return S_ISREG (info.st_mode) && info.st_size <= LARGEST_FILE;
}

GSettings *
sotay_settings_new (void)
{
  g_autofree char *path = sotay_paths_settings ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GSettingsBackend) backend = NULL;
  g_autoptr (GSettingsSchema) schema = find_schema ();

  if (schema == NULL)
    g_error ("The settings schema %s is not installed", SOTAY_APPLICATION_ID);
  /* A folder that cannot be made leaves the defaults in force; whoever writes data there reports it. */
  if (!sotay_paths_make_private (folder, NULL) || !is_readable (path))
    backend = g_memory_settings_backend_new ();
  else
    backend = g_keyfile_settings_backend_new (path, "/", NULL);
  return g_settings_new_full (schema, backend, NULL);
}
