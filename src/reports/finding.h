/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that the inspector of reports found, see inspector.h. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SOTAY_FINDING_REMARK,  /* to know */
  SOTAY_FINDING_WARNING, /* to look at */
  SOTAY_FINDING_ERROR,   /* to mend before the report is issued */
} SotayFindingSeverity;

typedef enum
{
  SOTAY_FINDING_UNIT_SUM,       /* the units below one add up to more than it: the unit */
  SOTAY_FINDING_TABLE_SUM,      /* a row of a table does not agree with its figure: the figure */
  SOTAY_FINDING_SHARE,          /* a share that does not follow from its counts: the figure */
  SOTAY_FINDING_UTILITY,        /* fewer were taught a required utility than are trained: the figure */
  SOTAY_FINDING_TWICE,          /* a person who is counted in two units: the person */
  SOTAY_FINDING_NO_ATTENDANCE,  /* a session without attendance: the session */
  SOTAY_FINDING_NOBODY_DUE,     /* nobody has to be trained: the unit */
  SOTAY_FINDING_NO_ISSUER,      /* the setting that is empty: "unit-name" … */
  SOTAY_FINDING_NO_SYMBOL,
  SOTAY_FINDING_NO_PLACE,
  SOTAY_FINDING_NO_ADDRESSEE,
  SOTAY_FINDING_NO_SIGNER,
  SOTAY_FINDING_NO_ROLE,
  SOTAY_FINDING_NO_AUTHORITY,
  SOTAY_FINDING_AUTHORITY_FORM, /* a line that is not TM., KT., TL., TUQ. or Q., or not in capitals */
  SOTAY_FINDING_NO_ARCHIVE,     /* nơi nhận does not end with "Lưu: …" */
  SOTAY_FINDING_NO_NUMBER,      /* the field "number" */
  SOTAY_FINDING_NUMBER_FORM,
  SOTAY_FINDING_DATE_EARLY,     /* dated before the day of its figures: the field "dated" */
  SOTAY_FINDING_TYPE_FORM,      /* tên loại is not in capitals: the template */
  SOTAY_FINDING_EMPTY_PART,     /* a written part says nothing: the part */
  SOTAY_FINDING_NOT_CLOSED,     /* the month is still open */
  SOTAY_FINDING_RUNNING,        /* the month is not over */
  SOTAY_FINDING_LATE_CHANGES,   /* the register changed since the month was closed */
  SOTAY_FINDING_NOT_TOLD,       /* there are corrections, and the report does not tell them: the template */
  SOTAY_FINDING_N_CODES
} SotayFindingCode;

typedef enum
{
  SOTAY_TARGET_SETTING,  /* a key of the settings */
  SOTAY_TARGET_FIELD,    /* a field of the month's record, by its name */
  SOTAY_TARGET_PART,     /* a written part: "kho-khan" */
  SOTAY_TARGET_UNIT,     /* a unit's id; %NULL: the whole register */
  SOTAY_TARGET_SESSION,  /* a session's id */
  SOTAY_TARGET_PERSON,   /* a person's id */
  SOTAY_TARGET_FIGURE,   /* a figure of the report, by its name */
  SOTAY_TARGET_TEMPLATE,
  SOTAY_TARGET_MONTH,    /* the month itself: to close it, to open it */
} SotayFindingTarget;

/**
 * SotayFinding:
 * @argument: (nullable): what the sentence names: a title, a number, a line
 * @target: where it is mended
 * @target_id: (nullable): which one
 *
 * The sentence for people is made by sotay_describe_finding() in services.
 */
typedef struct
{
  SotayFindingSeverity severity;
  SotayFindingCode code;
  char *argument;
  SotayFindingTarget target;
  char *target_id;
} SotayFinding;

void sotay_finding_free (SotayFinding *finding);

const char *sotay_finding_severity_to_string (SotayFindingSeverity severity); /* "remark", "warning", "error" */
const char *sotay_finding_code_to_string (SotayFindingCode code);             /* "unit-sum", "no-number" … */

/**
 * sotay_findings_have_errors:
 * @findings: (element-type SotayFinding): findings
 *
 * Returns: whether one of them is an error
 */
gboolean sotay_findings_have_errors (GPtrArray *findings);

G_END_DECLS
