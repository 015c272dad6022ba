/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/prepare-window.h"

#include "app/presentation/lesson-choice.h"
#include "app/presentation/plan-editor.h"
#include "app/presentation/session-choices.h"
#include "app/presentation/wall-settings.h"
#include "app/register/session-text.h"
#include "app/widgets/undo-toast.h"
#include "core/dates.h"
#include "presentation/show-record.h"
#include "register/edit-records.h"
#include "register/session.h"
#include "services/messages.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SotayPrepareWindow
{
  AdwWindow parent_instance;

  SotayServices *services;
  SotayScreens *screens;
  GPtrArray *lessons;            /* (element-type utf8): values of the setting, in the order of the row */
  SotaySessionChoices *sessions; /* nullable: not read yet */
  GCancellable *cancellable;
  gboolean filling;

  AdwComboRow *lesson_row;
  AdwEntryRow *name_row;
  AdwComboRow *session_row;
  GtkSwitch *problems_switch;
  GtkSwitch *checks_switch;
  GtkSwitch *manual_switch;
  SotayPlanEditor *editor;
  SotayWallSettings *wall_settings;
  GtkLabel *total;
  GtkWidget *start_button;
};

enum
{
  SIGNAL_START,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayPrepareWindow, sotay_prepare_window, ADW_TYPE_WINDOW)

static GSettings *
get_settings (SotayPrepareWindow *self)
{
  return sotay_services_get_settings (self->services);
}

/* (nullable): the name of the trainer's own lesson that is chosen. */
static const char *
get_own_name (SotayPrepareWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->lesson_row);
  const char *lesson = selected < self->lessons->len ? self->lessons->pdata[selected] : "";

  return g_str_has_prefix (lesson, SOTAY_LESSON_OWN) ? lesson + strlen (SOTAY_LESSON_OWN) : NULL;
}

static void
show_total (SotayPrepareWindow *self)
{
  g_autoptr (SotayLessonPlan) plan = sotay_plan_editor_dup_plan (self->editor, NULL);
  guint count = plan != NULL ? sotay_lesson_plan_get_stops (plan)->len : 0;
  guint minutes = plan != NULL ? sotay_lesson_plan_get_minutes (plan) : 0;
  g_autofree char *utilities = g_strdup_printf (ngettext ("%u utility", "%u utilities", count), count);
  g_autofree char *time = g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
  g_autofree char *text = g_strdup_printf ("%s · %s", utilities, time);

  gtk_label_set_text (self->total, plan != NULL ? text : _("Choose one utility at least"));
  gtk_widget_set_sensitive (self->start_button, plan != NULL);
}

static void
show_name (SotayPrepareWindow *self)
{
  const char *own = get_own_name (self);

  gtk_widget_set_visible (GTK_WIDGET (self->name_row), own != NULL);
  if (own != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), own);
  gtk_widget_remove_css_class (GTK_WIDGET (self->name_row), "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_row), _("Name of this lesson"));
}

static void
show_lesson (SotayPrepareWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->lesson_row);
  g_autoptr (SotayLessonPlan) plan = sotay_lesson_choice_dup_plan (self->services, self->lessons->pdata[selected]);

  sotay_plan_editor_set_plan (self->editor, plan);
  show_name (self);
  show_total (self);
}

static void
add_lesson (SotayPrepareWindow *self, GtkStringList *titles, const char *lesson, const char *title)
{
  gtk_string_list_append (titles, title);
  g_ptr_array_add (self->lessons, g_strdup (lesson));
}

static GtkStringList *
list_lessons (SotayPrepareWindow *self)
{
  GListModel *own = G_LIST_MODEL (sotay_services_get_lesson_plans (self->services));
  SotayUtility *reading = sotay_lesson_choice_find_reading (self->services);
  GtkStringList *titles = gtk_string_list_new (NULL);

  add_lesson (self, titles, SOTAY_LESSON_LEVEL_1, _("Level 1: 9 utilities"));
  add_lesson (self, titles, SOTAY_LESSON_LEVEL_2, _("Level 2: all 16 utilities"));
  if (reading != NULL)
    {
      g_autofree char *title = g_strdup_printf (_("The one being read: %s"), sotay_utility_get_title (reading));

      add_lesson (self, titles, SOTAY_LESSON_READING, title);
    }
  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (SotayLessonPlan) plan = g_list_model_get_item (own, i);
      g_autofree char *lesson = g_strconcat (SOTAY_LESSON_OWN, sotay_lesson_plan_get_name (plan), NULL);

      add_lesson (self, titles, lesson, sotay_lesson_plan_get_name (plan));
    }
  return titles;
}

/* Those that there are, the one of the settings chosen. */
static void
show_choices (SotayPrepareWindow *self)
{
  g_autofree char *lesson = g_settings_get_string (get_settings (self), SOTAY_SETTING_LESSON_PLAN);
  g_autoptr (GtkStringList) titles = NULL;
  guint place = 1; /* level 2 */

  self->filling = TRUE;
  g_ptr_array_set_size (self->lessons, 0);
  titles = list_lessons (self);
  for (guint i = 0; i < self->lessons->len; i++)
    if (g_str_equal (self->lessons->pdata[i], lesson))
      place = i;
  adw_combo_row_set_model (self->lesson_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->lesson_row, place);
  self->filling = FALSE;
  show_name (self);
}

static void
show_lessons (SotayPrepareWindow *self)
{
  show_choices (self);
  show_lesson (self);
}

static void
choose_lesson (SotayPrepareWindow *self, const char *lesson)
{
  g_settings_set_string (get_settings (self), SOTAY_SETTING_LESSON_PLAN, lesson);
}

static void
lesson_selected_cb (SotayPrepareWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->lesson_row);

  if (self->filling || selected >= self->lessons->len)
    return;
  choose_lesson (self, self->lessons->pdata[selected]);
  show_lesson (self);
}

static char *
find_free_name (SotayLessonPlans *plans)
{
  char *name = g_strdup (_("My lesson"));

  for (guint i = 2; sotay_lesson_plans_find (plans, name) != NULL; i++)
    {
      g_free (name);
      name = g_strdup_printf (_("My lesson %u"), i);
    }
  return name;
}

/* A lesson of the letter is never changed: what was made of it becomes one of the trainer's own. */
static void
edited_cb (SotayPrepareWindow *self)
{
  SotayLessonPlans *plans = sotay_services_get_lesson_plans (self->services);
  g_autofree char *name = get_own_name (self) != NULL ? g_strdup (get_own_name (self)) : find_free_name (plans);
  g_autofree char *lesson = g_strconcat (SOTAY_LESSON_OWN, name, NULL);
  g_autoptr (SotayLessonPlan) plan = sotay_plan_editor_dup_plan (self->editor, name);
  g_autoptr (SotayLessonPlan) replaced = NULL;

  if (plan != NULL)
    {
      choose_lesson (self, lesson);
      self->filling = TRUE; /* the line that is worked on stays where it is */
      replaced = sotay_lesson_plans_keep (plans, plan);
      self->filling = FALSE;
      if (replaced == NULL)
        show_choices (self);
    }
  show_total (self);
}

static void
plans_changed_cb (SotayPrepareWindow *self)
{
  if (!self->filling)
    show_lessons (self);
}

static void
refuse_name (SotayPrepareWindow *self, const char *why)
{
  gtk_widget_add_css_class (GTK_WIDGET (self->name_row), "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_row), why);
}

static void
named_cb (SotayPrepareWindow *self)
{
  SotayLessonPlans *plans = sotay_services_get_lesson_plans (self->services);
  g_autofree char *before = g_strdup (get_own_name (self));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  g_autofree char *lesson = g_strconcat (SOTAY_LESSON_OWN, name, NULL);
  g_autoptr (SotayLessonPlan) plan = NULL;
  g_autoptr (SotayLessonPlan) replaced = NULL;

  if (before == NULL || g_str_equal (before, name))
    return;
  if (sotay_lesson_plans_find (plans, name) == NULL)
    plan = sotay_plan_editor_dup_plan (self->editor, name);
  if (plan == NULL)
    {
      refuse_name (self, sotay_lesson_plans_find (plans, name) != NULL ? _("Another lesson has this name; give another")
                                                                       : _("A name has 1 to 100 characters"));
      return;
    }
  choose_lesson (self, lesson);
  self->filling = TRUE;
  replaced = sotay_lesson_plans_keep (plans, plan);
  sotay_lesson_plans_remove (plans, before);
  self->filling = FALSE;
  show_lessons (self);
}

static void
bring_back (GtkWidget *widget, GVariant *target)
{
  SotayPrepareWindow *self = SOTAY_PREPARE_WINDOW (gtk_widget_get_root (widget));
  g_autoptr (JsonNode) node = json_from_string (g_variant_get_string (target, NULL), NULL);
  g_autoptr (SotayLessonPlan) plan = node != NULL ? sotay_lesson_plan_from_json (node, NULL) : NULL;
  g_autofree char *lesson = NULL;
  g_autoptr (SotayLessonPlan) replaced = NULL;

  if (plan == NULL)
    return;
  lesson = g_strconcat (SOTAY_LESSON_OWN, sotay_lesson_plan_get_name (plan), NULL);
  choose_lesson (self, lesson);
  replaced = sotay_lesson_plans_keep (sotay_services_get_lesson_plans (self->services), plan);
}

static void
remove_cb (SotayPrepareWindow *self)
{
  SotayLessonPlans *plans = sotay_services_get_lesson_plans (self->services);
  const char *own = get_own_name (self);
  SotayLessonPlan *plan = own != NULL ? sotay_lesson_plans_find (plans, own) : NULL;
  g_autofree char *name = g_strdup (own);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  if (plan == NULL)
    return;
  node = sotay_lesson_plan_to_json (plan);
  text = g_strdup_printf (_("The lesson “%s” was removed"), name);
  sotay_undo_toast_show (GTK_WIDGET (self->lesson_row), text, bring_back,
                         g_variant_new_take_string (json_to_string (node, FALSE)));
  choose_lesson (self, SOTAY_LESSON_LEVEL_2);
  sotay_lesson_plans_remove (plans, name);
}

static void
show_sessions (SotayPrepareWindow *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  GPtrArray *sessions = self->sessions != NULL ? self->sessions->sessions : NULL;
  guint count = sessions != NULL ? sessions->len : 0;

  gtk_string_list_append (titles, _("None"));
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *when = sotay_session_when (sessions->pdata[i]);
      g_autofree char *title = g_strdup_printf ("%s · %s", sotay_record_get (sessions->pdata[i], SOTAY_SESSION_TITLE),
                                                when);

      gtk_string_list_append (titles, title);
    }
  if (self->sessions != NULL)
    gtk_string_list_append (titles, _("A new one today"));
  adw_combo_row_set_model (self->session_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->session_row, count > 0 ? 1 : 0);
  g_object_unref (titles);
}

static void
sessions_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayPrepareWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  self->sessions = sotay_session_choices_load_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      words = sotay_describe_error (error);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->session_row), words);
    }
  show_sessions (self);
}

static void
session_added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayServices) services = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (sotay_store_apply_finish (SOTAY_STORE (source), result, &error))
    return;
  words = sotay_describe_error (error);
  sotay_services_warn (services, words);
}

/* The show does not wait for the register: the id of the session is known before. What is taught in it is written down
   when it was taught. */
static char *
add_session (SotayPrepareWindow *self)
{
  GDate today = sotay_date_today ();
  gint64 now = g_get_real_time ();
  const char *unit_id = sotay_session_choices_get_unit (self->sessions, &today);
  g_autoptr (SotayRecord) session
      = sotay_show_record_new_session (_("Training in the VNeID utilities"), unit_id, now, 0, now);
  g_autoptr (SotayStep) step = sotay_edit_add_record (session, NULL);

  sotay_store_apply_async (sotay_services_get_store (self->services), step, NULL, session_added_cb,
                           g_object_ref (self->services));
  return g_strdup (sotay_record_get_id (session));
}

static char *
take_session (SotayPrepareWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->session_row);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION || self->sessions == NULL)
    return NULL;
  if (selected <= self->sessions->sessions->len)
    return g_strdup (sotay_record_get_id (self->sessions->sessions->pdata[selected - 1]));
  return add_session (self);
}

static void
start_cb (SotayPrepareWindow *self)
{
  g_autoptr (SotayLessonPlan) plan = sotay_plan_editor_dup_plan (self->editor, get_own_name (self));
  g_autofree char *session_id = plan != NULL ? take_session (self) : NULL;

  if (plan == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_START], 0, plan, session_id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
sotay_prepare_window_dispose (GObject *object)
{
  SotayPrepareWindow *self = SOTAY_PREPARE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->screens);
  g_clear_pointer (&self->sessions, sotay_session_choices_free);
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (sotay_prepare_window_parent_class)->dispose (object);
}

static void
sotay_prepare_window_class_init (SotayPrepareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_prepare_window_dispose;
  signals[SIGNAL_START] = g_signal_new ("start", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, SOTAY_TYPE_LESSON_PLAN, G_TYPE_STRING);
  g_type_ensure (SOTAY_TYPE_PLAN_EDITOR);
  g_type_ensure (SOTAY_TYPE_WALL_SETTINGS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/presentation/prepare-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayPrepareWindow, lesson_row);
  gtk_widget_class_bind_template_child (widget_class, SotayPrepareWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, SotayPrepareWindow, session_row);
  gtk_widget_class_bind_template_child (widget_class, SotayPrepareWindow, problems_switch);
  gtk_widget_class_bind_template_child (widget_class, SotayPrepareWindow, checks_switch);
  gtk_widget_class_bind_template_child (widget_class, SotayPrepareWindow, manual_switch);
  gtk_widget_class_bind_template_child (widget_class, SotayPrepareWindow, editor);
  gtk_widget_class_bind_template_child (widget_class, SotayPrepareWindow, wall_settings);
  gtk_widget_class_bind_template_child (widget_class, SotayPrepareWindow, total);
  gtk_widget_class_bind_template_child (widget_class, SotayPrepareWindow, start_button);
  gtk_widget_class_bind_template_callback (widget_class, lesson_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, named_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sotay_prepare_window_init (SotayPrepareWindow *self)
{
  self->lessons = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
bind_settings (SotayPrepareWindow *self)
{
  GSettings *settings = get_settings (self);

  g_settings_bind (settings, SOTAY_SETTING_SHOW_PROBLEMS, self->problems_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, SOTAY_SETTING_SHOW_CHECKS, self->checks_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, SOTAY_SETTING_SHOW_MANUAL, self->manual_switch, "active", G_SETTINGS_BIND_DEFAULT);
  sotay_wall_settings_set_up (self->wall_settings, settings, self->screens);
}

GtkWidget *
sotay_prepare_window_new (GtkWindow *parent, SotayServices *services)
{
  SotayPrepareWindow *self = g_object_new (SOTAY_TYPE_PREPARE_WINDOW, "transient-for", parent, NULL);
  GDate today = sotay_date_today ();

  self->services = g_object_ref (services);
  self->screens = sotay_screens_new (parent, get_settings (self));
  bind_settings (self);
  sotay_plan_editor_set_catalogue (self->editor, sotay_services_get_catalogue (services));
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sotay_services_get_lesson_plans (services), "items-changed", G_CALLBACK (plans_changed_cb),
                           self, G_CONNECT_SWAPPED);
  show_lessons (self);
  show_sessions (self);
  sotay_session_choices_load_async (sotay_services_get_store (services), NULL, &today, self->cancellable, sessions_cb,
                                    g_object_ref (self));
  return GTK_WIDGET (self);
}
