/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file in which a reading is kept: JSON of a few lines, read as if a stranger had written it. */
#pragma once

#include "guide/bookmark.h"

G_BEGIN_DECLS

/**
 * SotayReadingState:
 * @bookmarks: (element-type SotayBookmark): in the order of the pages
 */
typedef struct
{
  guint index;
  double y;
  GPtrArray *bookmarks;
} SotayReadingState;

SotayReadingState *sotay_reading_state_new (void);                            /* (transfer full): the first page */
SotayReadingState *sotay_reading_state_copy (const SotayReadingState *state); /* (transfer full) */
void sotay_reading_state_free (SotayReadingState *state);

/**
 * sotay_reading_state_mark:
 * @name: (nullable): the name of the bookmark, which must be good, or %NULL to remove it
 *
 * Returns: whether there was room for it
 */
gboolean sotay_reading_state_mark (SotayReadingState *state, guint index, const char *name);

/**
 * sotay_reading_state_find:
 *
 * Returns: (transfer none) (nullable): the bookmark of this page
 */
const SotayBookmark *sotay_reading_state_find (const SotayReadingState *state, guint index);

/**
 * sotay_reading_file_read:
 * @n_pages: the pages of the copy; places beyond them are refused
 *
 * Returns: (transfer full) (nullable): what @path holds; %NULL when it is not there or breaks a rule anywhere
 */
SotayReadingState *sotay_reading_file_read (const char *path, guint n_pages);

/**
 * sotay_reading_file_write:
 * @error: SOTAY_GUIDE_ERROR
 *
 * Returns: whether @path holds @state now; if not, it is as it was
 */
gboolean sotay_reading_file_write (const char *path, const SotayReadingState *state, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayReadingState, sotay_reading_state_free)

G_END_DECLS
