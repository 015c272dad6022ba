/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster-private.h"
#include "register/roster-memory.h"
#include "register/roster-subset.h"

#include "core/dates.h"
#include "register/register-error.h"

#include <string.h>

/* The register is read in windows: it is read again when another program changed it between two of them. */
#define MOST_ATTEMPTS 10

typedef struct
{
  SotayStore *store;
  SotayRosterSource *source;
  char *unit_id;
  char *sheet;
  char **map;
  char *memory;
  char **employments;
  gboolean headings_are_people;
} Request;

static void sotay_roster_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayRoster, sotay_roster, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sotay_roster_model_init))

static void
request_free (Request *request)
{
  g_object_unref (request->store);
  sotay_roster_source_unref (request->source);
  g_free (request->unit_id);
  g_free (request->sheet);
  g_strfreev (request->map);
  g_free (request->memory);
  g_strfreev (request->employments);
  g_free (request);
}

static gboolean
refuse (SotayRegisterError code, const char *detail, GError **error)
{
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, (int) code, detail);
  return FALSE;
}

static gboolean
choose_sheet (SotayRosterTable *table, const char *name, GError **error)
{
  guint n_sheets = sotay_roster_table_get_n_sheets (table);

  if (name == NULL)
    return TRUE;
  for (guint i = 0; i < n_sheets; i++)
    if (g_str_equal (sotay_roster_table_get_sheet_name (table, i), name))
      {
        sotay_roster_table_set_sheet (table, i);
        return TRUE;
      }
  return refuse (SOTAY_REGISTER_ERROR_FILE_NO_SHEET, name, error);
}

/* "COLUMN=FIELD"; the heading itself may hold the sign. */
static gboolean
map_column (SotayTableColumns *columns, const char *said, GError **error)
{
  const char *sign = strrchr (said, '=');
  g_autofree char *name = sign != NULL ? g_strndup (said, (gsize) (sign - said)) : NULL;
  int place = name != NULL ? sotay_table_columns_find_named (columns, name) : -1;
  int meaning;

  if (place < 0 || !sotay_column_from_string (sign + 1, &meaning))
    return refuse (SOTAY_REGISTER_ERROR_FILE_NO_COLUMN, said, error);
  /* The birth of men and of women may stand apart, but only where that was found out. */
  for (guint i = 0; meaning != SOTAY_COLUMN_NONE && i < columns->n_columns; i++)
    if (columns->meanings[i] == meaning && meaning != SOTAY_STAFF_BIRTH)
      columns->meanings[i] = SOTAY_COLUMN_NONE;
  columns->meanings[place] = meaning;
  return TRUE;
}

static gboolean
find_columns (SotayRoster *roster, const SotayRosterOptions *options, GError **error)
{
  SotayRosterTable *table = sotay_roster_source_get_table (roster->source);

  roster->columns = sotay_table_columns_find (table);
  roster->found = sotay_table_columns_find (table);
  if (options->memory != NULL && options->map == NULL)
    roster->remembered = sotay_roster_memory_apply (options->memory, roster->columns);
  for (guint i = 0; options->map != NULL && options->map[i] != NULL; i++)
    if (!map_column (roster->columns, options->map[i], error))
      return FALSE;
  if (sotay_table_columns_have_names (roster->columns))
    return TRUE;
  return refuse (SOTAY_REGISTER_ERROR_FILE_NO_HEADER, "", error);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  SotayRosterOptions options = {
    .unit_id = request->unit_id,
    .sheet = request->sheet,
    .map = (const char *const *) request->map,
    .memory = request->memory,
    .employments = (const char *const *) request->employments,
    .headings_are_people = request->headings_are_people,
  };
  SotayRoster *roster = sotay_roster_read (request->store, request->source, &options, cancellable, &error);

  if (roster != NULL)
    g_task_return_pointer (task, roster, g_object_unref);
  else
    g_task_return_error (task, error);
}

static GType
sotay_roster_get_item_type (GListModel *model)
{
  return SOTAY_TYPE_ROSTER_ROW;
}

static guint
sotay_roster_get_n_items (GListModel *model)
{
  return SOTAY_ROSTER (model)->book.items->len;
}

/* Whoever looks at a row looks at the same object, so that all see its decision change. */
static gpointer
sotay_roster_get_item (GListModel *model, guint position)
{
  SotayRoster *self = SOTAY_ROSTER (model);
  SotayRosterRow *row;

  if (position >= self->book.items->len)
    return NULL;
  row = g_hash_table_lookup (self->book.alive, GUINT_TO_POINTER (position));
  if (row != NULL)
    return g_object_ref (row);
  row = sotay_roster_row_new (G_OBJECT (self), &self->book, position);
  g_hash_table_insert (self->book.alive, GUINT_TO_POINTER (position), row);
  return row;
}

static void
sotay_roster_model_init (GListModelInterface *interface)
{
  interface->get_item_type = sotay_roster_get_item_type;
  interface->get_n_items = sotay_roster_get_n_items;
  interface->get_item = sotay_roster_get_item;
}

static void
sotay_roster_finalize (GObject *object)
{
  SotayRoster *self = SOTAY_ROSTER (object);

  g_clear_pointer (&self->source, sotay_roster_source_unref);
  g_clear_pointer (&self->columns, sotay_table_columns_free);
  g_clear_pointer (&self->found, sotay_table_columns_free);
  g_clear_pointer (&self->units, sotay_roster_units_free);
  g_clear_pointer (&self->employments, g_ptr_array_unref);
  sotay_matcher_free (self->matcher);
  g_array_unref (self->book.items);
  g_string_chunk_free (self->text);
  g_hash_table_unref (self->book.alive);
  G_OBJECT_CLASS (sotay_roster_parent_class)->finalize (object);
}

static void
sotay_roster_class_init (SotayRosterClass *class)
{
  G_OBJECT_CLASS (class)->finalize = sotay_roster_finalize;
}

static void
sotay_roster_init (SotayRoster *self)
{
  self->book.today = sotay_date_today ();
  self->matcher = sotay_matcher_new ();
  self->book.items = g_array_new (FALSE, FALSE, sizeof (SotayRosterItem));
  self->text = g_string_chunk_new (1 << 16);
  self->book.alive = g_hash_table_new (NULL, NULL);
}

SotayRosterItem *
sotay_roster_get_row_item (SotayRoster *roster, guint index)
{
  return &g_array_index (roster->book.items, SotayRosterItem, index);
}

/* @changed: (out): whether somebody changed people or units while the register was read */
static SotayRoster *
plan_once (SotayStore *store, SotayRosterSource *source, const SotayRosterOptions *options, gboolean *changed,
           GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayRoster) roster = g_object_new (SOTAY_TYPE_ROSTER, NULL);
  SotayLogMark mark;

  roster->source = sotay_roster_source_ref (source);
  roster->employments = sotay_roster_employments_new (options->employments);
  if (!find_columns (roster, options, error)
      || !sotay_store_mark_log (store, SOTAY_MARK_PEOPLE, &roster->mark, cancellable, error)
      || !sotay_roster_plan (roster, store, options, cancellable, error)
      || !sotay_store_mark_log (store, SOTAY_MARK_PEOPLE, &mark, cancellable, error))
    return NULL;
  *changed = !sotay_log_mark_equal (&mark, &roster->mark);
  return g_steal_pointer (&roster);
}

SotayRoster *
sotay_roster_read (SotayStore *store, SotayRosterSource *source, const SotayRosterOptions *options,
                   GCancellable *cancellable, GError **error)
{
  SotayRosterTable *table = sotay_roster_source_load (source, cancellable, error);

  if (table == NULL || !choose_sheet (table, options->sheet, error))
    return NULL;
  for (guint i = 0; i < MOST_ATTEMPTS; i++)
    {
      gboolean changed = FALSE;
      g_autoptr (SotayRoster) roster = plan_once (store, source, options, &changed, cancellable, error);

      if (roster == NULL || !changed)
        return g_steal_pointer (&roster);
    }
  refuse (SOTAY_REGISTER_ERROR_BUSY, "the register changes all the time", error);
  return NULL;
}

void
sotay_roster_read_async (SotayStore *store, SotayRosterSource *source, const SotayRosterOptions *options,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Request *request = g_new0 (Request, 1);

  request->store = g_object_ref (store);
  request->source = sotay_roster_source_ref (source);
  request->unit_id = g_strdup (options->unit_id);
  request->sheet = g_strdup (options->sheet);
  request->map = g_strdupv ((char **) options->map);
  request->memory = g_strdup (options->memory);
  request->employments = g_strdupv ((char **) options->employments);
  request->headings_are_people = options->headings_are_people;
  g_task_set_source_tag (task, sotay_roster_read_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, read_in_thread);
}

SotayRoster *
sotay_roster_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
sotay_roster_count (SotayRoster *roster, SotayRosterDecision decision)
{
  return roster->book.counts[decision];
}

const SotayTableColumns *
sotay_roster_get_columns (SotayRoster *roster)
{
  return roster->columns;
}

SotayRosterSource *
sotay_roster_get_source (SotayRoster *roster)
{
  return roster->source;
}

gboolean
sotay_roster_was_remembered (SotayRoster *roster)
{
  return roster->remembered;
}

gboolean
sotay_roster_has_headings (SotayRoster *roster)
{
  return roster->has_headings;
}

GPtrArray *
sotay_roster_get_employments (SotayRoster *roster)
{
  return roster->employments;
}

GListModel *
sotay_roster_list (SotayRoster *roster, SotayRosterDecision decision)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < roster->book.items->len; i++)
    if (sotay_roster_get_row_item (roster, i)->decision == decision)
      g_array_append_val (positions, i);
  return sotay_roster_subset_new (G_LIST_MODEL (roster), positions);
}

/* Who a row is about besides itself: somebody in the register, an earlier row, or nobody. */
static gboolean
is_about_same (const SotayKnown *one, const SotayKnown *other)
{
  const char *fields[SOTAY_STAFF_N_FIELDS];

  if (one == NULL || other == NULL)
    return one == other;
  if (one->row != SOTAY_KNOWN_NO_ROW || other->row != SOTAY_KNOWN_NO_ROW)
    return one->row == other->row;
  return g_str_equal (sotay_packed_staff_get (one->packed, fields), sotay_packed_staff_get (other->packed, fields));
}

void
sotay_roster_keep_decisions (SotayRoster *roster, SotayRoster *before)
{
  guint count = MIN (roster->book.items->len, before->book.items->len);

  for (guint i = 0; i < count; i++)
    {
      const SotayRosterItem *old = sotay_roster_get_row_item (before, i);
      const SotayRosterItem *item = sotay_roster_get_row_item (roster, i);
      g_autoptr (SotayRosterRow) row = NULL;

      if (!old->decided || old->number != item->number
          || (old->decision != SOTAY_ROSTER_SKIP && !is_about_same (old->known, item->known)))
        continue;
      row = g_list_model_get_item (G_LIST_MODEL (roster), i);
      sotay_roster_row_set_decision (row, old->decision == SOTAY_ROSTER_UNCHANGED ? SOTAY_ROSTER_UPDATE
                                                                                  : old->decision);
    }
}

void
sotay_roster_keep_columns (SotayRoster *roster, const char *memory)
{
  sotay_roster_memory_keep (memory, roster->found, roster->columns);
}
