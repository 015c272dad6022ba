/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_INDEX_MODEL (sotay_index_model_get_type ())
/**
 * SotayIndexModel:
 *
 * A list of a fixed length whose items are nothing but their positions, made when they are asked for: for rows that are
 * filled from elsewhere.
 */
G_DECLARE_FINAL_TYPE (SotayIndexModel, sotay_index_model, SOTAY, INDEX_MODEL, GObject)

/**
 * sotay_index_model_new:
 *
 * Returns: (transfer full): a list of @n items
 */
SotayIndexModel *sotay_index_model_new (guint n);

G_END_DECLS
