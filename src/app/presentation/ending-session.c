/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/ending-session.h"

#include "app/register/form-row.h"
#include "app/register/session-text.h"
#include "core/dates.h"
#include "register/session.h"

#include <glib/gi18n-lib.h>

#define MOST_ROWS 7

struct _SotayEndingSession
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *choice_row;
  GtkWidget *about_row;            /* of a session of the register */
  GtkWidget *rows[MOST_ROWS];      /* of a new one; NULL until it is known what there is */
  SotayFormField fields[MOST_ROWS];
  guint n_rows;

  SotaySessionChoices *choices;
  SotayRecord *draft;
};

G_DEFINE_FINAL_TYPE (SotayEndingSession, sotay_ending_session, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The place of the chosen session, or -1 for a new one, which is the last choice. */
static int
get_place (SotayEndingSession *self)
{
  guint selected = adw_combo_row_get_selected (self->choice_row);

  return self->choices != NULL && selected < self->choices->sessions->len ? (int) selected : -1;
}

static void
add_field (SotayEndingSession *self, guint field, SotayFormKind kind, const char *caption, const char *problem)
{
  const SotayFormField about = { field, kind, caption, problem, NULL, NULL };
  GtkWidget *row = sotay_form_row_new (&about, sotay_record_get (self->draft, field), self->choices->names, NULL);

  adw_preferences_group_add (self->group, row);
  self->fields[self->n_rows] = about;
  self->rows[self->n_rows] = row;
  self->n_rows++;
}

static void
add_fields (SotayEndingSession *self)
{
  add_field (self, SOTAY_SESSION_TITLE, SOTAY_FORM_TEXT, _("Title"), _("type a title: 1 to 200 characters"));
  add_field (self, SOTAY_SESSION_DAY, SOTAY_FORM_DAY, _("Day"), _("type a day such as 5/3/2024"));
  add_field (self, SOTAY_SESSION_STARTS_AT, SOTAY_FORM_TIME, _("From (time)"), _("type a time such as 8:30"));
  add_field (self, SOTAY_SESSION_ENDS_AT, SOTAY_FORM_TIME, _("Until (time)"), _("must be after the beginning"));
  add_field (self, SOTAY_SESSION_PLACE, SOTAY_FORM_TEXT, _("Venue"), _("at most 1,000 characters"));
  add_field (self, SOTAY_SESSION_TRAINER, SOTAY_FORM_TEXT, _("Trainer"), _("at most 1,000 characters"));
  /* A register without units holds sessions all the same. */
  if (sotay_unit_names_count (self->choices->names) > 0)
    add_field (self, SOTAY_SESSION_UNIT_ID, SOTAY_FORM_UNIT, _("Unit that holds it"),
               _("choose a unit that is open on that day"));
}

/* Without the trainer, who may be someone of the register: the room may see this page. */
static void
tell_session (SotayEndingSession *self, SotayRecord *session)
{
  g_autofree char *title = g_markup_escape_text (sotay_record_get (session, SOTAY_SESSION_TITLE), -1);
  g_autofree char *when = sotay_session_day_and_time (session);
  const char *place = sotay_record_get (session, SOTAY_SESSION_PLACE);
  g_autofree char *about = place != NULL ? g_strdup_printf ("%s · %s", when, place) : g_strdup (when);
  g_autofree char *markup = g_markup_escape_text (about, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->about_row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->about_row), markup);
}

static void
show_chosen (SotayEndingSession *self)
{
  SotayRecord *session = sotay_ending_session_get (self);

  gtk_widget_set_visible (self->about_row, session != NULL);
  if (session != NULL)
    tell_session (self, session);
  for (guint i = 0; i < self->n_rows; i++)
    gtk_widget_set_visible (self->rows[i], session == NULL);
}

static void
chosen_cb (SotayEndingSession *self)
{
  show_chosen (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static char *
dup_chosen_id (SotayEndingSession *self)
{
  int place = get_place (self);

  return place >= 0 ? g_strdup (sotay_record_get_id (self->choices->sessions->pdata[place])) : NULL;
}

static void
offer_choices (SotayEndingSession *self, int place)
{
  GPtrArray *sessions = self->choices->sessions;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      const char *starts = sotay_record_get (sessions->pdata[i], SOTAY_SESSION_STARTS_AT);
      const char *title = sotay_record_get (sessions->pdata[i], SOTAY_SESSION_TITLE);
      g_autofree char *label = starts != NULL ? g_strdup_printf ("%s %s", starts, title) : g_strdup (title);

      gtk_string_list_append (labels, label);
    }
  gtk_string_list_append (labels, _("A new session"));
  g_signal_handlers_block_by_func (self->choice_row, chosen_cb, self);
  adw_combo_row_set_model (self->choice_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->choice_row, place >= 0 ? (guint) place : sessions->len);
  g_signal_handlers_unblock_by_func (self->choice_row, chosen_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->choice_row), sessions->len > 0);
}

static void
sotay_ending_session_dispose (GObject *object)
{
  SotayEndingSession *self = SOTAY_ENDING_SESSION (object);

  self->choices = NULL;
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (sotay_ending_session_parent_class)->dispose (object);
}

static gboolean
sotay_ending_session_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SOTAY_ENDING_SESSION (widget)->choice_row));
}

static void
sotay_ending_session_class_init (SotayEndingSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sotay_ending_session_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = sotay_ending_session_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
sotay_ending_session_init (SotayEndingSession *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->choice_row = g_object_new (ADW_TYPE_COMBO_ROW, "title", _("Write it to"), NULL);
  self->about_row = g_object_new (ADW_TYPE_ACTION_ROW, "visible", FALSE, NULL);
  adw_preferences_group_set_title (self->group, _("Session"));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->choice_row));
  adw_preferences_group_add (self->group, self->about_row);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  g_signal_connect_object (self->choice_row, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
begin (SotayEndingSession *self, SotayRecord *draft)
{
  GDate day = sotay_session_day (draft);

  self->draft = sotay_record_with (draft, SOTAY_SESSION_UNIT_ID, sotay_session_choices_get_unit (self->choices, &day));
  add_fields (self);
}

void
sotay_ending_session_set_choices (SotayEndingSession *self, SotaySessionChoices *choices, const char *session_id,
                                  SotayRecord *draft)
{
  gboolean is_first = self->choices == NULL;
  g_autofree char *chosen_id = is_first ? g_strdup (session_id) : dup_chosen_id (self);
  int place;

  self->choices = choices;
  place = sotay_session_choices_find (choices, chosen_id);
  if (is_first && session_id == NULL && choices->sessions->len == 1)
    place = 0;
  if (is_first)
    begin (self, draft);
  offer_choices (self, place);
  chosen_cb (self);
}

SotayRecord *
sotay_ending_session_get (SotayEndingSession *self)
{
  int place = get_place (self);

  return place >= 0 ? self->choices->sessions->pdata[place] : NULL;
}

guint
sotay_ending_session_count_there (SotayEndingSession *self)
{
  int place = get_place (self);

  return place >= 0 ? g_array_index (self->choices->there, guint, place) : 0;
}

SotayRecord *
sotay_ending_session_read (SotayEndingSession *self)
{
  g_autoptr (SotayRecord) session = NULL;

  if (sotay_ending_session_get (self) != NULL)
    return g_object_ref (sotay_ending_session_get (self));
  session = g_object_ref (self->draft);
  for (guint i = 0; i < self->n_rows; i++)
    {
      g_autofree char *value = NULL;
      SotayRecord *changed;

      if (!sotay_form_row_read (self->rows[i], &value))
        {
          gtk_widget_grab_focus (self->rows[i]);
          return NULL;
        }
      changed = sotay_record_with (session, self->fields[i].field, value);
      g_object_unref (session);
      session = changed;
    }
  return g_steal_pointer (&session);
}

gboolean
sotay_ending_session_show_rule (SotayEndingSession *self, const char *field)
{
  const SotayRecordShape *shape = sotay_record_shape (SOTAY_RECORD_SESSION);

  for (guint i = 0; i < self->n_rows && sotay_ending_session_get (self) == NULL; i++)
    if (g_str_equal (shape->fields[self->fields[i].field], field))
      {
        sotay_form_row_set_problem (self->rows[i], self->fields[i].problem);
        gtk_widget_grab_focus (self->rows[i]);
        return TRUE;
      }
  return FALSE;
}
