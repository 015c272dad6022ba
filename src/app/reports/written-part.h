/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_WRITTEN_PART (sotay_written_part_get_type ())
/**
 * SotayWrittenPart:
 *
 * A part of a report that is written by hand: a heading and a plain editor. What the program proposes stands there
 * until something else is written.
 *
 * Property "caption": the heading.
 * Signal "edited" (const char *, nullable): the part was left, or nothing was typed for a while: what is written by
 * now; %NULL: what the program proposes.
 */
G_DECLARE_FINAL_TYPE (SotayWrittenPart, sotay_written_part, SOTAY, WRITTEN_PART, AdwBin)

/**
 * sotay_written_part_show:
 * @written: (nullable): what was written by hand
 * @proposed: what the program proposes
 *
 * Shows the newest state, unless something is being written there.
 */
void sotay_written_part_show (SotayWrittenPart *part, const char *written, const char *proposed);

void sotay_written_part_set_editable (SotayWrittenPart *part, gboolean editable);
void sotay_written_part_forget (SotayWrittenPart *part); /* another report comes; what was not told is lost */
void sotay_written_part_flush (SotayWrittenPart *part); /* tells what was written without waiting */
void sotay_written_part_edit (SotayWrittenPart *part);  /* the keyboard goes there */

G_END_DECLS
