/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_NOTICE (sotay_notice_get_type ())
/**
 * SotayNotice:
 *
 * An error where it happened: what happened, what was kept, what to do next; the details fold out and can be copied for
 * the one who helps by telephone. Invisible until there is something to say.
 *
 * Property "retry-label" (nullable): the label of a button; signal "retry": it was pressed.
 * Property "closable": whether the person can put the notice away.
 */
G_DECLARE_FINAL_TYPE (SotayNotice, sotay_notice, SOTAY, NOTICE, AdwBin)

/**
 * sotay_notice_show_error:
 * @error: (nullable): what to say, or %NULL to put the notice away
 */
void sotay_notice_show_error (SotayNotice *notice, const GError *error);

G_END_DECLS
