/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/field-row.h"

struct _SotayFieldRow
{
  AdwEntryRow parent_instance;

  char *caption;
  gboolean has_problem;
};

G_DEFINE_FINAL_TYPE (SotayFieldRow, sotay_field_row, ADW_TYPE_ENTRY_ROW)

enum
{
  PROP_CAPTION = 1,
};

static void
changed_cb (GtkEditable *editable, gpointer data)
{
  sotay_field_row_set_problem (SOTAY_FIELD_ROW (editable), NULL);
}

static void
sotay_field_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SotayFieldRow *self = SOTAY_FIELD_ROW (object);

  switch (id)
    {
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_field_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotayFieldRow *self = SOTAY_FIELD_ROW (object);

  switch (id)
    {
    case PROP_CAPTION:
      g_free (self->caption);
      self->caption = g_value_dup_string (value);
      sotay_field_row_set_problem (self, NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_field_row_finalize (GObject *object)
{
  SotayFieldRow *self = SOTAY_FIELD_ROW (object);

  g_clear_pointer (&self->caption, g_free);
  G_OBJECT_CLASS (sotay_field_row_parent_class)->finalize (object);
}

static void
sotay_field_row_class_init (SotayFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sotay_field_row_get_property;
  object_class->set_property = sotay_field_row_set_property;
  object_class->finalize = sotay_field_row_finalize;
  g_object_class_install_property (object_class, PROP_CAPTION,
                                   g_param_spec_string ("caption", NULL, NULL, NULL,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
sotay_field_row_init (SotayFieldRow *self)
{
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

void
sotay_field_row_set_problem (SotayFieldRow *self, const char *problem)
{
  const char *caption = self->caption != NULL ? self->caption : "";
  g_autofree char *title = problem != NULL ? g_strdup_printf ("%s – %s", caption, problem) : g_strdup (caption);
  /* libadwaita 1.2 reads one of the two places of the title as markup even when the row says not to. */
  g_autofree char *markup = g_markup_escape_text (title, -1);

  self->has_problem = problem != NULL;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), markup);
  if (self->has_problem)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, caption, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               self->has_problem ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

gboolean
sotay_field_row_has_problem (SotayFieldRow *self)
{
  return self->has_problem;
}

const char *
sotay_field_row_get_text (SotayFieldRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self));
}

void
sotay_field_row_set_text (SotayFieldRow *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self), text != NULL ? text : "");
}
