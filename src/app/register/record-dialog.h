/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/form-row.h"
#include "register/store.h"

G_BEGIN_DECLS

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
