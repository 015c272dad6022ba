/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short forms for tests of imports. */
#pragma once

#include "fixture.h"
#include "register/roster.h"

G_BEGIN_DECLS

GFile *fixture_roster_file (const char *bytes, gssize length); /* (transfer full): a file with these bytes */

/* (transfer full): the plan of a file with this text */
SotayRoster *fixture_roster_said (SotayStore *store, const char *text, const SotayRosterOptions *options);
SotayRoster *fixture_roster (SotayStore *store, SotayUnit *unit, const char *text);
SotayRosterRow *fixture_row (SotayRoster *roster, guint position); /* (transfer none) */

/* (transfer full): the plan in a line: "2 add, 3 reject twice" */
char *fixture_describe (SotayRoster *roster);
char *fixture_plan (SotayStore *store, SotayUnit *unit, const char *text);

void fixture_import (SotayStore *store, SotayUnit *unit, const char *text);

/* Importing the same file again changes nothing and leaves no entry in the log. */
void fixture_assert_settled (SotayStore *store, SotayUnit *unit, const char *text);

G_END_DECLS
