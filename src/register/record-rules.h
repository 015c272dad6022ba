/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the register only: the rules that several kinds of records share. */
#pragma once

#include "register/record.h"

G_BEGIN_DECLS

#define SOTAY_LONGEST_FIELD 1000 /* characters; texts of several lines may have ten times as many */

/**
 * sotay_record_refuse:
 * @error: %SOTAY_REGISTER_ERROR_INVALID with the name of @field as its message
 *
 * Returns: %FALSE, for a short ending of the caller
 */
gboolean sotay_record_refuse (SotayRecord *record, guint field, GError **error);

/**
 * sotay_record_check_day:
 * @required: whether the field may not be absent
 *
 * Returns: whether @field is a real ISO day, or absent when it may be
 */
gboolean sotay_record_check_day (SotayRecord *record, guint field, gboolean required, GError **error);

/**
 * sotay_record_check_past_day:
 *
 * Like sotay_record_check_day(), and the day is not still to come.
 */
gboolean sotay_record_check_past_day (SotayRecord *record, guint field, gboolean required, GError **error);

/**
 * sotay_record_check_lengths:
 *
 * Returns: whether every field is UTF-8 of a sane length
 */
gboolean sotay_record_check_lengths (SotayRecord *record, GError **error);

G_END_DECLS
