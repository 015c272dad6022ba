/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents beside the month's report: of a session (list for signature, minutes, plan), of people (those not yet
 * trained, confirmation, certificate), and what is handed out (poster, hand-out). */
#pragma once

#include "register/store.h"
#include "register/utilities.h"
#include "reports/issuer.h"
#include "reports/report.h"
#include "reports/template.h"

G_BEGIN_DECLS

/**
 * SotayDocumentUtility:
 * @title, @purpose: what the catalogue says of it, in Vietnamese
 * @level: of the account that it needs: 1 or 2
 */
typedef struct
{
  char *title;
  char *purpose;
  guint level;
} SotayDocumentUtility;

/**
 * SotayDocumentRequest:
 * @kind: any but the month's report
 * @id: (nullable): the session, the person, or of %SOTAY_REPORT_UNTRAINED the unit (%NULL: everyone)
 * @number: (nullable): số, ký hiệu: "12/BB-UBND"; %NULL leaves room for it
 * @today: the day of the document and of its figures
 * @issuer: who issues it
 * @templates: (nullable): the folder of the unit's own templates
 * @utilities: what the catalogue knows, U1 first
 * @level: of a hand-out: 1 or 2
 * @address: of the manual, for poster and hand-out
 *
 * What is asked for. Texts and issuer belong to the request.
 */
typedef struct
{
  SotayReportKind kind;
  char *id;
  char *number;
  GDate today;
  SotayIssuer *issuer;
  char *templates;
  SotayDocumentUtility utilities[SOTAY_N_UTILITIES];
  guint level;
  char *address;
} SotayDocumentRequest;

SotayDocumentRequest *sotay_document_request_new (SotayReportKind kind, const char *id, const GDate *today,
                                                  SotayIssuer *issuer); /* (transfer full) */
void sotay_document_request_free (SotayDocumentRequest *request);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayDocumentRequest, sotay_document_request_free)

/**
 * sotay_document_build:
 * @error: of the register; %SOTAY_REGISTER_ERROR_NOT_FOUND for the session, the person or the unit; of the template
 *
 * Returns: (transfer full) (nullable): the document
 */
SotayReport *sotay_document_build (SotayStore *store, const SotayDocumentRequest *request, GCancellable *cancellable,
                                   GError **error);

/**
 * sotay_document_build_async:
 * @request: (transfer full): what is asked for
 */
void sotay_document_build_async (SotayStore *store, SotayDocumentRequest *request, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
SotayReport *sotay_document_build_finish (GAsyncResult *result, GError **error);

/**
 * sotay_document_get_names:
 *
 * Returns: the names that templates of @kind may use
 */
const SotayTemplateNames *sotay_document_get_names (SotayReportKind kind);

G_END_DECLS
