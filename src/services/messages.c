/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/messages.h"

#include "catalogue/catalogue-error.h"
#include "core/text.h"
#include "guide/guide-error.h"
#include "register/register-error.h"
#include "reports/report-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define LONGEST_DETAIL 300

static const char *
register_sentence (SotayRegisterError code)
{
  switch (code)
    {
    case SOTAY_REGISTER_ERROR_INVALID:
      return N_("This value cannot be used: %s. Nothing was changed; correct it and try again.");
    case SOTAY_REGISTER_ERROR_NOT_FOUND:
      return N_("There is no such entry in the register: %s. Nothing was changed.");
    case SOTAY_REGISTER_ERROR_CONFLICT:
      return N_("Someone else changed this entry in the meantime, so nothing was changed. Look at it again and repeat the change.");
    case SOTAY_REGISTER_ERROR_OUTDATED:
      return N_("Someone else changed the register in the meantime, so nothing was imported. Look at the list again, then import it.");
    case SOTAY_REGISTER_ERROR_NOT_EMPTY:
      return N_("The unit still holds staff or other units, so it was kept. Move or remove them first.");
    case SOTAY_REGISTER_ERROR_NOTHING:
      return N_("There is nothing to undo or redo.");
    case SOTAY_REGISTER_ERROR_NEWER:
      return N_("The register was written by a newer version of this program and was left untouched. Install the newer version to open it.");
    case SOTAY_REGISTER_ERROR_CORRUPT:
      return N_("The register file is damaged or is not a register, and was left untouched. Put back a backup (in the menu “Backups…”, or with “sotay backup list”), or move the file away to begin a new register.");
    case SOTAY_REGISTER_ERROR_READ_ONLY:
      return N_("The folder of the register cannot be written, so nothing was changed. Ask for the right to write there, or set SOTAY_HOME to another folder.");
    case SOTAY_REGISTER_ERROR_DISK_FULL:
      return N_("The disk is full. The register is as it was before; free some space and try again.");
    case SOTAY_REGISTER_ERROR_DISK_FAILED:
      return N_("The disk could not be read (%s). Nothing was changed. Try again; if it stays so, the disk is failing: copy the folder of the register to another disk, and ask whoever looks after this PC.");
    case SOTAY_REGISTER_ERROR_BUSY:
      return N_("Another program is writing to the register. Nothing was changed; try again in a moment.");
    case SOTAY_REGISTER_ERROR_STORE:
      return N_("The register could not do this (%s). Nothing was changed.");
    case SOTAY_REGISTER_ERROR_ELSEWHERE:
      return N_("The register lies on a network share and is open on another PC (%s), so it was not opened here: two PCs at once would damage it. Close the program there, wait two minutes, and try again.");
    case SOTAY_REGISTER_ERROR_NO_BACKUP:
      return N_("The register could not be backed up first (%s), so nothing was changed. Free some space on the disk and try again.");
    case SOTAY_REGISTER_ERROR_BACKUP_SKIPPED:
      return N_("Today's backup of the register could not be made (%s). Changes are saved without it; free some space on the disk, then make a backup by hand.");
    case SOTAY_REGISTER_ERROR_BACKUP_MISSING:
      return N_("There is no such backup: %s. Nothing was changed.");
    case SOTAY_REGISTER_ERROR_BACKUP_DAMAGED:
      return N_("This backup is damaged (%s) and was not put back. Nothing was changed; choose another backup.");
    case SOTAY_REGISTER_ERROR_BACKUP_NEWER:
      return N_("This backup was made by a newer version of this program. Nothing was changed; install the newer version, or choose an older backup.");
    case SOTAY_REGISTER_ERROR_FILE_MISSING:
      return N_("The file cannot be read: %s. Nothing was imported.");
    case SOTAY_REGISTER_ERROR_FILE_WRITE:
      return N_("The file cannot be written: %s. Nothing was exported; close the file if another program has it open, or choose another folder.");
    case SOTAY_REGISTER_ERROR_FILE_EMPTY:
      return N_("The file is empty. Nothing was imported; choose a list with a heading row and people below it.");
    case SOTAY_REGISTER_ERROR_FILE_TOO_LARGE:
      return N_("The file is too large for a staff list (%s). Nothing was imported; check that it is the right file.");
    case SOTAY_REGISTER_ERROR_FILE_BINARY:
      return N_("This file is not a table. Nothing was imported; choose an Excel file (.xlsx), an OpenDocument file (.ods) or a CSV file.");
    case SOTAY_REGISTER_ERROR_FILE_ENCODING:
      return N_("The letters of this file cannot be read (%s). Nothing was imported; in Excel, save the list as a workbook (.xlsx) and choose that file.");
    case SOTAY_REGISTER_ERROR_FILE_NO_HEADER:
      return N_("No heading row with a column “Họ và tên” was found. Nothing was imported; add a heading row above the names.");
    case SOTAY_REGISTER_ERROR_FILE_OLD:
      return N_("This file is a table of an older kind. Nothing was imported; open it in Excel, save it as a workbook (.xlsx) and choose that file.");
    case SOTAY_REGISTER_ERROR_FILE_PROTECTED:
      return N_("This file wants a password. Nothing was imported; open it in Excel, take the password off, save it and choose it again.");
    case SOTAY_REGISTER_ERROR_FILE_DAMAGED:
      return N_("This file is damaged (%s). Nothing was imported; open it in Excel, save it under another name and choose that file, or ask for it again.");
    case SOTAY_REGISTER_ERROR_FILE_NO_SHEET:
      return N_("The file has no sheet of this name: %s. Nothing was imported.");
    case SOTAY_REGISTER_ERROR_FILE_NO_COLUMN:
      return N_("The list has no such column, or a column cannot hold this: %s. Nothing was imported.");
    default:
      return NULL;
    }
}

static const char *
report_sentence (SotayReportError code)
{
  switch (code)
    {
    case SOTAY_REPORT_ERROR_TEMPLATE:
      return N_("The template cannot be used; the place is: %s. Nothing was written. Correct that line, or take the file out of the folder of templates to use the built-in one.");
    case SOTAY_REPORT_ERROR_TEMPLATE_UNKNOWN:
      return N_("The template names something that this document does not have: %s. Nothing was written. Correct that line, or take the file out of the folder of templates to use the built-in one.");
    case SOTAY_REPORT_ERROR_TEMPLATE_UNREADABLE:
      return N_("The template cannot be read: %s. Nothing was written. Close it if another program has it open, or take it out of the folder of templates to use the built-in one.");
    case SOTAY_REPORT_ERROR_FROZEN:
      return N_("The figures of a closed month cannot be read: %s. Nothing was written. Open that month again and close it anew, or take a backup back.");
    case SOTAY_REPORT_ERROR_UNTRAINED:
      return N_("%s has not completed the training yet, so no certificate was written. Record the training first, or write a confirmation.");
    default:
      return NULL;
    }
}

/* What the programs call a field; the register knows it by its name in records. */
static const char *
field_label (const char *field)
{
  static const struct
  {
    const char *field;
    const char *label;
  } labels[] = {
    { "name", N_("Name (1 to 200 characters)") },
    { "parent_id", N_("The unit above it (one that has not ended)") },
    { "unit_id", N_("Unit (one that is open on that day, and has not ended)") },
    { "birth", N_("Year or day of birth") },
    { "position", N_("Position") },
    { "code", N_("Staff code") },
    { "phone", N_("Telephone") },
    { "level", N_("Level of the VNeID account") },
    { "joined_on", N_("Joined on (a transfer or an end comes after that day)") },
    { "left_on", N_("Left on (after the day of joining)") },
    { "trained_on", N_("Trained on (today or earlier)") },
    { "passed_on", N_("Passed on (today or earlier, and only with a training day)") },
    { "note", N_("Note") },
    { "remark", N_("Remark (at most 1,000 characters)") },
    { "reason", N_("Reason (at most 1,000 characters)") },
    { "opened_on", N_("First day of the unit") },
    { "closed_on", N_("Day of the end (after the first day, and only once)") },
    { "successor_id", N_("The unit that follows (open on that day, and not below this one)") },
    { "title", N_("Title (1 to 200 characters)") },
    { "day", N_("Day (a real one, and not still to come for what has been done)") },
    { "starts_at", N_("Start (a time such as 08:00)") },
    { "ends_at", N_("End (a time after the start)") },
    { "minutes", N_("Minutes (1 to 999 for each utility, such as U1=5,U10=12)") },
    { "series_id", N_("The session that it repeats (another one)") },
    { "place", N_("Place or form (one of them is needed)") },
    { "reached", N_("People reached (0 to 10,000,000)") },
    { "text", N_("Text (it cannot be empty)") },
    { "made_on", N_("Day on which it was made (today or earlier)") },
    { "sent_to", N_("To whom it was sent") },
    { "sent_on", N_("Day of sending (from the day it was made until today)") },
    { "solved_on", N_("Day of solving (from the day it was made until today)") },
    { "deadline", N_("Deadline") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].field, field))
      return _(labels[i].label);
  return field;
}

static const char *
guide_sentence (SotayGuideError code)
{
  switch (code)
    {
    case SOTAY_GUIDE_ERROR_ADDRESS:
      return N_("This is not a web address: %s. Nothing was downloaded; correct the address and try again.");
    case SOTAY_GUIDE_ERROR_NETWORK:
      return N_("This PC has no network. Nothing was changed; connect it, or import the manual from a USB stick.");
    case SOTAY_GUIDE_ERROR_NAME:
      return N_("The server %s was not found. Nothing was changed; check the network and the address.");
    case SOTAY_GUIDE_ERROR_REFUSED:
      return N_("The server does not answer (%s). Nothing was changed; try again later, or import the manual from a USB stick.");
    case SOTAY_GUIDE_ERROR_CONNECTION:
      return N_("The line broke, or something on the way to the server answered wrongly (%s). What was on this PC is unchanged. Try again: the download goes on where it stood, if the server allows it.");
    case SOTAY_GUIDE_ERROR_PROXY:
      return N_("The proxy of this network wants a password or refuses the address (%s). Nothing was changed; ask whoever looks after the network, or import the manual from a USB stick.");
    case SOTAY_GUIDE_ERROR_PORTAL:
      return N_("This network wants you to sign in before it lets anything through. Nothing was changed; open any page in the web browser, sign in there, and try again.");
    case SOTAY_GUIDE_ERROR_TLS:
      return N_("The server could not prove that it is the right one (%s). Nothing was downloaded; check this PC's date, and ask whoever looks after the network.");
    case SOTAY_GUIDE_ERROR_TIMEOUT:
      return N_("The line has stood still for too long (%s). What was on this PC is unchanged. Try again: the download goes on where it stood, if the server allows it.");
    case SOTAY_GUIDE_ERROR_BUSY:
      return N_("The server is busy or out of order (%s), also after several attempts. What was on this PC is unchanged; try again later, or import the manual from a USB stick.");
    case SOTAY_GUIDE_ERROR_FORBIDDEN:
      return N_("The server does not give the manual to everyone (%s). Nothing was changed; ask for the right address, or import the manual from a USB stick.");
    case SOTAY_GUIDE_ERROR_GONE:
      return N_("There is no manual at this address any more (%s). Nothing was changed; ask for the new address and enter it here.");
    case SOTAY_GUIDE_ERROR_RANGE:
      return N_("The server contradicts itself about the size of the manual (%s). Nothing was changed; try again later.");
    case SOTAY_GUIDE_ERROR_STATUS:
      return N_("The server cannot give the manual now (%s). Nothing was changed; try again later.");
    case SOTAY_GUIDE_ERROR_REDIRECT:
      return N_("The address leads astray (%s). Nothing was downloaded; check the address.");
    case SOTAY_GUIDE_ERROR_DOWNGRADE:
      return N_("The server sends on to an address without protection, where anyone on the way could change the manual (%s). Nothing was downloaded; ask for the right address.");
    case SOTAY_GUIDE_ERROR_WEB_PAGE:
      return N_("A web page came instead of the manual. Nothing was changed; perhaps this network wants you to sign in first, or the manual has moved.");
    case SOTAY_GUIDE_ERROR_NOT_PDF:
      return N_("This file is not a PDF. Nothing was changed; check that it is the manual.");
    case SOTAY_GUIDE_ERROR_PACKED:
      return N_("The server or a proxy sends the manual packed (%s), though it was asked for as it is. Nothing was changed; ask whoever looks after the network, or import the manual from a USB stick.");
    case SOTAY_GUIDE_ERROR_TRUNCATED:
      return N_("The line broke before the manual was complete (%s). What was on this PC is unchanged. Try again: the download goes on where it stood, if the server allows it.");
    case SOTAY_GUIDE_ERROR_TOO_LARGE:
      return N_("The file is larger than a manual can be (%s). Nothing was changed; check the address.");
    case SOTAY_GUIDE_ERROR_DAMAGED:
      return N_("The PDF is damaged and cannot be read. Nothing was changed; get it again.");
    case SOTAY_GUIDE_ERROR_ENCRYPTED:
      return N_("The PDF asks for a password. Nothing was changed; ask for a copy without one.");
    case SOTAY_GUIDE_ERROR_NO_PAGES:
      return N_("The PDF has no pages. Nothing was changed; get it again.");
    case SOTAY_GUIDE_ERROR_DISK_FULL:
      return N_("The disk is full (%s). Nothing was changed; free some space and try again.");
    case SOTAY_GUIDE_ERROR_FILE:
      return N_("A file cannot be read or written: %s. Nothing was changed.");
    case SOTAY_GUIDE_ERROR_READ_BACK:
      return N_("The USB stick or disk gives back something else than was written to it (%s). The manual on this PC is unharmed; use another stick.");
    case SOTAY_GUIDE_ERROR_NOT_FOUND:
      return N_("There is no such copy of the manual on this PC: %s. Nothing was changed.");
    case SOTAY_GUIDE_ERROR_SPOILT:
      return N_("This copy is no longer what was downloaded (%s): the disk may be failing. Nothing was changed; get the manual again, or use another copy.");
    case SOTAY_GUIDE_ERROR_NO_COPY:
      return N_("There is no copy of the manual on this PC yet. Download it, or import it from a USB stick.");
    case SOTAY_GUIDE_ERROR_HELPER:
      return N_("The program that reads PDFs did not work (%s). Nothing was changed; install this program again.");
    case SOTAY_GUIDE_ERROR_PAGE:
      return N_("This page cannot be shown (%s). The other pages can; get the manual again if you need this one.");
    case SOTAY_GUIDE_ERROR_HANDOUT:
      return N_("The hand-out could not start (%s). Choose another network, or connect this PC to the network again.");
    case SOTAY_GUIDE_ERROR_HANDOUT_NETWORK:
      return N_("This PC is on no network that phones can join. Connect it to the room's Wi-Fi, or turn on the hotspot of a phone and connect this PC to it.");
    case SOTAY_GUIDE_ERROR_HANDOUT_LOST:
      return N_("The network of the hand-out went away, so it has stopped. What phones have got, they keep; connect this PC again and start once more.");
    case SOTAY_GUIDE_ERROR_HANDOUT_CHECK:
      return N_("This PC itself does not get the file from the hand-out (%s). Stop it and start it again; if that does not help, choose another network.");
    default:
      return NULL;
    }
}

static const char *
catalogue_sentence (SotayCatalogueError code)
{
  switch (code)
    {
    case SOTAY_CATALOGUE_ERROR_MISSING:
      return N_("A file of the content folder cannot be read: %s. The built-in content is shown.");
    case SOTAY_CATALOGUE_ERROR_SYNTAX:
      return N_("A file of the content folder is not written correctly: %s. The built-in content is shown.");
    case SOTAY_CATALOGUE_ERROR_SCHEMA:
      return N_("The content folder does not keep the rules: %s. The built-in content is shown.");
    case SOTAY_CATALOGUE_ERROR_NEWER:
      return N_("The content folder is for a newer version of this program: %s. The built-in content is shown.");
    default:
      return NULL;
    }
}

static const char *
sentence (const GError *error)
{
  if (error->domain == SOTAY_REGISTER_ERROR)
    return register_sentence (error->code);
  if (error->domain == SOTAY_GUIDE_ERROR)
    return guide_sentence (error->code);
  if (error->domain == SOTAY_CATALOGUE_ERROR)
    return catalogue_sentence (error->code);
  if (error->domain == SOTAY_REPORT_ERROR)
    return report_sentence (error->code);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return N_("Cancelled. Nothing was changed.");
  return NULL;
}

/* A detail may be the words of a stranger's server or file: made valid, one line, without signs that steer a terminal,
 * and no longer than a person reads. */
static char *
harmless (const char *detail)
{
  g_autofree char *valid = g_utf8_make_valid (detail, -1);
  g_autofree char *tidy = sotay_text_tidy (valid);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (tidy, -1) <= LONGEST_DETAIL)
    return g_steal_pointer (&tidy);
  start = g_utf8_substring (tidy, 0, LONGEST_DETAIL);
  return g_strconcat (start, "…", NULL);
}

char *
sotay_describe_error (const GError *error)
{
  const char *known = sentence (error);
  gboolean is_field = g_error_matches (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
  g_autofree char *detail = harmless (is_field ? field_label (error->message) : error->message);
  g_auto (GStrv) parts = NULL;

  if (known == NULL)
    return g_strdup_printf (_("This did not work: %s"), detail);
  /* The detail is put in by hand: a translation must not be able to make a format string that crashes. */
  parts = g_strsplit (_(known), "%s", 2);
  return g_strjoinv (detail, parts);
}

char *
sotay_describe_pause (const GError *reason, guint seconds)
{
  gboolean busy = g_error_matches (reason, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_BUSY);
  g_autofree char *detail = harmless (reason->message);
  g_autofree char *what = busy ? g_strdup_printf (_("The server is busy (%s)."), detail)
                               : g_strdup (_("The line broke."));
  g_autofree char *next = g_strdup_printf (ngettext ("Next attempt in %u second…", "Next attempt in %u seconds…",
                                                     seconds), seconds);

  return g_strdup_printf ("%s %s", what, next);
}

char *
sotay_describe_step (SotayStep *step)
{
  const char *subject = sotay_step_get_subject (step);
  guint n = sotay_step_get_n_entries (step);
  /* One of several people, in the history of that one, has no name here. */
  gboolean is_one = n == 1 && *subject != '\0';

  switch (sotay_step_get_kind (step))
    {
    case SOTAY_STEP_ADD_UNIT:
      return g_strdup_printf (_("Unit added: %s"), subject);
    case SOTAY_STEP_RENAME_UNIT:
      return g_strdup_printf (_("Unit renamed: %s"), subject);
    case SOTAY_STEP_MOVE_UNIT:
      return g_strdup_printf (_("Unit moved: %s"), subject);
    case SOTAY_STEP_REMOVE_UNIT:
      return g_strdup_printf (_("Unit removed: %s"), subject);
    case SOTAY_STEP_ADD_STAFF:
      return g_strdup_printf (_("Person added: %s"), subject);
    case SOTAY_STEP_EDIT_STAFF:
      return is_one ? g_strdup_printf (_("Person changed: %s"), subject)
                    : g_strdup_printf (ngettext ("%u person changed", "%u people changed", n), n);
    case SOTAY_STEP_REMOVE_STAFF:
      return is_one ? g_strdup_printf (_("Person removed: %s"), subject)
                    : g_strdup_printf (ngettext ("%u person removed", "%u people removed", n), n);
    case SOTAY_STEP_MARK_TRAINED:
      return is_one ? g_strdup_printf (_("Marked as trained: %s"), subject)
                    : g_strdup_printf (ngettext ("%u person marked as trained", "%u people marked as trained", n), n);
    case SOTAY_STEP_UNMARK_TRAINED:
      return is_one ? g_strdup_printf (_("Training mark taken away: %s"), subject)
                    : g_strdup_printf (ngettext ("Training mark taken away from %u person",
                                                 "Training mark taken away from %u people", n), n);
    case SOTAY_STEP_IMPORT_STAFF:
      return g_strdup_printf (ngettext ("%u entry imported from %s", "%u entries imported from %s", n), n, subject);
    case SOTAY_STEP_TRANSFER_STAFF:
      return is_one ? g_strdup_printf (_("Person transferred: %s"), subject) : g_strdup (_("People transferred"));
    case SOTAY_STEP_END_UNIT:
      return g_strdup_printf (_("Unit ended: %s"), subject);
    case SOTAY_STEP_ADD_SESSION:
      return g_strdup_printf (_("Session added: %s"), subject);
    case SOTAY_STEP_EDIT_SESSION:
      return g_strdup_printf (_("Session changed: %s"), subject);
    case SOTAY_STEP_REMOVE_SESSION:
      return g_strdup_printf (_("Session removed: %s"), subject);
    case SOTAY_STEP_RECORD_ATTENDANCE:
      return g_strdup_printf (ngettext ("Attendance of %u person: %s", "Attendance of %u people: %s", n), n, subject);
    case SOTAY_STEP_RECORD_PRACTICE:
      return g_strdup_printf (ngettext ("%u practice mark changed", "%u practice marks changed", n), n);
    case SOTAY_STEP_CHANGE_CAMPAIGN:
      return g_strdup (_("What counts as trained was changed"));
    case SOTAY_STEP_ADD_OUTREACH:
      return g_strdup_printf (_("Outreach added: %s"), subject);
    case SOTAY_STEP_EDIT_OUTREACH:
      return g_strdup_printf (_("Outreach changed: %s"), subject);
    case SOTAY_STEP_REMOVE_OUTREACH:
      return g_strdup_printf (_("Outreach removed: %s"), subject);
    case SOTAY_STEP_ADD_FEEDBACK:
      return g_strdup_printf (_("Obstacle or proposal added: %s"), subject);
    case SOTAY_STEP_EDIT_FEEDBACK:
      return g_strdup_printf (_("Obstacle or proposal changed: %s"), subject);
    case SOTAY_STEP_REMOVE_FEEDBACK:
      return g_strdup_printf (_("Obstacle or proposal removed: %s"), subject);
    case SOTAY_STEP_ANONYMISE_STAFF:
      return g_strdup (_("Personal data of someone who left was erased for good"));
    case SOTAY_STEP_ADD_SAMPLE:
      return g_strdup (_("Sample register added"));
    case SOTAY_STEP_REMOVE_SAMPLE:
      return g_strdup (_("Sample register taken away"));
    case SOTAY_STEP_EDIT_MONTHLY:
      return g_strdup_printf (_("Report of month %s edited"), subject);
    case SOTAY_STEP_CLOSE_MONTHLY:
      return g_strdup_printf (_("Month %s closed"), subject);
    case SOTAY_STEP_SEND_MONTHLY:
      return g_strdup_printf (_("Report of month %s sent"), subject);
    case SOTAY_STEP_REOPEN_MONTHLY:
      return g_strdup_printf (_("Month %s opened again"), subject);
    default:
      return g_strdup (subject);
    }
}

const char *
sotay_describe_cause (SotayBackupCause cause)
{
  switch (cause)
    {
    case SOTAY_BACKUP_BY_HAND:
      return _("made by hand");
    case SOTAY_BACKUP_DAILY:
      return _("daily");
    case SOTAY_BACKUP_BEFORE_IMPORT:
      return _("before an import");
    case SOTAY_BACKUP_BEFORE_MIGRATION:
      return _("before a new version of the program");
    case SOTAY_BACKUP_BEFORE_RESTORE:
      return _("before a backup was put back");
    case SOTAY_BACKUP_DAMAGED:
      return _("a damaged register, put aside");
    default:
      return "";
    }
}

const char *
sotay_describe_reason (SotayRosterReason reason)
{
  switch (reason)
    {
    case SOTAY_ROSTER_REASON_NO_NAME:
      return _("no name");
    case SOTAY_ROSTER_REASON_BAD_NAME:
      return _("the name has no letters, holds a quotation mark or is longer than 200 characters");
    case SOTAY_ROSTER_REASON_NO_PERSON:
      return _("a heading or a signature, not a person");
    case SOTAY_ROSTER_REASON_BAD_BIRTH:
      return _("the birth date cannot be read");
    case SOTAY_ROSTER_REASON_BAD_DATE:
      return _("the day of training or passing cannot be read or is still to come, or the training day is missing");
    case SOTAY_ROSTER_REASON_BAD_SERVICE:
      return _("the day of joining or leaving cannot be read, or leaving is not after joining");
    case SOTAY_ROSTER_REASON_BAD_LEVEL:
      return _("the account level is not 1 or 2");
    case SOTAY_ROSTER_REASON_TOO_LONG:
      return _("a cell is too long");
    case SOTAY_ROSTER_REASON_NO_UNIT:
      return _("no unit in the row, and none chosen");
    case SOTAY_ROSTER_REASON_UNIT_ENDED:
      return _("the unit has ended: name the one that came after it");
    case SOTAY_ROSTER_REASON_NAMESAKE:
      return _("someone of this name is in the register: the same person?");
    case SOTAY_ROSTER_REASON_TWICE:
      return _("this person stands in the file twice");
    case SOTAY_ROSTER_REASON_NO_DAY:
      return _("trained, but the row names no day: taken without the training mark");
    case SOTAY_ROSTER_REASON_DOUBT:
      return _("something is not certain: is this right?");
    default:
      return "";
    }
}

/* What was made of a cell, or why it is not certain. */
static const char *
describe_note (SotayRosterNote note)
{
  switch (note)
    {
    case SOTAY_ROSTER_NOTE_PHONE:
      return _("the telephone number got its leading zero back");
    case SOTAY_ROSTER_NOTE_CODE:
      return _("the staff code was written with an exponent and is shown in full");
    case SOTAY_ROSTER_NOTE_SERIAL:
      return _("a date stood there as a number of days, as Excel counts them");
    case SOTAY_ROSTER_NOTE_CENTURY:
      return _("the year had two digits");
    case SOTAY_ROSTER_NOTE_MONTH_FIRST:
      return _("the month stood before the day");
    case SOTAY_ROSTER_NOTE_YEAR_TAKEN:
      return _("of the birth only the year is kept");
    case SOTAY_ROSTER_NOTE_FIRST_DAY:
      return _("only a year or a month was given: its first day was taken");
    case SOTAY_ROSTER_NOTE_EMPLOYMENT:
      return _("the kind of employment is not known: left empty");
    case SOTAY_ROSTER_NOTE_ACTIVATED:
      return _("whether the account is activated is not clear: left empty");
    case SOTAY_ROSTER_NOTE_DOUBT_PHONE:
      return _("the telephone number does not look right");
    case SOTAY_ROSTER_NOTE_DOUBT_CODE:
      return _("the staff code may have lost digits");
    case SOTAY_ROSTER_NOTE_DOUBT_DATE:
      return _("day and month may be the other way round");
    default:
      return "";
    }
}

char *
sotay_describe_row (SotayRosterRow *row)
{
  SotayRosterReason reason = sotay_roster_row_get_reason (row);
  guint notes = sotay_roster_row_get_notes (row);
  GString *text = g_string_new (NULL);

  /* What is doubtful says itself what it is. */
  if (reason != SOTAY_ROSTER_REASON_DOUBT)
    g_string_append (text, sotay_describe_reason (reason));
  for (guint i = 0; i < SOTAY_ROSTER_NOTE_N; i++)
    if ((notes & SOTAY_ROSTER_NOTE_BIT (i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", describe_note (i));
  return g_string_free (text, FALSE);
}
