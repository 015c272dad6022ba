/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person did in one go: the unit of the change log, of undo and of redo. */
#pragma once

#include "register/staff.h"
#include "register/unit.h"

G_BEGIN_DECLS

/**
 * SotayChange:
 * @kind: what @id names
 * @id: the entry
 * @before: (nullable): its record before, `a{ss}`; %NULL when the change adds it
 * @after: (nullable): its record after; %NULL when the change removes it
 */
typedef struct
{
  SotayRecordKind kind;
  char *id;
  GVariant *before;
  GVariant *after;
} SotayChange;

/**
 * SotayAdditionFunc:
 * @index: which of the people
 * @fields: (out) (array length=SOTAY_STAFF_N_FIELDS): their fields, each nullable; they live as long as @data
 *
 * Tells who is added. Is called in any thread.
 */
typedef void (*SotayAdditionFunc) (gpointer data, guint index, const char **fields);

typedef enum
{
  SOTAY_STEP_ADD_UNIT,
  SOTAY_STEP_RENAME_UNIT,
  SOTAY_STEP_MOVE_UNIT,
  SOTAY_STEP_REMOVE_UNIT,
  SOTAY_STEP_ADD_STAFF,
  SOTAY_STEP_EDIT_STAFF,
  SOTAY_STEP_REMOVE_STAFF,
  SOTAY_STEP_MARK_TRAINED,
  SOTAY_STEP_UNMARK_TRAINED,
  SOTAY_STEP_IMPORT_STAFF,
  SOTAY_STEP_TRANSFER_STAFF,
  SOTAY_STEP_END_UNIT,
  SOTAY_STEP_ADD_SESSION,
  SOTAY_STEP_EDIT_SESSION,
  SOTAY_STEP_REMOVE_SESSION,
  SOTAY_STEP_RECORD_ATTENDANCE,
  SOTAY_STEP_RECORD_PRACTICE,
  SOTAY_STEP_CHANGE_CAMPAIGN,
  SOTAY_STEP_ADD_OUTREACH,
  SOTAY_STEP_EDIT_OUTREACH,
  SOTAY_STEP_REMOVE_OUTREACH,
  SOTAY_STEP_ADD_FEEDBACK,
  SOTAY_STEP_EDIT_FEEDBACK,
  SOTAY_STEP_REMOVE_FEEDBACK,
  SOTAY_STEP_ANONYMISE_STAFF, /* cannot be undone; holds no changes */
  SOTAY_STEP_ADD_SAMPLE,
  SOTAY_STEP_REMOVE_SAMPLE,
  SOTAY_STEP_EDIT_MONTHLY,
  SOTAY_STEP_CLOSE_MONTHLY,
  SOTAY_STEP_SEND_MONTHLY,
  SOTAY_STEP_REOPEN_MONTHLY,
} SotayStepKind;

typedef enum
{
  SOTAY_STEP_DONE,
  SOTAY_STEP_UNDONE,
  SOTAY_STEP_DROPPED, /* undone, and another step was made since: can no longer be redone */
} SotayStepState;

typedef enum
{
  SOTAY_MARK_PEOPLE, /* the steps that change people or units */
  SOTAY_MARK_ALL,
} SotayMarkScope;

/**
 * SotayLogMark:
 * @scope: the steps that are looked at
 * @newest: the number of the newest of these, whatever became of it; 0 when there is none
 * @time: its time
 * @done: the number of the newest of these that is done and could be undone; 0 when there is none
 *
 * Where the log stands. When two are equal, nothing of @scope was done, undone, redone or put back in between.
 */
typedef struct
{
  SotayMarkScope scope;
  gint64 newest;
  gint64 time;
  gint64 done;
} SotayLogMark;

#define SOTAY_TYPE_STEP (sotay_step_get_type ())
G_DECLARE_FINAL_TYPE (SotayStep, sotay_step, SOTAY, STEP, GObject)

/**
 * sotay_step_new:
 * @kind: what was done
 * @subject: what it was done to, in words: a name, or a file's name
 *
 * Returns: (transfer full): a step without changes
 */
SotayStep *sotay_step_new (SotayStepKind kind, const char *subject);

/**
 * sotay_step_restore:
 *
 * For stores: a step read back from the log.
 *
 * Returns: (transfer full): the step
 */
SotayStep *sotay_step_restore (gint64 number, gint64 time, SotayStepKind kind, const char *subject,
                               SotayStepState state, guint n_entries);

/**
 * sotay_step_add:
 * @before: (nullable): record before, floating references are sunk
 * @after: (nullable): record after
 *
 * Adds a change; one with equal records is left out.
 */
void sotay_step_add (SotayStep *step, SotayRecordKind kind, const char *id, GVariant *before, GVariant *after);

/**
 * sotay_step_expect:
 * @mark: where the log stood before what the step is made from was read
 *
 * The step is right only as long as the log stands there: a store refuses it afterwards.
 */
void sotay_step_expect (SotayStep *step, const SotayLogMark *mark);

const SotayLogMark *sotay_step_get_expected (SotayStep *step); /* (nullable): of sotay_step_expect() */

/**
 * sotay_log_mark_equal:
 *
 * Returns: whether the log stands where it stood
 */
gboolean sotay_log_mark_equal (const SotayLogMark *a, const SotayLogMark *b);

/**
 * sotay_step_set_logged:
 *
 * For stores: the step's place in the log and its time, once it was applied.
 */
void sotay_step_set_logged (SotayStep *step, gint64 number, gint64 time);

/**
 * sotay_step_set_state:
 *
 * For stores: the state after an undo or a redo.
 */
void sotay_step_set_state (SotayStep *step, SotayStepState state);

/**
 * sotay_step_take:
 * @before: (nullable) (transfer full): record before
 * @after: (nullable) (transfer full): record after
 *
 * Like sotay_step_add(), for records that were made for it.
 */
void sotay_step_take (SotayStep *step, SotayRecordKind kind, const char *id, GVariant *before, GVariant *after);

/**
 * sotay_step_set_additions:
 * @count: how many people
 * @func: tells who they are
 * @data: for @func
 * @destroy: (nullable): frees @data
 *
 * Adds very many new people besides the changes, after them. The store gives them their ids, and logs them together: a
 * step that is read back has them among its changes.
 */
void sotay_step_set_additions (SotayStep *step, guint count, SotayAdditionFunc func, gpointer data,
                               GDestroyNotify destroy);

guint sotay_step_get_n_additions (SotayStep *step); /* of sotay_step_set_additions(); 0 when it was read back */

/**
 * sotay_step_get_addition:
 * @index: which of the people
 * @fields: (out) (array length=SOTAY_STAFF_N_FIELDS): their fields, see #SotayAdditionFunc
 */
void sotay_step_get_addition (SotayStep *step, guint index, const char **fields);

/**
 * sotay_step_is_empty:
 *
 * Returns: whether a step that was made has nothing to do
 */
gboolean sotay_step_is_empty (SotayStep *step);

SotayStepKind sotay_step_get_kind (SotayStep *step);
const char *sotay_step_get_subject (SotayStep *step);
SotayStepState sotay_step_get_state (SotayStep *step);
gint64 sotay_step_get_number (SotayStep *step);  /* place in the log; 0 before it was applied */
gint64 sotay_step_get_time (SotayStep *step);    /* µs since 1970 (UTC); 0 before it was applied */

/**
 * sotay_step_get_n_entries:
 *
 * Returns: how many entries it changes, known without its changes; when there are people or units among them only these
 *   count, and not what belongs to them
 */
guint sotay_step_get_n_entries (SotayStep *step);
GPtrArray *sotay_step_get_changes (SotayStep *step); /* (element-type SotayChange): empty in a listing */

const char *sotay_step_kind_to_string (SotayStepKind kind);                      /* "add-unit" … */
gboolean sotay_step_kind_from_string (const char *text, SotayStepKind *kind);

G_END_DECLS
