/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/document-subject.h"

#include "core/text.h"

#include <string.h>

struct _SotayDocumentSubject
{
  GObject parent_instance;

  char *id;
  char *title;
  char *details;
  char *folded;
};

G_DEFINE_FINAL_TYPE (SotayDocumentSubject, sotay_document_subject, G_TYPE_OBJECT)

SotaySubjectKind
sotay_subject_kind_of (SotayReportKind kind)
{
  switch (kind)
    {
    case SOTAY_REPORT_PARTICIPANTS:
    case SOTAY_REPORT_MINUTES:
    case SOTAY_REPORT_PLAN:
      return SOTAY_SUBJECT_SESSION;
    case SOTAY_REPORT_CONFIRMATION:
    case SOTAY_REPORT_CERTIFICATE:
      return SOTAY_SUBJECT_PERSON;
    case SOTAY_REPORT_UNTRAINED:
      return SOTAY_SUBJECT_UNIT;
    case SOTAY_REPORT_HANDOUT:
      return SOTAY_SUBJECT_LEVEL;
    default:
      return SOTAY_SUBJECT_NONE;
    }
}

static void
sotay_document_subject_finalize (GObject *object)
{
  SotayDocumentSubject *self = SOTAY_DOCUMENT_SUBJECT (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->details);
  g_free (self->folded);
  G_OBJECT_CLASS (sotay_document_subject_parent_class)->finalize (object);
}

static void
sotay_document_subject_class_init (SotayDocumentSubjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_document_subject_finalize;
}

static void
sotay_document_subject_init (SotayDocumentSubject *self)
{
}

SotayDocumentSubject *
sotay_document_subject_new (const char *id, const char *title, const char *details)
{
  SotayDocumentSubject *self = g_object_new (SOTAY_TYPE_DOCUMENT_SUBJECT, NULL);
  g_autofree char *words = g_strjoin (" ", title, details, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->details = g_strdup (details);
  self->folded = sotay_text_fold (words);
  return self;
}

const char *
sotay_document_subject_get_id (SotayDocumentSubject *self)
{
  return self->id;
}

const char *
sotay_document_subject_get_title (SotayDocumentSubject *self)
{
  return self->title;
}

const char *
sotay_document_subject_get_details (SotayDocumentSubject *self)
{
  return self->details;
}

gboolean
sotay_document_subject_matches (SotayDocumentSubject *self, const char *folded)
{
  return strstr (self->folded, folded) != NULL;
}
