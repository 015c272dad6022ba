/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/month-words.h"

#include "core/dates.h"
#include "core/numbers.h"
#include "register/campaign.h"
#include "register/feedback.h"
#include "register/outreach.h"
#include "register/session.h"
#include "reports/clean-text.h"

#include <string.h>

/* The rest is told in one line. */
#define MOST_ITEMS 20

static const char *const parts[] = { "chi-dao", "ket-qua", "kho-khan", "nhiem-vu", "de-xuat" };

const char *
sotay_month_words_get_part (SotayMonthlyField field)
{
  g_return_val_if_fail (field >= SOTAY_MONTHLY_DIRECTION && field <= SOTAY_MONTHLY_PROPOSALS, NULL);
  return parts[field - SOTAY_MONTHLY_DIRECTION];
}

gboolean
sotay_month_words_find_field (const char *part, SotayMonthlyField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i], part))
      {
        *field = SOTAY_MONTHLY_DIRECTION + i;
        return TRUE;
      }
  return FALSE;
}

/* One line of a record, without the full stop that the sentence sets itself. */
static char *
get_line (SotayRecord *record, guint field)
{
  const char *value = sotay_record_get (record, field);
  char *line = value != NULL ? g_strstrip (sotay_report_clean (value)) : NULL;
  gsize length = line != NULL ? strlen (line) : 0;

  while (length > 0 && (line[length - 1] == '.' || line[length - 1] == ';'))
    line[--length] = '\0';
  if (length == 0)
    g_clear_pointer (&line, g_free);
  return line;
}

static char *
get_day (SotayRecord *record, guint field)
{
  const char *iso = sotay_record_get (record, field);
  g_autofree char *day = iso != NULL ? sotay_date_format_iso (iso) : NULL;

  return day != NULL ? sotay_report_clean (day) : g_strdup ("……");
}

static void
end_line (GString *text)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
}

static void
append_place (GString *text, SotayRecord *record, guint field)
{
  g_autofree char *place = get_line (record, field);

  if (place != NULL)
    g_string_append_printf (text, ", tại %s", place);
}

static void
append_rest (GString *text, guint n_records, const char *what)
{
  g_autofree char *number = NULL;

  if (n_records <= MOST_ITEMS)
    return;
  end_line (text);
  number = sotay_count_format (n_records - MOST_ITEMS);
  g_string_append_printf (text, "- Và %s %s khác.", number, what);
}

/* @word: for a session, with which a title often begins itself. */
static void
append_session (GString *text, SotayRecord *session, const char *begin, const char *word)
{
  g_autofree char *title = get_line (session, SOTAY_SESSION_TITLE);
  g_autofree char *day = get_day (session, SOTAY_SESSION_DAY);
  gboolean has_word = title != NULL && (g_str_has_prefix (title, "Lớp") || g_str_has_prefix (title, "lớp"));

  end_line (text);
  g_string_append_printf (text, "- %s%s“%s” ngày %s", begin, has_word ? "" : word, title != NULL ? title : "……", day);
  append_place (text, session, SOTAY_SESSION_PLACE);
}

static void
append_sessions (GString *text, SotayMonthData *data)
{
  for (guint i = 0; i < MIN (data->sessions->len, MOST_ITEMS); i++)
    {
      SotayRecord *session = data->sessions->pdata[i];
      guint came = GPOINTER_TO_UINT (g_hash_table_lookup (data->by_session, sotay_record_get_id (session)));
      g_autofree char *number = sotay_count_format (came);

      append_session (text, session, "", "Lớp ");
      g_string_append_printf (text, ": %s lượt người tham gia.", number);
    }
  append_rest (text, data->sessions->len, "lớp");
}

static void
append_outreach (GString *text, SotayMonthData *data)
{
  for (guint i = 0; i < MIN (data->outreach->len, MOST_ITEMS); i++)
    {
      SotayRecord *outreach = data->outreach->pdata[i];
      g_autofree char *form = get_line (outreach, SOTAY_OUTREACH_FORM);
      g_autofree char *day = get_day (outreach, SOTAY_OUTREACH_DAY);
      g_autofree char *number = sotay_count_format (sotay_outreach_get_reached (outreach));

      end_line (text);
      g_string_append (text, "- Tuyên truyền");
      if (form != NULL)
        g_string_append_printf (text, " bằng hình thức %s", form);
      g_string_append_printf (text, " ngày %s", day);
      append_place (text, outreach, SOTAY_OUTREACH_PLACE);
      g_string_append_printf (text, ": %s lượt người dân.", number);
    }
  append_rest (text, data->outreach->len, "đợt tuyên truyền");
}

static guint
count_required (SotayMonthData *data)
{
  guint required = sotay_campaign_get_utilities (data->campaign);
  guint n_required = 0;

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    n_required += (required >> i) & 1;
  return n_required;
}

static void
append_deadline (GString *text, SotayMonthData *data)
{
  g_autofree char *day = NULL;

  if (data->campaign == NULL || sotay_record_get (data->campaign, SOTAY_CAMPAIGN_DEADLINE) == NULL)
    return;
  day = get_day (data->campaign, SOTAY_CAMPAIGN_DEADLINE);
  g_string_append_printf (text, ", hoàn thành trước ngày %s", day);
}

/* The forms of the month's outreach, each once. */
static void
append_forms (GString *text, SotayMonthData *data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < data->outreach->len && g_hash_table_size (seen) < MOST_ITEMS; i++)
    {
      char *form = get_line (data->outreach->pdata[i], SOTAY_OUTREACH_FORM);
      gboolean is_first = g_hash_table_size (seen) == 0;

      if (form == NULL || g_hash_table_contains (seen, form))
        {
          g_free (form);
          continue;
        }
      g_string_append_printf (text, "%s%s", is_first ? "\nHình thức tuyên truyền trong tháng: " : ", ", form);
      g_hash_table_add (seen, form);
    }
  if (g_hash_table_size (seen) > 0)
    g_string_append_c (text, '.');
}

static void
propose_direction (GString *text, SotayMonthData *data)
{
  g_autofree char *title = data->campaign != NULL ? get_line (data->campaign, SOTAY_CAMPAIGN_TITLE) : NULL;

  g_string_append (text, "Triển khai ");
  if (title != NULL)
    g_string_append_printf (text, "kế hoạch “%s”: ", title);
  g_string_append_printf (text, "tập huấn %02u tiện ích trên ứng dụng VNeID cho 100 %% cán bộ, công chức, viên chức, "
                                "người lao động", count_required (data));
  append_deadline (text, data);
  g_string_append_c (text, '.');
  append_forms (text, data);
}

/* What became of an obstacle or a proposal. */
static void
append_state (GString *text, SotayRecord *feedback)
{
  const char *state = sotay_record_get (feedback, SOTAY_FEEDBACK_STATE);
  g_autofree char *sent_to = get_line (feedback, SOTAY_FEEDBACK_SENT_TO);
  g_autofree char *answer = get_line (feedback, SOTAY_FEEDBACK_ANSWER);
  g_autofree char *sent_on = get_day (feedback, SOTAY_FEEDBACK_SENT_ON);
  g_autofree char *solved_on = get_day (feedback, SOTAY_FEEDBACK_SOLVED_ON);

  if (g_strcmp0 (state, sotay_feedback_state_to_string (SOTAY_FEEDBACK_SOLVED)) == 0)
    {
      g_string_append_printf (text, " (đã được giải quyết ngày %s", solved_on);
      if (answer != NULL)
        g_string_append_printf (text, ": %s", answer);
      g_string_append (text, ").");
    }
  else if (g_strcmp0 (state, sotay_feedback_state_to_string (SOTAY_FEEDBACK_SENT)) == 0)
    g_string_append_printf (text, " (đã gửi %s ngày %s, chưa có trả lời).", sent_to != NULL ? sent_to : "……", sent_on);
  else
    g_string_append_c (text, '.');
}

static void
propose_feedback (GString *text, GPtrArray *records, const char *none)
{
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *line = get_line (records->pdata[i], SOTAY_FEEDBACK_TEXT);

      if (line == NULL)
        continue;
      end_line (text);
      g_string_append_printf (text, "- %s", line);
      append_state (text, records->pdata[i]);
    }
  if (text->len == 0)
    g_string_append (text, none);
}

static void
propose_tasks (GString *text, SotayMonthData *data)
{
  gint64 left = sotay_frozen_month_get (data->shown, "chua-tap-huan");
  g_autofree char *number = sotay_count_format (left);

  if (left > 0)
    {
      g_string_append_printf (text, "- Tiếp tục tập huấn cho %s người chưa hoàn thành, bảo đảm 100 %% cán bộ, công chức, "
                                    "viên chức, người lao động sử dụng được các tiện ích", number);
      append_deadline (text, data);
      g_string_append_c (text, '.');
    }
  for (guint i = 0; i < MIN (data->planned->len, MOST_ITEMS); i++)
    {
      append_session (text, data->planned->pdata[i], "Tổ chức ", "lớp ");
      g_string_append_c (text, '.');
    }
  append_rest (text, data->planned->len, "lớp");
  end_line (text);
  g_string_append (text, "- Tiếp tục tuyên truyền, hướng dẫn nhân dân trên địa bàn sử dụng các tiện ích trên ứng dụng "
                         "VNeID.");
}

static char *
propose (SotayMonthData *data, SotayMonthlyField field)
{
  GString *text = g_string_new (NULL);

  switch (field)
    {
    case SOTAY_MONTHLY_DIRECTION:
      propose_direction (text, data);
      break;
    case SOTAY_MONTHLY_RESULTS:
      append_sessions (text, data);
      append_outreach (text, data);
      break;
    case SOTAY_MONTHLY_OBSTACLES:
      propose_feedback (text, data->obstacles, "Trong tháng không phát sinh khó khăn, vướng mắc.");
      break;
    case SOTAY_MONTHLY_TASKS:
      propose_tasks (text, data);
      break;
    default:
      propose_feedback (text, data->proposals, "Trong tháng không có đề xuất, kiến nghị.");
      break;
    }
  return g_string_free (text, FALSE);
}

char *
sotay_month_words_propose (SotayMonthData *data, SotayMonthlyField field)
{
  const char *kept = sotay_frozen_month_get_text (data->shown, sotay_month_words_get_part (field));

  return kept != NULL ? g_strdup (kept) : propose (data, field);
}

char *
sotay_month_words_get (SotayMonthData *data, SotayMonthlyField field)
{
  const char *written = data->record != NULL ? sotay_record_get (data->record, field) : NULL;

  return written != NULL ? g_strdup (written) : sotay_month_words_propose (data, field);
}

void
sotay_month_words_keep (SotayMonthData *data)
{
  for (guint field = SOTAY_MONTHLY_DIRECTION; field <= SOTAY_MONTHLY_PROPOSALS; field++)
    {
      g_autofree char *proposed = propose (data, field);

      sotay_frozen_month_set_text (data->now, sotay_month_words_get_part (field), proposed);
    }
}
