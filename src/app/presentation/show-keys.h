/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SotayShowKey:
 * @keys: as people know them: "N", "PageDown", for the help of F1
 * @words: (transfer none): what they do, translated
 */
typedef struct
{
  const char *keys;
  const char *words;
} SotayShowKey;

/**
 * sotay_show_keys_install:
 * @window: the wall's or the presenter's window
 *
 * From here on its keys, those of remote presenters among them, activate the actions of the groups "show" and "wall";
 * not while someone types in a field.
 */
void sotay_show_keys_install (GtkWindow *window);

GArray *sotay_show_keys_list (void); /* (transfer full) (element-type SotayShowKey): all of them, for the help */

G_END_DECLS
