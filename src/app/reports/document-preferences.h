/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_DOCUMENT_PREFERENCES (sotay_document_preferences_get_type ())
/**
 * SotayDocumentPreferences:
 *
 * The page of the preferences about documents: who issues them, and with which words.
 */
G_DECLARE_FINAL_TYPE (SotayDocumentPreferences, sotay_document_preferences, SOTAY, DOCUMENT_PREFERENCES,
                      AdwPreferencesPage)

void sotay_document_preferences_set_services (SotayDocumentPreferences *page, SotayServices *services); /* once */

/**
 * sotay_document_preferences_show:
 * @key: a setting: "report-symbol" …, or "templates"
 *
 * The keyboard goes there.
 */
void sotay_document_preferences_show (SotayDocumentPreferences *page, const char *key);

G_END_DECLS
