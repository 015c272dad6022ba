/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list for signature, the minutes and the plan of a session. */
#include "reports/document-draft.h"

#include "core/dates.h"
#include "register/attendance.h"
#include "register/register-error.h"
#include "register/session.h"

#include <string.h>

#define SIGNING_MILLIMETRES 9 /* the height of a row in which someone signs by hand */

/* The people of one session, by given name, with what is noted of them. */
typedef struct
{
  SotayDocumentDraft *draft;
  SotayRecord *session;
  GPtrArray *staff;       /* SotayStaff */
  GHashTable *attendance; /* person's id → SotayRecord */
  guint n_with[SOTAY_ATTENDANCE_STATUS_N];
} Session;

static const char *const values[] = {
  "don-vi",   "so-ky-hieu", "dia-danh-ngay", "lop",    "ngay-hoc", "thoi-gian",      "dia-diem",     "hinh-thuc",
  "giang-vien", "noi-dung", "tai-lieu",      "ghi-chu", "tong-so", "co-mat",         "den-muon",     "vang",
  "vang-co-ly-do", "ty-le-co-mat", "da-diem-danh", NULL,
};
static const char *const blocks[] = { "bang-tham-gia", "bang-vang", "danh-sach-noi-dung", NULL };
static const char *const parts[] = { NULL };

const SotayTemplateNames sotay_document_session_names = { values, blocks, parts };

static const char *const status_words[] = {
  [SOTAY_ATTENDANCE_PRESENT] = "Có mặt",
  [SOTAY_ATTENDANCE_LATE] = "Đến muộn",
  [SOTAY_ATTENDANCE_EXCUSED] = "Vắng có lý do",
  [SOTAY_ATTENDANCE_ABSENT] = "Vắng",
};

static void
session_clear (Session *session)
{
  g_clear_object (&session->session);
  g_clear_pointer (&session->staff, g_ptr_array_unref);
  g_clear_pointer (&session->attendance, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Session, session_clear)

static const char *
get (Session *session, guint field)
{
  return sotay_record_get (session->session, field);
}

/* Returns FALSE when nothing is said yet. */
static gboolean
get_status (Session *session, SotayStaff *staff, SotayAttendanceStatus *status)
{
  SotayRecord *record = g_hash_table_lookup (session->attendance, sotay_staff_get_id (staff));
  const char *word = sotay_record_get (record, SOTAY_ATTENDANCE_STATUS);

  return word != NULL && sotay_attendance_status_from_string (word, status);
}

static gboolean
read_session (Session *session, GError **error)
{
  SotayDocumentDraft *draft = session->draft;
  const char *ids[] = { draft->request->id, NULL };
  g_autoptr (GPtrArray) found = sotay_store_list_records (draft->store, SOTAY_RECORD_SESSION, SOTAY_STORE_BY_ID, ids,
                                                          draft->cancellable, error);

  if (found == NULL)
    return FALSE;
  if (found->len == 0)
    {
      g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND, draft->request->id);
      return FALSE;
    }
  session->session = g_object_ref (found->pdata[0]);
  return TRUE;
}

static gboolean
read_people (Session *session, GError **error)
{
  SotayDocumentDraft *draft = session->draft;
  const char *ids[] = { draft->request->id, NULL };
  g_autoptr (GPtrArray) attendance = sotay_store_list_records (draft->store, SOTAY_RECORD_ATTENDANCE,
                                                               SOTAY_ATTENDANCE_SESSION_ID, ids, draft->cancellable,
                                                               error);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  if (attendance == NULL)
    return FALSE;
  session->attendance = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < attendance->len; i++)
    {
      const char *id = sotay_record_get (attendance->pdata[i], SOTAY_ATTENDANCE_STAFF_ID);

      g_ptr_array_add (people, (char *) id);
      g_hash_table_insert (session->attendance, (char *) id, g_object_ref (attendance->pdata[i]));
    }
  g_ptr_array_add (people, NULL);
  session->staff = sotay_store_get_staff (draft->store, (const char *const *) people->pdata, draft->cancellable, error);
  if (session->staff == NULL)
    return FALSE;
  sotay_document_sort_staff (session->staff);
  return TRUE;
}

static void
count (Session *session)
{
  SotayAttendanceStatus status;

  for (guint i = 0; i < session->staff->len; i++)
    if (get_status (session, session->staff->pdata[i], &status))
      session->n_with[status]++;
}

/* "08:00" → "08 giờ 00" */
static char *
tell_clock (Session *session, guint field)
{
  const char *clock = get (session, field);
  g_auto (GStrv) pieces = clock != NULL ? g_strsplit (clock, ":", 2) : NULL;

  return pieces != NULL ? g_strjoinv (" giờ ", pieces) : NULL;
}

/* "từ 08 giờ 00 đến 11 giờ 30, ngày 05 tháng 3 năm 2024" */
static char *
tell_time (Session *session)
{
  g_autofree char *from = tell_clock (session, SOTAY_SESSION_STARTS_AT);
  g_autofree char *until = tell_clock (session, SOTAY_SESSION_ENDS_AT);
  g_autofree char *day = NULL;
  GDate date;

  if (!sotay_date_parse_iso (get (session, SOTAY_SESSION_DAY), &date))
    return g_strdup (get (session, SOTAY_SESSION_DAY));
  day = sotay_date_format_long (&date);
  if (from == NULL)
    return g_steal_pointer (&day);
  return until != NULL ? g_strdup_printf ("từ %s đến %s, %s", from, until, day)
                       : g_strdup_printf ("từ %s, %s", from, day);
}

static const char *
tell_form (Session *session)
{
  SotaySessionForm form;
  const char *word = get (session, SOTAY_SESSION_FORM);

  if (word == NULL || !sotay_session_form_from_string (word, &form))
    return NULL;
  return form == SOTAY_SESSION_ONLINE ? "trực tuyến" : "trực tiếp";
}

/* The names of a few; of all or of many, how many they are. */
static char *
tell_utilities (Session *session)
{
  guint set = sotay_session_get_utilities (session->session);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    if (set & 1u << i)
      {
        g_string_append_printf (text, "%s%s", n > 0 ? "; " : "", session->draft->request->utilities[i].title);
        n++;
      }
  return n > 4 ? g_strdup_printf ("%02u tiện ích của ứng dụng VNeID", n)
               : g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_words (Session *session)
{
  SotayTemplateFiller *filler = session->draft->filler;
  g_autofree char *time = tell_time (session);
  g_autofree char *utilities = tell_utilities (session);
  const char *documents = get (session, SOTAY_SESSION_DOCUMENTS);
  g_auto (GStrv) lines = g_strsplit (documents != NULL ? documents : "", "\n", -1);
  g_autofree char *listed = g_strjoinv ("; ", lines);
  GDate day;

  sotay_template_filler_set_text (filler, "lop", get (session, SOTAY_SESSION_TITLE));
  sotay_template_filler_set_text (filler, "thoi-gian", time);
  sotay_template_filler_set_text (filler, "dia-diem", get (session, SOTAY_SESSION_PLACE));
  sotay_template_filler_set_text (filler, "hinh-thuc", tell_form (session));
  sotay_template_filler_set_text (filler, "giang-vien", get (session, SOTAY_SESSION_TRAINER));
  sotay_template_filler_set_text (filler, "noi-dung", utilities);
  sotay_template_filler_set_text (filler, "tai-lieu", listed);
  sotay_template_filler_set_text (filler, "ghi-chu", get (session, SOTAY_SESSION_NOTE));
  if (sotay_date_parse_iso (get (session, SOTAY_SESSION_DAY), &day))
    {
      g_autofree char *text = sotay_date_format_long (&day);

      sotay_template_filler_set_text (filler, "ngay-hoc", text);
    }
}

static void
add_count (Session *session, const char *name, gint64 number)
{
  sotay_template_filler_add_figure (session->draft->filler, sotay_report_figure_new_count (name, number, NULL, NULL));
}

static void
set_counts (Session *session)
{
  guint present = session->n_with[SOTAY_ATTENDANCE_PRESENT] + session->n_with[SOTAY_ATTENDANCE_LATE];
  guint absent = session->n_with[SOTAY_ATTENDANCE_EXCUSED] + session->n_with[SOTAY_ATTENDANCE_ABSENT];

  add_count (session, "tong-so", session->staff->len);
  add_count (session, "co-mat", present);
  add_count (session, "den-muon", session->n_with[SOTAY_ATTENDANCE_LATE]);
  add_count (session, "vang", absent);
  add_count (session, "vang-co-ly-do", session->n_with[SOTAY_ATTENDANCE_EXCUSED]);
  add_count (session, "da-diem-danh", present + absent);
  sotay_template_filler_add_figure (session->draft->filler, sotay_report_figure_new_share ("ty-le-co-mat", present,
                                                                                    session->staff->len, NULL, NULL));
}

static char *
tell_note (Session *session, SotayStaff *staff)
{
  SotayRecord *record = g_hash_table_lookup (session->attendance, sotay_staff_get_id (staff));
  const char *remark = sotay_record_get (record, SOTAY_ATTENDANCE_REMARK);
  SotayAttendanceStatus status;

  if (!get_status (session, staff, &status) || status == SOTAY_ATTENDANCE_PRESENT)
    return g_strdup (remark);
  return remark != NULL ? g_strdup_printf ("%s: %s", status_words[status], remark) : g_strdup (status_words[status]);
}

static void
add_person (Session *session, SotayReportTable *table, guint number, SotayStaff *staff)
{
  sotay_report_table_add_row (table, SOTAY_ROW_PLAIN, 0);
  sotay_report_table_add_number (table, number, -1);
  sotay_report_table_add_text (table, sotay_staff_get_name (staff));
  sotay_report_table_add_text (table, sotay_staff_get_field (staff, SOTAY_STAFF_POSITION));
  sotay_report_table_add_text (table, sotay_document_get_unit_name (session->draft, sotay_staff_get_unit_id (staff)));
}

static SotayReportTable *
new_table (const char *name)
{
  SotayReportTable *table = sotay_report_table_new (name);

  sotay_report_table_add_column (table, "STT", NULL, 5, SOTAY_CELL_NUMBER, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_column (table, "Họ và tên", NULL, 21, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Chức vụ", NULL, 18, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Đơn vị", NULL, 20, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  return table;
}

static void
add_participants (SotayReportPart *part, gpointer data)
{
  Session *session = data;
  SotayReportTable *table = new_table ("Danh sách tham gia");

  sotay_report_table_set_row_height (table, SIGNING_MILLIMETRES);
  sotay_report_table_add_column (table, "Số điện thoại", NULL, 13, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Ký tên", NULL, 13, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Ghi chú", NULL, 13, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  for (guint i = 0; i < session->staff->len; i++)
    {
      SotayStaff *staff = session->staff->pdata[i];
      g_autofree char *note = tell_note (session, staff);

      add_person (session, table, i + 1, staff);
      sotay_report_table_add_text (table, sotay_staff_get_field (staff, SOTAY_STAFF_PHONE));
      sotay_report_table_skip (table);
      sotay_report_table_add_text (table, note);
    }
  sotay_report_part_add_table (part, table);
}

static gboolean
was_absent (Session *session, SotayStaff *staff)
{
  SotayAttendanceStatus status;

  return get_status (session, staff, &status) && status >= SOTAY_ATTENDANCE_EXCUSED;
}

static void
add_absentees (SotayReportPart *part, gpointer data)
{
  Session *session = data;
  SotayReportTable *table;
  guint number = 0;

  if (session->n_with[SOTAY_ATTENDANCE_EXCUSED] + session->n_with[SOTAY_ATTENDANCE_ABSENT] == 0)
    return;
  table = new_table ("Vắng mặt");
  sotay_report_table_add_column (table, "Lý do", NULL, 20, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  for (guint i = 0; i < session->staff->len; i++)
    if (was_absent (session, session->staff->pdata[i]))
      {
        g_autofree char *note = tell_note (session, session->staff->pdata[i]);

        add_person (session, table, ++number, session->staff->pdata[i]);
        sotay_report_table_add_text (table, note);
      }
  sotay_report_part_add_table (part, table);
}

/* Each item ends with a semicolon, the last with a full stop. */
static void
list_utilities (SotayReportPart *part, gpointer data)
{
  Session *session = data;
  const SotaySessionMinutes minutes = sotay_session_get_minutes (session->session);
  guint set = sotay_session_get_utilities (session->session);

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    if (set & 1u << i)
      {
        SotayReportBlock *item = sotay_report_part_add_paragraph (part, SOTAY_PARAGRAPH_ITEM);
        g_autofree char *spent = minutes.of[i] > 0 ? g_strdup_printf (" (%u phút)", minutes.of[i]) : NULL;

        sotay_report_block_add_run (item, session->draft->request->utilities[i].title, SOTAY_RUN_PLAIN, -1);
        if (spent != NULL)
          sotay_report_block_add_run (item, spent, SOTAY_RUN_PLAIN, -1);
        sotay_report_block_add_run (item, set >> i > 1 ? ";" : ".", SOTAY_RUN_PLAIN, -1);
      }
}

gboolean
sotay_document_fill_session (SotayDocumentDraft *draft, SotayTemplate *template, GError **error)
{
  g_auto (Session) session = { .draft = draft };

  if (!read_session (&session, error) || !read_people (&session, error))
    return FALSE;
  count (&session);
  set_words (&session);
  set_counts (&session);
  sotay_template_filler_set_block (draft->filler, "bang-tham-gia", add_participants, &session);
  sotay_template_filler_set_block (draft->filler, "bang-vang", add_absentees, &session);
  sotay_template_filler_set_block (draft->filler, "danh-sach-noi-dung", list_utilities, &session);
  sotay_template_fill (template, draft->filler);
  return TRUE;
}
