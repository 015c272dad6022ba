/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wires the parts once, for both programs: made in each main and passed down. */
#pragma once

#include <gio/gio.h>

#include "catalogue/catalogue.h"
#include "guide/library.h"
#include "guide/page-map.h"
#include "presentation/lesson-plans.h"
#include "presentation/trainer-notes.h"
#include "register/backups.h"
#include "reports/issuer.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_SERVICES (sotay_services_get_type ())
/**
 * SotayServices:
 *
 * Signal "warned" (const char *sentence): something beside what was asked for did not work; @sentence is for people.
 */
G_DECLARE_FINAL_TYPE (SotayServices, sotay_services, SOTAY, SERVICES, GObject)

/**
 * sotay_services_new:
 *
 * Reads the settings and sets the language of the whole process. Nothing else is opened until it is asked for.
 *
 * Returns: (transfer full): the services
 */
SotayServices *sotay_services_new (void);

GSettings *sotay_services_get_settings (SotayServices *services);       /* (transfer none) */
SotayStore *sotay_services_get_store (SotayServices *services);         /* (transfer none): opens at its first use */
SotayBackups *sotay_services_get_backups (SotayServices *services);     /* (transfer none): those of the store */
SotayGuideLibrary *sotay_services_get_guide (SotayServices *services);  /* (transfer none) */
SotayPageMap *sotay_services_get_page_map (SotayServices *services);    /* (transfer none): is read at its first use */

/* (transfer none): made at their first use; that they cannot be saved is told by "warned" */
SotayTrainerNotes *sotay_services_get_trainer_notes (SotayServices *services);
SotayLessonPlans *sotay_services_get_lesson_plans (SotayServices *services);

char *sotay_services_dup_journal_path (SotayServices *services); /* (transfer full): of the show that is being given */

/**
 * sotay_services_find_place:
 * @shared: (out): whether other PCs can reach the register where it lies
 *
 * Returns: (transfer full): the kind of file system that holds the register: "ext4", "cifs"; "?" when it is not known
 */
char *sotay_services_find_place (SotayServices *services, gboolean *shared);

/**
 * sotay_services_warn:
 * @sentence: what did not work, in the person's language
 *
 * Emits "warned".
 */
void sotay_services_warn (SotayServices *services, const char *sentence);

/**
 * sotay_services_get_catalogue:
 *
 * Returns: (transfer none): the content of the folder in the settings, else the built-in content
 */
SotayCatalogue *sotay_services_get_catalogue (SotayServices *services);

/**
 * sotay_services_preload_catalogue:
 *
 * Begins to read the content in a thread of its own, while the caller does other things. Call once, before
 * sotay_services_get_catalogue(), which then waits for it.
 */
void sotay_services_preload_catalogue (SotayServices *services);

/**
 * sotay_services_get_content_problem:
 *
 * Returns: (transfer none) (nullable): why the folder in the settings is not the one that serves
 */
const GError *sotay_services_get_content_problem (SotayServices *services);

/**
 * sotay_services_get_issuer:
 * @unit_name: (nullable): the unit that a document is of, which issues it when the settings name none
 *
 * Returns: (transfer full): who issues documents, as the settings say now
 */
SotayIssuer *sotay_services_get_issuer (SotayServices *services, const char *unit_name);

/**
 * sotay_services_find_templates:
 *
 * Returns: (transfer full): the folder in which the unit keeps templates of its own, which need not be there
 */
char *sotay_services_find_templates (SotayServices *services);

/**
 * sotay_services_get_language:
 *
 * Returns: "vi" or "en": the language of the interface and of the content
 */
const char *sotay_services_get_language (SotayServices *services);

G_END_DECLS
