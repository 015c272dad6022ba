/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "reports/finding.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_FINDINGS_LIST (sotay_findings_list_get_type ())
/**
 * SotayFindingsList:
 *
 * What the inspector found in a report, in words; each leads to where it is mended.
 *
 * Signal "mend" (const SotayFinding *): the person wants to go there. The finding lives as long as the list shows it.
 */
G_DECLARE_FINAL_TYPE (SotayFindingsList, sotay_findings_list, SOTAY, FINDINGS_LIST, AdwBin)

/**
 * sotay_findings_list_show:
 * @findings: (element-type SotayFinding): what was found; it is kept
 */
void sotay_findings_list_show (SotayFindingsList *list, GPtrArray *findings);

void sotay_findings_list_edit (SotayFindingsList *list); /* the keyboard goes to the first finding */

G_END_DECLS
