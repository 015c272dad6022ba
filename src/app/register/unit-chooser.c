/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/unit-chooser.h"

#include "app/register/unit-popover.h"

#include <glib/gi18n-lib.h>

struct _SotayUnitChooser
{
  AdwActionRow parent_instance;

  GtkWidget *popover;

  char *caption;
  char *none;
  char *problem;
  SotayUnitNames *names;
  SotayUnit *unit;
};

G_DEFINE_FINAL_TYPE (SotayUnitChooser, sotay_unit_chooser, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_CAPTION = 1,
  PROP_UNIT,
};

/* GTK 4.8 reads the title alone: the name of the row says the choice as well. */
static void
show (SotayUnitChooser *self)
{
  const char *none = self->none != NULL ? self->none : _("Choose…");
  const char *caption = self->caption != NULL ? self->caption : "";
  g_autofree char *title = self->problem != NULL ? g_strdup_printf ("%s – %s", caption, self->problem)
                                                 : g_strdup (caption);
  g_autofree char *choice = self->unit != NULL ? sotay_unit_names_dup_path (self->names, self->unit) : g_strdup (none);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, choice);
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *choice_markup = g_markup_escape_text (choice, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), choice_markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               self->problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
chosen_cb (SotayUnitChooser *self, SotayUnit *unit)
{
  gboolean changed = g_set_object (&self->unit, unit);

  sotay_unit_chooser_set_problem (self, NULL);
  if (changed)
    g_object_notify (G_OBJECT (self), "unit");
}

static void
closed_cb (SotayUnitChooser *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
sotay_unit_chooser_activate (AdwActionRow *row)
{
  SotayUnitChooser *self = SOTAY_UNIT_CHOOSER (row);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE, -1);
  sotay_unit_popover_open (SOTAY_UNIT_POPOVER (self->popover), self->unit);
}

static void
sotay_unit_chooser_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  SotayUnitChooser *self = SOTAY_UNIT_CHOOSER (object);

  switch (id)
    {
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    case PROP_UNIT:
      g_value_set_object (value, self->unit);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
sotay_unit_chooser_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  SotayUnitChooser *self = SOTAY_UNIT_CHOOSER (object);

  switch (id)
    {
    case PROP_CAPTION:
      g_free (self->caption);
      self->caption = g_value_dup_string (value);
      show (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
sotay_unit_chooser_dispose (GObject *object)
{
  SotayUnitChooser *self = SOTAY_UNIT_CHOOSER (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->names);
  g_clear_object (&self->unit);
  G_OBJECT_CLASS (sotay_unit_chooser_parent_class)->dispose (object);
}

static void
sotay_unit_chooser_finalize (GObject *object)
{
  SotayUnitChooser *self = SOTAY_UNIT_CHOOSER (object);

  g_free (self->caption);
  g_free (self->none);
  g_free (self->problem);
  G_OBJECT_CLASS (sotay_unit_chooser_parent_class)->finalize (object);
}

static void
sotay_unit_chooser_class_init (SotayUnitChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sotay_unit_chooser_get_property;
  object_class->set_property = sotay_unit_chooser_set_property;
  object_class->dispose = sotay_unit_chooser_dispose;
  object_class->finalize = sotay_unit_chooser_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = sotay_unit_chooser_activate;
  g_object_class_install_property (object_class, PROP_CAPTION,
                                   g_param_spec_string ("caption", NULL, NULL, NULL,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_UNIT,
                                   g_param_spec_object ("unit", NULL, NULL, SOTAY_TYPE_UNIT,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
sotay_unit_chooser_init (SotayUnitChooser *self)
{
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->popover = sotay_unit_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "unit-chooser");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  show (self);
}

void
sotay_unit_chooser_set_units (SotayUnitChooser *self, SotayUnitNames *names, GPtrArray *units, const char *unit_id)
{
  g_autoptr (GPtrArray) all = units == NULL ? sotay_unit_names_dup_all (names) : NULL;
  SotayUnit *unit = unit_id != NULL ? sotay_unit_names_find (names, unit_id) : NULL;

  g_set_object (&self->names, names);
  sotay_unit_popover_set_units (SOTAY_UNIT_POPOVER (self->popover), names, units != NULL ? units : all, self->none);
  g_set_object (&self->unit, unit);
  show (self);
}

void
sotay_unit_chooser_allow_none (SotayUnitChooser *self, const char *label)
{
  g_free (self->none);
  self->none = g_strdup (label);
}

SotayUnit *
sotay_unit_chooser_get_unit (SotayUnitChooser *self)
{
  return self->unit;
}

void
sotay_unit_chooser_set_problem (SotayUnitChooser *self, const char *problem)
{
  g_free (self->problem);
  self->problem = g_strdup (problem);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  show (self);
}
