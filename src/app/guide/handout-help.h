/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_HANDOUT_HELP (sotay_handout_help_get_type ())
/**
 * SotayHandoutHelp:
 *
 * Why phones may not come through, and what to try for each; folded in until it is wanted.
 */
G_DECLARE_FINAL_TYPE (SotayHandoutHelp, sotay_handout_help, SOTAY, HANDOUT_HELP, AdwBin)

/**
 * sotay_handout_help_set_urgent:
 * @urgent: whether nobody has come for a while: then it unfolds and says so
 */
void sotay_handout_help_set_urgent (SotayHandoutHelp *help, gboolean urgent);

G_END_DECLS
