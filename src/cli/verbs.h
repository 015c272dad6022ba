/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs of the command line, one file for each, and how one of them is chosen. */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* Each ends with an entry without a name. */
extern const SotayVerb sotay_attend_verbs[];
extern const SotayVerb sotay_campaign_verbs[];
extern const SotayVerb sotay_backup_verbs[];
extern const SotayVerb sotay_catalogue_verbs[];
extern const SotayVerb sotay_doctor_verbs[];
extern const SotayVerb sotay_feedback_verbs[];
extern const SotayVerb sotay_guide_search_verbs[];
extern const SotayVerb sotay_guide_serve_verbs[];
extern const SotayVerb sotay_guide_verbs[];
extern const SotayVerb sotay_guide_copies_verbs[];
extern const SotayVerb sotay_log_verbs[];
extern const SotayVerb sotay_outreach_verbs[];
extern const SotayVerb sotay_practice_show_verbs[];
extern const SotayVerb sotay_practice_verbs[];
extern const SotayVerb sotay_progress_verbs[];
extern const SotayVerb sotay_qr_verbs[];
extern const SotayVerb sotay_report_document_verbs[];
extern const SotayVerb sotay_report_verbs[];
extern const SotayVerb sotay_session_show_verbs[];
extern const SotayVerb sotay_session_verbs[];
extern const SotayVerb sotay_staff_verbs[];
extern const SotayVerb sotay_staff_edit_verbs[];
extern const SotayVerb sotay_staff_history_verbs[];
extern const SotayVerb sotay_staff_export_verbs[];
extern const SotayVerb sotay_staff_import_verbs[];
extern const SotayVerb sotay_staff_service_verbs[];
extern const SotayVerb sotay_staff_show_verbs[];
extern const SotayVerb sotay_unit_list_verbs[];
extern const SotayVerb sotay_unit_verbs[];

/**
 * sotay_verbs_run:
 * @words: (array zero-terminated=1): what was typed, from the program's name on
 * @groups: (array zero-terminated=1): the verbs to choose from
 *
 * Runs the verb that was typed.
 *
 * Returns: the exit status
 */
int sotay_verbs_run (char **words, const SotayVerb *const *groups);

G_END_DECLS
