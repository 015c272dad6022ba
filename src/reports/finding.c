/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/finding.h"

static const char *const severities[] = {
  [SOTAY_FINDING_REMARK] = "remark",
  [SOTAY_FINDING_WARNING] = "warning",
  [SOTAY_FINDING_ERROR] = "error",
};

static const char *const codes[SOTAY_FINDING_N_CODES] = {
  [SOTAY_FINDING_UNIT_SUM] = "unit-sum",
  [SOTAY_FINDING_TABLE_SUM] = "table-sum",
  [SOTAY_FINDING_SHARE] = "share",
  [SOTAY_FINDING_UTILITY] = "utility",
  [SOTAY_FINDING_TWICE] = "twice",
  [SOTAY_FINDING_NO_ATTENDANCE] = "no-attendance",
  [SOTAY_FINDING_NOBODY_DUE] = "nobody-due",
  [SOTAY_FINDING_NO_ISSUER] = "no-issuer",
  [SOTAY_FINDING_NO_SYMBOL] = "no-symbol",
  [SOTAY_FINDING_NO_PLACE] = "no-place",
  [SOTAY_FINDING_NO_ADDRESSEE] = "no-addressee",
  [SOTAY_FINDING_NO_SIGNER] = "no-signer",
  [SOTAY_FINDING_NO_ROLE] = "no-role",
  [SOTAY_FINDING_NO_AUTHORITY] = "no-authority",
  [SOTAY_FINDING_AUTHORITY_FORM] = "authority-form",
  [SOTAY_FINDING_NO_ARCHIVE] = "no-archive",
  [SOTAY_FINDING_NO_NUMBER] = "no-number",
  [SOTAY_FINDING_NUMBER_FORM] = "number-form",
  [SOTAY_FINDING_DATE_EARLY] = "date-early",
  [SOTAY_FINDING_TYPE_FORM] = "type-form",
  [SOTAY_FINDING_EMPTY_PART] = "empty-part",
  [SOTAY_FINDING_NOT_CLOSED] = "not-closed",
  [SOTAY_FINDING_RUNNING] = "running",
  [SOTAY_FINDING_LATE_CHANGES] = "late-changes",
  [SOTAY_FINDING_NOT_TOLD] = "not-told",
};

void
sotay_finding_free (SotayFinding *finding)
{
  g_free (finding->argument);
  g_free (finding->target_id);
  g_free (finding);
}

const char *
sotay_finding_severity_to_string (SotayFindingSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (severities), NULL);
  return severities[severity];
}

const char *
sotay_finding_code_to_string (SotayFindingCode code)
{
  g_return_val_if_fail (code < SOTAY_FINDING_N_CODES, NULL);
  return codes[code];
}

gboolean
sotay_findings_have_errors (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (((SotayFinding *) findings->pdata[i])->severity == SOTAY_FINDING_ERROR)
      return TRUE;
  return FALSE;
}
