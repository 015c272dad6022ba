/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/document.h"

#include "core/dates.h"
#include "core/text.h"
#include "reports/document-draft.h"

typedef gboolean (*Fill) (SotayDocumentDraft *draft, SotayTemplate *template, GError **error);

/* Who signs beside the head of the unit; none: only the head. */
typedef enum
{
  SIGNED_BY_NOBODY,
  SIGNED_BY_HEAD,
  SIGNED_BY_MAKER_AND_HEAD,
  SIGNED_BY_CHAIR, /* minutes: secretary and chair */
} Signing;

static const struct
{
  Fill fill;
  const SotayTemplateNames *names;
  Signing signing;
  gboolean has_recipients;
} documents[SOTAY_REPORT_N_KINDS] = {
  [SOTAY_REPORT_PARTICIPANTS] = { sotay_document_fill_session, &sotay_document_session_names,
                                  SIGNED_BY_MAKER_AND_HEAD },
  [SOTAY_REPORT_MINUTES] = { sotay_document_fill_session, &sotay_document_session_names, SIGNED_BY_CHAIR },
  [SOTAY_REPORT_PLAN] = { sotay_document_fill_session, &sotay_document_session_names, SIGNED_BY_HEAD, TRUE },
  [SOTAY_REPORT_UNTRAINED] = { sotay_document_fill_untrained, &sotay_document_untrained_names,
                               SIGNED_BY_MAKER_AND_HEAD },
  [SOTAY_REPORT_CONFIRMATION] = { sotay_document_fill_person, &sotay_document_person_names, SIGNED_BY_HEAD },
  [SOTAY_REPORT_CERTIFICATE] = { sotay_document_fill_person, &sotay_document_person_names, SIGNED_BY_HEAD },
  [SOTAY_REPORT_POSTER] = { sotay_document_fill_sheet, &sotay_document_sheet_names, SIGNED_BY_NOBODY },
  [SOTAY_REPORT_HANDOUT] = { sotay_document_fill_sheet, &sotay_document_sheet_names, SIGNED_BY_NOBODY },
};

SotayDocumentRequest *
sotay_document_request_new (SotayReportKind kind, const char *id, const GDate *today, SotayIssuer *issuer)
{
  SotayDocumentRequest *request = g_new0 (SotayDocumentRequest, 1);

  request->kind = kind;
  request->id = g_strdup (id);
  request->today = *today;
  request->issuer = sotay_issuer_ref (issuer);
  request->level = 2;
  return request;
}

void
sotay_document_request_free (SotayDocumentRequest *request)
{
  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    {
      g_free (request->utilities[i].title);
      g_free (request->utilities[i].purpose);
    }
  sotay_issuer_unref (request->issuer);
  g_free (request->id);
  g_free (request->number);
  g_free (request->templates);
  g_free (request->address);
  g_free (request);
}

const SotayTemplateNames *
sotay_document_get_names (SotayReportKind kind)
{
  g_return_val_if_fail (kind < SOTAY_REPORT_N_KINDS, NULL);
  return documents[kind].names;
}

const char *
sotay_document_get_unit_name (SotayDocumentDraft *draft, const char *id)
{
  return id != NULL ? g_hash_table_lookup (draft->unit_names, id) : NULL;
}

typedef struct
{
  GBytes *key;
  SotayStaff *staff;
} Keyed;

static int
compare_keyed (gconstpointer a, gconstpointer b)
{
  const Keyed *one = a;
  const Keyed *other = b;
  int order = g_bytes_compare (one->key, other->key);

  return order != 0 ? order : g_strcmp0 (sotay_staff_get_id (one->staff), sotay_staff_get_id (other->staff));
}

void
sotay_document_sort_staff (GPtrArray *staff)
{
  g_autofree Keyed *keyed = g_new (Keyed, staff->len + 1); /* never NULL, which qsort() must not see */

  for (guint i = 0; i < staff->len; i++)
    keyed[i] = (Keyed) { sotay_text_name_key (sotay_staff_get_name (staff->pdata[i])), staff->pdata[i] };
  qsort (keyed, staff->len, sizeof *keyed, compare_keyed);
  for (guint i = 0; i < staff->len; i++)
    {
      staff->pdata[i] = keyed[i].staff;
      g_bytes_unref (keyed[i].key);
    }
}

void
sotay_document_set_date (SotayDocumentDraft *draft, const char *name, const char *iso)
{
  g_autofree char *text = iso != NULL ? sotay_date_format_iso (iso) : NULL;

  sotay_template_filler_set_text (draft->filler, name, text);
}

static GHashTable *
read_unit_names (SotayStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) units = sotay_store_list_units (store, cancellable, error);
  GHashTable *names;

  if (units == NULL)
    return NULL;
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < units->len; i++)
    g_hash_table_insert (names, g_strdup (sotay_unit_get_id (units->pdata[i])),
                         g_strdup (sotay_unit_get_name (units->pdata[i])));
  return names;
}

static void
add_signatures (SotayReport *report, SotayIssuer *issuer, Signing signing)
{
  if (signing == SIGNED_BY_CHAIR)
    {
      sotay_report_add_signature (report, NULL, "THƯ KÝ", "(Ký, ghi rõ họ tên)", issuer->maker);
      sotay_report_add_signature (report, NULL, "CHỦ TRÌ", "(Ký, ghi rõ họ tên)", NULL);
      return;
    }
  if (signing == SIGNED_BY_MAKER_AND_HEAD)
    sotay_report_add_signature (report, NULL, "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)", issuer->maker);
  if (signing != SIGNED_BY_NOBODY)
    sotay_issuer_add_signature (issuer, report);
}

static gboolean
fill (SotayDocumentDraft *draft, SotayTemplate *template, GError **error)
{
  const SotayDocumentRequest *request = draft->request;
  g_autofree char *number = sotay_issuer_format_number (request->issuer, request->kind, request->number);
  g_autofree char *place_and_date = sotay_issuer_format_place_and_date (request->issuer, &request->today);
  gboolean is_signed = documents[request->kind].signing != SIGNED_BY_NOBODY;

  sotay_template_filler_set_text (draft->filler, "don-vi", sotay_issuer_or_dots (request->issuer->name));
  sotay_template_filler_set_text (draft->filler, "so-ky-hieu", number);
  sotay_template_filler_set_text (draft->filler, "dia-danh-ngay", place_and_date);
  if (!documents[request->kind].fill (draft, template, error))
    return FALSE;
  draft->report->dated = request->today;
  if (is_signed)
    sotay_issuer_fill_head (request->issuer, draft->report);
  add_signatures (draft->report, request->issuer, documents[request->kind].signing);
  if (documents[request->kind].has_recipients && draft->report->recipients == NULL)
    sotay_issuer_fill_recipients (request->issuer, draft->report);
  return TRUE;
}

SotayReport *
sotay_document_build (SotayStore *store, const SotayDocumentRequest *request, GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (SotayReport) report = sotay_report_new (request->kind);
  g_autoptr (SotayTemplateFiller) filler = sotay_template_filler_new (report);
  g_autoptr (GHashTable) unit_names = NULL;
  g_autoptr (SotayTemplate) template = NULL;
  SotayDocumentDraft draft = { store, request, cancellable, report, filler, NULL };

  g_return_val_if_fail (documents[request->kind].fill != NULL, NULL);
  template = sotay_template_load (request->kind, request->templates, documents[request->kind].names, error);
  unit_names = template != NULL ? read_unit_names (store, cancellable, error) : NULL;
  draft.unit_names = unit_names;
  if (unit_names == NULL || !fill (&draft, template, error))
    return NULL;
  return g_steal_pointer (&report);
}

static void
build_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  SotayReport *report = sotay_document_build (source, task_data, cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) sotay_report_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
sotay_document_build_async (SotayStore *store, SotayDocumentRequest *request, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, data);

  g_task_set_source_tag (task, sotay_document_build_async);
  g_task_set_task_data (task, request, (GDestroyNotify) sotay_document_request_free);
  g_task_run_in_thread (task, build_thread);
}

SotayReport *
sotay_document_build_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
