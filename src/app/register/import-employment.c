/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/import-employment.h"

#include "app/register/staff-choice.h"
#include "core/numbers.h"

#include <glib/gi18n-lib.h>

#define MOST_HEIGHT 360

/* What a row offers: to leave it empty, the known kinds from the second choice on, and last to keep it in the note. */
typedef struct
{
  GPtrArray *employments;
  GPtrArray *rows;
  SotayEmploymentsAnswered func;
  GObject *object;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_ptr_array_unref (question->employments);
  g_ptr_array_unref (question->rows);
  g_object_unref (question->object);
  g_free (question);
}

static const char *
get_answer (guint choice)
{
  if (choice == 0)
    return SOTAY_ROSTER_EMPLOYMENT_EMPTY;
  return choice < sotay_staff_choice_count (SOTAY_STAFF_EMPLOYMENT)
           ? sotay_staff_choice_value (SOTAY_STAFF_EMPLOYMENT, choice)
           : SOTAY_ROSTER_EMPLOYMENT_NOTE;
}

static guint
find_answer (const char *answer)
{
  if (g_strcmp0 (answer, SOTAY_ROSTER_EMPLOYMENT_NOTE) == 0)
    return sotay_staff_choice_count (SOTAY_STAFF_EMPLOYMENT);
  return sotay_staff_choice_find (SOTAY_STAFF_EMPLOYMENT, answer);
}

static GtkWidget *
create_row (SotayRosterEmployment *employment)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *title = g_markup_escape_text (employment->text, -1);
  g_autofree char *number = sotay_number_format (employment->count);
  g_autofree char *rows = g_strdup_printf (ngettext ("%s row", "%s rows", employment->count), number);

  gtk_string_list_append (labels, _("Leave empty"));
  for (guint i = 1; i < sotay_staff_choice_count (SOTAY_STAFF_EMPLOYMENT); i++)
    gtk_string_list_append (labels, sotay_staff_choice_label (SOTAY_STAFF_EMPLOYMENT, i));
  gtk_string_list_append (labels, _("Keep it in the note"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), rows);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_answer (employment->answer));
  return row;
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new ();

  if (!g_str_equal (response, "accept"))
    return;
  for (guint i = 0; i < question->rows->len; i++)
    {
      SotayRosterEmployment *employment = question->employments->pdata[i];
      guint choice = adw_combo_row_get_selected (ADW_COMBO_ROW (question->rows->pdata[i]));

      g_ptr_array_add (answers, g_strdup (employment->text));
      g_ptr_array_add (answers, g_strdup (get_answer (choice)));
    }
  g_ptr_array_add (answers, NULL);
  question->func (question->object, (char **) g_ptr_array_free (g_steal_pointer (&answers), FALSE));
}

char *
sotay_import_employment_text (SotayRoster *roster)
{
  GPtrArray *employments = sotay_roster_get_employments (roster);
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean open = FALSE;

  for (guint i = 0; i < employments->len; i++)
    {
      SotayRosterEmployment *employment = employments->pdata[i];

      open |= employment->answer == NULL;
      g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", employment->text);
    }
  if (employments->len == 0)
    return NULL;
  return g_strdup_printf (open ? _("Kinds of employment that are not known, so they are left empty: %s")
                               : _("Kinds of employment as you said: %s"), names->str);
}

void
sotay_import_employment_ask (GtkWindow *parent, SotayRoster *roster, SotayEmploymentsAnswered func, GObject *object)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _("Kinds of Employment"),
                                              _("What are these, as the list calls them?"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *group = adw_preferences_group_new ();
  Question *question = g_new0 (Question, 1);

  question->employments = g_ptr_array_ref (sotay_roster_get_employments (roster));
  question->rows = g_ptr_array_new ();
  question->func = func;
  question->object = g_object_ref (object);
  for (guint i = 0; i < question->employments->len; i++)
    {
      g_ptr_array_add (question->rows, create_row (question->employments->pdata[i]));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), question->rows->pdata[i]);
    }
  gtk_widget_add_css_class (group, "dialog-form");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), group);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scrolled);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "accept", _("Continue"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
