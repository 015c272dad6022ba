/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/form-row.h"

#include "app/register/unit-chooser.h"
#include "app/widgets/field-row.h"
#include "core/dates.h"
#include "core/text.h"
#include "register/session.h"
#include "register/utilities.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LINES_HEIGHT 84

typedef struct
{
  SotayFormKind kind;
  char **choices;
  SotayUnitNames *names;
  GtkTextView *text_view;
  GtkWidget *checks[SOTAY_N_UTILITIES];
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_clear_object (&form->names);
  g_strfreev (form->choices);
  g_free (form);
}

static Form *
get_form (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "form");
}

static char *
name_utility (SotayCatalogue *catalogue, guint number)
{
  g_autofree char *id = g_strdup_printf ("U%u", number);
  SotayUtility *utility = catalogue != NULL ? sotay_catalogue_get_utility (catalogue, id) : NULL;

  if (utility == NULL)
    return g_steal_pointer (&id);
  return g_strdup_printf ("%u. %s", number, sotay_utility_get_title (utility));
}

static GtkWidget *
create_entry (const SotayFormField *field, const char *value)
{
  GtkWidget *row = g_object_new (SOTAY_TYPE_FIELD_ROW, "caption", field->caption, "activates-default", TRUE, NULL);
  g_autofree char *day = field->kind == SOTAY_FORM_DAY && value != NULL ? sotay_date_format_iso (value) : NULL;

  sotay_field_row_set_text (SOTAY_FIELD_ROW (row), day != NULL ? day : value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, field->caption, -1);
  return row;
}

static GtkWidget *
create_lines (const SotayFormField *field, const char *value, Form *form)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (field->caption);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  form->text_view = GTK_TEXT_VIEW (view);
  gtk_text_view_set_accepts_tab (form->text_view, FALSE);
  gtk_text_view_set_wrap_mode (form->text_view, GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (form->text_view), value != NULL ? value : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, field->caption, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LINES_HEIGHT);
  gtk_widget_add_css_class (box, "form-lines");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static GtkWidget *
create_choice (const SotayFormField *field, const char *value)
{
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", field->caption, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; field->choices[i] != NULL; i += 2)
    {
      gtk_string_list_append (labels, field->choices[i + 1]);
      if (g_strcmp0 (field->choices[i], value) == 0)
        chosen = i / 2;
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen);
  return row;
}

/* A record that is new and has no unit yet is of the first. */
static GtkWidget *
create_unit (const SotayFormField *field, const char *value, Form *form)
{
  GtkWidget *row = g_object_new (SOTAY_TYPE_UNIT_CHOOSER, "caption", field->caption, NULL);

  if (value == NULL && sotay_unit_names_count (form->names) > 0)
    value = sotay_unit_get_id (sotay_unit_names_get (form->names, 0));
  sotay_unit_chooser_set_units (SOTAY_UNIT_CHOOSER (row), form->names, NULL, value);
  return row;
}

static GtkWidget *
create_utility (const SotayFormField *field, const char *value, SotayCatalogue *catalogue)
{
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", field->caption, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint set = 0;

  gtk_string_list_append (labels, _("None in particular"));
  for (guint i = 1; i <= SOTAY_N_UTILITIES; i++)
    {
      g_autofree char *name = name_utility (catalogue, i);

      gtk_string_list_append (labels, name);
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  if (value != NULL && sotay_utilities_parse (value, &set))
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) g_bit_nth_lsf (set, -1) + 1);
  return row;
}

static guint
read_set (Form *form)
{
  guint set = 0;

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (form->checks[i])))
      set |= 1u << i;
  return set;
}

static void
count_checks (GtkWidget *row)
{
  guint set = read_set (get_form (row));
  guint n_chosen = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    n_chosen += set >> i & 1;
  text = g_strdup_printf (_("%u of %u"), n_chosen, SOTAY_N_UTILITIES);
  sotay_form_row_set_problem (row, NULL);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), text);
}

static void
choose_all (GtkWidget *row)
{
  Form *form = get_form (row);
  gboolean all = read_set (form) == SOTAY_ALL_UTILITIES;

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (form->checks[i]), !all);
}

static void
add_check (GtkWidget *row, Form *form, guint number, gboolean chosen, SotayCatalogue *catalogue)
{
  g_autofree char *name = name_utility (catalogue, number);
  g_autofree char *markup = g_markup_escape_text (name, -1);
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), markup);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (line), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
  form->checks[number - 1] = check;
  g_signal_connect_object (check, "toggled", G_CALLBACK (count_checks), row, G_CONNECT_SWAPPED);
}

static GtkWidget *
create_utilities (const SotayFormField *field, const char *value, Form *form, SotayCatalogue *catalogue)
{
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", field->caption, NULL);
  GtkWidget *all = gtk_button_new_with_label (_("All"));
  guint set = 0;

  if (value != NULL && !sotay_utilities_parse (value, &set))
    set = 0;
  gtk_widget_set_valign (all, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (all, _("All 16 utilities, or none"));
  g_signal_connect_object (all, "clicked", G_CALLBACK (choose_all), row, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), all);
  for (guint i = 1; i <= SOTAY_N_UTILITIES; i++)
    add_check (row, form, i, set >> (i - 1) & 1, catalogue);
  return row;
}

static GtkWidget *
create_row (const SotayFormField *field, const char *value, Form *form, SotayCatalogue *catalogue)
{
  switch (field->kind)
    {
    case SOTAY_FORM_LINES:
      return create_lines (field, value, form);
    case SOTAY_FORM_CHOICE:
      return create_choice (field, value);
    case SOTAY_FORM_UTILITY:
      return create_utility (field, value, catalogue);
    case SOTAY_FORM_UTILITIES:
      return create_utilities (field, value, form, catalogue);
    case SOTAY_FORM_UNIT:
      return create_unit (field, value, form);
    default:
      return create_entry (field, value);
    }
}

GtkWidget *
sotay_form_row_new (const SotayFormField *field, const char *value, SotayUnitNames *names, SotayCatalogue *catalogue)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *row;

  form->kind = field->kind;
  form->choices = g_strdupv ((char **) field->choices);
  form->names = g_object_ref (names);
  row = create_row (field, value, form, catalogue);
  g_object_set_data_full (G_OBJECT (row), "form", form, form_free);
  if (field->kind == SOTAY_FORM_UTILITIES)
    count_checks (row);
  return row;
}

static char *
read_entry (GtkWidget *row)
{
  char *text = sotay_text_tidy (sotay_field_row_get_text (SOTAY_FIELD_ROW (row)));

  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static gboolean
read_day (GtkWidget *row, char **value)
{
  g_autofree char *typed = read_entry (row);
  GDate today = sotay_date_today ();
  GDate day;

  if (typed == NULL)
    return TRUE;
  if (sotay_date_parse (typed, &today, &day))
    *value = sotay_date_to_iso (&day);
  else
    sotay_form_row_set_problem (row, _("type a day such as 5/3/2024"));
  return *value != NULL;
}

static gboolean
read_time (GtkWidget *row, char **value)
{
  g_autofree char *typed = read_entry (row);

  if (typed == NULL)
    return TRUE;
  *value = sotay_session_time_parse (typed);
  if (*value == NULL)
    sotay_form_row_set_problem (row, _("type a time such as 8:30"));
  return *value != NULL;
}

/* "1.200" as it is printed is read as it is meant. */
static gboolean
read_number (GtkWidget *row, char **value)
{
  g_autofree char *typed = read_entry (row);
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *c = typed; c != NULL && *c != '\0'; c++)
    if (*c != '.' && *c != ' ')
      g_string_append_c (digits, *c);
  if (strspn (digits->str, "0123456789") != digits->len)
    {
      sotay_form_row_set_problem (row, _("type a whole number"));
      return FALSE;
    }
  *value = digits->len > 0 ? g_strdup (digits->str) : NULL;
  return TRUE;
}

static char *
read_lines (Form *form)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (form->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
read_unit (GtkWidget *row, char **value)
{
  SotayUnit *unit = sotay_unit_chooser_get_unit (SOTAY_UNIT_CHOOSER (row));

  if (unit != NULL)
    *value = g_strdup (sotay_unit_get_id (unit));
  else
    sotay_form_row_set_problem (row, _("choose the unit"));
  return unit != NULL;
}

static gboolean
read_utilities (GtkWidget *row, char **value)
{
  guint set = read_set (get_form (row));

  if (set != 0)
    *value = sotay_utilities_format (set);
  else
    sotay_form_row_set_problem (row, _("choose what is taught: without it nobody counts as trained"));
  return set != 0;
}

gboolean
sotay_form_row_read (GtkWidget *row, char **value)
{
  Form *form = get_form (row);
  guint chosen = ADW_IS_COMBO_ROW (row) ? adw_combo_row_get_selected (ADW_COMBO_ROW (row)) : 0;

  *value = NULL;
  sotay_form_row_set_problem (row, NULL);
  switch (form->kind)
    {
    case SOTAY_FORM_DAY:
      return read_day (row, value);
    case SOTAY_FORM_TIME:
      return read_time (row, value);
    case SOTAY_FORM_NUMBER:
      return read_number (row, value);
    case SOTAY_FORM_LINES:
      *value = read_lines (form);
      return TRUE;
    case SOTAY_FORM_CHOICE:
      *value = g_strdup (form->choices[2 * chosen]);
      return TRUE;
    case SOTAY_FORM_UNIT:
      return read_unit (row, value);
    case SOTAY_FORM_UTILITY:
      *value = chosen > 0 ? g_strdup_printf ("U%u", chosen) : NULL;
      return TRUE;
    case SOTAY_FORM_UTILITIES:
      return read_utilities (row, value);
    default:
      *value = read_entry (row);
      return TRUE;
    }
}

void
sotay_form_row_set_problem (GtkWidget *row, const char *problem)
{
  if (SOTAY_IS_FIELD_ROW (row))
    sotay_field_row_set_problem (SOTAY_FIELD_ROW (row), problem);
  else if (SOTAY_IS_UNIT_CHOOSER (row))
    sotay_unit_chooser_set_problem (SOTAY_UNIT_CHOOSER (row), problem);
  else if (ADW_IS_EXPANDER_ROW (row) && problem != NULL)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), problem);
  if (problem != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
}
