/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/attendee-row.h"

#include "register/masked-name.h"

#include <glib/gi18n-lib.h>

struct _SotayAttendeeRow
{
  AdwBin parent_instance;

  GtkLabel *sign_label;
  GtkLabel *name_label;
  GtkLabel *details_label;
  GtkLabel *status_label;

  gboolean narrow;
  gboolean masked;
};

G_DEFINE_FINAL_TYPE (SotayAttendeeRow, sotay_attendee_row, ADW_TYPE_BIN)

static const struct
{
  const char *sign;
  const char *text;
} statuses[SOTAY_ATTENDANCE_STATUS_N] = {
  [SOTAY_ATTENDANCE_PRESENT] = { "✓", NC_ ("attendance", "Present") },
  [SOTAY_ATTENDANCE_LATE] = { "◔", NC_ ("attendance", "Late") },
  [SOTAY_ATTENDANCE_EXCUSED] = { "○", NC_ ("attendance", "Excused") },
  [SOTAY_ATTENDANCE_ABSENT] = { "✗", NC_ ("attendance", "Absent") },
};

static const char *
status_text (const char *status)
{
  SotayAttendanceStatus known;

  if (status == NULL || !sotay_attendance_status_from_string (status, &known))
    return C_ ("attendance", "Not yet");
  return g_dpgettext2 (GETTEXT_PACKAGE, "attendance", statuses[known].text);
}

/* One that is known without its colour. */
static const char *
status_sign (const char *status)
{
  SotayAttendanceStatus known;

  return status != NULL && sotay_attendance_status_from_string (status, &known) ? statuses[known].sign : "·";
}

static void
add_detail (GString *details, const char *text)
{
  if (text != NULL)
    g_string_append_printf (details, "%s%s", details->len > 0 ? " · " : "", text);
}

static char *
create_details (SotayAttendeeRow *self, SotayAttendee *attendee, SotayUnitNames *names)
{
  SotayStaff *staff = sotay_attendee_get_staff (attendee);
  SotayRecord *record = sotay_attendee_get_record (attendee);
  SotayUnit *unit = sotay_unit_names_find (names, sotay_staff_get_unit_id (staff));
  const char *birth = sotay_staff_get_field (staff, SOTAY_STAFF_BIRTH);
  g_autofree char *year = birth != NULL ? g_strndup (birth, 4) : NULL;
  g_autoptr (GString) details = g_string_new (NULL);

  if (self->masked)
    return g_strdup (unit != NULL ? sotay_unit_get_name (unit) : "");
  add_detail (details, year);
  add_detail (details, sotay_staff_get_field (staff, SOTAY_STAFF_POSITION));
  add_detail (details, unit != NULL ? sotay_unit_get_name (unit) : NULL);
  add_detail (details, record != NULL ? sotay_record_get (record, SOTAY_ATTENDANCE_REMARK) : NULL);
  return g_string_free (g_steal_pointer (&details), FALSE);
}

static void
sotay_attendee_row_class_init (SotayAttendeeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/attendee-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayAttendeeRow, sign_label);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendeeRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendeeRow, details_label);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendeeRow, status_label);
}

static void
sotay_attendee_row_init (SotayAttendeeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sotay_attendee_row_new (void)
{
  return g_object_new (SOTAY_TYPE_ATTENDEE_ROW, NULL);
}

void
sotay_attendee_row_set_narrow (SotayAttendeeRow *self, gboolean masked)
{
  self->narrow = TRUE;
  self->masked = masked;
}

void
sotay_attendee_row_show (SotayAttendeeRow *self, SotayAttendee *attendee, SotayUnitNames *names)
{
  SotayRecord *record = sotay_attendee_get_record (attendee);
  const char *status = sotay_attendee_get_status (attendee);
  const char *text = record != NULL ? status_text (status) : _("Not on the list");
  const char *full = sotay_staff_get_name (sotay_attendee_get_staff (attendee));
  g_autofree char *name = self->masked ? sotay_mask_name (full) : g_strdup (full);
  g_autofree char *details = create_details (self, attendee, names);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", name, text, details);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_label_set_text (self->sign_label, record != NULL ? status_sign (status) : "+");
  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->details_label, details);
  gtk_label_set_text (self->status_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), !self->narrow || status != NULL);
  if (sotay_attendee_is_there (attendee))
    gtk_widget_add_css_class (GTK_WIDGET (self), "there");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "there");
  /* GTK 4.8 gives the rows of a list no name of their own. */
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
