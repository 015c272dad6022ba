/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/skills-tab.h"

#include "app/register/practice-change.h"
#include "app/register/skill-matrix.h"
#include "app/register/step-actions.h"
#include "core/dates.h"
#include "core/numbers.h"
#include "register/edit-records.h"

#include <glib/gi18n-lib.h>

struct _SotaySkillsTab
{
  SotayRegisterTab parent_instance;

  GtkSearchEntry *search_entry;
  GtkMenuButton *column_button;
  SotayNotice *notice;
  GtkStack *stack;
  SotaySkillMatrix *matrix;
  GtkLabel *cell_label;

  SotayPracticeCache *cache;
  char *unit_id;
  gboolean shown;
  gboolean same_query;
  GCancellable *loading;
  SotayStaffQuery *query; /* of the list shown */
  guint n_people;
  SotayStaff *waiting; /* whose mark was set before it was known what it was; NULL for nobody */
  guint waiting_utility;
  int waiting_level;
};

G_DEFINE_FINAL_TYPE (SotaySkillsTab, sotay_skills_tab, SOTAY_TYPE_REGISTER_TAB)

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotaySkillsTab) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStaffList) list = sotay_staff_list_new_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || sotay_register_tab_get_store (self) == NULL)
    return;
  g_clear_object (&self->loading);
  sotay_notice_show_error (self->notice, error);
  if (list == NULL)
    return;
  self->n_people = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_set_object (&self->query, sotay_staff_list_get_query (list));
  sotay_practice_cache_outdate (self->cache);
  sotay_skill_matrix_show (self->matrix, list, self->same_query);
  gtk_stack_set_visible_child_name (self->stack, self->n_people > 0 ? "matrix"
                                                 : *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0'
                                                     ? "nothing"
                                                     : "empty");
}

static void
load (SotaySkillsTab *self, gboolean same_query)
{
  g_autoptr (SotayStaffQuery) query = NULL;

  if (!self->shown)
    return;
  self->same_query = same_query && (self->loading == NULL || self->same_query);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  query = sotay_staff_query_new (self->unit_id, SOTAY_STAFF_MEMBERS,
                                 gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), NULL);
  sotay_staff_list_new_async (sotay_register_tab_get_store (self), query, self->loading, loaded_cb,
                              g_object_ref (self));
}

static void
query_changed_cb (SotaySkillsTab *self)
{
  load (self, FALSE);
}

static void
retry_cb (SotaySkillsTab *self)
{
  load (self, TRUE);
}

static void
cursor_moved_cb (SotaySkillsTab *self)
{
  g_autofree char *label = g_strdup_printf (_("Column %u"), sotay_skill_matrix_get_utility (self->matrix));

  gtk_menu_button_set_label (self->column_button, label);
  gtk_label_set_text (self->cell_label, sotay_skill_matrix_get_words (self->matrix));
}

static void
set_level_cb (SotaySkillsTab *self, SotayStaff *staff, guint utility, int level)
{
  const char *ids[] = { sotay_staff_get_id (staff), NULL };
  SotayRecord *const *marks = sotay_practice_cache_look_up (self->cache, ids[0]);
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;
  GDate today = sotay_date_today ();

  if (marks == NULL)
    {
      g_set_object (&self->waiting, staff);
      self->waiting_utility = utility;
      self->waiting_level = level;
      return;
    }
  if (marks[utility - 1] != NULL)
    g_ptr_array_add (before, marks[utility - 1]);
  step = sotay_edit_record_practice (before, ids, 1u << (utility - 1), level, &today, &error);
  if (step == NULL)
    sotay_notice_show_error (self->notice, error);
  else if (sotay_step_get_changes (step)->len > 0)
    sotay_apply_step (GTK_WIDGET (self), sotay_register_tab_get_store (self), step, self->notice);
}

static void
marks_read_cb (SotaySkillsTab *self)
{
  g_autoptr (SotayStaff) staff = g_steal_pointer (&self->waiting);

  if (staff != NULL)
    set_level_cb (self, staff, self->waiting_utility, self->waiting_level);
}

static void
column_marked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotaySkillsTab) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_do_step_finish (result, &error);

  if (sotay_register_tab_get_store (self) == NULL)
    return;
  sotay_notice_show_error (self->notice, error);
  if (step != NULL)
    sotay_tell_step (GTK_WIDGET (self), step);
}

static void
mark_column_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotaySkillsTab *self = SOTAY_SKILLS_TAB (widget);
  guint utility = sotay_skill_matrix_get_utility (self->matrix);

  if (self->query == NULL || self->n_people == 0)
    return;
  if (self->n_people > SOTAY_PRACTICE_MOST_PEOPLE)
    {
      g_autofree char *most = sotay_number_format (SOTAY_PRACTICE_MOST_PEOPLE);
      g_autofree char *text = g_strdup_printf (_("Choose a smaller unit: at most %s people at once"), most);

      gtk_widget_activate_action (widget, "win.show-toast", "s", text);
      return;
    }
  sotay_practice_mark_query_async (sotay_register_tab_get_store (self), self->query, 1u << (utility - 1),
                                   g_variant_get_int32 (parameter), column_marked_cb, g_object_ref (self));
}

static void
sotay_skills_tab_constructed (GObject *object)
{
  SotaySkillsTab *self = SOTAY_SKILLS_TAB (object);

  G_OBJECT_CLASS (sotay_skills_tab_parent_class)->constructed (object);
  self->cache = sotay_practice_cache_new (sotay_register_tab_get_store (self));
  sotay_skill_matrix_set_cache (self->matrix, self->cache);
  g_signal_connect_object (self->cache, "changed", G_CALLBACK (marks_read_cb), self, G_CONNECT_SWAPPED);
}

static void
sotay_skills_tab_dispose (GObject *object)
{
  SotaySkillsTab *self = SOTAY_SKILLS_TAB (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->cache);
  g_clear_object (&self->query);
  g_clear_object (&self->waiting);
  g_clear_pointer (&self->unit_id, g_free);
  G_OBJECT_CLASS (sotay_skills_tab_parent_class)->dispose (object);
}

static void
sotay_skills_tab_show (SotayRegisterTab *tab, SotayUnitProgress *part, SotayUnitNames *names)
{
  SotaySkillsTab *self = SOTAY_SKILLS_TAB (tab);
  SotayUnit *unit = sotay_unit_progress_get_unit (part);
  const char *unit_id = unit != NULL ? sotay_unit_get_id (unit) : NULL;
  gboolean same_query = self->shown && g_strcmp0 (self->unit_id, unit_id) == 0;

  if (!same_query)
    {
      g_free (self->unit_id);
      self->unit_id = g_strdup (unit_id);
    }
  self->shown = TRUE;
  load (self, same_query);
}

static void
sotay_skills_tab_search (SotayRegisterTab *tab)
{
  gtk_widget_grab_focus (GTK_WIDGET (SOTAY_SKILLS_TAB (tab)->search_entry));
}

static gboolean
sotay_skills_tab_leave_search (SotayRegisterTab *tab)
{
  SotaySkillsTab *self = SOTAY_SKILLS_TAB (tab);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) == '\0')
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  return TRUE;
}

static void
sotay_skills_tab_set_catalogue (SotayRegisterTab *tab, SotayCatalogue *catalogue)
{
  sotay_skill_matrix_set_catalogue (SOTAY_SKILLS_TAB (tab)->matrix, catalogue);
}

static void
sotay_skills_tab_class_init (SotaySkillsTabClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SotayRegisterTabClass *tab_class = SOTAY_REGISTER_TAB_CLASS (klass);

  object_class->constructed = sotay_skills_tab_constructed;
  object_class->dispose = sotay_skills_tab_dispose;
  tab_class->show = sotay_skills_tab_show;
  tab_class->search = sotay_skills_tab_search;
  tab_class->leave_search = sotay_skills_tab_leave_search;
  tab_class->set_catalogue = sotay_skills_tab_set_catalogue;
  g_type_ensure (SOTAY_TYPE_SKILL_MATRIX);
  g_type_ensure (SOTAY_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/skills-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, SotaySkillsTab, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SotaySkillsTab, column_button);
  gtk_widget_class_bind_template_child (widget_class, SotaySkillsTab, notice);
  gtk_widget_class_bind_template_child (widget_class, SotaySkillsTab, stack);
  gtk_widget_class_bind_template_child (widget_class, SotaySkillsTab, matrix);
  gtk_widget_class_bind_template_child (widget_class, SotaySkillsTab, cell_label);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_level_cb);
  gtk_widget_class_install_action (widget_class, "skills.mark-column", "i", mark_column_cb);
}

static void
sotay_skills_tab_init (SotaySkillsTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
