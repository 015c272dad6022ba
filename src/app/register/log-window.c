/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/log-window.h"

#include "app/widgets/notice.h"
#include "core/numbers.h"
#include "register/session.h"
#include "services/describe-change.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

#define MOST_CHANGES 100 /* shown of one step */

struct _SotayLogWindow
{
  AdwWindow parent_instance;

  SotayNotice *notice;
  AdwPreferencesPage *page;

  SotayUnitNames *names;
  guint n_entries;
};

/* A step with the names of those it is about. */
typedef struct
{
  SotayStep *step;
  GHashTable *names; /* id of a person or a session → name */
} Reading;

G_DEFINE_FINAL_TYPE (SotayLogWindow, sotay_log_window, ADW_TYPE_WINDOW)

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->step);
  g_clear_pointer (&reading->names, g_hash_table_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* Who or what is gone by now has no name any more: that is no error. */
static void
find_person (SotayStore *store, GHashTable *names, const char *id, GCancellable *cancellable)
{
  const char *ids[] = { id, NULL };
  g_autoptr (GPtrArray) staff = NULL;

  if (id == NULL || g_hash_table_contains (names, id))
    return;
  staff = sotay_store_get_staff (store, ids, cancellable, NULL);
  if (staff != NULL)
    g_hash_table_insert (names, g_strdup (id), g_strdup (sotay_staff_get_name (staff->pdata[0])));
}

static void
find_sessions (SotayStore *store, GHashTable *names, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) sessions = sotay_store_list_records (store, SOTAY_RECORD_SESSION, -1, NULL, cancellable, NULL);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    g_hash_table_insert (names, g_strdup (sotay_record_get_id (sessions->pdata[i])),
                         g_strdup (sotay_record_get (sessions->pdata[i], SOTAY_SESSION_TITLE)));
}

static const char *
get_person_id (const SotayChange *change)
{
  GVariant *record = change->after != NULL ? change->after : change->before;
  const char *id = NULL;

  g_variant_lookup (record, "staff_id", "&s", &id);
  return id;
}

static void
read_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  g_autoptr (Reading) reading = g_new0 (Reading, 1);
  GError *error = NULL;
  gboolean has_session = FALSE;

  reading->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading->step = sotay_store_get_step (store, *(gint64 *) data, MOST_CHANGES, cancellable, &error);
  if (reading->step == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < sotay_step_get_changes (reading->step)->len; i++)
    {
      SotayChange *change = sotay_step_get_changes (reading->step)->pdata[i];

      find_person (store, reading->names, get_person_id (change), cancellable);
      has_session |= change->kind == SOTAY_RECORD_SESSION || change->kind == SOTAY_RECORD_ATTENDANCE;
    }
  if (has_session)
    find_sessions (store, reading->names, cancellable);
  g_task_return_pointer (task, g_steal_pointer (&reading), reading_free);
}

typedef struct
{
  SotayUnitNames *units;
  GHashTable *names;
} Names;

static char *
name_of (SotayRecordKind kind, const char *id, gpointer data)
{
  Names *names = data;
  SotayUnit *unit;

  if (kind != SOTAY_RECORD_UNIT)
    return g_strdup (g_hash_table_lookup (names->names, id));
  unit = sotay_unit_names_find (names->units, id);
  return unit != NULL ? g_strdup (sotay_unit_get_name (unit)) : NULL;
}

static void
add_line (AdwPreferencesGroup *group, const SotayFieldChange *field)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = field->before == NULL ? g_strdup (field->after)
                                                : g_strdup_printf ("%s → %s", field->before,
                                                                   field->after != NULL ? field->after
                                                                                        : _("(empty)"));
  g_autofree char *title = g_markup_escape_text (field->field, -1);
  g_autofree char *subtitle = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
}

static void
add_change (SotayLogWindow *self, const SotayChange *change, Names *names)
{
  g_autoptr (GPtrArray) fields = sotay_describe_change (change, name_of, names);
  g_autofree char *entry = sotay_describe_entry (change, name_of, names);
  g_autofree char *title = g_markup_escape_text (entry, -1);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  for (guint i = 0; i < fields->len; i++)
    add_line (group, fields->pdata[i]);
  adw_preferences_page_add (self->page, group);
}

static void
add_rest (SotayLogWindow *self, guint n_rest)
{
  g_autofree char *number = sotay_number_format (n_rest);
  g_autofree char *text = g_strdup_printf (ngettext ("and %s more entry", "and %s more entries", n_rest), number);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_description (group, text);
  adw_preferences_page_add (self->page, group);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayLogWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Reading) reading = g_task_propagate_pointer (G_TASK (result), &error);
  Names names;
  GPtrArray *changes;

  if (self->names == NULL)
    return;
  sotay_notice_show_error (self->notice, error);
  if (reading == NULL)
    return;
  names = (Names){ self->names, reading->names };
  changes = sotay_step_get_changes (reading->step);
  for (guint i = 0; i < changes->len; i++)
    add_change (self, changes->pdata[i], &names);
  if (self->n_entries > changes->len)
    add_rest (self, self->n_entries - changes->len);
}

static void
sotay_log_window_dispose (GObject *object)
{
  g_clear_object (&SOTAY_LOG_WINDOW (object)->names);
  G_OBJECT_CLASS (sotay_log_window_parent_class)->dispose (object);
}

static void
sotay_log_window_class_init (SotayLogWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_log_window_dispose;
  g_type_ensure (SOTAY_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/log-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayLogWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayLogWindow, page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sotay_log_window_init (SotayLogWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sotay_log_window_new (GtkWindow *parent, SotayStore *store, SotayUnitNames *names, SotayStep *step)
{
  g_autofree char *title = sotay_describe_step (step);
  SotayLogWindow *self = g_object_new (SOTAY_TYPE_LOG_WINDOW, "transient-for", parent, "title", title, NULL);
  g_autoptr (GTask) task = g_task_new (store, NULL, read_cb, g_object_ref (self));
  gint64 number = sotay_step_get_number (step);

  g_set_object (&self->names, names);
  self->n_entries = sotay_step_get_n_entries (step);
  g_task_set_source_tag (task, sotay_log_window_new);
  g_task_set_task_data (task, g_memdup2 (&number, sizeof number), g_free);
  g_task_run_in_thread (task, read_in_thread);
  return GTK_WIDGET (self);
}
