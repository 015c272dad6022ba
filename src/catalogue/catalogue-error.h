/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SotayCatalogueError:
 *
 * Why a content folder is refused. The message of the #GError names the file, the place and the reason, as in
 * "vi/utilities/U3.json: problems[1].answer: missing".
 */
typedef enum
{
  SOTAY_CATALOGUE_ERROR_MISSING, /* a file is not there or cannot be read */
  SOTAY_CATALOGUE_ERROR_SYNTAX,  /* not JSON */
  SOTAY_CATALOGUE_ERROR_SCHEMA,  /* JSON, but not as resources/content/schema says */
  SOTAY_CATALOGUE_ERROR_NEWER,   /* a format that this version does not know */
} SotayCatalogueError;

#define SOTAY_CATALOGUE_ERROR (sotay_catalogue_error_quark ())
GQuark sotay_catalogue_error_quark (void);

G_END_DECLS
