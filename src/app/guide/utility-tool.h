/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/document.h"
#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_UTILITY_TOOL (sotay_utility_tool_get_type ())
/**
 * SotayUtilityTool:
 *
 * From the page of the manual that is read to the utility it explains, and the map of both, which a person can correct:
 * each of the 16 utilities can be given the page that is read.
 *
 * Signal "go-to" (uint index): the person wants this page.
 */
G_DECLARE_FINAL_TYPE (SotayUtilityTool, sotay_utility_tool, SOTAY, UTILITY_TOOL, AdwBin)

/**
 * sotay_utility_tool_new:
 *
 * Returns: (transfer floating): the tool, for the end of a toolbar
 */
SotayUtilityTool *sotay_utility_tool_new (SotayServices *services);

/**
 * sotay_utility_tool_set_document:
 * @document: (nullable): the manual that is read
 * @sha256: (nullable): its copy
 */
void sotay_utility_tool_set_document (SotayUtilityTool *tool, SotayDocument *document, const char *sha256);

/**
 * sotay_utility_tool_set_index:
 * @index: the page that is read
 */
void sotay_utility_tool_set_index (SotayUtilityTool *tool, guint index);

/**
 * sotay_utility_tool_popup:
 *
 * Shows the map, so that the person can give a page to a utility.
 */
void sotay_utility_tool_popup (SotayUtilityTool *tool);

G_END_DECLS
