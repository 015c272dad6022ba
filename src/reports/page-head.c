/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page-head.h"

#include "reports/clean-text.h"
#include "reports/page-board.h"
#include "reports/page-text.h"

#define NATION "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define MOTTO "Độc lập - Tự do - Hạnh phúc"

#define BETWEEN_COLUMNS 8.0
#define RULE_GAP 2.0
#define BELOW_RULE 8.0
#define RULE_PART 0.42 /* of the words above: a third to a half */
#define MOST_ISSUER 110.0
#define MOST_NUMBER 48.0
#define TITLE_BEFORE 18.0
#define TITLE_AFTER 6.0

/* Where the words of several addressees begin. */
#define ADDRESSEES_LEFT SOTAY_PAGE_MM (25)

static const SotayPageFont capitals = { SOTAY_PAGE_SMALL_SIZE, FALSE, FALSE };
static const SotayPageFont bold_capitals = { SOTAY_PAGE_SMALL_SIZE, TRUE, FALSE };
static const SotayPageFont bold = { SOTAY_PAGE_BODY_SIZE, TRUE, FALSE };
static const SotayPageFont certificate = { 28, TRUE, FALSE }; /* it hangs on a wall */
static const SotayPageFont italic = { SOTAY_PAGE_BODY_SIZE, FALSE, TRUE };

static double
measure (SotayPagePen *pen, SotayPageFont font, const char *text)
{
  PangoLayout *layout = sotay_page_pen_make_layout (pen, font, -1);
  PangoRectangle logical;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  g_object_unref (layout);
  return (double) logical.width / PANGO_SCALE;
}

/* Returns where the column ends. */
static double
add_issuer (SotayPageBoard *board, SotayReport *report, double column)
{
  SotayPageLabel label = { capitals, PANGO_ALIGN_CENTER, 0, 0, column, MOST_ISSUER };
  double width;

  label.y += sotay_page_board_add_text (board, report->superior, &label, NULL);
  label.font = bold_capitals;
  label.y += sotay_page_board_add_text (board, report->issuer, &label, &width) + RULE_GAP;
  sotay_page_board_add_rule (board, (column - width * RULE_PART) / 2, label.y, width * RULE_PART);
  return label.y;
}

static double
add_nation (SotayPageBoard *board, double x, double column)
{
  SotayPageLabel label = { bold_capitals, PANGO_ALIGN_CENTER, x, 0, column, MOST_ISSUER };
  double width;

  label.y += sotay_page_board_add_text (board, NATION, &label, NULL);
  label.font = bold;
  label.y += sotay_page_board_add_text (board, MOTTO, &label, &width) + RULE_GAP;
  sotay_page_board_add_rule (board, x + (column - width) / 2, label.y, width);
  return label.y;
}

/* The number and the date stand on the same line. */
static void
add_number_and_date (SotayPageBoard *board, SotayPageFlow *flow, SotayReport *report, double left, double right_x,
                     double y)
{
  double drop = sotay_page_pen_get_ascent (flow->pen, italic.size - capitals.size);
  SotayPageLabel number = { capitals, PANGO_ALIGN_CENTER, 0, y + drop, left, MOST_NUMBER };
  SotayPageLabel date = { italic, PANGO_ALIGN_CENTER, right_x, y, flow->width - right_x, MOST_NUMBER };

  sotay_page_board_add_text (board, report->number, &number, NULL);
  sotay_page_board_add_text (board, report->place_and_date, &date, NULL);
}

static void
add_letterhead (SotayPageFlow *flow, SotayReport *report)
{
  SotayPageBoard *board = sotay_page_board_new (flow->pen);
  double right = measure (flow->pen, bold_capitals, NATION) + 1;
  double left = MIN (flow->width - right - BETWEEN_COLUMNS, right);
  double issuer_end = add_issuer (board, report, left);
  double nation_end = add_nation (board, flow->width - right, right);

  add_number_and_date (board, flow, report, left, flow->width - right, MAX (issuer_end, nation_end) + BELOW_RULE);
  sotay_page_board_add_to (board, flow, 0);
}

/* Returns the width of the widest line. */
static double
add_centred (SotayPageFlow *flow, SotayPageFont font, const char *text, double before, const char *role)
{
  SotayPageTextForm form = { font, PANGO_ALIGN_CENTER, .pitch = SOTAY_PAGE_PITCH, .before = before, .keep = TRUE,
                             .role = role };
  g_autofree char *clean = sotay_report_clean (text);

  return sotay_page_text_add (flow, &form, clean, NULL);
}

static void
add_rule (SotayPageFlow *flow, double width)
{
  SotayPageBoard *board = sotay_page_board_new (flow->pen);

  sotay_page_board_add_rule (board, (flow->width - width) / 2, 1, width);
  sotay_page_board_add_to (board, flow, RULE_GAP);
  sotay_page_flow_keep_last (flow, 1);
}

static void
add_title (SotayPageFlow *flow, SotayReport *report)
{
  SotayPageFont type_font = report->kind == SOTAY_REPORT_CERTIFICATE ? certificate : bold;
  double width = 0;

  if (report->type != NULL)
    width = add_centred (flow, type_font, report->type, TITLE_BEFORE, "H");
  if (report->subject != NULL)
    width = add_centred (flow, bold, report->subject, report->type != NULL ? 0 : TITLE_BEFORE, "H");
  if (report->attached_to != NULL)
    add_centred (flow, italic, report->attached_to, 0, "P");
  if (width > 0)
    add_rule (flow, width * RULE_PART);
}

static void
add_addressee (SotayPageFlow *flow, const char *text, double left, double first, double before)
{
  SotayPageTextForm form = { { SOTAY_PAGE_BODY_SIZE }, .left = left, .first = first, .pitch = SOTAY_PAGE_PITCH,
                             .before = before, .keep = TRUE, .role = "P" };

  sotay_page_text_add (flow, &form, text, NULL);
}

static void
add_addressees (SotayPageFlow *flow, char **addressees)
{
  guint count = g_strv_length (addressees);

  if (count == 1)
    {
      g_autofree char *line = g_strdup_printf ("Kính gửi: %s", addressees[0]);

      add_centred (flow, (SotayPageFont){ SOTAY_PAGE_BODY_SIZE }, line, 2 * SOTAY_PAGE_GAP, "P");
      return;
    }
  add_addressee (flow, "Kính gửi:", ADDRESSEES_LEFT, 0, 2 * SOTAY_PAGE_GAP);
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *clean = sotay_report_clean (addressees[i]);
      g_autofree char *line = g_strdup_printf ("- %s%s", clean, i + 1 < count ? ";" : ".");
      double dash = measure (flow->pen, (SotayPageFont){ SOTAY_PAGE_BODY_SIZE }, "- ");

      add_addressee (flow, line, 2 * ADDRESSEES_LEFT, -dash, 0);
    }
}

void
sotay_page_head_add (SotayPageFlow *flow, SotayReport *report)
{
  if (report->issuer != NULL)
    add_letterhead (flow, report);
  add_title (flow, report);
  if (report->addressees != NULL && report->addressees[0] != NULL)
    add_addressees (flow, report->addressees);
  if (report->type != NULL || report->subject != NULL)
    flow->gap = TITLE_AFTER;
}

void
sotay_page_head_add_part (SotayPageFlow *flow, const SotayReportPart *part)
{
  if (part->label != NULL)
    add_centred (flow, bold, part->label, 0, "H1");
  if (part->title != NULL)
    add_centred (flow, bold, part->title, part->label != NULL ? 0 : TITLE_BEFORE, "H1");
  if (part->note != NULL)
    add_centred (flow, italic, part->note, 0, "P");
  if (part->label != NULL || part->title != NULL)
    flow->gap = TITLE_AFTER;
}
