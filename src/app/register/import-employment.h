/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The question what the kinds of employment of a list are that are not known. */
#pragma once

#include <adwaita.h>

#include "register/roster.h"

G_BEGIN_DECLS

/**
 * sotay_import_employment_text:
 *
 * Returns: (transfer full) (nullable): names the unknown kinds in @roster; %NULL when there are none
 */
char *sotay_import_employment_text (SotayRoster *roster);

/* @answers: (transfer full): for #SotayRosterOptions */
typedef void (*SotayEmploymentsAnswered) (GObject *object, char **answers);

/**
 * sotay_import_employment_ask:
 * @func: called when the person has answered
 * @object: given to @func
 */
void sotay_import_employment_ask (GtkWindow *parent, SotayRoster *roster, SotayEmploymentsAnswered func,
                                  GObject *object);

G_END_DECLS
