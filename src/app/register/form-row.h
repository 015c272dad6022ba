/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a form: each shows one field of a record and reads it back. */
#pragma once

#include <adwaita.h>

#include "app/register/unit-names.h"
#include "catalogue/catalogue.h"

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

/**
 * sotay_form_row_new:
 * @value: (nullable): what the field says
 * @catalogue: (nullable): names of the utilities
 *
 * Returns: (transfer full): a row of a preferences group
 */
GtkWidget *sotay_form_row_new (const SotayFormField *field, const char *value, SotayUnitNames *names,
                               SotayCatalogue *catalogue);

/**
 * sotay_form_row_read:
 * @value: (out) (transfer full) (nullable): what was filled in, as records keep it
 *
 * Returns: %FALSE when it cannot be read; then the row says so
 */
gboolean sotay_form_row_read (GtkWidget *row, char **value);

void sotay_form_row_set_problem (GtkWidget *row, const char *problem); /* (nullable): none */

G_END_DECLS
