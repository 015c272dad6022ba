/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the register is kept. An abstract base: the stores behind it (register/sqlite, later postgres) are siblings. */
#pragma once

#include <gio/gio.h>

#include "core/advance.h"
#include "register/contents.h"
#include "register/month-sums.h"
#include "register/staff-query.h"
#include "register/staff-standing.h"
#include "register/step.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_STORE (sotay_store_get_type ())
/**
 * SotayStore:
 *
 * A store opens itself at its first use, so every operation may answer %SOTAY_REGISTER_ERROR_NEWER, _CORRUPT,
 * _READ_ONLY, _DISK_FULL or _BUSY; then nothing was changed, and the next operation tries again.
 *
 * Every operation comes as a blocking function, for the command line, tests and tasks of their own, and, where the
 * window asks for it, as `_async`/`_finish`: those run on the store's one worker in the order in which they were asked.
 *
 * Signal "changed": emitted in the main context in which the store was made, after this or another process changed
 * the register (within a second).
 */
G_DECLARE_DERIVABLE_TYPE (SotayStore, sotay_store, SOTAY, STORE, GObject)

/**
 * SotayTally:
 * @unit_id: the unit
 * @due: staff of the unit itself (not of units below) who had to be trained
 * @trained: of these, trained
 * @passed: of these, passed
 */
typedef struct
{
  char *unit_id;
  guint due;
  guint trained;
  guint passed;
} SotayTally;

void sotay_tally_free (SotayTally *tally);

/**
 * SotayTrendPoint:
 *
 * The three numbers on a day.
 */
typedef struct
{
  GDate day;
  guint due;
  guint trained;
  guint passed;
} SotayTrendPoint;

/**
 * SotayStoreClass:
 *
 * The virtual functions block, are called by one thread at a time (the base class sees to it), and report neutral
 * errors only.
 */
struct _SotayStoreClass
{
  GObjectClass parent_class;

  gboolean (*apply) (SotayStore *store, SotayStep *step, GCancellable *cancellable, GError **error);
  SotayStep *(*undo) (SotayStore *store, gint64 expected, GCancellable *cancellable, GError **error);
  SotayStep *(*redo) (SotayStore *store, GCancellable *cancellable, GError **error);
  gboolean (*mark_log) (SotayStore *store, SotayMarkScope scope, SotayLogMark *mark, GCancellable *cancellable,
                        GError **error);
  GPtrArray *(*list_steps) (SotayStore *store, guint limit, GCancellable *cancellable, GError **error);
  SotayStep *(*get_step) (SotayStore *store, gint64 number, guint limit, GCancellable *cancellable, GError **error);
  GPtrArray *(*list_units) (SotayStore *store, GCancellable *cancellable, GError **error);
  gint64 (*count_staff) (SotayStore *store, SotayStaffQuery *query, GCancellable *cancellable, GError **error);
  GPtrArray *(*list_staff) (SotayStore *store, SotayStaffQuery *query, guint offset, guint limit,
                            GCancellable *cancellable, GError **error);
  GPtrArray *(*get_staff) (SotayStore *store, const char *const *ids, GCancellable *cancellable, GError **error);
  GPtrArray *(*list_records) (SotayStore *store, SotayRecordKind kind, int field, const char *const *values,
                              GCancellable *cancellable, GError **error);
  GPtrArray *(*list_history) (SotayStore *store, const char *id, GCancellable *cancellable, GError **error);
  GPtrArray *(*tally) (SotayStore *store, const GDate *day, GCancellable *cancellable, GError **error);
  GArray *(*list_trend) (SotayStore *store, const char *unit_id, const GDate *last, guint n_months,
                         GCancellable *cancellable, GError **error);
  GPtrArray *(*list_unit_months) (SotayStore *store, const GDate *last, guint n_months, GCancellable *cancellable,
                                  GError **error);
  GPtrArray *(*sum_months) (SotayStore *store, const char *unit_id, GArray *spans, GCancellable *cancellable,
                            GError **error);
  SotayStaffStanding *(*explain_staff) (SotayStore *store, const char *id, GCancellable *cancellable, GError **error);
  gboolean (*anonymise_staff) (SotayStore *store, const char *id, const char *name, GCancellable *cancellable,
                               GError **error);
  char *(*check) (SotayStore *store, GCancellable *cancellable, GError **error);
  gboolean (*copy_to) (SotayStore *store, const char *path, const SotayAdvance *advance, GCancellable *cancellable,
                       GError **error);
  gboolean (*restore) (SotayStore *store, const char *path, const char *aside, const SotayAdvance *advance,
                       GCancellable *cancellable, GError **error);
  SotayContents *(*look_inside) (SotayStore *store, const char *path, SotayLook look, GCancellable *cancellable,
                                 GError **error);

  /* Whether another process changed the register since this was asked last; %FALSE on error. */
  gboolean (*was_changed) (SotayStore *store);
};

/**
 * sotay_store_apply:
 * @step: its changes; on success its number and time are set
 * @error: also %SOTAY_REGISTER_ERROR_CONFLICT when an entry is no longer as the step's "before" says, and
 *   %SOTAY_REGISTER_ERROR_OUTDATED when the log stands no longer where the step expects it, see sotay_step_expect()
 *
 * Does all the changes of @step or none, and writes them to the log. Steps undone before can then no longer be redone.
 * A step without changes succeeds and leaves no entry.
 *
 * Returns: whether it was done
 */
gboolean sotay_store_apply (SotayStore *store, SotayStep *step, GCancellable *cancellable, GError **error);
void sotay_store_apply_async (SotayStore *store, SotayStep *step, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data);
gboolean sotay_store_apply_finish (SotayStore *store, GAsyncResult *result, GError **error);

/**
 * sotay_store_undo, sotay_store_redo:
 * @expected: the number of the step to take back, or 0 for the newest, whichever it is
 * @error: also %SOTAY_REGISTER_ERROR_CONFLICT when another step than @expected is the newest by now; then nothing was
 *   changed
 *
 * Takes the newest done step back, or does the one undone last again; also after a restart.
 *
 * Returns: (transfer full) (nullable): the step, or %NULL with %SOTAY_REGISTER_ERROR_NOTHING
 */
SotayStep *sotay_store_undo (SotayStore *store, gint64 expected, GCancellable *cancellable, GError **error);
void sotay_store_undo_async (SotayStore *store, gint64 expected, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
SotayStep *sotay_store_undo_finish (SotayStore *store, GAsyncResult *result, GError **error);
SotayStep *sotay_store_redo (SotayStore *store, GCancellable *cancellable, GError **error);
void sotay_store_redo_async (SotayStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
SotayStep *sotay_store_redo_finish (SotayStore *store, GAsyncResult *result, GError **error);

/**
 * sotay_store_mark_log:
 * @scope: the steps that matter
 * @mark: (out): where the log stands
 *
 * For what is read in several turns: another program may change the register between them. It did not when the log
 * stands at the end where it stood at the beginning.
 *
 * Returns: whether @mark is set
 */
gboolean sotay_store_mark_log (SotayStore *store, SotayMarkScope scope, SotayLogMark *mark, GCancellable *cancellable,
                               GError **error);

/**
 * sotay_store_list_steps:
 * @limit: at most so many; 0 for all
 *
 * Returns: (transfer full) (element-type SotayStep) (nullable): the log, newest first, without the changes themselves
 */
GPtrArray *sotay_store_list_steps (SotayStore *store, guint limit, GCancellable *cancellable, GError **error);

/**
 * sotay_store_get_step:
 * @number: its place in the log
 * @limit: at most so many of its changes; 0 for all
 * @error: %SOTAY_REGISTER_ERROR_NOT_FOUND when there is no such step
 *
 * Returns: (transfer full) (nullable): the step with its changes
 */
SotayStep *sotay_store_get_step (SotayStore *store, gint64 number, guint limit, GCancellable *cancellable,
                                 GError **error);

/**
 * sotay_store_list_units:
 *
 * Returns: (transfer full) (element-type SotayUnit) (nullable): all units in Vietnamese order of their names
 */
GPtrArray *sotay_store_list_units (SotayStore *store, GCancellable *cancellable, GError **error);
void sotay_store_list_units_async (SotayStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer data);
GPtrArray *sotay_store_list_units_finish (SotayStore *store, GAsyncResult *result, GError **error);

/**
 * sotay_store_count_staff:
 *
 * Returns: how many people @query finds; -1 on error
 */
gint64 sotay_store_count_staff (SotayStore *store, SotayStaffQuery *query, GCancellable *cancellable, GError **error);
void sotay_store_count_staff_async (SotayStore *store, SotayStaffQuery *query, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer data);
gint64 sotay_store_count_staff_finish (SotayStore *store, GAsyncResult *result, GError **error);

/**
 * sotay_store_list_staff:
 * @offset: leave out so many
 * @limit: at most so many; 0 for all
 *
 * Returns: (transfer full) (element-type SotayStaff) (nullable): people of @query by given name
 */
GPtrArray *sotay_store_list_staff (SotayStore *store, SotayStaffQuery *query, guint offset, guint limit,
                                   GCancellable *cancellable, GError **error);
void sotay_store_list_staff_async (SotayStore *store, SotayStaffQuery *query, guint offset, guint limit,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *sotay_store_list_staff_finish (SotayStore *store, GAsyncResult *result, GError **error);

/**
 * sotay_store_get_staff:
 * @ids: (array zero-terminated=1): ids
 * @error: %SOTAY_REGISTER_ERROR_NOT_FOUND with the id as its message when one is not there
 *
 * Returns: (transfer full) (element-type SotayStaff) (nullable): these people in the order of @ids
 */
GPtrArray *sotay_store_get_staff (SotayStore *store, const char *const *ids, GCancellable *cancellable, GError **error);

#define SOTAY_STORE_BY_ID -2

/**
 * sotay_store_list_records:
 * @kind: any kind but staff; sotay_store_list_units() gives all units as what they are, this a few by their ids
 * @field: a field of the kind, %SOTAY_STORE_BY_ID for the ids, or -1 for all records
 * @values: (nullable) (array zero-terminated=1): the values that @field may have; ignored when @field is -1
 *
 * Returns: (transfer full) (element-type SotayRecord) (nullable): the records, one value after the other; of each by
 *   their day (newest last), then by id
 */
GPtrArray *sotay_store_list_records (SotayStore *store, SotayRecordKind kind, int field, const char *const *values,
                                     GCancellable *cancellable, GError **error);
void sotay_store_list_records_async (SotayStore *store, SotayRecordKind kind, int field, const char *const *values,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *sotay_store_list_records_finish (SotayStore *store, GAsyncResult *result, GError **error);

/**
 * sotay_store_list_belongings:
 * @ids: (array zero-terminated=1): ids of people and of units
 *
 * What the register holds besides of these people (former memberships, attendance, practice) and of these units
 * (sessions, outreach, feedback, former memberships of people who are elsewhere now): what edit.h needs to remove them
 * or to end a unit.
 *
 * Returns: (transfer full) (element-type SotayRecord) (nullable): the records, each once
 */
GPtrArray *sotay_store_list_belongings (SotayStore *store, const char *const *ids, GCancellable *cancellable,
                                        GError **error);

/**
 * sotay_store_list_history:
 * @id: the id of a person, a unit, a session …
 *
 * What was done to one entry: of a person also the memberships, the attendance and the practice.
 *
 * Returns: (transfer full) (element-type SotayStep) (nullable): the steps that touched it, newest first, each holding
 *   the changes of this entry only
 */
GPtrArray *sotay_store_list_history (SotayStore *store, const char *id, GCancellable *cancellable, GError **error);
void sotay_store_list_history_async (SotayStore *store, const char *id, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);
GPtrArray *sotay_store_list_history_finish (SotayStore *store, GAsyncResult *result, GError **error);

/**
 * sotay_store_tally:
 * @day: figures as they stood on this day
 *
 * Returns: (transfer full) (element-type SotayTally) (nullable): one for each unit that has staff
 */
GPtrArray *sotay_store_tally (SotayStore *store, const GDate *day, GCancellable *cancellable, GError **error);
void sotay_store_tally_async (SotayStore *store, const GDate *day, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data);
GPtrArray *sotay_store_tally_finish (SotayStore *store, GAsyncResult *result, GError **error);

/**
 * sotay_store_list_trend:
 * @unit_id: (nullable): a unit, with the units below it; %NULL for everyone
 * @last: the last day
 * @n_months: how many points, at least 1
 *
 * The figures at the end of each month, then on @last: exactly what sotay_store_tally() gives on these days.
 *
 * Returns: (transfer full) (element-type SotayTrendPoint) (nullable): the points, oldest first
 */
GArray *sotay_store_list_trend (SotayStore *store, const char *unit_id, const GDate *last, guint n_months,
                                GCancellable *cancellable, GError **error);
void sotay_store_list_trend_async (SotayStore *store, const char *unit_id, const GDate *last, guint n_months,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GArray *sotay_store_list_trend_finish (SotayStore *store, GAsyncResult *result, GError **error);

/**
 * sotay_store_list_unit_months:
 * @last: the last day
 * @n_months: how many months, at least 1
 *
 * The figures of each unit at the end of each month, then on @last: exactly what sotay_store_tally() gives on these
 * days, in one pass.
 *
 * Returns: (transfer full) (element-type SotayUnitMonths) (nullable): one for each unit in which somebody counted
 */
GPtrArray *sotay_store_list_unit_months (SotayStore *store, const GDate *last, guint n_months,
                                         GCancellable *cancellable, GError **error);

/**
 * sotay_store_sum_months:
 * @unit_id: (nullable): sessions held by this unit and those below, and the people in them; %NULL: all
 * @spans: (element-type SotayMonthSpan): the months
 *
 * Returns: (transfer full) (element-type SotayMonthSums) (nullable): one for each of @spans
 */
GPtrArray *sotay_store_sum_months (SotayStore *store, const char *unit_id, GArray *spans, GCancellable *cancellable,
                                   GError **error);

/**
 * sotay_store_explain_staff:
 * @id: a person
 *
 * Returns: (transfer full) (nullable): why the person counts as trained and as passed, or does not
 */
SotayStaffStanding *sotay_store_explain_staff (SotayStore *store, const char *id, GCancellable *cancellable,
                                               GError **error);
void sotay_store_explain_staff_async (SotayStore *store, const char *id, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer data);
SotayStaffStanding *sotay_store_explain_staff_finish (SotayStore *store, GAsyncResult *result, GError **error);

/**
 * sotay_store_anonymise_staff:
 * @id: a person who has left
 * @name: what stands in place of the name, in the person's language ("Người đã rời đơn vị"); a short number follows it
 * @error: %SOTAY_REGISTER_ERROR_INVALID "left_on" for someone who has not left by today
 *
 * Takes the person out of the register for good: name, birth, position, code, phone, note, reason and remarks are
 * overwritten in the row, in the search, in the whole log and in every free page of the file. What the figures are
 * made of stays, so no figure of any day changes. It cannot be undone; steps made before and after still can. The log
 * keeps that it was done, and no name. Backups made before still hold the person.
 *
 * When it fails after the person is gone (a full disk while the file is cleaned), doing it again cleans the file.
 *
 * Returns: whether nothing of the person is left
 */
gboolean sotay_store_anonymise_staff (SotayStore *store, const char *id, const char *name, GCancellable *cancellable,
                                      GError **error);
void sotay_store_anonymise_staff_async (SotayStore *store, const char *id, const char *name, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer data);
gboolean sotay_store_anonymise_staff_finish (SotayStore *store, GAsyncResult *result, GError **error);

/**
 * sotay_store_check:
 *
 * Looks through the whole store for damage.
 *
 * Returns: (transfer full) (nullable): what the store is, in a line ("SQLite 3.40.1, schema 1, integrity ok"), or
 *   %NULL with an error when something is wrong
 */
char *sotay_store_check (SotayStore *store, GCancellable *cancellable, GError **error);

/**
 * sotay_store_copy_to:
 * @path: a file, in a folder that is there
 * @advance: (nullable): who is told how far it is
 *
 * Writes the whole register as it stands at one moment, readable by this user only; @path is there when it is complete
 * and on the disk, else not at all. Reading and writing by other programs goes on meanwhile.
 *
 * Returns: whether the copy stands there
 */
gboolean sotay_store_copy_to (SotayStore *store, const char *path, const SotayAdvance *advance,
                              GCancellable *cancellable, GError **error);

/**
 * sotay_store_restore:
 * @path: a copy made by sotay_store_copy_to(), by this or by an older version of the program
 * @aside: a file that is not there yet: where the bytes of a register go that is too damaged to be opened
 * @advance: (nullable): who is told how far it is
 * @error: %SOTAY_REGISTER_ERROR_BACKUP_DAMAGED or _BACKUP_NEWER when the copy cannot be used
 *
 * Puts the content of a copy in the place of the register's, all of it or nothing, once the copy was found whole.
 * Programs that have the register open see the new content.
 *
 * Returns: whether it was done
 */
gboolean sotay_store_restore (SotayStore *store, const char *path, const char *aside, const SotayAdvance *advance,
                              GCancellable *cancellable, GError **error);

/**
 * sotay_store_look_inside:
 * @path: (nullable): a copy, which is not changed by this; %NULL for the register itself
 * @look: how closely
 * @error: as sotay_store_restore()
 *
 * Returns: (transfer full) (nullable): what it holds
 */
SotayContents *sotay_store_look_inside (SotayStore *store, const char *path, SotayLook look,
                                        GCancellable *cancellable, GError **error);

/**
 * SotayStoreGuard:
 * @step: (nullable): the step that is to be applied; %NULL for an undo, a redo, or the erasing of a person
 * @error: why the change must not be made
 *
 * Asked before each change, by the thread that makes it. It may call the store.
 *
 * Returns: whether the change may be made
 */
typedef gboolean (*SotayStoreGuard) (SotayStore *store, SotayStep *step, gpointer data, GError **error);

/**
 * sotay_store_set_guard:
 * @free_func: frees @data together with the store: its worker may ask until then
 *
 * To be called once, before the first change.
 */
void sotay_store_set_guard (SotayStore *store, SotayStoreGuard func, gpointer data, GDestroyNotify free_func);

/**
 * sotay_store_look_for_changes:
 *
 * For stores: something hints that another process changed the register. Asks the store on the worker, and emits
 * "changed" when it is so. May be called from any thread.
 */
void sotay_store_look_for_changes (SotayStore *store);

/**
 * sotay_store_get_context:
 *
 * Returns: (transfer none): the main context in which the store was made
 */
GMainContext *sotay_store_get_context (SotayStore *store);

G_END_DECLS
