/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "reports/report.h"

G_BEGIN_DECLS

/* What a document is about. */
typedef enum
{
  SOTAY_SUBJECT_SESSION,
  SOTAY_SUBJECT_PERSON,
  SOTAY_SUBJECT_UNIT,
  SOTAY_SUBJECT_LEVEL, /* of the account: 1 or 2 */
  SOTAY_SUBJECT_NONE,
} SotaySubjectKind;

SotaySubjectKind sotay_subject_kind_of (SotayReportKind kind); /* what documents of @kind are about */

#define SOTAY_TYPE_DOCUMENT_SUBJECT (sotay_document_subject_get_type ())
/**
 * SotayDocumentSubject:
 *
 * What a document can be about, as a row of a list. Immutable.
 */
G_DECLARE_FINAL_TYPE (SotayDocumentSubject, sotay_document_subject, SOTAY, DOCUMENT_SUBJECT, GObject)

/**
 * sotay_document_subject_new:
 * @id: (nullable): its id; %NULL: everyone
 * @details: (nullable): what tells it from others
 *
 * Returns: (transfer full): the subject
 */
SotayDocumentSubject *sotay_document_subject_new (const char *id, const char *title, const char *details);

const char *sotay_document_subject_get_id (SotayDocumentSubject *subject);      /* (nullable) */
const char *sotay_document_subject_get_title (SotayDocumentSubject *subject);
const char *sotay_document_subject_get_details (SotayDocumentSubject *subject); /* (nullable) */
gboolean sotay_document_subject_matches (SotayDocumentSubject *subject, const char *folded); /* any part of its words */

G_END_DECLS
