/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/versions-list.h"

#include "app/guide/copy-text.h"
#include "app/guide/version-row.h"
#include "app/widgets/notice.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

struct _SotayVersionsList
{
  AdwBin parent_instance;

  SotayGuideLibrary *library;
  GCancellable *closed; /* cancelled when nobody looks any more */
  GPtrArray *removals;  /* what can be taken back, newest first */
  char *shown;          /* what the rows show, or NULL: see describe_rows() */

  GtkListBox *list;
  SotayNotice *notice;
};

typedef struct
{
  char *sha256;
  char *title;
  gboolean was_current;
  gboolean taken_back; /* asked for */
} Removal;

/* A call of the library, and the row that it is about. */
typedef struct
{
  SotayVersionsList *self;
  GtkWidget *row;
} Call;

G_DEFINE_FINAL_TYPE (SotayVersionsList, sotay_versions_list, ADW_TYPE_BIN)

static void start_listing (SotayVersionsList *self);

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_free (removal->sha256);
  g_free (removal->title);
  g_free (removal);
}

static Call *
call_new (SotayVersionsList *self, gpointer row)
{
  Call *call = g_new0 (Call, 1);

  call->self = g_object_ref (self);
  call->row = g_object_ref (row);
  return call;
}

static void
call_free (Call *call)
{
  g_object_unref (call->self);
  g_object_unref (call->row);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

/* Without an error the library says that its copies changed, and the list is shown anew. */
static void
show_failure (SotayVersionsList *self, const GError *error)
{
  if (!g_cancellable_is_cancelled (self->closed))
    sotay_notice_show_error (self->notice, error);
}

static void
used_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  g_autoptr (GError) error = NULL;

  sotay_guide_library_use_finish (SOTAY_GUIDE_LIBRARY (source), result, &error);
  show_failure (call->self, error);
}

static void
use_cb (SotayVersionRow *row, SotayVersionsList *self)
{
  sotay_guide_library_use_async (self->library, sotay_manual_copy_get_sha256 (sotay_version_row_get_copy (row)),
                                 used_cb, call_new (self, row));
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!sotay_guide_library_verify_finish (SOTAY_GUIDE_LIBRARY (source), result, &error))
    text = sotay_describe_error (error);
  sotay_version_row_show_check (SOTAY_VERSION_ROW (call->row),
                                text != NULL ? text : _("This copy is as it was downloaded."), FALSE);
}

static void
check_cb (SotayVersionRow *row, SotayVersionsList *self)
{
  sotay_version_row_show_check (row, _("Checking…"), TRUE);
  sotay_guide_library_verify_async (self->library, sotay_manual_copy_get_sha256 (sotay_version_row_get_copy (row)),
                                    NULL, NULL, self->closed, checked_cb, call_new (self, row));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  SotayVersionRow *row = SOTAY_VERSION_ROW (call->row);
  SotayManualCopy *copy = sotay_version_row_get_copy (row);
  g_autoptr (GError) error = NULL;
  Removal *removal = NULL;

  if (!sotay_guide_library_remove_finish (SOTAY_GUIDE_LIBRARY (source), result, &error))
    {
      gtk_widget_set_sensitive (call->row, TRUE);
      show_failure (call->self, error);
      return;
    }
  removal = g_new0 (Removal, 1);
  removal->sha256 = g_strdup (sotay_manual_copy_get_sha256 (copy));
  removal->title = sotay_copy_text_day (copy);
  removal->was_current = sotay_version_row_is_current (row);
  g_ptr_array_insert (call->self->removals, 0, removal);
  start_listing (call->self);
}

static void
remove_cb (SotayVersionRow *row, SotayVersionsList *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (row), FALSE);
  sotay_guide_library_remove_async (self->library, sotay_manual_copy_get_sha256 (sotay_version_row_get_copy (row)),
                                    FALSE, removed_cb, call_new (self, row));
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  g_autoptr (GError) error = NULL;

  sotay_guide_library_restore_finish (SOTAY_GUIDE_LIBRARY (source), result, &error);
  for (guint i = 0; i < call->self->removals->len; i++)
    if (((Removal *) g_ptr_array_index (call->self->removals, i))->taken_back)
      g_ptr_array_remove_index (call->self->removals, i--);
  start_listing (call->self);
  show_failure (call->self, error);
}

static void
undo_cb (GtkButton *button, SotayVersionsList *self)
{
  Removal *removal = g_object_get_data (G_OBJECT (button), "removal");

  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  removal->taken_back = TRUE;
  sotay_guide_library_restore_async (self->library, removal->sha256, removal->was_current, restored_cb,
                                     call_new (self, button));
}

/* In the place of what was removed: it waits there as long as the window is open. */
static GtkWidget *
make_removal_row (SotayVersionsList *self, Removal *removal)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Undo"));
  g_autofree char *title = g_strdup_printf (_("Removed: %s"), removal->title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "removal", removal);
  g_signal_connect_object (button, "clicked", G_CALLBACK (undo_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static gboolean
is_current (SotayVersionsList *self, SotayManualCopy *copy)
{
  SotayManualCopy *current = sotay_guide_library_get_current (self->library);

  return current != NULL && g_str_equal (sotay_manual_copy_get_sha256 (current), sotay_manual_copy_get_sha256 (copy));
}

static GtkWidget *
make_version_row (SotayVersionsList *self, SotayManualCopy *copy)
{
  SotayVersionRow *row = sotay_version_row_new (copy, is_current (self, copy));

  g_signal_connect_object (row, "use", G_CALLBACK (use_cb), self, 0);
  g_signal_connect_object (row, "check", G_CALLBACK (check_cb), self, 0);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, 0);
  return GTK_WIDGET (row);
}

/* A copy that came back another way, by a download say, need not be taken back any more. */
static void
forget_removal (SotayVersionsList *self, SotayManualCopy *copy)
{
  for (guint i = 0; i < self->removals->len; i++)
    if (g_str_equal (((Removal *) g_ptr_array_index (self->removals, i))->sha256, sotay_manual_copy_get_sha256 (copy)))
      g_ptr_array_remove_index (self->removals, i--);
}

static char *
describe_rows (SotayVersionsList *self, GPtrArray *copies)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->removals->len; i++)
    g_string_append_printf (text, "removed %s\n", ((Removal *) g_ptr_array_index (self->removals, i))->sha256);
  for (guint i = 0; i < copies->len; i++)
    {
      SotayManualCopy *copy = g_ptr_array_index (copies, i);

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %d\n", sotay_manual_copy_get_sha256 (copy),
                              sotay_manual_copy_get_downloaded_at (copy), is_current (self, copy));
    }
  return g_string_free (text, FALSE);
}

/* The library tells of its own changes twice, the second time when it sees them on the disk: rows made anew would lose
 * the keyboard and what a check found. */
static void
show (SotayVersionsList *self, GPtrArray *copies)
{
  g_autofree char *rows = NULL;
  GtkListBoxRow *row;

  for (guint i = 0; i < copies->len; i++)
    forget_removal (self, g_ptr_array_index (copies, i));
  rows = describe_rows (self, copies);
  if (g_strcmp0 (rows, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&rows);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->removals->len; i++)
    gtk_list_box_append (self->list, make_removal_row (self, g_ptr_array_index (self->removals, i)));
  for (guint i = 0; i < copies->len; i++)
    gtk_list_box_append (self->list, make_version_row (self, g_ptr_array_index (copies, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), copies->len + self->removals->len > 0);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayVersionsList) self = data;
  g_autoptr (GPtrArray) copies = sotay_guide_library_list_finish (SOTAY_GUIDE_LIBRARY (source), result, NULL);

  if (copies != NULL)
    show (self, copies);
}

/* A removal that ends after the window was closed has nobody to show it to. */
static void
start_listing (SotayVersionsList *self)
{
  if (self->library == NULL || g_cancellable_is_cancelled (self->closed))
    return;
  sotay_guide_library_list_async (self->library, self->closed, listed_cb, g_object_ref (self));
}

static void
sotay_versions_list_unroot (GtkWidget *widget)
{
  g_cancellable_cancel (SOTAY_VERSIONS_LIST (widget)->closed);
  GTK_WIDGET_CLASS (sotay_versions_list_parent_class)->unroot (widget);
}

static void
sotay_versions_list_root (GtkWidget *widget)
{
  g_cancellable_reset (SOTAY_VERSIONS_LIST (widget)->closed);
  GTK_WIDGET_CLASS (sotay_versions_list_parent_class)->root (widget);
}

static void
sotay_versions_list_dispose (GObject *object)
{
  SotayVersionsList *self = SOTAY_VERSIONS_LIST (object);

  g_clear_object (&self->library);
  G_OBJECT_CLASS (sotay_versions_list_parent_class)->dispose (object);
}

static void
sotay_versions_list_finalize (GObject *object)
{
  SotayVersionsList *self = SOTAY_VERSIONS_LIST (object);

  g_object_unref (self->closed);
  g_ptr_array_unref (self->removals);
  g_free (self->shown);
  G_OBJECT_CLASS (sotay_versions_list_parent_class)->finalize (object);
}

static void
sotay_versions_list_class_init (SotayVersionsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_versions_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = sotay_versions_list_finalize;
  widget_class->root = sotay_versions_list_root;
  widget_class->unroot = sotay_versions_list_unroot;
  g_type_ensure (SOTAY_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/versions-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayVersionsList, list);
  gtk_widget_class_bind_template_child (widget_class, SotayVersionsList, notice);
}

static void
sotay_versions_list_init (SotayVersionsList *self)
{
  self->closed = g_cancellable_new ();
  self->removals = g_ptr_array_new_with_free_func (removal_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_versions_list_set_library (SotayVersionsList *self, SotayGuideLibrary *library)
{
  g_set_object (&self->library, library);
  g_signal_connect_object (library, "copies-changed", G_CALLBACK (start_listing), self, G_CONNECT_SWAPPED);
  start_listing (self);
}
