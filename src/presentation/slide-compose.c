/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/slide-compose.h"

#include <math.h>

/* The sizes of all letters, in the least ones: few, as the first use of a font in a size takes milliseconds. */
static const double scale[] = { 1, 1.12, 1.25, 1.4, 1.58, 1.78, 2, 2.25, 2.5, 2.8, 3.15, 3.55, 4 };

#define LEAST_LINE 9.0   /* a line has room for so many letters (em), unless they are the least */
#define QUIET_TITLE 1.12 /* a title that only reminds, in least letters */
#define NUMBER_SHARE 0.13 /* of the texts' width, at most */
#define HEAD_SHARE 0.5   /* of the height that the head may take */
#define PLACE_HEAD_SHARE 0.7 /* beside a page or a code, where little text is */
#define MOST_PARTS_USUAL 9 /* room is kept for their numbers */
#define MOST_PARTS 9999
#define NARROW 18.0      /* an area not so wide, in least letters, has the number above the title */
#define TWO_COLUMNS 22.0 /* an area so wide, in least letters, has two columns of a list */
#define COLUMN_GAP 1.5   /* in least letters */
#define TICK_WIDTH 1.2   /* in letters of the choice: room for a tick after it */
#define SHORT_ROW 0.3    /* of the longest row: a last row that is shorter stands alone */
#define SHORT_TITLE_ROW 0.9
#define LABEL_SHARE 0.3  /* of the width that a label may take */

/* How the texts of a kind of slide look. */
typedef struct
{
  double title;       /* size, in letters of the thought; 0: the least, as what is said below counts */
  double most;        /* size of the thought, in least letters, at most */
  double rest;        /* of the free height: how much of it is left above the thought */
  gboolean is_thought; /* the title is what counts and stands with the texts */
  SotayOrnament ornament; /* above such a title */
} Form;

static const Form forms[] = {
  [SOTAY_SLIDE_TITLE] = { 2.0, 1.58, 0.4, TRUE, SOTAY_ORNAMENT_RULE },
  [SOTAY_SLIDE_LIST] = { 1.25, 1.58, 0.1, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_UTILITY] = { 1.12, 1.78, 0.4, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_AUDIENCE] = { 0, 1.78, 0.35, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_STEP] = { 0, 2.25, 0.35, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_RESULT] = { 0, 1.78, 0.35, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_PAGE] = { 1.25, 1.58, 0.1, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_QUESTION] = { 1, 2.5, 0.4, TRUE, SOTAY_ORNAMENT_QUOTE },
  [SOTAY_SLIDE_ANSWER] = { 0, 1.78, 0.35, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_CHECK] = { 1.12, 1.58, 0, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_SOLUTION] = { 1.12, 1.58, 0, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_QR] = { 1.25, 1.58, 0.3, FALSE, SOTAY_ORNAMENT_NONE },
};

/* A slide set in letters of one size. */
typedef struct
{
  const SotaySlideStage *stage;
  const SotaySlideType *type;
  const SotaySlideParts *slide;
  const Form *form;
  double lead;
  gboolean smallest; /* nothing may be smaller: no title is larger than needed */
  gboolean loose; /* a head too high for the wall goes with the texts */
  guint split; /* into parts, which are numbered beside the kicker: the greatest number; 0: not split */
  GPtrArray *head;
  GPtrArray *body;
  SotaySlideLines *number;
  double number_x;
  double number_y;
  double head_y; /* where the kicker and the title begin */
  SotaySlideFrames frames;
} Setting;

static void
clear_setting (Setting *setting)
{
  g_clear_pointer (&setting->head, g_ptr_array_unref);
  g_clear_pointer (&setting->body, g_ptr_array_unref);
  g_clear_pointer (&setting->number, sotay_slide_lines_unref);
}

/* Returns the greatest size that is not above @most, or the least of all. */
static double
choose_size (Setting *setting, double most)
{
  guint i = G_N_ELEMENTS (scale) - 1;

  while (i > 0 && scale[i] * setting->type->least > most + 1e-6)
    i--;
  return scale[i] * setting->type->least;
}

static SotaySlideLines *
set_lines (Setting *setting, const char *text, double size, guint colour, gboolean bold, double width)
{
  SotaySlideFont font = { size, bold, FALSE, colour, setting->type->colours.ground };

  return sotay_slide_lines_new (setting->type, text, &font, width);
}

static SotaySlidePiece *
add_text (Setting *setting, GPtrArray *pieces, const char *text, double size, guint colour, gboolean bold, double width)
{
  SotaySlideLines *lines = set_lines (setting, text, size, colour, bold, width);

  sotay_slide_lines_balance (lines, SHORT_ROW);
  return sotay_slide_pieces_add (pieces, lines);
}

/* A narrow area has no room for the number beside the title: it stands above it. */
static gboolean
is_stacked (Setting *setting)
{
  return setting->stage->width < NARROW * setting->type->least;
}

/* Top right: it tells from the last row where the lesson is. */
static void
set_number (Setting *setting)
{
  const SotaySlideStage *stage = setting->stage;
  double least = setting->type->least;
  g_autofree char *text = g_strdup_printf ("%u", setting->slide->utility);
  const SotaySlideRow *row = NULL;
  double size = choose_size (setting, NUMBER_SHARE * (setting->type->right - setting->type->left));

  setting->head_y = stage->y;
  if (setting->slide->utility == 0)
    return;
  setting->number = set_lines (setting, text, size, setting->type->colours.accent, TRUE, stage->width);
  row = &g_array_index (setting->number->rows, SotaySlideRow, 0);
  setting->number_y = stage->y - row->ink_y;
  if (is_stacked (setting))
    {
      setting->number_x = stage->x - row->ink_x;
      setting->head_y += row->ink_height + 0.5 * least;
    }
  else
    {
      setting->number_x = stage->x + stage->width - row->ink_x - row->ink_width;
      /* As high as the capitals of the kicker. */
      setting->number_y += 0.25 * least;
    }
}

static double
get_number_width (Setting *setting)
{
  return setting->number != NULL && !is_stacked (setting)
           ? sotay_slide_lines_get_width (setting->number) + setting->type->least
           : 0;
}

static double
get_number_bottom (Setting *setting)
{
  const SotaySlideRow *row = &g_array_index (setting->number->rows, SotaySlideRow, 0);

  return setting->number_y + row->ink_y + row->ink_height;
}

/* "2/3", or the widest of its kind. */
static SotaySlideLines *
set_mark (Setting *setting, guint part, guint n_parts)
{
  g_autofree char *text = g_strdup_printf ("%u/%u", part, n_parts);

  return set_lines (setting, text, setting->type->least, setting->type->colours.accent, TRUE, setting->stage->width);
}

static void
set_kicker (Setting *setting, GPtrArray *pieces, double width)
{
  if (*setting->slide->kicker != '\0')
    add_text (setting, pieces, setting->slide->kicker, setting->type->least, setting->type->colours.accent, FALSE, width);
}

static void
set_title (Setting *setting, GPtrArray *pieces, double width)
{
  const Form *form = setting->form;
  double size = choose_size (setting, (setting->smallest ? 1 : form->title) * setting->lead);
  SotaySlidePiece *piece = NULL;

  if (*setting->slide->title == '\0')
    return;
  if (form->title == 0)
    size = MIN (setting->lead, choose_size (setting, QUIET_TITLE * setting->type->least));
  piece = add_text (setting, pieces, setting->slide->title, size, setting->type->colours.text, TRUE, width);
  sotay_slide_lines_balance (piece->lines, SHORT_TITLE_ROW);
  piece->before = 0.1 * size;
  if (form->ornament != SOTAY_ORNAMENT_NONE)
    {
      piece->ornament = form->ornament;
      piece->colour = setting->type->colours.accent;
      piece->above = form->ornament == SOTAY_ORNAMENT_QUOTE ? 0.9 * size : 0.45 * size;
    }
}

static gboolean
has_kicker (Setting *setting)
{
  return !setting->loose && *setting->slide->kicker != '\0';
}

/* Whether the number of the part stands beside that of the utility, else it stands beside the kicker or above the
 * title. */
static gboolean
has_number_row (Setting *setting)
{
  return setting->number != NULL && is_stacked (setting);
}

static double
get_head_share (Setting *setting)
{
  if (setting->slide->texts->len == 0 && !setting->form->is_thought)
    return 1;
  return setting->stage->has_place ? PLACE_HEAD_SHARE : HEAD_SHARE;
}

/* The kicker and the title, beside the number. Returns whether they leave room for the texts. */
static gboolean
set_head (Setting *setting)
{
  g_autoptr (SotaySlideLines) mark = set_mark (setting, setting->split, setting->split);
  double width = setting->stage->width - get_number_width (setting);
  double beside = setting->split > 0 && !has_number_row (setting)
                    ? sotay_slide_lines_get_width (mark) + setting->type->least : 0;
  double height;
  gboolean fits;

  setting->head = sotay_slide_pieces_new ();
  if (has_kicker (setting))
    set_kicker (setting, setting->head, width - beside);
  else if (beside > 0)
    setting->head_y += sotay_slide_lines_get_height (mark, 0, 1);
  if (!setting->loose && !setting->form->is_thought)
    set_title (setting, setting->head, width);
  height = sotay_slide_flow_measure (setting->head);
  fits = height + setting->head_y - setting->stage->y <= get_head_share (setting) * setting->stage->height;
  height += setting->head_y - setting->stage->y;
  if (setting->number != NULL)
    height = MAX (height, get_number_bottom (setting) - setting->stage->y);
  if (height > 0)
    height += 0.8 * setting->type->least;
  setting->frames.x = setting->stage->x;
  setting->frames.y = setting->stage->y + height;
  setting->frames.height = setting->stage->height - height;
  return fits;
}

static void
set_columns (Setting *setting)
{
  double least = setting->type->least;
  gboolean two = setting->slide->kind == SOTAY_SLIDE_LIST && setting->stage->width >= TWO_COLUMNS * least;

  setting->frames.count = two ? 2 : 1;
  setting->frames.width = two ? (setting->stage->width - COLUMN_GAP * least) / 2 : setting->stage->width;
  setting->frames.step = setting->frames.width + COLUMN_GAP * least;
}

static gboolean
has_discs (Setting *setting)
{
  return setting->slide->kind == SOTAY_SLIDE_CHECK || setting->slide->kind == SOTAY_SLIDE_SOLUTION;
}

/* How far the texts of entries stand from the left: as far as the widest label needs. */
static double
measure_labels (Setting *setting)
{
  double widest = 0;

  if (has_discs (setting))
    return 1.9 * setting->lead;
  for (guint i = 0; i < setting->slide->texts->len; i++)
    {
      const SotaySlideText *text = setting->slide->texts->pdata[i];

      if (text->label != NULL)
        {
          g_autoptr (SotaySlideLines) label = set_lines (setting, text->label, setting->lead, 0, TRUE,
                                                         setting->frames.width);

          widest = MAX (widest, sotay_slide_lines_get_width (label));
        }
    }
  return MIN (widest, LABEL_SHARE * setting->frames.width) + 0.6 * setting->lead;
}

static void
add_label (Setting *setting, SotaySlidePiece *piece, const SotaySlideText *text)
{
  double size = setting->lead;
  SotaySlideFont font = { size, TRUE, FALSE, setting->type->colours.accent, setting->type->colours.ground };
  double width;

  if (text->marked)
    {
      font.colour = setting->type->colours.ground;
      font.ground = setting->type->colours.accent;
    }
  piece->label = sotay_slide_lines_new (setting->type, text->label, &font, setting->frames.width);
  width = sotay_slide_lines_get_width (piece->label);
  piece->label_x = has_discs (setting) ? (1.4 * size - width) / 2 : piece->indent - 0.6 * size - width;
  if (has_discs (setting))
    piece->ornament = text->marked ? SOTAY_ORNAMENT_DISC : SOTAY_ORNAMENT_RING;
  piece->colour = setting->type->colours.accent;
}

static void
set_entry (Setting *setting, const SotaySlideText *text, double indent)
{
  guint colour = text->marked ? setting->type->colours.accent : setting->type->colours.text;
  double size = setting->lead;
  g_autoptr (SotaySlideLines) label = text->label != NULL
    ? set_lines (setting, text->label, size, 0, TRUE, setting->frames.width) : NULL;
  gboolean hangs = label != NULL && sotay_slide_lines_get_width (label) <= indent - 0.55 * size;
  g_autofree char *joined = label != NULL && !hangs ? g_strdup_printf ("%s. %s", text->label, text->text) : NULL;
  double left = hangs ? indent : 0;
  double right = text->marked ? TICK_WIDTH * size : 0;
  SotaySlidePiece *piece = add_text (setting, setting->body, joined != NULL ? joined : text->text, size, colour,
                                     text->marked, setting->frames.width - left - right);

  piece->indent = left;
  piece->before = (has_discs (setting) ? 0.5 : 0.3) * size;
  if (hangs)
    add_label (setting, piece, text);
}

/* In a list, the name of a level; else the thought, or why a choice is right. */
static void
set_lead (Setting *setting, const SotaySlideText *text)
{
  const SotayWallColours *colours = &setting->type->colours;
  gboolean heading = setting->slide->kind == SOTAY_SLIDE_LIST;
  gboolean reason = has_discs (setting);
  double size = setting->lead;
  SotaySlidePiece *piece = NULL;

  if (setting->slide->kind == SOTAY_SLIDE_TITLE || reason)
    size = choose_size (setting, size * 0.9);
  piece = add_text (setting, setting->body, text->text, size, heading ? colours->accent : colours->text, heading,
                    setting->frames.width);
  piece->before = (reason ? 0.9 : 0.55) * size;
  piece->keep = heading;
  piece->column = heading;
}

static void
set_remark (Setting *setting, const SotaySlideText *text)
{
  double size = choose_size (setting, 0.64 * setting->lead);
  SotaySlidePiece *piece = add_text (setting, setting->body, text->text, size, setting->type->colours.muted, FALSE,
                                     setting->frames.width);

  piece->before = 0.8 * size;
}

static void
set_body (Setting *setting)
{
  double indent;

  set_columns (setting);
  indent = measure_labels (setting);
  setting->body = sotay_slide_pieces_new ();
  if (setting->loose)
    set_kicker (setting, setting->body, setting->frames.width);
  if (setting->loose || setting->form->is_thought)
    set_title (setting, setting->body, setting->frames.width);
  for (guint i = 0; i < setting->slide->texts->len; i++)
    {
      const SotaySlideText *text = setting->slide->texts->pdata[i];

      if (*text->text == '\0' && text->label == NULL)
        continue;
      if (text->role == SOTAY_SLIDE_ENTRY)
        set_entry (setting, text, indent);
      else if (text->role == SOTAY_SLIDE_LEAD)
        set_lead (setting, text);
      else
        set_remark (setting, text);
    }
}

/* Sets everything anew in the size of @step. Returns whether the head leaves room for the texts; without, there is
 * no body. */
static gboolean
set_in_size (Setting *setting, guint step)
{
  double most = MIN (setting->form->most * setting->type->least, setting->stage->width / LEAST_LINE);
  gboolean has_room;

  clear_setting (setting);
  setting->lead = choose_size (setting, MIN (scale[step] * setting->type->least, most));
  setting->smallest = step == 0;
  set_number (setting);
  has_room = set_head (setting) || setting->loose;
  if (has_room)
    set_body (setting);
  return has_room;
}

/* Returns how high the texts are, in heights of what they have. */
static double
measure_need (Setting *setting)
{
  return sotay_slide_flow_measure (setting->body) / (setting->frames.height * setting->frames.count);
}

/* The largest size in which the slide has one part. Text in smaller letters needs less of both width and height:
 * sizes that are surely too large are passed over. Returns %FALSE when even the least is too large. */
static gboolean
fit_in_one (Setting *setting)
{
  double least = setting->type->least;

  for (int step = G_N_ELEMENTS (scale) - 1; step >= 0; step--)
    {
      double need = 1;
      double most;

      if (set_in_size (setting, (guint) step))
        {
          g_autoptr (GPtrArray) parts = sotay_slide_flow_pour (setting->body, &setting->frames);

          if (parts->len == 1)
            return TRUE;
          need = MAX (1, measure_need (setting));
        }
      most = 1.1 * setting->lead / sqrt (need);
      while (step > 1 && (scale[step - 1] * least >= setting->lead || scale[step - 1] * least > most))
        step--;
    }
  return FALSE;
}

static guint
count_parts (Setting *setting)
{
  g_autoptr (GPtrArray) parts = sotay_slide_flow_pour (setting->body, &setting->frames);

  return parts->len;
}

/* Sets the slide in the least size. */
static guint
count_most_parts (Setting *setting)
{
  setting->loose = FALSE;
  if (!set_in_size (setting, 0))
    {
      setting->loose = TRUE;
      set_in_size (setting, 0);
    }
  return count_parts (setting);
}

/* The largest size with as few parts as the least has. */
static void
fit_in_parts (Setting *setting)
{
  guint step = 0;
  guint n_parts;

  setting->split = MOST_PARTS_USUAL;
  n_parts = count_most_parts (setting);
  if (n_parts > MOST_PARTS_USUAL)
    {
      setting->split = MOST_PARTS;
      n_parts = count_most_parts (setting);
    }
  while (step + 1 < G_N_ELEMENTS (scale) && scale[step + 1] <= setting->form->most
         && set_in_size (setting, step + 1) && count_parts (setting) <= n_parts)
    step++;
  set_in_size (setting, step);
}

/* Adds "2/3" on the row of the utility's number, beside the kicker or above the title. */
static void
add_mark (Setting *setting, SotaySlidePart *part, guint index, guint number, guint n_parts)
{
  g_autoptr (SotaySlideLines) mark = set_mark (setting, number, n_parts);
  const SotaySlideRow *row = &g_array_index (mark->rows, SotaySlideRow, 0);
  double x = setting->stage->x;
  double y = setting->head_y;

  if (has_number_row (setting))
    {
      x += setting->stage->width - row->width;
      y = get_number_bottom (setting) - row->ascent;
    }
  else if (has_kicker (setting))
    {
      const SotaySlidePiece *kicker = setting->head->pdata[0];

      x += sotay_slide_lines_get_width (kicker->lines) + setting->type->least;
    }
  else
    y -= row->height;
  sotay_slide_part_insert (part, index, mark, x, y);
}

/* Adds the kicker, the title and the numbers, which stand on every part. */
static void
add_head (Setting *setting, SotaySlidePart *part, guint number, guint n_parts)
{
  double y = setting->head_y;
  guint n = 0;

  for (guint i = 0; i < setting->head->len; i++)
    {
      const SotaySlidePiece *piece = setting->head->pdata[i];

      y += i > 0 ? piece->before : 0;
      sotay_slide_part_insert (part, n++, piece->lines, setting->stage->x, y);
      y += sotay_slide_lines_get_height (piece->lines, 0, piece->lines->rows->len);
    }
  if (n_parts > 1)
    add_mark (setting, part, n++, number, n_parts);
  if (setting->number != NULL)
    sotay_slide_part_insert (part, n++, setting->number, setting->number_x, setting->number_y);
}

static GPtrArray *
pour (Setting *setting)
{
  GPtrArray *parts = sotay_slide_flow_pour_evenly (setting->body, &setting->frames);
  SotaySlidePart *only = parts->pdata[0];
  double above = (setting->frames.height - only->used) * setting->form->rest;

  if (parts->len > 1 || above <= 0)
    return parts;
  g_ptr_array_unref (parts);
  setting->frames.y += floor (above);
  setting->frames.height -= floor (above);
  return sotay_slide_flow_pour_evenly (setting->body, &setting->frames);
}

GPtrArray *
sotay_slide_compose (const SotaySlideStage *stage, const SotaySlideType *type, const SotaySlideParts *slide)
{
  Setting setting = { .stage = stage, .type = type, .slide = slide, .form = &forms[slide->kind] };
  GPtrArray *parts = NULL;

  if (!fit_in_one (&setting))
    fit_in_parts (&setting);
  parts = pour (&setting);
  for (guint i = 0; i < parts->len; i++)
    add_head (&setting, parts->pdata[i], i + 1, parts->len);
  clear_setting (&setting);
  return parts;
}
