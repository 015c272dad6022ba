/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/staff-output.h"

#include "cli/find.h"
#include "cli/record-output.h"
#include "cli/table.h"

#include <glib/gi18n-lib.h>

/* 1 and 2 as they are, 0 for no account, null when nobody has asked. */
static void
write_level (JsonBuilder *json, SotayAccountLevel level)
{
  json_builder_set_member_name (json, "level");
  if (level == SOTAY_ACCOUNT_UNKNOWN)
    json_builder_add_null_value (json);
  else
    json_builder_add_int_value (json, level == SOTAY_ACCOUNT_NONE ? 0 : level);
}

static void
add_person (SotayTable *table, SotayStaff *staff, GHashTable *names)
{
  g_autofree char *birth = sotay_cli_format_day (sotay_staff_get_field (staff, SOTAY_STAFF_BIRTH));
  g_autofree char *trained = sotay_cli_format_day (sotay_staff_get_trained_since (staff));

  sotay_table_add (table, sotay_staff_get_id (staff), sotay_staff_get_name (staff), birth,
                   sotay_staff_get_field (staff, SOTAY_STAFF_POSITION),
                   g_hash_table_lookup (names, sotay_staff_get_unit_id (staff)), trained);
}

void
sotay_staff_output_write (JsonBuilder *json, SotayStaff *staff, GHashTable *names)
{
  static const SotayStaffField fields[] = {
    SOTAY_STAFF_BIRTH,     SOTAY_STAFF_POSITION, SOTAY_STAFF_CODE,       SOTAY_STAFF_PHONE,     SOTAY_STAFF_JOINED_ON,
    SOTAY_STAFF_LEFT_ON,   SOTAY_STAFF_NOTE,     SOTAY_STAFF_EMPLOYMENT, SOTAY_STAFF_ACTIVATED, SOTAY_STAFF_REASON,
  };
  const char *unit_id = sotay_staff_get_unit_id (staff);

  sotay_json_add_text (json, "id", sotay_staff_get_id (staff));
  sotay_json_add_text (json, "name", sotay_staff_get_name (staff));
  sotay_json_add_text (json, "unit", unit_id);
  sotay_json_add_text (json, "unit_name", g_hash_table_lookup (names, unit_id));
  write_level (json, sotay_staff_get_level (staff));
  sotay_json_add_text (json, "trained_on", sotay_staff_get_trained_since (staff));
  sotay_json_add_text (json, "passed_on", sotay_staff_get_passed_since (staff));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    sotay_json_add_text (json, sotay_staff_field_name (fields[i]), sotay_staff_get_field (staff, fields[i]));
}

int
sotay_staff_output_print (SotayCli *cli, GPtrArray *staff, GHashTable *names)
{
  g_autoptr (SotayTable) table = sotay_table_new (6, 0);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (sotay_cli_wants_json (cli))
    {
      json_builder_begin_array (json);
      for (guint i = 0; i < staff->len; i++)
        {
          json_builder_begin_object (json);
          sotay_staff_output_write (json, staff->pdata[i], names);
          json_builder_end_object (json);
        }
      json_builder_end_array (json);
      return sotay_cli_print_json (cli, json);
    }
  sotay_table_add (table, _("Id"), _("Name"), _("Born"), _("Position"), _("Unit"), _("Trained on"));
  for (guint i = 0; i < staff->len; i++)
    add_person (table, staff->pdata[i], names);
  sotay_table_print (table);
  g_print (ngettext ("%u person\n", "%u people\n", staff->len), staff->len);
  return SOTAY_EXIT_DONE;
}
