/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A register of made-up people, to be tried and thrown away. */
#pragma once

#include "register/step.h"

G_BEGIN_DECLS

/* The unit above all others of the sample. */
#define SOTAY_SAMPLE_UNIT_ID "sample-ward"

/**
 * sotay_sample_create:
 * @today: the sample's sessions lie before this day
 *
 * Three units, 45 people, three sessions with their attendance, and practice. The names are made up.
 *
 * Returns: (transfer full): one step that adds all of it
 */
SotayStep *sotay_sample_create (const GDate *today);

/**
 * sotay_sample_remove:
 * @units: (element-type SotayUnit): all units
 * @staff: (element-type SotayStaff): the staff of the sample's units
 * @belongings: (element-type SotayRecord): what belongs to both, see sotay_store_list_belongings()
 *
 * Returns: (transfer full): one step that takes it all away, also what was added to the sample's units
 */
SotayStep *sotay_sample_remove (GPtrArray *units, GPtrArray *staff, GPtrArray *belongings);

G_END_DECLS
