/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short forms for tests of the register: everything here must succeed. */
#pragma once

#include "register/edit.h"
#include "register/store.h"

G_BEGIN_DECLS

char *fixture_path (void);                          /* (transfer full): a database in a folder of its own */
SotayStore *fixture_store (const char *path);       /* (transfer full): a new store on that file */
SotayUnit *fixture_add_unit (SotayStore *store, SotayUnit *parent, const char *name);
SotayStaff *fixture_add_staff (SotayStore *store, SotayUnit *unit, const char *name);
SotayStaff *fixture_change (SotayStore *store, SotayStaff *staff, SotayStaffField field, const char *value);
void fixture_apply (SotayStore *store, SotayStep *step); /* (transfer full) step */
void fixture_mark (SotayStore *store, SotayStaff *staff, const char *day);
GDate fixture_date (const char *iso);

/* (transfer full): the names that a query finds, joined by ", " */
char *fixture_names (SotayStore *store, const char *unit_id, gboolean untrained_only, const char *search,
                     const char *day);

/* (transfer full): units, staff and all other records, all fields, in a text */
char *fixture_dump (SotayStore *store);

/* Waits until *@flag is set; fails after 60 seconds. */
void fixture_wait_for (gboolean *flag);

G_END_DECLS
