/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/end-unit-dialog.h"

#include "app/register/unit-chooser.h"
#include "app/widgets/field-row.h"
#include "core/dates.h"
#include "core/text.h"

#include <glib/gi18n-lib.h>

struct _SotayEndUnitDialog
{
  AdwMessageDialog parent_instance;

  AdwComboRow *ending_row;
  SotayUnitChooser *successor_row;
  SotayFieldRow *name_row;
  SotayFieldRow *day_row;

  SotayUnit *unit;
};

G_DEFINE_FINAL_TYPE (SotayEndUnitDialog, sotay_end_unit_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SotayUnitEnding
get_ending (SotayEndUnitDialog *self)
{
  return adw_combo_row_get_selected (self->ending_row);
}

static gboolean
read_day (SotayEndUnitDialog *self, GDate *day)
{
  GDate today = sotay_date_today ();

  return sotay_date_parse (sotay_field_row_get_text (self->day_row), &today, day);
}

/* The unit that follows; NULL also when there is none yet. */
static SotayUnit *
create_successor (SotayEndUnitDialog *self)
{
  g_autofree char *name = sotay_text_tidy (sotay_field_row_get_text (self->name_row));
  g_autoptr (SotayUnit) unit = NULL;
  SotayUnit *chosen = sotay_unit_chooser_get_unit (self->successor_row);

  if (get_ending (self) == SOTAY_UNIT_MERGED)
    return chosen != NULL ? g_object_ref (chosen) : NULL;
  if (get_ending (self) == SOTAY_UNIT_CLOSED || *name == '\0')
    return NULL;
  unit = sotay_unit_new (NULL, sotay_unit_get_parent_id (self->unit), name);
  return sotay_unit_with (unit, SOTAY_UNIT_KIND, sotay_unit_get_field (self->unit, SOTAY_UNIT_KIND));
}

static void
changed_cb (SotayEndUnitDialog *self)
{
  SotayUnitEnding ending = get_ending (self);
  g_autoptr (SotayUnit) successor = create_successor (self);
  gboolean complete = ending == SOTAY_UNIT_CLOSED || successor != NULL;
  GDate day;
  gboolean has_day = read_day (self, &day);

  gtk_widget_set_visible (GTK_WIDGET (self->successor_row), ending == SOTAY_UNIT_MERGED);
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), ending == SOTAY_UNIT_RENAMED);
  sotay_field_row_set_problem (self->day_row, has_day ? NULL : _("type a day such as 5/3/2024"));
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "end", complete && has_day);
}

static void
sotay_end_unit_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  SotayEndUnitDialog *self = SOTAY_END_UNIT_DIALOG (dialog);
  g_autoptr (SotayUnit) successor = create_successor (self);
  GDate day;

  if (g_str_equal (response, "end") && read_day (self, &day))
    g_signal_emit (self, signals[ACCEPTED], 0, self->unit, (guint) get_ending (self), successor, &day);
}

static void
sotay_end_unit_dialog_dispose (GObject *object)
{
  SotayEndUnitDialog *self = SOTAY_END_UNIT_DIALOG (object);

  g_clear_object (&self->unit);
  G_OBJECT_CLASS (sotay_end_unit_dialog_parent_class)->dispose (object);
}

static void
sotay_end_unit_dialog_class_init (SotayEndUnitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_end_unit_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = sotay_end_unit_dialog_response;
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 4, SOTAY_TYPE_UNIT, G_TYPE_UINT, SOTAY_TYPE_UNIT, G_TYPE_DATE);
  g_type_ensure (SOTAY_TYPE_FIELD_ROW);
  g_type_ensure (SOTAY_TYPE_UNIT_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/end-unit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayEndUnitDialog, ending_row);
  gtk_widget_class_bind_template_child (widget_class, SotayEndUnitDialog, successor_row);
  gtk_widget_class_bind_template_child (widget_class, SotayEndUnitDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SotayEndUnitDialog, day_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

/* In the order of SotayUnitEnding. */
static void
fill_endings (SotayEndUnitDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("Merged into another unit"));
  gtk_string_list_append (labels, _("Goes on under another name"));
  gtk_string_list_append (labels, _("Closed; its people leave"));
  adw_combo_row_set_model (self->ending_row, G_LIST_MODEL (labels));
}

static void
sotay_end_unit_dialog_init (SotayEndUnitDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_endings (self);
}

/* Neither the unit itself nor one below it can take its people, nor one that is no more; none of them is guessed. */
static guint
fill_successors (SotayEndUnitDialog *self, SotayUnitNames *names, const GDate *today)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sotay_unit_names_count (names); i++)
    {
      SotayUnit *unit = sotay_unit_names_get (names, i);

      if (!sotay_unit_names_is_within (names, unit, self->unit) && sotay_unit_is_open (unit, today))
        g_ptr_array_add (units, g_object_ref (unit));
    }
  sotay_unit_chooser_set_units (self->successor_row, names, units, NULL);
  return units->len;
}

GtkWidget *
sotay_end_unit_dialog_new (GtkWindow *parent, SotayUnitNames *names, SotayUnit *unit)
{
  SotayEndUnitDialog *self = g_object_new (SOTAY_TYPE_END_UNIT_DIALOG, "transient-for", parent, NULL);
  GDate today = sotay_date_today ();
  g_autofree char *formatted = sotay_date_format (&today);
  guint n_successors;

  self->unit = g_object_ref (unit);
  n_successors = fill_successors (self, names, &today);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), sotay_unit_get_name (unit));
  adw_combo_row_set_selected (self->ending_row, n_successors > 0 ? SOTAY_UNIT_MERGED : SOTAY_UNIT_RENAMED);
  sotay_field_row_set_text (self->day_row, formatted);
  changed_cb (self);
  return GTK_WIDGET (self);
}
