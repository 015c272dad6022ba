/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster-reader.h"

#include "core/dates.h"
#include "core/text.h"
#include "core/uuid.h"
#include "register/columns.h"
#include "register/csv-file.h"
#include "register/register-error.h"
#include "register/unit.h"

#include <string.h>

#define MOST_ROWS 200000
#define MOST_LETTERHEAD_ROWS 50
#define DIGITS "0123456789"

typedef struct
{
  SotayColumns columns;
  guint n_rows; /* seen so far, the letterhead included */
  char *name_heading;
  gboolean numbered; /* a row with a number in the column STT was seen */
  GDate today;
  GPtrArray *lines;
  GCancellable *cancellable;
  GError *error;
} Reader;

static const char *
get (Reader *reader, const char *const *fields, guint column)
{
  const char *text = sotay_columns_get (&reader->columns, fields, column);

  return g_str_equal (text, "-") ? "" : text;
}

static gboolean
is_any (const char *text, const char *const *words)
{
  g_autofree char *folded = sotay_text_fold (text);

  return g_strv_contains (words, folded);
}

static gboolean
has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static gboolean
is_number (const char *text)
{
  gsize digits = strspn (text, DIGITS);

  return digits > 0 && strspn (text + digits, ".)") == strlen (text + digits);
}

/* Below the header many forms number the columns: "1 2 3", "(1) (2) (3)", "A B 1 2". */
static gboolean
is_column_number (const char *field)
{
  gsize start = strspn (field, "(");
  gsize digits = strspn (field + start, DIGITS);

  const char *rest = field + start + digits;

  return *field == '\0' || (digits > 0 && digits <= 2 && strspn (rest, ")") == strlen (rest))
         || (strlen (field) == 1 && g_ascii_isupper (*field));
}

static gboolean
numbers_columns (const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    if (!is_column_number (fields[i]))
      return FALSE;
  return TRUE;
}

/* "Tổng số: 25". Without accents it could be the beginning of a name ("Tống Công Danh"), so nothing may follow then. */
static gboolean
is_total (const char *text)
{
  static const char *const accented[] = { "tổng số", "tổng cộng", "tổng:", "cộng:" };
  static const char *const bare[] = { "tong so", "tong cong", "tong", "cong", "total", "tổng", "cộng" };
  g_autofree char *lower = sotay_text_fold_case (text);

  for (guint i = 0; i < G_N_ELEMENTS (accented); i++)
    if (g_str_has_prefix (lower, accented[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (bare); i++)
    if (g_str_has_prefix (lower, bare[i]) && !has_letter (lower + strlen (bare[i])))
      return TRUE;
  return FALSE;
}

static gboolean
is_total_row (Reader *reader, const char *const *fields, const char *name)
{
  if (is_total (name))
    return TRUE;
  for (guint i = 0; fields[i] != NULL; i++)
    if (*fields[i] != '\0')
      return is_total (fields[i]);
  return FALSE;
}

/* Whether the row says anything about a person besides the name. */
static gboolean
says_more (Reader *reader, const char *const *fields)
{
  for (guint i = SOTAY_STAFF_BIRTH; i < SOTAY_STAFF_N_FIELDS; i++)
    if (*get (reader, fields, i) != '\0')
      return TRUE;
  return *get (reader, fields, SOTAY_COLUMN_UNIT_NAME) != '\0';
}

/* "I. Lãnh đạo", "B. Khối Đảng". */
static gboolean
is_group_heading (const char *name)
{
  gsize numeral = strspn (name, "IVX");

  if (numeral == 0 && g_ascii_isalpha (*name))
    numeral = 1;
  return numeral > 0 && (name[numeral] == '.' || name[numeral] == ')');
}

/* Headings between groups of rows ("I. Lãnh đạo") and the lines of those who sign. */
static gboolean
is_no_person (Reader *reader, const char *const *fields, const char *name)
{
  static const char *const signatures[] = { "nguoi lap", "thu truong", "nguoi duyet", "ky ghi ro", "(ky",
                                            "ky ten",    "xac nhan",   "noi nhan",    "ngay ",     "lap bang" };
  const char *order = get (reader, fields, SOTAY_COLUMN_ORDER);
  g_autofree char *folded = sotay_text_fold (name);

  if (says_more (reader, fields))
    return FALSE;
  if (*order != '\0' ? !is_number (order) : reader->numbered || is_group_heading (name))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (g_str_has_prefix (folded, signatures[i]))
      return TRUE;
  return FALSE;
}

static SotayRosterReason
check_name (Reader *reader, const char *const *fields, const char *name)
{
  if (*name == '\0')
    return SOTAY_ROSTER_REASON_NO_NAME;
  if (g_utf8_strlen (name, -1) > SOTAY_LONGEST_NAME || !has_letter (name) || strchr (name, '"') != NULL)
    return SOTAY_ROSTER_REASON_BAD_NAME;
  if (is_no_person (reader, fields, name))
    return SOTAY_ROSTER_REASON_NO_PERSON;
  return SOTAY_ROSTER_REASON_NONE;
}

/* Returns FALSE when @text cannot be a date. */
static gboolean
read_date (Reader *reader, const char *text, char **iso)
{
  static const char *const empty[] = { "", "chua", "khong", "no", NULL };
  GDate date;

  *iso = NULL;
  if (is_any (text, empty))
    return TRUE;
  if (!sotay_date_parse (text, &reader->today, &date))
    return FALSE;
  *iso = sotay_date_to_iso (&date);
  return TRUE;
}

/* "1", "02", "Mức độ 2", "mức 1", "chưa có". */
static gboolean
read_level (const char *text, const char **level)
{
  static const char *const empty[] = { "", "chua ro", "khong ro", "unknown", NULL };
  static const char *const none[] = { "chua", "chua co", "khong", "khong co", "no", "none", NULL };
  g_autofree char *folded = sotay_text_fold (text);
  gsize letters = strcspn (folded, DIGITS);
  g_autofree char *number = g_strndup (folded + letters, strspn (folded + letters, DIGITS));
  const char *rest = folded + letters + strlen (number);

  *level = NULL;
  if (g_strv_contains (empty, folded))
    return TRUE;
  if (g_strv_contains (none, folded))
    *level = "3";
  else if (g_str_equal (number, "1") || g_str_equal (number, "01"))
    *level = "1";
  else if (g_str_equal (number, "2") || g_str_equal (number, "02"))
    *level = "2";
  return *level != NULL && strcspn (rest, DIGITS) == strlen (rest);
}

/* A column "Đã tập huấn" is often ticked instead of dated. */
static gboolean
is_undated (Reader *reader, const char *const *fields)
{
  static const char *const ticks[] = { "x", "co", "roi", "da", "da tap huan", "yes", "v", "✓", "✔", NULL };

  return is_any (get (reader, fields, SOTAY_STAFF_TRAINED_ON), ticks);
}

static gboolean
put_date (Reader *reader, const char *const *fields, SotayStaffField field, char **values)
{
  if (field == SOTAY_STAFF_TRAINED_ON && is_undated (reader, fields))
    return TRUE;
  return read_date (reader, get (reader, fields, field), &values[field]);
}

static gboolean
put_birth (Reader *reader, const char *const *fields, char **values)
{
  const char *text = get (reader, fields, SOTAY_STAFF_BIRTH);

  if (*text == '\0')
    return TRUE;
  values[SOTAY_STAFF_BIRTH] = sotay_birth_parse (text, &reader->today);
  return values[SOTAY_STAFF_BIRTH] != NULL;
}

static gboolean
put_texts (Reader *reader, const char *const *fields, char **values)
{
  static const SotayStaffField texts[] = {
    SOTAY_STAFF_POSITION,
    SOTAY_STAFF_CODE,
    SOTAY_STAFF_PHONE,
    SOTAY_STAFF_NOTE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = get (reader, fields, texts[i]);

      if (g_utf8_strlen (text, -1) > SOTAY_CSV_LONGEST_FIELD)
        return FALSE;
      values[texts[i]] = g_strdup (text);
    }
  return g_utf8_strlen (get (reader, fields, SOTAY_COLUMN_UNIT_NAME), -1) <= SOTAY_LONGEST_NAME;
}

static SotayRosterReason
read_values (Reader *reader, const char *const *fields, char **values)
{
  const char *level;

  if (!put_texts (reader, fields, values))
    return SOTAY_ROSTER_REASON_TOO_LONG;
  if (!put_birth (reader, fields, values))
    return SOTAY_ROSTER_REASON_BAD_BIRTH;
  if (!read_level (get (reader, fields, SOTAY_STAFF_LEVEL), &level))
    return SOTAY_ROSTER_REASON_BAD_LEVEL;
  values[SOTAY_STAFF_LEVEL] = g_strdup (level);
  for (guint i = SOTAY_STAFF_JOINED_ON; i <= SOTAY_STAFF_PASSED_ON; i++)
    if (!put_date (reader, fields, i, values))
      return i <= SOTAY_STAFF_LEFT_ON ? SOTAY_ROSTER_REASON_BAD_SERVICE : SOTAY_ROSTER_REASON_BAD_DATE;
  return SOTAY_ROSTER_REASON_NONE;
}

/* The person of the row; of a row that is rejected, what was read until then. */
static SotayStaff *
read_person (Reader *reader, const char *const *fields, const char *name, SotayRosterReason *reason)
{
  g_autofree char *id = sotay_uuid_new ();
  char *values[SOTAY_STAFF_N_FIELDS] = { NULL };
  SotayStaff *staff;

  values[SOTAY_STAFF_NAME] = g_strdup (name);
  if (*reason == SOTAY_ROSTER_REASON_NONE)
    *reason = read_values (reader, fields, values);
  staff = sotay_staff_restore (id, (const char *const *) values);
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    g_free (values[i]);
  return staff;
}

static void
read_row (Reader *reader, guint number, const char *const *fields, const char *name)
{
  SotayRosterLine *line = g_new0 (SotayRosterLine, 1);
  const char *unit_name = get (reader, fields, SOTAY_COLUMN_UNIT_NAME);

  line->number = number;
  line->undated = is_undated (reader, fields);
  line->reason = check_name (reader, fields, name);
  if (*name != '\0')
    line->staff = read_person (reader, fields, name, &line->reason);
  if (*unit_name != '\0')
    line->unit_name = g_strdup (unit_name);
  reader->numbered |= is_number (get (reader, fields, SOTAY_COLUMN_ORDER));
  g_ptr_array_add (reader->lines, line);
}

/* Whether the row below the header is about nobody and needs no mention. */
static gboolean
is_silent (Reader *reader, const char *const *fields, const char *name)
{
  g_autofree char *folded = sotay_text_fold (name);

  if (reader->lines->len == 0 && numbers_columns (fields))
    return TRUE;
  if (is_total_row (reader, fields, name))
    return TRUE;
  if (*name != '\0')
    return g_str_equal (folded, reader->name_heading); /* the header again, on a new page */
  /* A number, a birth or a code without a name is someone whose name is missing; words alone are a signature. */
  return !is_number (get (reader, fields, SOTAY_COLUMN_ORDER))
         && strpbrk (get (reader, fields, SOTAY_STAFF_BIRTH), DIGITS) == NULL
         && *get (reader, fields, SOTAY_STAFF_CODE) == '\0';
}

static gboolean
row_cb (guint number, const char *const *fields, gpointer data)
{
  Reader *reader = data;
  g_autofree char *name = NULL;

  if (g_cancellable_set_error_if_cancelled (reader->cancellable, &reader->error))
    return FALSE;
  if (reader->name_heading == NULL)
    {
      if (!sotay_columns_recognize (&reader->columns, fields))
        return ++reader->n_rows < MOST_LETTERHEAD_ROWS;
      name = sotay_columns_dup_name (&reader->columns, fields);
      reader->name_heading = sotay_text_fold (name);
      return TRUE;
    }
  name = sotay_columns_dup_name (&reader->columns, fields);
  if (is_silent (reader, fields, name))
    return TRUE;
  if (reader->lines->len == MOST_ROWS)
    {
      g_set_error (&reader->error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_TOO_LARGE, "> %d", MOST_ROWS);
      return FALSE;
    }
  read_row (reader, number, fields, name);
  return TRUE;
}

static gboolean
probe_cb (guint number, const char *const *fields, gpointer data)
{
  Reader *reader = data;

  if (sotay_columns_recognize (&reader->columns, fields))
    return FALSE;
  reader->columns.n_known = 0;
  return ++reader->n_rows < MOST_LETTERHEAD_ROWS;
}

/* The delimiter with which the header row says most. */
static char
find_delimiter (const GString *text)
{
  static const char delimiters[] = { ',', ';', '\t' };
  guint most = 0;
  char found = '\0';

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      Reader reader = { .n_rows = 0 };

      sotay_csv_parse (text, delimiters[i], probe_cb, &reader);
      if (reader.columns.n_known > most)
        found = delimiters[i];
      most = MAX (most, reader.columns.n_known);
    }
  return found;
}

void
sotay_roster_line_free (SotayRosterLine *line)
{
  g_clear_object (&line->staff);
  g_free (line->unit_name);
  g_free (line);
}

GPtrArray *
sotay_roster_read_text (const GString *text, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_roster_line_free);
  Reader reader = { .lines = lines, .today = sotay_date_today (), .cancellable = cancellable };
  char delimiter = find_delimiter (text);

  if (delimiter == '\0')
    {
      g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_NO_HEADER, "");
      return NULL;
    }
  sotay_csv_parse (text, delimiter, row_cb, &reader);
  g_free (reader.name_heading);
  if (reader.error == NULL)
    return g_steal_pointer (&lines);
  g_propagate_error (error, reader.error);
  return NULL;
}
