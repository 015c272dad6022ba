/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/unit-names.h"
#include "register/store.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_STAFF_STORY (sotay_staff_story_get_type ())
/**
 * SotayStaffStory:
 *
 * Why a person counts as trained and as passed, or does not, and what was ever changed about them.
 */
G_DECLARE_FINAL_TYPE (SotayStaffStory, sotay_staff_story, SOTAY, STAFF_STORY, AdwPreferencesGroup)

/**
 * sotay_staff_story_load:
 * @names: the units there are
 * @id: a person
 *
 * Once. Until it has been read, nothing is shown.
 */
void sotay_staff_story_load (SotayStaffStory *story, SotayStore *store, SotayUnitNames *names, const char *id);

G_END_DECLS
