/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SOTAY_MOST_BOOKMARKS 500
#define SOTAY_LONGEST_BOOKMARK 200 /* in characters */

/**
 * SotayBookmark:
 * @index: the page, from 0
 * @name: what the person calls it
 */
typedef struct
{
  guint index;
  char *name;
} SotayBookmark;

G_END_DECLS
