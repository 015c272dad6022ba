/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/unit-names.h"
#include "register/store.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_PEOPLE_EDIT,     /* the same value for all of them in some fields */
  SOTAY_PEOPLE_TRANSFER, /* to another unit */
  SOTAY_PEOPLE_LEAVE,
} SotayPeopleTask;

#define SOTAY_TYPE_PEOPLE_DIALOG (sotay_people_dialog_get_type ())
/**
 * SotayPeopleDialog:
 *
 * Asks what shall be done to several people at once.
 *
 * Signal "accepted": sotay_people_dialog_apply_async() shall be called, then.
 */
G_DECLARE_FINAL_TYPE (SotayPeopleDialog, sotay_people_dialog, SOTAY, PEOPLE_DIALOG, AdwMessageDialog)

/**
 * sotay_people_dialog_new:
 * @parent: the main window
 * @task: what shall be done
 * @names: the units there are
 * @people: (element-type SotayStaff): the people
 *
 * Returns: the dialog, to be presented
 */
GtkWidget *sotay_people_dialog_new (GtkWindow *parent, SotayPeopleTask task, SotayUnitNames *names, GPtrArray *people);

/**
 * sotay_people_dialog_apply_async:
 *
 * Does what was asked for, as one step; see sotay_do_step_finish().
 */
void sotay_people_dialog_apply_async (SotayPeopleDialog *dialog, SotayStore *store, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer data);

G_END_DECLS
