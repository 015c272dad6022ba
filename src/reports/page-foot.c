/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page-foot.h"

#include "reports/clean-text.h"
#include "reports/page-board.h"
#include "reports/page-text.h"

#define BEFORE 14.0
#define ROOM_TO_SIGN SOTAY_PAGE_MM (25)
#define MOST_WORDS 90.0 /* of one text in the block */
#define BETWEEN_COLUMNS 10.0
#define RECIPIENTS_PART 0.5

static const SotayPageFont bold = { SOTAY_PAGE_BODY_SIZE, TRUE, FALSE };
static const SotayPageFont italic = { SOTAY_PAGE_NOTE_SIZE, FALSE, TRUE };
static const SotayPageFont recipient_label = { SOTAY_PAGE_NOTE_SIZE, TRUE, TRUE };
static const SotayPageFont recipient = { SOTAY_PAGE_RECIPIENT_SIZE, FALSE, FALSE };

/* Returns where the words above the names end. */
static double
add_role (SotayPageBoard *board, const SotaySignature *signature, double x, double width)
{
  SotayPageLabel label = { bold, PANGO_ALIGN_CENTER, x, 0, width, MOST_WORDS };

  for (guint i = 0; signature->authority != NULL && signature->authority[i] != NULL; i++)
    label.y += sotay_page_board_add_text (board, signature->authority[i], &label, NULL);
  if (signature->role != NULL)
    label.y += sotay_page_board_add_text (board, signature->role, &label, NULL);
  label.font = italic;
  if (signature->hint != NULL)
    label.y += sotay_page_board_add_text (board, signature->hint, &label, NULL);
  return label.y;
}

/* Side by side, the names on one line whatever stands above them. */
static void
add_signatures (SotayPageBoard *board, GPtrArray *signatures, double x, double width)
{
  double column = (width - BETWEEN_COLUMNS * (signatures->len - 1)) / signatures->len;
  double end = 0;

  for (guint i = 0; i < signatures->len; i++)
    {
      double role_end = add_role (board, signatures->pdata[i], x + i * (column + BETWEEN_COLUMNS), column);

      end = MAX (end, role_end);
    }
  for (guint i = 0; i < signatures->len; i++)
    {
      const SotaySignature *signature = signatures->pdata[i];
      SotayPageLabel label = { bold, PANGO_ALIGN_CENTER, x + i * (column + BETWEEN_COLUMNS), end + ROOM_TO_SIGN, column,
                               MOST_WORDS };

      sotay_page_board_add_text (board, signature->name, &label, NULL);
    }
}

static char *
format_recipient (char **recipients, guint i)
{
  g_autofree char *clean = sotay_report_clean (recipients[i]);

  return g_strdup_printf ("- %s%s", clean, recipients[i + 1] != NULL ? ";" : ".");
}

/* Adds as many as a page has room for; returns how many. */
static guint
add_recipients (SotayPageBoard *board, char **recipients, double y, double width, double most)
{
  SotayPageLabel label = { recipient_label, PANGO_ALIGN_LEFT, 0, y, width, MOST_WORDS };
  guint i;

  label.y += sotay_page_board_add_text (board, "Nơi nhận:", &label, NULL);
  label.font = recipient;
  for (i = 0; recipients[i] != NULL && label.y + MOST_WORDS < most; i++)
    {
      g_autofree char *text = format_recipient (recipients, i);

      label.y += sotay_page_board_add_text (board, text, &label, NULL);
    }
  return i;
}

/* More than a page of them goes on below. */
static void
add_other_recipients (SotayPageFlow *flow, char **recipients, guint first)
{
  SotayPageTextForm form = { recipient, .role = "P" };

  for (guint i = first; recipients[i] != NULL; i++)
    {
      g_autofree char *text = format_recipient (recipients, i);

      sotay_page_text_add (flow, &form, text, NULL);
    }
}

static void
add_only_signatures (SotayPageFlow *flow, GPtrArray *signatures)
{
  SotayPageBoard *board = sotay_page_board_new (flow->pen);
  double left = signatures->len == 1 ? flow->width / 2 : 0;

  add_signatures (board, signatures, left, flow->width - left);
  sotay_page_board_add_to (board, flow, BEFORE);
}

void
sotay_page_foot_add (SotayPageFlow *flow, SotayReport *report)
{
  GPtrArray *signatures = report->signatures;
  gboolean received = report->recipients != NULL && report->recipients[0] != NULL;
  SotayPageBoard *board;
  guint done;

  if (signatures->len == 0 && !received)
    return;
  sotay_page_flow_keep_last (flow, 2);
  /* Several signatures need the whole width: the recipients then stand below. */
  if (signatures->len > 1 || !received)
    add_only_signatures (flow, signatures);
  if (!received)
    return;
  board = sotay_page_board_new (flow->pen);
  done = add_recipients (board, report->recipients, 0, flow->width * RECIPIENTS_PART - BETWEEN_COLUMNS, flow->height);
  if (signatures->len == 1)
    add_signatures (board, signatures, flow->width * RECIPIENTS_PART, flow->width * (1 - RECIPIENTS_PART));
  sotay_page_board_add_to (board, flow, BEFORE);
  add_other_recipients (flow, report->recipients, done);
}
