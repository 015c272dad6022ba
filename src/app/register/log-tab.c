/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/log-tab.h"

#include "app/register/list-position.h"
#include "app/register/log-window.h"
#include "app/register/record-row.h"
#include "app/widgets/notice.h"
#include "core/dates.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

#define FIRST_STEPS 400 /* read at first; each time the end is reached twice as many */

struct _SotayLogTab
{
  SotayRegisterTab parent_instance;

  GtkDropDown *filter;
  SotayNotice *notice;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListView *list_view;

  SotayUnitNames *names;
  GPtrArray *steps;
  GtkSingleSelection *selection;
  GCancellable *loading;
  guint limit;
  gboolean complete; /* the log has no older steps than those read */
};

static void load (SotayLogTab *self);

G_DEFINE_FINAL_TYPE (SotayLogTab, sotay_log_tab, SOTAY_TYPE_REGISTER_TAB)

/* What the steps are about, as the filter offers it; the first means all. */
static const struct
{
  const char *label;
  const char *word; /* ends the names of the steps' kinds */
} filters[] = {
  { NC_ ("log", "All changes"), "" },
  { NC_ ("log", "Staff"), "staff" },
  { NC_ ("log", "Trained or not"), "trained" },
  { NC_ ("log", "Units"), "unit" },
  { NC_ ("log", "Sessions"), "session" },
  { NC_ ("log", "Attendance"), "attendance" },
  { NC_ ("log", "Skills"), "practice" },
  { NC_ ("log", "Outreach"), "outreach" },
  { NC_ ("log", "Obstacles and proposals"), "feedback" },
  { NC_ ("log", "What counts as trained"), "campaign" },
};

static char *
dup_day (SotayStep *step)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (sotay_step_get_time (step) / G_USEC_PER_SEC);
  GDate day;

  g_date_set_dmy (&day, g_date_time_get_day_of_month (time), g_date_time_get_month (time), g_date_time_get_year (time));
  return sotay_date_format (&day);
}

static char *
dup_group (SotayLogTab *self, guint position)
{
  g_autoptr (SotayStep) step = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return step != NULL ? dup_day (step) : NULL;
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, sotay_record_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SotayLogTab *self)
{
  SotayRecordRow *row = SOTAY_RECORD_ROW (gtk_list_item_get_child (item));
  SotayStep *step = gtk_list_item_get_item (item);
  guint position = gtk_list_item_get_position (item);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (sotay_step_get_time (step) / G_USEC_PER_SEC);
  g_autofree char *clock = g_date_time_format (time, "%H:%M");
  g_autofree char *text = sotay_describe_step (step);
  g_autofree char *group = dup_group (self, position);
  g_autofree char *above = position > 0 ? dup_group (self, position - 1) : NULL;

  sotay_record_row_set_group (row, g_strcmp0 (group, above) != 0 ? group : NULL);
  sotay_record_row_set_texts (row, text, clock, NULL,
                              sotay_step_get_state (step) != SOTAY_STEP_DONE ? C_ ("log", "undone") : NULL);
}

static gboolean
is_wanted (SotayLogTab *self, SotayStep *step)
{
  guint chosen = gtk_drop_down_get_selected (self->filter);
  const char *word = chosen < G_N_ELEMENTS (filters) ? filters[chosen].word : "";

  return g_str_has_suffix (sotay_step_kind_to_string (sotay_step_get_kind (step)), word);
}

static gint64
get_selected_number (SotayLogTab *self)
{
  SotayStep *step = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;

  return step != NULL ? sotay_step_get_number (step) : 0;
}

static void
show_steps (SotayLogTab *self, gboolean keep_position)
{
  SotayListPosition position = sotay_list_position_take (self->scrolled, GTK_WIDGET (self->list_view));
  gint64 selected = get_selected_number (self);
  g_autoptr (GListStore) model = g_list_store_new (SOTAY_TYPE_STEP);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  guint place = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; self->steps != NULL && i < self->steps->len; i++)
    {
      if (!is_wanted (self, self->steps->pdata[i]))
        continue;
      if (sotay_step_get_number (self->steps->pdata[i]) == selected)
        place = wanted->len;
      g_ptr_array_add (wanted, self->steps->pdata[i]);
    }
  g_list_store_splice (model, 0, 0, wanted->pdata, wanted->len);
  g_clear_object (&self->selection);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (model));
  gtk_single_selection_set_selected (self->selection, place);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  if (!keep_position)
    position.value = 0;
  sotay_list_position_put_back (&position, self->scrolled, GTK_WIDGET (self->list_view));
  gtk_stack_set_visible_child_name (self->stack, wanted->len > 0 ? "list" : "empty");
}

/* Few of the steps read are of the kind wanted: older ones are looked through. */
static gboolean
wants_more (SotayLogTab *self)
{
  guint n_shown = self->selection != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->selection)) : 0;

  return !self->complete && n_shown < FIRST_STEPS / 8;
}

static void
load_more (SotayLogTab *self)
{
  if (self->complete || self->loading != NULL)
    return;
  self->limit *= 2;
  load (self);
}

static void
filter_changed_cb (SotayLogTab *self)
{
  if (sotay_register_tab_get_store (self) == NULL || self->steps == NULL)
    return;
  show_steps (self, FALSE);
  if (wants_more (self))
    load_more (self);
}

static void
edge_reached_cb (SotayLogTab *self, GtkPositionType edge)
{
  if (edge == GTK_POS_BOTTOM)
    load_more (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayLogTab) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || sotay_register_tab_get_store (self) == NULL)
    return;
  g_clear_object (&self->loading);
  sotay_notice_show_error (self->notice, error);
  if (steps == NULL)
    return;
  self->complete = steps->len < self->limit;
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  self->steps = g_steal_pointer (&steps);
  show_steps (self, TRUE);
  if (wants_more (self))
    load_more (self);
}

static void
read_in_thread (GTask *task, gpointer store, gpointer limit, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *steps = sotay_store_list_steps (store, GPOINTER_TO_UINT (limit), cancellable, &error);

  if (steps != NULL)
    g_task_return_pointer (task, steps, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
load (SotayLogTab *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  task = g_task_new (sotay_register_tab_get_store (self), self->loading, loaded_cb, g_object_ref (self));
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, GUINT_TO_POINTER (self->limit), NULL);
  g_task_run_in_thread (task, read_in_thread);
}

static void
activate_cb (SotayLogTab *self, guint position)
{
  g_autoptr (SotayStep) step = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (step != NULL)
    gtk_window_present (GTK_WINDOW (sotay_log_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                                          sotay_register_tab_get_store (self), self->names, step)));
}

static void
sotay_log_tab_dispose (GObject *object)
{
  SotayLogTab *self = SOTAY_LOG_TAB (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->names);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  G_OBJECT_CLASS (sotay_log_tab_parent_class)->dispose (object);
}

static void
sotay_log_tab_show (SotayRegisterTab *tab, SotayUnitProgress *part, SotayUnitNames *names)
{
  SotayLogTab *self = SOTAY_LOG_TAB (tab);

  g_set_object (&self->names, names);
  load (self);
}

static void
sotay_log_tab_search (SotayRegisterTab *tab)
{
  gtk_widget_grab_focus (GTK_WIDGET (SOTAY_LOG_TAB (tab)->filter));
}

static gboolean
sotay_log_tab_leave_search (SotayRegisterTab *tab)
{
  return FALSE;
}

static void
sotay_log_tab_class_init (SotayLogTabClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SotayRegisterTabClass *tab_class = SOTAY_REGISTER_TAB_CLASS (klass);

  object_class->dispose = sotay_log_tab_dispose;
  tab_class->show = sotay_log_tab_show;
  tab_class->search = sotay_log_tab_search;
  tab_class->leave_search = sotay_log_tab_leave_search;
  g_type_ensure (SOTAY_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/log-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayLogTab, filter);
  gtk_widget_class_bind_template_child (widget_class, SotayLogTab, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayLogTab, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayLogTab, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SotayLogTab, list_view);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, edge_reached_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, load);
}

static void
sotay_log_tab_init (SotayLogTab *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->limit = FIRST_STEPS;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    gtk_string_list_append (labels, g_dpgettext2 (GETTEXT_PACKAGE, "log", filters[i].label));
  gtk_drop_down_set_model (self->filter, G_LIST_MODEL (labels));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
}
