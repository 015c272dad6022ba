/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes text as old programs and fonts did. The tables are written after the printed charts of the fonts, vowel by
 * vowel, and share nothing with those of the program. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each returns bytes, (transfer full). A letter that the font has no code for: small letter in its place. */
GString *old_encode_windows_1258 (const char *text);
GString *old_encode_tcvn3 (const char *text);
GString *old_encode_vni (const char *text);

/* What a spreadsheet shows of such bytes in a font of today: (transfer full) UTF-8. */
char *old_show_as_latin (const GString *bytes);

G_END_DECLS
