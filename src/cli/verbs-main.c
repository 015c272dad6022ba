/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All verbs; run by the program `sotay`. */
#include "cli/verbs.h"

static const SotayVerb *const all_verbs[] = {
  sotay_catalogue_verbs,
  sotay_guide_verbs,
  sotay_guide_copies_verbs,
  sotay_guide_search_verbs,
  sotay_guide_serve_verbs,
  sotay_qr_verbs,
  sotay_unit_list_verbs,
  sotay_unit_verbs,
  sotay_staff_verbs,
  sotay_staff_show_verbs,
  sotay_staff_history_verbs,
  sotay_staff_edit_verbs,
  sotay_staff_service_verbs,
  sotay_staff_import_verbs,
  sotay_session_verbs,
  sotay_session_show_verbs,
  sotay_attend_verbs,
  sotay_practice_verbs,
  sotay_practice_show_verbs,
  sotay_campaign_verbs,
  sotay_staff_export_verbs,
  sotay_progress_verbs,
  sotay_report_verbs,
  sotay_report_document_verbs,
  sotay_outreach_verbs,
  sotay_feedback_verbs,
  sotay_log_verbs,
  sotay_backup_verbs,
  sotay_doctor_verbs,
  NULL,
};

int
main (int argc, char **argv)
{
  return sotay_verbs_run (argv, all_verbs);
}
