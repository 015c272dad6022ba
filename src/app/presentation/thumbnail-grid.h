/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_THUMBNAIL_GRID (sotay_thumbnail_grid_get_type ())
/**
 * SotayThumbnailGrid:
 *
 * Cells of one size in as many columns as there is room for, in groups with a heading each.
 */
G_DECLARE_FINAL_TYPE (SotayThumbnailGrid, sotay_thumbnail_grid, SOTAY, THUMBNAIL_GRID, GtkWidget)

SotayThumbnailGrid *sotay_thumbnail_grid_new (void); /* (transfer floating): empty */

/**
 * sotay_thumbnail_grid_add_heading:
 * @heading: (transfer floating): of the cells that are added from here on
 */
void sotay_thumbnail_grid_add_heading (SotayThumbnailGrid *grid, GtkWidget *heading);
void sotay_thumbnail_grid_add_cell (SotayThumbnailGrid *grid, GtkWidget *cell);
void sotay_thumbnail_grid_set_cell_size (SotayThumbnailGrid *grid, int width, int height, int spacing);

/**
 * sotay_thumbnail_grid_step:
 * @cell: from where, an index from 0
 * @key: an arrow, Home or End, as a key value
 *
 * Up and down lead to the cell that stands nearest in the next line, also in another group.
 *
 * Returns: the cell that the key leads to; -1 for another key
 */
int sotay_thumbnail_grid_step (SotayThumbnailGrid *grid, int cell, guint key);

GPtrArray *sotay_thumbnail_grid_get_cells (SotayThumbnailGrid *grid); /* (transfer none) (element-type GtkWidget) */

G_END_DECLS
