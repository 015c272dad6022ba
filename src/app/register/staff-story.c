/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-story.h"

#include "app/register/history-words.h"
#include "core/dates.h"
#include "register/session.h"
#include "register/utilities.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

/* The newest changes; a person with more of them is rare, and so is who wants to read them here. */
#define MOST_STEPS 100

struct _SotayStaffStory
{
  AdwPreferencesGroup parent_instance;

  AdwExpanderRow *sessions_row;
  AdwExpanderRow *history_row;
  AdwActionRow *trained_row;
  AdwActionRow *passed_row;

  SotayUnitNames *names;
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (SotayStaffStory, sotay_staff_story, ADW_TYPE_PREFERENCES_GROUP)

static void
set_texts (AdwActionRow *row, const char *title, const char *subtitle)
{
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle != NULL ? subtitle : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (row, subtitle_markup);
}

static void
add_row (AdwExpanderRow *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  set_texts (ADW_ACTION_ROW (row), title, subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_expander_row_add_row (group, row);
}

/* @some has a place for the numbers. */
static char *
name_utilities (guint set, const char *all, const char *some)
{
  g_autofree char *numbers = sotay_utilities_format_numbers (set);

  return set == SOTAY_ALL_UTILITIES ? g_strdup (all) : g_strdup_printf (some, numbers);
}

static char *
describe_basis (SotayStandingBasis basis, const char *by_rule, const char *reason)
{
  if (basis == SOTAY_STANDING_BY_RULE)
    return g_strdup (by_rule);
  return reason != NULL ? g_strdup_printf (_("marked by hand: %s"), reason) : g_strdup (_("marked by hand"));
}

static void
show_trained (SotayStaffStory *self, SotayStaffStanding *standing)
{
  const char *since = sotay_staff_standing_get_trained_since (standing);
  g_autofree char *day = since != NULL ? sotay_date_format_iso (since) : NULL;
  guint missing = sotay_staff_standing_get_missing_training (standing);
  g_autofree char *title = since != NULL ? g_strdup_printf (_("Trained since %s"), day)
                                         : g_strdup (_("Not yet trained"));
  g_autofree char *why = NULL;

  if (since != NULL)
    why = describe_basis (sotay_staff_standing_get_trained_by (standing), _("by the sessions attended"),
                          sotay_staff_standing_get_reason (standing));
  else
    why = name_utilities (missing, _("not yet taught: all 16 utilities"), _("not yet taught: utilities %s"));
  set_texts (self->trained_row, title, why);
}

static void
show_passed (SotayStaffStory *self, SotayStaffStanding *standing)
{
  const char *since = sotay_staff_standing_get_passed_since (standing);
  g_autofree char *day = since != NULL ? sotay_date_format_iso (since) : NULL;
  guint missing = sotay_staff_standing_get_missing_practice (standing);
  g_autofree char *title = since != NULL ? g_strdup_printf (_("Passed since %s"), day) : g_strdup (_("Not yet passed"));
  g_autofree char *why = NULL;

  if (since != NULL)
    why = describe_basis (sotay_staff_standing_get_passed_by (standing), _("fluent in every required utility"),
                          sotay_staff_standing_get_reason (standing));
  else if (missing != 0)
    why = name_utilities (missing, _("not yet fluent: all 16 utilities"), _("not yet fluent: utilities %s"));
  else
    why = g_strdup (_("fluent in every required utility, but not yet trained"));
  set_texts (self->passed_row, title, why);
}

static void
show_sessions (SotayStaffStory *self, GPtrArray *sessions)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u session attended", "%u sessions attended", sessions->len),
                                            sessions->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sessions_row), title);
  gtk_widget_set_visible (GTK_WIDGET (self->sessions_row), sessions->len > 0);
  for (guint i = 0; i < sessions->len; i++)
    {
      SotayRecord *session = sessions->pdata[i];
      g_autofree char *day = sotay_date_format_iso (sotay_record_get (session, SOTAY_SESSION_DAY));
      const char *name = sotay_record_get (session, SOTAY_SESSION_TITLE);
      g_autofree char *dated = g_strdup_printf ("%s · %s", day, name);
      guint set = sotay_session_get_utilities (session);
      g_autofree char *taught = name_utilities (set, _("taught: all 16 utilities"), _("taught: utilities %s"));

      add_row (self->sessions_row, dated, set != 0 ? taught : NULL);
    }
}

static void
explained_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayStaffStory) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStaffStanding) standing = sotay_store_explain_staff_finish (SOTAY_STORE (source), result, &error);

  if (standing == NULL)
    return;
  show_trained (self, standing);
  show_passed (self, standing);
  show_sessions (self, sotay_staff_standing_get_sessions (standing));
  if (!sotay_staff_standing_counts (standing))
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                           _("This kind of employment does not count towards 100 %"));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
history_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayStaffStory) self = data;
  g_autoptr (GPtrArray) steps = sotay_store_list_history_finish (SOTAY_STORE (source), result, NULL);

  if (steps == NULL)
    return;
  for (guint i = 0; i < MIN (steps->len, MOST_STEPS); i++)
    {
      SotayStep *step = steps->pdata[i];
      g_autofree char *what = sotay_describe_step (step);
      g_autofree char *when = sotay_history_words_time (sotay_step_get_time (step));
      g_autofree char *title = g_strdup_printf ("%s · %s", when, what);
      g_autofree char *changes = sotay_history_words_changes (step, self->names);
      gboolean undone = sotay_step_get_state (step) != SOTAY_STEP_DONE;
      g_autofree char *subtitle = undone ? g_strdup_printf (_("undone\n%s"), changes) : g_strdup (changes);

      add_row (self->history_row, title, g_strchomp (subtitle));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->history_row), steps->len > 0);
}

static void
sotay_staff_story_dispose (GObject *object)
{
  SotayStaffStory *self = SOTAY_STAFF_STORY (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->names);
  G_OBJECT_CLASS (sotay_staff_story_parent_class)->dispose (object);
}

static void
sotay_staff_story_class_init (SotayStaffStoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_staff_story_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/staff-story.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayStaffStory, sessions_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffStory, history_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffStory, trained_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffStory, passed_row);
}

static void
sotay_staff_story_init (SotayStaffStory *self)
{
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_staff_story_load (SotayStaffStory *self, SotayStore *store, SotayUnitNames *names, const char *id)
{
  g_set_object (&self->names, names);
  sotay_store_explain_staff_async (store, id, self->loading, explained_cb, g_object_ref (self));
  sotay_store_list_history_async (store, id, self->loading, history_read_cb, g_object_ref (self));
}
