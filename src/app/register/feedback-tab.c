/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/feedback-tab.h"

#include "app/register/record-dialog.h"
#include "app/register/step-actions.h"
#include "core/dates.h"
#include "register/edit-records.h"
#include "register/feedback.h"

#include <glib/gi18n-lib.h>

struct _SotayFeedbackTab
{
  SotayRecordsTab parent_instance;

  SotayCatalogue *catalogue;
};

G_DEFINE_FINAL_TYPE (SotayFeedbackTab, sotay_feedback_tab, SOTAY_TYPE_RECORDS_TAB)

static SotayFeedbackState
get_state (SotayRecord *feedback)
{
  SotayFeedbackState state = SOTAY_FEEDBACK_OPEN;

  sotay_feedback_state_from_string (sotay_record_get (feedback, SOTAY_FEEDBACK_STATE), &state);
  return state;
}

/* By state, then the newest first. */
static int
compare_feedback (gconstpointer a, gconstpointer b)
{
  SotayRecord *first = (SotayRecord *) a;
  SotayRecord *second = (SotayRecord *) b;
  int order = (int) get_state (first) - (int) get_state (second);

  if (order == 0)
    order = -g_strcmp0 (sotay_record_get (first, SOTAY_FEEDBACK_MADE_ON),
                        sotay_record_get (second, SOTAY_FEEDBACK_MADE_ON));
  return order != 0 ? order : -g_strcmp0 (sotay_record_get_id (first), sotay_record_get_id (second));
}

static char *
sotay_feedback_tab_dup_group (SotayRecordsTab *tab, SotayRecord *feedback)
{
  switch (get_state (feedback))
    {
    case SOTAY_FEEDBACK_SENT:
      return g_strdup (C_ ("feedback", "Sent, Waiting for an Answer"));
    case SOTAY_FEEDBACK_SOLVED:
      return g_strdup (C_ ("feedback", "Solved"));
    default:
      return g_strdup (C_ ("feedback", "Open"));
    }
}

static void
add_part (GString *text, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
add_day (GString *text, const char *format, const char *iso)
{
  g_autofree char *day = iso != NULL ? sotay_date_format_iso (iso) : NULL;
  g_autofree char *part = day != NULL ? g_strdup_printf (format, day) : NULL;

  add_part (text, part);
}

static char *
create_details (SotayRecordsTab *tab, SotayRecord *feedback)
{
  g_autofree char *unit = sotay_records_tab_dup_unit_name (tab, sotay_record_get (feedback, SOTAY_FEEDBACK_UNIT_ID));
  const char *sent_to = sotay_record_get (feedback, SOTAY_FEEDBACK_SENT_TO);
  g_autofree char *sent = sent_to != NULL ? g_strdup_printf (_("sent to %s"), sent_to) : NULL;
  g_autoptr (GString) details = g_string_new (NULL);

  add_day (details, "%s", sotay_record_get (feedback, SOTAY_FEEDBACK_MADE_ON));
  add_part (details, sotay_record_get (feedback, SOTAY_FEEDBACK_UTILITY));
  add_part (details, unit);
  add_part (details, sent);
  add_day (details, "%s", sotay_record_get (feedback, SOTAY_FEEDBACK_SENT_ON));
  add_day (details, _("solved on %s"), sotay_record_get (feedback, SOTAY_FEEDBACK_SOLVED_ON));
  add_part (details, sotay_record_get (feedback, SOTAY_FEEDBACK_ANSWER));
  return g_string_free (g_steal_pointer (&details), FALSE);
}

static void
sotay_feedback_tab_fill_row (SotayRecordsTab *tab, SotayRecord *feedback, SotayRecordRow *row)
{
  SotayFeedbackKind kind = SOTAY_FEEDBACK_OBSTACLE;
  g_autofree char *details = create_details (tab, feedback);

  sotay_feedback_kind_from_string (sotay_record_get (feedback, SOTAY_FEEDBACK_KIND), &kind);
  sotay_record_row_set_texts (row, sotay_record_get (feedback, SOTAY_FEEDBACK_TEXT), details, NULL,
                              kind == SOTAY_FEEDBACK_PROPOSAL ? C_ ("feedback", "proposal")
                                                              : C_ ("feedback", "obstacle"));
}

static void
saved_cb (SotayRecordsTab *tab, const char *id)
{
  sotay_records_tab_reveal (tab, id);
}

static void
show_dialog (SotayRecordsTab *tab, const char *title, SotayRecord *before, SotayRecord *draft,
             const SotayFormField *fields, guint n_fields)
{
  GtkWidget *dialog = sotay_record_dialog_new (sotay_records_tab_get_window (tab), sotay_register_tab_get_store (tab),
                                               sotay_records_tab_get_names (tab), SOTAY_FEEDBACK_TAB (tab)->catalogue,
                                               title, before, draft, fields, n_fields);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), tab, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
set_field (SotayRecord **record, guint field, const char *value)
{
  SotayRecord *changed = sotay_record_with (*record, field, value);

  g_object_unref (*record);
  *record = changed;
}

static void
set_today (SotayRecord **record, guint field)
{
  GDate today = sotay_date_today ();
  g_autofree char *iso = sotay_date_to_iso (&today);

  if (sotay_record_get (*record, field) == NULL)
    set_field (record, field, iso);
}

static SotayRecord *
create_draft (SotayRecordsTab *tab)
{
  SotayRecord *draft = sotay_record_new (SOTAY_RECORD_FEEDBACK, NULL);

  set_field (&draft, SOTAY_FEEDBACK_KIND, sotay_feedback_kind_to_string (SOTAY_FEEDBACK_OBSTACLE));
  set_field (&draft, SOTAY_FEEDBACK_STATE, sotay_feedback_state_to_string (SOTAY_FEEDBACK_OPEN));
  set_field (&draft, SOTAY_FEEDBACK_UNIT_ID, sotay_records_tab_get_unit_id (tab));
  set_today (&draft, SOTAY_FEEDBACK_MADE_ON);
  return draft;
}

static void
sotay_feedback_tab_edit (SotayRecordsTab *tab, SotayRecord *feedback)
{
  const char *const kinds[] = { "obstacle", C_ ("feedback", "Obstacle"), "proposal", C_ ("feedback", "Proposal"),
                                NULL };
  const SotayFormField fields[] = {
    { SOTAY_FEEDBACK_TEXT, SOTAY_FORM_LINES, _("What it is about"), _("say what it is about"), NULL, NULL },
    { SOTAY_FEEDBACK_KIND, SOTAY_FORM_CHOICE, _("Kind"), NULL, NULL, kinds },
    { SOTAY_FEEDBACK_UTILITY, SOTAY_FORM_UTILITY, _("Utility"), NULL, NULL, NULL },
    { SOTAY_FEEDBACK_MADE_ON, SOTAY_FORM_DAY, _("Day"), _("type a day such as 5/3/2024; not one to come"), NULL,
      NULL },
    { SOTAY_FEEDBACK_UNIT_ID, SOTAY_FORM_UNIT, _("Unit"), NULL, NULL, NULL },
  };
  g_autoptr (SotayRecord) draft = feedback != NULL ? g_object_ref (feedback) : create_draft (tab);

  show_dialog (tab, feedback != NULL ? _("Edit Obstacle or Proposal") : _("Add Obstacle or Proposal"), feedback, draft,
               fields, G_N_ELEMENTS (fields));
}

static void
send_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRecordsTab *tab = SOTAY_RECORDS_TAB (widget);
  SotayRecord *feedback = sotay_records_tab_get_selected (tab);
  const SotayFormField fields[] = {
    { SOTAY_FEEDBACK_SENT_TO, SOTAY_FORM_TEXT, _("Sent to"), _("say to whom"), NULL, NULL },
    { SOTAY_FEEDBACK_SENT_ON, SOTAY_FORM_DAY, _("Sent on"), _("not before it was made, and not a day to come"), NULL,
      NULL },
  };
  SotayRecord *draft;

  if (feedback == NULL)
    return;
  draft = g_object_ref (feedback);
  set_field (&draft, SOTAY_FEEDBACK_STATE, sotay_feedback_state_to_string (SOTAY_FEEDBACK_SENT));
  set_today (&draft, SOTAY_FEEDBACK_SENT_ON);
  show_dialog (tab, C_ ("feedback", "Sent"), feedback, draft, fields, G_N_ELEMENTS (fields));
  g_object_unref (draft);
}

static void
solve_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRecordsTab *tab = SOTAY_RECORDS_TAB (widget);
  SotayRecord *feedback = sotay_records_tab_get_selected (tab);
  const SotayFormField fields[] = {
    { SOTAY_FEEDBACK_ANSWER, SOTAY_FORM_LINES, _("Answer"), NULL, NULL, NULL },
    { SOTAY_FEEDBACK_SOLVED_ON, SOTAY_FORM_DAY, _("Solved on"), _("not before it was made, and not a day to come"),
      NULL, NULL },
  };
  SotayRecord *draft;

  if (feedback == NULL)
    return;
  draft = g_object_ref (feedback);
  set_field (&draft, SOTAY_FEEDBACK_STATE, sotay_feedback_state_to_string (SOTAY_FEEDBACK_SOLVED));
  set_today (&draft, SOTAY_FEEDBACK_SOLVED_ON);
  show_dialog (tab, C_ ("feedback", "Solved"), feedback, draft, fields, G_N_ELEMENTS (fields));
  g_object_unref (draft);
}

static void
reopen_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRecordsTab *tab = SOTAY_RECORDS_TAB (widget);
  SotayRecord *feedback = sotay_records_tab_get_selected (tab);
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;
  SotayRecord *after;

  if (feedback == NULL)
    return;
  after = g_object_ref (feedback);
  set_field (&after, SOTAY_FEEDBACK_STATE, sotay_feedback_state_to_string (SOTAY_FEEDBACK_OPEN));
  set_field (&after, SOTAY_FEEDBACK_SENT_TO, NULL);
  set_field (&after, SOTAY_FEEDBACK_SENT_ON, NULL);
  set_field (&after, SOTAY_FEEDBACK_SOLVED_ON, NULL);
  step = sotay_edit_change_record (feedback, after, &error);
  if (step != NULL)
    sotay_apply_step (widget, sotay_register_tab_get_store (tab), step, sotay_records_tab_get_notice (tab));
  else
    sotay_notice_show_error (sotay_records_tab_get_notice (tab), error);
  g_object_unref (after);
}

static void
sotay_feedback_tab_set_catalogue (SotayRegisterTab *tab, SotayCatalogue *catalogue)
{
  g_set_object (&SOTAY_FEEDBACK_TAB (tab)->catalogue, catalogue);
}

static void
sotay_feedback_tab_dispose (GObject *object)
{
  g_clear_object (&SOTAY_FEEDBACK_TAB (object)->catalogue);
  G_OBJECT_CLASS (sotay_feedback_tab_parent_class)->dispose (object);
}

static void
sotay_feedback_tab_class_init (SotayFeedbackTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SotayRecordsTabClass *tab_class = SOTAY_RECORDS_TAB_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_feedback_tab_dispose;
  SOTAY_REGISTER_TAB_CLASS (klass)->set_catalogue = sotay_feedback_tab_set_catalogue;
  tab_class->kind = SOTAY_RECORD_FEEDBACK;
  tab_class->unit_field = SOTAY_FEEDBACK_UNIT_ID;
  tab_class->compare = compare_feedback;
  tab_class->dup_group = sotay_feedback_tab_dup_group;
  tab_class->fill_row = sotay_feedback_tab_fill_row;
  tab_class->edit = sotay_feedback_tab_edit;
  gtk_widget_class_install_action (widget_class, "feedback.send", NULL, send_cb);
  gtk_widget_class_install_action (widget_class, "feedback.solve", NULL, solve_cb);
  gtk_widget_class_install_action (widget_class, "feedback.reopen", NULL, reopen_cb);
}

static void
sotay_feedback_tab_init (SotayFeedbackTab *self)
{
  SotayRecordsTab *tab = SOTAY_RECORDS_TAB (self);

  sotay_records_tab_set_words (tab, _("Add Obstacle or Proposal…"), _("No Obstacles or Proposals Yet"),
                               _("Write down what does not work and what would help; then to whom it was sent and "
                                 "what became of it."));
  sotay_records_tab_add_action (tab, _("Remove"), "records.remove");
  sotay_records_tab_add_action (tab, _("Edit…"), "records.edit");
  sotay_records_tab_add_action (tab, _("Open Again"), "feedback.reopen");
  sotay_records_tab_add_action (tab, _("Sent…"), "feedback.send");
  sotay_records_tab_add_action (tab, _("Solved…"), "feedback.solve");
}
