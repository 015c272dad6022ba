/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/describe-finding.h"

#include "core/text.h"

#include <glib/gi18n-lib.h>

#define LONGEST_ARGUMENT 200 /* characters */

/* "%s" is the argument. */
static const char *const sentences[SOTAY_FINDING_N_CODES] = {
  [SOTAY_FINDING_UNIT_SUM] = N_("The units below “%s” add up to more people than it has. Check the units of the people there."),
  [SOTAY_FINDING_TABLE_SUM] = N_("The table “%s” does not add up. Open the month again, or tell those who look after the program."),
  [SOTAY_FINDING_SHARE] = N_("A percentage does not follow from its counts: %s. Open the month again, or tell those who look after the program."),
  [SOTAY_FINDING_UTILITY] = N_("The figures of utility %s do not fit the number of trained people. Check what the campaign requires."),
  [SOTAY_FINDING_TWICE] = N_("%s is counted twice, in two units on the same day. Correct the days of the memberships."),
  [SOTAY_FINDING_NO_ATTENDANCE] = N_("Nobody is marked as present in the session “%s”. Take the attendance, or remove the session."),
  [SOTAY_FINDING_NOBODY_DUE] = N_("Nobody had to be trained on the day of the figures. Add the staff, or check the campaign."),
  [SOTAY_FINDING_NO_ISSUER] = N_("The name of the unit is not set. Enter it in the preferences."),
  [SOTAY_FINDING_NO_SYMBOL] = N_("The unit’s symbol for document numbers (UBND in 12/BC-UBND) is not set. Enter it in the preferences."),
  [SOTAY_FINDING_NO_PLACE] = N_("The place that the report is dated at is not set. Enter it in the preferences."),
  [SOTAY_FINDING_NO_ADDRESSEE] = N_("A report to those above names whom it is addressed to. Enter the addressees in the preferences."),
  [SOTAY_FINDING_NO_SIGNER] = N_("The name of who signs is not set. Enter it in the preferences."),
  [SOTAY_FINDING_NO_ROLE] = N_("The role of who signs is not set. Enter it in the preferences."),
  [SOTAY_FINDING_NO_AUTHORITY] = N_("No line such as “TM. …” or “KT. …” stands above the role. That is right only where the head signs in their own right."),
  [SOTAY_FINDING_AUTHORITY_FORM] = N_("“%s” in the block of the signature is not as the decree wants it: in capitals, and with TM., KT., TL., TUQ. or Q. before the authority."),
  [SOTAY_FINDING_NO_ARCHIVE] = N_("The list of recipients does not end with “Lưu: …”. Add it in the preferences."),
  [SOTAY_FINDING_NO_NUMBER] = N_("The report has no number yet. Enter it, or let the clerk write it by hand."),
  [SOTAY_FINDING_NUMBER_FORM] = N_("The number “%s” is not as the decree wants it: like 05/BC-UBND, without spaces and in capitals."),
  [SOTAY_FINDING_DATE_EARLY] = N_("The report is dated before the day of its figures, %s. Change the date of the report."),
  [SOTAY_FINDING_TYPE_FORM] = N_("The kind of the document is not in capitals. Correct the line “@ten-loai” of the template."),
  [SOTAY_FINDING_EMPTY_PART] = N_("The part “%s” says nothing. Write it, or empty it so that the program proposes it again."),
  [SOTAY_FINDING_NOT_CLOSED] = N_("The month is not closed, so its figures may still change. Close it before the report is issued."),
  [SOTAY_FINDING_RUNNING] = N_("The figures do not reach to the end of the month."),
  [SOTAY_FINDING_LATE_CHANGES] = N_("Figures changed in the register after the month was closed: %s. The report keeps those it was closed with; the next one tells the corrections."),
  [SOTAY_FINDING_NOT_TOLD] = N_("Figures of the month before were corrected (%s), and the report does not tell it. Put “[bang-dinh-chinh]” back into the template."),
};

static const struct
{
  const char *part;
  const char *label;
} parts[] = {
  { "chi-dao", N_("Direction and outreach") },
  { "ket-qua", N_("Results") },
  { "kho-khan", N_("Obstacles") },
  { "nhiem-vu", N_("Tasks of the next month") },
  { "de-xuat", N_("Proposals") },
};

const char *
sotay_describe_part (const char *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].part, part))
      return _(parts[i].label);
  return part;
}

/* A name or a number from the register: made valid, one line, and no longer than a person reads. */
static char *
make_harmless (const SotayFinding *finding)
{
  const char *argument = finding->argument != NULL ? finding->argument : _("All units");
  g_autofree char *valid = g_utf8_make_valid (finding->code == SOTAY_FINDING_EMPTY_PART
                                                ? sotay_describe_part (argument) : argument, -1);
  g_autofree char *tidy = sotay_text_tidy (valid);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (tidy, -1) <= LONGEST_ARGUMENT)
    return g_steal_pointer (&tidy);
  start = g_utf8_substring (tidy, 0, LONGEST_ARGUMENT);
  return g_strconcat (start, "…", NULL);
}

char *
sotay_describe_finding (const SotayFinding *finding)
{
  g_autofree char *argument = make_harmless (finding);
  g_auto (GStrv) pieces = g_strsplit (_(sentences[finding->code]), "%s", 2);

  return g_strjoinv (argument, pieces);
}
