/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "catalogue/catalogue.h"
#include "presentation/show.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_STOP_LIST (sotay_stop_list_get_type ())
/**
 * SotayStopList:
 *
 * The stops of a lesson with the time used of that planned, the present one marked; one that is chosen is gone to, by
 * the action "show.go-to-utility".
 */
G_DECLARE_FINAL_TYPE (SotayStopList, sotay_stop_list, SOTAY, STOP_LIST, AdwBin)

void sotay_stop_list_set_show (SotayStopList *list, SotayShow *show, SotayCatalogue *catalogue);
void sotay_stop_list_update (SotayStopList *list); /* the times as they are now */

G_END_DECLS
