/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/unit-names.h"
#include "catalogue/catalogue.h"
#include "register/store.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_FORM_TEXT,
  SOTAY_FORM_LINES,     /* several lines */
  SOTAY_FORM_DAY,
  SOTAY_FORM_TIME,
  SOTAY_FORM_NUMBER,
  SOTAY_FORM_CHOICE,    /* one of @choices */
  SOTAY_FORM_UNIT,
  SOTAY_FORM_UTILITY,   /* one, or none */
  SOTAY_FORM_UTILITIES, /* a set, at least one */
} SotayFormKind;

/**
 * SotayFormField:
 * @field: a field of the record's kind
 * @kind: how it is filled in
 * @caption: its name, translated
 * @problem: (nullable): what to say when the rules refuse it, translated
 * @group: (nullable): a heading above it, translated
 * @choices: (nullable): pairs of a word and its label, translated, then %NULL
 */
typedef struct
{
  guint field;
  SotayFormKind kind;
  const char *caption;
  const char *problem;
  const char *group;
  const char *const *choices;
} SotayFormField;

#define SOTAY_TYPE_RECORD_DIALOG (sotay_record_dialog_get_type ())
/**
 * SotayRecordDialog:
 *
 * A form for a record: a session, an outreach, a piece of feedback. Says what is wrong at the field where it is wrong.
 *
 * Signal "saved" (string): the record of this id was kept.
 */
G_DECLARE_FINAL_TYPE (SotayRecordDialog, sotay_record_dialog, SOTAY, RECORD_DIALOG, AdwWindow)

/**
 * sotay_record_dialog_new:
 * @title: what the dialog is for
 * @before: (nullable): the record as it is; %NULL for a new one
 * @draft: what the fields begin with; kept as it is where @fields does not ask
 * @fields: (array length=n_fields): what is asked
 * @catalogue: (nullable): names of the utilities, where they are asked for
 */
GtkWidget *sotay_record_dialog_new (GtkWindow *parent, SotayStore *store, SotayUnitNames *names,
                                    SotayCatalogue *catalogue, const char *title, SotayRecord *before,
                                    SotayRecord *draft, const SotayFormField *fields, guint n_fields);

G_END_DECLS
