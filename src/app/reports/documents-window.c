/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/documents-window.h"

#include "app/register/session-text.h"
#include "app/reports/document-subject.h"
#include "app/reports/report-export.h"
#include "app/reports/report-preview.h"
#include "services/utility-titles.h"
#include "app/widgets/notice.h"
#include "app/widgets/print.h"
#include "app/widgets/two-lines.h"
#include "core/dates.h"
#include "core/text.h"
#include "register/session.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

#define MOST_PEOPLE 50

/* In the order of the list of kinds. */
static const SotayReportKind kinds[] = {
  SOTAY_REPORT_PARTICIPANTS, SOTAY_REPORT_MINUTES,   SOTAY_REPORT_PLAN,   SOTAY_REPORT_CONFIRMATION,
  SOTAY_REPORT_CERTIFICATE,  SOTAY_REPORT_UNTRAINED, SOTAY_REPORT_POSTER, SOTAY_REPORT_HANDOUT,
};

struct _SotayDocumentsWindow
{
  AdwWindow parent_instance;

  SotayServices *services;

  GtkDropDown *kind_chooser;
  GtkWidget *subject_box;
  GtkSearchEntry *search_entry;
  GtkSingleSelection *selection;
  SotayNotice *notice;
  GtkStack *stack;
  SotayReportPreview *preview;

  GListStore *subjects; /* all that were read of this kind of subject */
  GListStore *shown;    /* those that match what is searched for */
  SotaySubjectKind about;
  char *wanted_id;      /* (nullable): what the document is about */
  SotayReport *report;
  GCancellable *listing;
  GCancellable *building;
};

G_DEFINE_FINAL_TYPE (SotayDocumentsWindow, sotay_documents_window, ADW_TYPE_WINDOW)

static SotayReportKind
get_kind (SotayDocumentsWindow *self)
{
  return kinds[MIN (gtk_drop_down_get_selected (self->kind_chooser), G_N_ELEMENTS (kinds) - 1)];
}

static GCancellable *
renew (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
  return *cancellable;
}

static void
show_report (SotayDocumentsWindow *self, SotayReport *report)
{
  g_clear_pointer (&self->report, sotay_report_unref);
  self->report = report != NULL ? sotay_report_ref (report) : NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.export", report != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.print", report != NULL);
  sotay_report_preview_show (self->preview, report);
  gtk_stack_set_visible_child_name (self->stack, report != NULL ? "preview" : "empty");
}

static void
built_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayDocumentsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayReport) report = sotay_document_build_finish (result, &error);

  if (self->services == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sotay_notice_show_error (self->notice, error);
  show_report (self, report);
}

static void
build (SotayDocumentsWindow *self)
{
  SotayReportKind kind = get_kind (self);
  SotaySubjectKind about = sotay_subject_kind_of (kind);
  GDate today = sotay_date_today ();
  g_autoptr (SotayIssuer) issuer = sotay_services_get_issuer (self->services, NULL);
  SotayDocumentRequest *request;

  if (self->wanted_id == NULL && (about == SOTAY_SUBJECT_SESSION || about == SOTAY_SUBJECT_PERSON))
    {
      show_report (self, NULL);
      return;
    }
  request = sotay_document_request_new (kind, about == SOTAY_SUBJECT_LEVEL ? NULL : self->wanted_id, &today, issuer);
  request->templates = sotay_services_find_templates (self->services);
  request->level = g_strcmp0 (self->wanted_id, "1") == 0 ? 1 : 2;
  request->address = g_settings_get_string (sotay_services_get_settings (self->services), SOTAY_SETTING_MANUAL_ADDRESS);
  sotay_utility_titles_fill (self->services, request);
  sotay_document_build_async (sotay_services_get_store (self->services), request, renew (&self->building), built_cb,
                              g_object_ref (self));
}

static void
select_wanted (SotayDocumentsWindow *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr (SotayDocumentSubject) subject = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (g_strcmp0 (sotay_document_subject_get_id (subject), self->wanted_id) == 0)
        position = i;
    }
  gtk_single_selection_set_selected (self->selection, position);
}

static void
show_matching (SotayDocumentsWindow *self)
{
  g_autofree char *folded = sotay_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gboolean is_searched = sotay_subject_kind_of (get_kind (self)) == SOTAY_SUBJECT_PERSON; /* by the store */
  g_autoptr (GPtrArray) matching = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->subjects)); i++)
    {
      g_autoptr (SotayDocumentSubject) subject = g_list_model_get_item (G_LIST_MODEL (self->subjects), i);

      if (is_searched || sotay_document_subject_matches (subject, folded))
        g_ptr_array_add (matching, g_steal_pointer (&subject));
    }
  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)), matching->pdata,
                       matching->len);
  select_wanted (self);
}

static void
add_subject (SotayDocumentsWindow *self, const char *id, const char *title, const char *details)
{
  g_autoptr (SotayDocumentSubject) subject = sotay_document_subject_new (id, title, details);

  g_list_store_append (self->subjects, subject);
}

static gboolean
begin_list (SotayDocumentsWindow *self, const GError *error)
{
  if (self->services == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  sotay_notice_show_error (self->notice, error);
  g_list_store_remove_all (self->subjects);
  return error == NULL;
}

static void
sessions_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayDocumentsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = sotay_store_list_records_finish (SOTAY_STORE (source), result, &error);

  if (!begin_list (self, error))
    return;
  for (guint i = sessions->len; i > 0; i--) /* the newest first */
    {
      SotayRecord *session = sessions->pdata[i - 1];
      g_autofree char *when = sotay_session_when (session);

      add_subject (self, sotay_record_get_id (session), sotay_record_get (session, SOTAY_SESSION_TITLE), when);
    }
  show_matching (self);
}

static void
people_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayDocumentsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = sotay_store_list_staff_finish (SOTAY_STORE (source), result, &error);

  if (!begin_list (self, error))
    return;
  for (guint i = 0; i < people->len; i++)
    add_subject (self, sotay_staff_get_id (people->pdata[i]), sotay_staff_get_name (people->pdata[i]),
                 sotay_staff_get_field (people->pdata[i], SOTAY_STAFF_POSITION));
  show_matching (self);
}

static void
units_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayDocumentsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = sotay_store_list_units_finish (SOTAY_STORE (source), result, &error);

  if (!begin_list (self, error))
    return;
  add_subject (self, NULL, _("All units"), NULL);
  for (guint i = 0; i < units->len; i++)
    add_subject (self, sotay_unit_get_id (units->pdata[i]), sotay_unit_get_name (units->pdata[i]), NULL);
  show_matching (self);
}

static void
list_people (SotayDocumentsWindow *self, SotayStore *store)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_TRAINED, search, NULL);

  sotay_store_list_staff_async (store, query, 0, MOST_PEOPLE, renew (&self->listing), people_listed_cb,
                                g_object_ref (self));
}

static void
list_levels (SotayDocumentsWindow *self)
{
  renew (&self->listing);
  if (!begin_list (self, NULL))
    return;
  add_subject (self, "2", _("Level 2: all 16 utilities"), NULL);
  add_subject (self, "1", _("Level 1: 9 utilities"), NULL);
  show_matching (self);
}

static void
list_subjects (SotayDocumentsWindow *self)
{
  SotayStore *store = sotay_services_get_store (self->services);

  switch (sotay_subject_kind_of (get_kind (self)))
    {
    case SOTAY_SUBJECT_SESSION:
      sotay_store_list_records_async (store, SOTAY_RECORD_SESSION, -1, NULL, renew (&self->listing), sessions_listed_cb,
                                      g_object_ref (self));
      break;
    case SOTAY_SUBJECT_PERSON:
      list_people (self, store);
      break;
    case SOTAY_SUBJECT_UNIT:
      sotay_store_list_units_async (store, renew (&self->listing), units_listed_cb, g_object_ref (self));
      break;
    case SOTAY_SUBJECT_LEVEL:
      list_levels (self);
      break;
    case SOTAY_SUBJECT_NONE:
    default:
      break;
    }
}

static void
searched_cb (SotayDocumentsWindow *self)
{
  if (sotay_subject_kind_of (get_kind (self)) == SOTAY_SUBJECT_PERSON)
    list_people (self, sotay_services_get_store (self->services));
  else
    show_matching (self);
}

static void
set_wanted (SotayDocumentsWindow *self, const char *id)
{
  char *wanted = g_strdup (id);

  g_free (self->wanted_id);
  self->wanted_id = wanted;
  build (self);
}

static void
activated_cb (SotayDocumentsWindow *self, guint position)
{
  g_autoptr (SotayDocumentSubject) subject = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (subject != NULL)
    set_wanted (self, sotay_document_subject_get_id (subject));
}

/* Another document of the same session, of the same person. */
static void
kind_chosen_cb (SotayDocumentsWindow *self)
{
  SotaySubjectKind about = sotay_subject_kind_of (get_kind (self));

  if (self->services == NULL)
    return;
  gtk_widget_set_visible (self->subject_box, about != SOTAY_SUBJECT_NONE);
  if (about != self->about)
    {
      self->about = about;
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
      g_clear_pointer (&self->wanted_id, g_free);
      list_subjects (self);
    }
  build (self);
}

static void
setup_cb (SotayDocumentsWindow *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, sotay_two_lines_new ());
}

static void
bind_cb (SotayDocumentsWindow *self, GtkListItem *item)
{
  SotayDocumentSubject *subject = gtk_list_item_get_item (item);

  sotay_two_lines_set (gtk_list_item_get_child (item), sotay_document_subject_get_title (subject),
                       sotay_document_subject_get_details (subject));
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *format)
{
  SotayDocumentsWindow *self = SOTAY_DOCUMENTS_WINDOW (widget);
  g_autofree char *title = sotay_report_get_title (self->report);
  g_autofree char *stem = sotay_report_file_stem (title, NULL);

  sotay_report_export_choose_file (GTK_WIDGET (self->preview), self->report, stem, g_variant_get_string (format, NULL));
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotaySheets *sheets = sotay_report_preview_get_sheets (SOTAY_DOCUMENTS_WINDOW (widget)->preview);
  g_autoptr (GtkPrintOperation) operation = sheets != NULL ? sotay_sheets_print (sheets) : NULL;

  if (operation != NULL)
    sotay_print_run (operation, widget);
}

static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
sotay_documents_window_dispose (GObject *object)
{
  SotayDocumentsWindow *self = SOTAY_DOCUMENTS_WINDOW (object);

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_cancellable_cancel (self->building);
  g_clear_object (&self->building);
  g_clear_object (&self->services);
  g_clear_object (&self->subjects);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->wanted_id, g_free);
  g_clear_pointer (&self->report, sotay_report_unref);
  G_OBJECT_CLASS (sotay_documents_window_parent_class)->dispose (object);
}

static void
sotay_documents_window_class_init (SotayDocumentsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_documents_window_dispose;
  g_type_ensure (SOTAY_TYPE_NOTICE);
  g_type_ensure (SOTAY_TYPE_REPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/reports/documents-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentsWindow, kind_chooser);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentsWindow, subject_box);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentsWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentsWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentsWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentsWindow, preview);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, searched_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_install_action (widget_class, "document.export", "s", export_cb);
  gtk_widget_class_install_action (widget_class, "document.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "document.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "document.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "document.print", NULL);
}

static void
sotay_documents_window_init (SotayDocumentsWindow *self)
{
  self->subjects = g_list_store_new (SOTAY_TYPE_DOCUMENT_SUBJECT);
  self->shown = g_list_store_new (SOTAY_TYPE_DOCUMENT_SUBJECT);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->shown));
  show_report (self, NULL);
}

GtkWidget *
sotay_documents_window_new (GtkWindow *parent, SotayServices *services)
{
  SotayDocumentsWindow *self = g_object_new (SOTAY_TYPE_DOCUMENTS_WINDOW, "transient-for", parent, NULL);

  self->services = g_object_ref (services);
  sotay_report_preview_set_services (self->preview, services);
  self->about = SOTAY_SUBJECT_NONE;
  kind_chosen_cb (self);
  return GTK_WIDGET (self);
}

void
sotay_documents_window_show (SotayDocumentsWindow *self, SotayReportKind kind, const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == kind)
      gtk_drop_down_set_selected (self->kind_chooser, i);
  set_wanted (self, id);
}
