/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/register/unit-names.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_UNIT_POPOVER (sotay_unit_popover_get_type ())
/**
 * SotayUnitPopover:
 *
 * A field to type part of a unit's name into, and below it the units in the order of the tree. The list is made when it
 * is opened, and searched on a thread: there may be very many units.
 * Signal "chosen" (a #SotayUnit or %NULL for none): the choice, after which the popover closes.
 */
G_DECLARE_FINAL_TYPE (SotayUnitPopover, sotay_unit_popover, SOTAY, UNIT_POPOVER, GtkPopover)

GtkWidget *sotay_unit_popover_new (void); /* (transfer floating) */

/**
 * sotay_unit_popover_set_units:
 * @units: (element-type SotayUnit): those that can be chosen, of @names
 * @none: (nullable): how the choice of no unit is called; without it there is none
 */
void sotay_unit_popover_set_units (SotayUnitPopover *popover, SotayUnitNames *names, GPtrArray *units,
                                   const char *none);

/**
 * sotay_unit_popover_open:
 * @unit: (nullable): the one chosen so far, where the list begins
 */
void sotay_unit_popover_open (SotayUnitPopover *popover, SotayUnit *unit);

G_END_DECLS
