/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a form: each shows one field of a record and reads it back. */
#pragma once

#include "app/register/record-dialog.h"

G_BEGIN_DECLS

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
