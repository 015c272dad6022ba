/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document that is being made. For document.c and the files that know one group of documents each. */
#pragma once

#include "reports/document.h"
#include "reports/template.h"

G_BEGIN_DECLS

/**
 * SotayDocumentDraft:
 * @store: the register
 * @request: what was asked for
 * @report: what it becomes; the filler fills it
 * @unit_names: id → name, of all units
 */
typedef struct
{
  SotayStore *store;
  const SotayDocumentRequest *request;
  GCancellable *cancellable;
  SotayReport *report;
  SotayTemplateFiller *filler;
  GHashTable *unit_names;
} SotayDocumentDraft;

/**
 * sotay_document_fill_session, …_fill_untrained, …_fill_person, …_fill_sheet:
 * @template: the wording
 *
 * Read what the document tells, and fill the draft's report.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_document_fill_session (SotayDocumentDraft *draft, SotayTemplate *template, GError **error);
gboolean sotay_document_fill_untrained (SotayDocumentDraft *draft, SotayTemplate *template, GError **error);
gboolean sotay_document_fill_person (SotayDocumentDraft *draft, SotayTemplate *template, GError **error);
gboolean sotay_document_fill_sheet (SotayDocumentDraft *draft, SotayTemplate *template, GError **error);

extern const SotayTemplateNames sotay_document_session_names;
extern const SotayTemplateNames sotay_document_untrained_names;
extern const SotayTemplateNames sotay_document_person_names;
extern const SotayTemplateNames sotay_document_sheet_names;

/**
 * sotay_document_get_unit_name:
 * @id: (nullable): a unit
 *
 * Returns: (nullable): its name
 */
const char *sotay_document_get_unit_name (SotayDocumentDraft *draft, const char *id);

/**
 * sotay_document_sort_staff:
 * @staff: (element-type SotayStaff): by given name afterwards, as every list of staff
 */
void sotay_document_sort_staff (GPtrArray *staff);

/**
 * sotay_document_set_date:
 * @iso: (nullable): a day; what the name stands for is "05/3/2024"
 */
void sotay_document_set_date (SotayDocumentDraft *draft, const char *name, const char *iso);

G_END_DECLS
