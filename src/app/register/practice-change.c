/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/practice-change.h"

#include "app/register/session-text.h"
#include "app/register/step-actions.h"
#include "core/dates.h"
#include "register/edit-records.h"
#include "register/session.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  SotayRecord *session;   /* those who were there … */
  SotayStaffQuery *query; /* … or those of a list */
  guint utilities;
  int level;
  GDate day;
} Marking;

typedef struct
{
  GtkWidget *widget;
  SotayStore *store;
  SotayRecord *session;
  SotayNotice *notice;
  AdwComboRow *row;
} Question;

const char *
sotay_practice_level_text (int level)
{
  switch (level)
    {
    case SOTAY_PRACTICE_TAUGHT:
      return C_ ("skill", "Taught");
    case SOTAY_PRACTICE_PRACTISED:
      return C_ ("skill", "Practised");
    case SOTAY_PRACTICE_FLUENT:
      return C_ ("skill", "Fluent");
    default:
      return C_ ("skill", "Not yet");
    }
}

static void
marking_free (gpointer data)
{
  Marking *marking = data;

  g_clear_object (&marking->session);
  g_clear_object (&marking->query);
  g_free (marking);
}

static gboolean
collect_session (SotayStore *store, SotayRecord *session, GPtrArray *ids, GCancellable *cancellable, GError **error)
{
  const char *values[] = { sotay_record_get_id (session), NULL };
  g_autoptr (GPtrArray) records = sotay_store_list_records (store, SOTAY_RECORD_ATTENDANCE,
                                                            SOTAY_ATTENDANCE_SESSION_ID, values, cancellable, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (sotay_attendance_counts (records->pdata[i]))
      g_ptr_array_add (ids, g_strdup (sotay_record_get (records->pdata[i], SOTAY_ATTENDANCE_STAFF_ID)));
  return records != NULL;
}

static gboolean
collect_query (SotayStore *store, SotayStaffQuery *query, GPtrArray *ids, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) staff = sotay_store_list_staff (store, query, 0, SOTAY_PRACTICE_MOST_PEOPLE, cancellable,
                                                        error);

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    g_ptr_array_add (ids, g_strdup (sotay_staff_get_id (staff->pdata[i])));
  return staff != NULL;
}

static SotayStep *
make_marks (SotayStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Marking *marking = data;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) before = NULL;
  gboolean collected = marking->session != NULL
                           ? collect_session (store, marking->session, ids, cancellable, error)
                           : collect_query (store, marking->query, ids, cancellable, error);

  if (!collected)
    return NULL;
  g_ptr_array_add (ids, NULL);
  before = sotay_store_list_records (store, SOTAY_RECORD_PRACTICE, SOTAY_PRACTICE_STAFF_ID,
                                     (const char *const *) ids->pdata, cancellable, error);
  if (before == NULL)
    return NULL;
  return sotay_edit_raise_practice (before, (const char *const *) ids->pdata, marking->utilities, marking->level,
                                    &marking->day, error);
}

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->widget);
  g_object_unref (question->store);
  g_object_unref (question->session);
  g_free (question);
}

typedef struct
{
  GtkWidget *widget;
  SotayNotice *notice;
} Telling;

static void
marked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Telling *telling = data;
  g_autoptr (GtkWidget) widget = telling->widget;
  g_autoptr (SotayNotice) notice = telling->notice;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_do_step_finish (result, &error);

  if (gtk_widget_get_root (widget) == NULL)
    return;
  sotay_notice_show_error (notice, error);
  if (step != NULL)
    sotay_tell_step (widget, step);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  Marking *marking;
  Telling *telling;

  if (!g_str_equal (response, "record"))
    return;
  marking = g_new0 (Marking, 1);
  marking->session = g_object_ref (question->session);
  marking->utilities = sotay_session_get_utilities (question->session);
  marking->level = adw_combo_row_get_selected (question->row);
  marking->day = sotay_session_day (question->session);
  telling = g_new0 (Telling, 1);
  telling->widget = g_object_ref (question->widget);
  telling->notice = g_object_ref (question->notice);
  sotay_do_step_async (question->store, make_marks, marking, marking_free, NULL, marked_cb, telling);
}

static GtkWidget *
create_question (GtkWidget *widget, SotayRecord *session, GtkWidget *row)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("Record Skills"), NULL);
  GtkWidget *group = adw_preferences_group_new ();

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("Everyone who was at “%s” gets this mark in what was taught there. Those who have a "
                                    "better mark keep it."),
                                  sotay_record_get (session, SOTAY_SESSION_TITLE));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), group);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "record", _("Record"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "record", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "record");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return dialog;
}

void
sotay_practice_ask_session (GtkWidget *widget, SotayStore *store, SotayRecord *session, SotayNotice *notice)
{
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", _("Skill"), NULL);
  GtkWidget *dialog = create_question (widget, session, row);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  Question *question = g_new0 (Question, 1);

  for (int level = 0; level < SOTAY_PRACTICE_LEVEL_N; level++)
    gtk_string_list_append (labels, sotay_practice_level_text (level));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  question->widget = g_object_ref (widget);
  question->store = g_object_ref (store);
  question->session = g_object_ref (session);
  question->notice = notice;
  question->row = ADW_COMBO_ROW (row);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}

void
sotay_practice_mark_query_async (SotayStore *store, SotayStaffQuery *query, guint utilities, int level,
                                 GAsyncReadyCallback callback, gpointer data)
{
  Marking *marking = g_new0 (Marking, 1);

  marking->query = g_object_ref (query);
  marking->utilities = utilities;
  marking->level = level;
  marking->day = sotay_date_today ();
  sotay_do_step_async (store, make_marks, marking, marking_free, NULL, callback, data);
}
