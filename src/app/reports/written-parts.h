/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "reports/month-data.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_WRITTEN_PARTS (sotay_written_parts_get_type ())
/**
 * SotayWrittenParts:
 *
 * What of a month's report is written by hand: its number, its date, the five parts.
 *
 * Signal "edited" (uint, const char *, nullable): a #SotayMonthlyField and what it shall be.
 */
G_DECLARE_FINAL_TYPE (SotayWrittenParts, sotay_written_parts, SOTAY, WRITTEN_PARTS, AdwBin)

void sotay_written_parts_show (SotayWrittenParts *parts, SotayMonthData *data); /* but for what is being written */
void sotay_written_parts_forget (SotayWrittenParts *parts);                     /* another report comes */
void sotay_written_parts_flush (SotayWrittenParts *parts);                      /* tells all that was written */

/**
 * sotay_written_parts_edit_part, sotay_written_parts_edit_field:
 * @part: "kho-khan" …
 * @field: "number" or "dated"
 *
 * The keyboard goes there.
 */
void sotay_written_parts_edit_part (SotayWrittenParts *parts, const char *part);
void sotay_written_parts_edit_field (SotayWrittenParts *parts, const char *field);

G_END_DECLS
