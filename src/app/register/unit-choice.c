/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/unit-choice.h"

void
sotay_unit_choice_fill (AdwComboRow *row, SotayUnitNames *names, const char *unit_id)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < sotay_unit_names_count (names); i++)
    {
      SotayUnit *unit = sotay_unit_names_get (names, i);
      g_autofree char *path = sotay_unit_names_dup_path (names, unit);

      gtk_string_list_append (labels, path);
      if (g_strcmp0 (sotay_unit_get_id (unit), unit_id) == 0)
        chosen = i;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (row, chosen);
}
