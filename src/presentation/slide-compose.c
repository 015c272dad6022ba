/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/slide-compose.h"

#include <math.h>

/* The sizes that are tried, the largest first, in least letters; see fit_in_one(). */
static const double sizes[] = { 2.4, 2.2, 2.0, 1.8, 1.62, 1.46, 1.32, 1.2, 1.1, 1.0 };

#define LEAST_LINE 9.0   /* a line has room for so many letters (em), unless they are the least */
#define NUMBER_SIZE 4.0  /* of the utility, in least letters */
#define NUMBER_SHARE 0.13 /* of the texts' width, at most */
#define HEAD_SHARE 0.45  /* of the height that the head may take */
#define TWO_COLUMNS 22.0 /* an area so wide, in least letters, has two columns of a list */
#define COLUMN_GAP 1.5   /* in least letters */
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
  [SOTAY_SLIDE_TITLE] = { 1.6, 1.6, 0.4, TRUE, SOTAY_ORNAMENT_RULE },
  [SOTAY_SLIDE_LIST] = { 1.25, 1.3, 0.15, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_UTILITY] = { 1.25, 1.8, 0.4, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_AUDIENCE] = { 0, 1.8, 0.35, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_STEP] = { 0, 2.2, 0.35, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_RESULT] = { 0, 1.8, 0.35, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_PAGE] = { 1.3, 1.6, 0.1, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_QUESTION] = { 1.0, 2.4, 0.4, TRUE, SOTAY_ORNAMENT_QUOTE },
  [SOTAY_SLIDE_ANSWER] = { 0, 1.8, 0.35, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_CHECK] = { 1.1, 1.7, 0.35, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_SOLUTION] = { 1.1, 1.7, 0.35, FALSE, SOTAY_ORNAMENT_NONE },
  [SOTAY_SLIDE_QR] = { 1.3, 1.6, 0.3, FALSE, SOTAY_ORNAMENT_NONE },
};

/* A slide set in letters of one size. */
typedef struct
{
  const SotaySlideStage *stage;
  const SotaySlideType *type;
  const SotaySlideParts *slide;
  const Form *form;
  double lead;
  gboolean loose; /* a head too high for the wall goes with the texts */
  gboolean split; /* into parts, which are numbered beside the kicker */
  double mark_height; /* of a row of its own for that number, without a kicker */
  GPtrArray *head;
  GPtrArray *body;
  SotaySlideLines *number;
  double number_y;
  SotaySlideFrames frames;
} Setting;

static void
clear_setting (Setting *setting)
{
  g_clear_pointer (&setting->head, g_ptr_array_unref);
  g_clear_pointer (&setting->body, g_ptr_array_unref);
  g_clear_pointer (&setting->number, sotay_slide_lines_unref);
}

static SotaySlideLines *
set_lines (Setting *setting, const char *text, double size, guint colour, gboolean bold, double width)
{
  SotaySlideFont font = { size, bold, FALSE, colour, setting->type->ground };

  return sotay_slide_lines_new (setting->type, text, &font, width);
}

/* Top right: it tells from the last row where the lesson is. That of a page stands above the texts. */
static void
set_number (Setting *setting)
{
  g_autofree char *text = g_strdup_printf ("%u", setting->slide->utility);
  double size = MIN (NUMBER_SIZE * setting->type->least, NUMBER_SHARE * setting->stage->width);

  if (setting->slide->utility == 0)
    return;
  size = MAX (size, setting->type->least);
  setting->number = set_lines (setting, text, size, setting->type->accent, TRUE, setting->stage->width);
}

static double
get_number_width (Setting *setting)
{
  return setting->number != NULL ? sotay_slide_lines_get_width (setting->number) + setting->type->least : 0;
}

/* "2/3", or the widest of its kind. */
static SotaySlideLines *
set_mark (Setting *setting, guint part, guint n_parts)
{
  g_autofree char *text = g_strdup_printf ("%u/%u", part, n_parts);

  return set_lines (setting, text, setting->type->least, setting->type->accent, TRUE, setting->stage->width);
}

static void
set_kicker (Setting *setting, GPtrArray *pieces, double width)
{
  if (*setting->slide->kicker == '\0')
    return;
  sotay_slide_pieces_add (pieces, set_lines (setting, setting->slide->kicker, setting->type->least,
                                             setting->type->accent, FALSE, width));
}

static void
set_title (Setting *setting, GPtrArray *pieces, double width)
{
  const Form *form = setting->form;
  double size = MAX (form->title * setting->lead, setting->type->least);
  SotaySlidePiece *piece = NULL;

  if (*setting->slide->title == '\0')
    return;
  if (form->title == 0)
    size = MIN (setting->lead, 1.15 * setting->type->least);
  piece = sotay_slide_pieces_add (pieces, set_lines (setting, setting->slide->title, size, setting->type->text, TRUE,
                                                     width));
  piece->before = 0.1 * size;
  if (form->ornament != SOTAY_ORNAMENT_NONE && form->is_thought)
    {
      piece->ornament = form->ornament;
      piece->colour = setting->type->accent;
      piece->above = form->ornament == SOTAY_ORNAMENT_QUOTE ? 0.9 * size : 0.45 * size;
    }
}

/* The kicker and the title, beside the number. Returns whether they leave room for the texts. */
static gboolean
set_head (Setting *setting)
{
  double width = setting->stage->width - get_number_width (setting);
  double kicker_width = width;
  double height = 0;
  gboolean fits = TRUE;
  gboolean has_kicker = !setting->loose && *setting->slide->kicker != '\0';

  setting->head = sotay_slide_pieces_new ();
  setting->mark_height = 0;
  if (setting->split)
    {
      g_autoptr (SotaySlideLines) mark = set_mark (setting, 88, 88);

      kicker_width -= sotay_slide_lines_get_width (mark) + setting->type->least;
      setting->mark_height = has_kicker ? 0 : sotay_slide_lines_get_height (mark, 0, 1);
    }
  if (!setting->loose)
    set_kicker (setting, setting->head, kicker_width);
  if (!setting->loose && !setting->form->is_thought)
    set_title (setting, setting->head, width);
  height = sotay_slide_flow_measure (setting->head);
  fits = height <= HEAD_SHARE * setting->stage->height;
  height += setting->mark_height;
  if (setting->number != NULL)
    {
      const SotaySlideRow *row = &g_array_index (setting->number->rows, SotaySlideRow, 0);

      setting->number_y = setting->stage->y - row->ink_y + 0.25 * setting->type->least;
      height = MAX (height, row->ink_height + 0.25 * setting->type->least);
    }
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

  if (setting->slide->kind == SOTAY_SLIDE_CHECK)
    return 1.9 * setting->lead;
  if (setting->slide->kind == SOTAY_SLIDE_SOLUTION)
    return 3.0 * setting->lead;
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
  SotaySlideFont font = { size, TRUE, FALSE, setting->type->accent, setting->type->ground };
  double width;

  if (text->marked)
    {
      font.colour = setting->type->ground;
      font.ground = setting->type->accent;
    }
  piece->label = sotay_slide_lines_new (setting->type, text->label, &font, setting->frames.width);
  width = sotay_slide_lines_get_width (piece->label);
  piece->label_x = has_discs (setting) ? (1.4 * size - width) / 2 : piece->indent - 0.6 * size - width;
  if (has_discs (setting))
    piece->ornament = text->marked ? SOTAY_ORNAMENT_TICK : SOTAY_ORNAMENT_DISC;
  piece->colour = setting->type->accent;
}

static void
set_entry (Setting *setting, const SotaySlideText *text, double indent)
{
  guint colour = text->marked ? setting->type->accent : setting->type->text;
  double size = setting->lead;
  g_autoptr (SotaySlideLines) label = text->label != NULL
    ? set_lines (setting, text->label, size, 0, TRUE, setting->frames.width) : NULL;
  gboolean hangs = label != NULL && sotay_slide_lines_get_width (label) <= indent - 0.55 * size;
  g_autofree char *joined = label != NULL && !hangs ? g_strdup_printf ("%s. %s", text->label, text->text) : NULL;
  double left = hangs ? indent : 0;
  SotaySlidePiece *piece = sotay_slide_pieces_add (
    setting->body, set_lines (setting, joined != NULL ? joined : text->text, size, colour, text->marked,
                              setting->frames.width - left));

  piece->indent = left;
  piece->before = (has_discs (setting) ? 0.5 : 0.3) * size;
  if (hangs)
    add_label (setting, piece, text);
}

static void
set_lead (Setting *setting, const SotaySlideText *text)
{
  gboolean heading = setting->slide->kind == SOTAY_SLIDE_LIST;
  gboolean reason = has_discs (setting);
  double size = setting->lead;
  SotaySlidePiece *piece = NULL;

  if (setting->slide->kind == SOTAY_SLIDE_TITLE || reason)
    size = MAX (setting->type->least, size * 0.85);
  piece = sotay_slide_pieces_add (setting->body, set_lines (setting, text->text, size,
                                                            heading ? setting->type->accent : setting->type->text,
                                                            heading, setting->frames.width));
  piece->before = (reason ? 0.9 : 0.55) * size;
  piece->keep = heading;
  piece->column = heading;
}

static void
set_remark (Setting *setting, const SotaySlideText *text)
{
  double size = MAX (setting->type->least, 0.6 * setting->lead);
  SotaySlidePiece *piece = sotay_slide_pieces_add (setting->body, set_lines (setting, text->text, size,
                                                                             setting->type->muted, FALSE,
                                                                             setting->frames.width));

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

/* Sets everything anew in the size of @step. Returns whether the head leaves room for the texts. */
static gboolean
set_in_size (Setting *setting, guint step)
{
  double least = setting->type->least;
  double most = MIN (setting->form->most * least, setting->stage->width / LEAST_LINE);
  gboolean has_room;

  clear_setting (setting);
  setting->lead = MAX (least, MIN (sizes[step] * least, most));
  set_number (setting);
  has_room = set_head (setting);
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
  guint step = 0;

  while (step < G_N_ELEMENTS (sizes))
    {
      double need = 1;

      if (set_in_size (setting, step))
        {
          g_autoptr (GPtrArray) parts = sotay_slide_flow_pour (setting->body, &setting->frames);

          if (parts->len == 1)
            return TRUE;
          need = MAX (1, measure_need (setting));
        }
      for (step++; step < G_N_ELEMENTS (sizes) - 1; step++)
        if (sizes[step] * least < setting->lead && sizes[step] * least <= 1.1 * setting->lead / sqrt (need))
          break;
    }
  return FALSE;
}

/* The largest size with as few parts as the least has. */
static void
fit_in_parts (Setting *setting)
{
  guint step = G_N_ELEMENTS (sizes) - 1;
  guint n_parts;
  gboolean better = TRUE;

  setting->split = TRUE;
  if (!set_in_size (setting, step))
    {
      setting->loose = TRUE;
      set_in_size (setting, step);
    }
  {
    g_autoptr (GPtrArray) parts = sotay_slide_flow_pour (setting->body, &setting->frames);

    n_parts = parts->len;
  }
  while (better && step > 0)
    {
      g_autoptr (GPtrArray) parts = NULL;

      better = set_in_size (setting, step - 1);
      parts = sotay_slide_flow_pour (setting->body, &setting->frames);
      better = better && parts->len <= n_parts;
      step -= better ? 1 : 0;
    }
  set_in_size (setting, step);
}

/* Adds the kicker, the number of the part, the title and the number of the utility, which stand on every part. */
static void
add_head (Setting *setting, SotaySlidePart *part, guint number, guint n_parts)
{
  g_autoptr (SotaySlideLines) mark = n_parts > 1 ? set_mark (setting, number, n_parts) : NULL;
  double right = setting->stage->x + setting->stage->width;
  double beside = setting->stage->x;
  double y = setting->stage->y + setting->mark_height;
  guint n = 0;

  for (guint i = 0; i < setting->head->len; i++)
    {
      const SotaySlidePiece *piece = setting->head->pdata[i];
      const SotaySlideRow *row = &g_array_index (piece->lines->rows, SotaySlideRow, 0);

      y += i > 0 ? piece->before : 0;
      if (i == 0 && setting->mark_height == 0)
        beside += row->x + row->width + setting->type->least;
      sotay_slide_part_insert (part, n++, piece->lines, setting->stage->x, y);
      y += sotay_slide_lines_get_height (piece->lines, 0, piece->lines->rows->len);
    }
  if (mark != NULL)
    sotay_slide_part_insert (part, n++, mark, beside, setting->stage->y);
  if (setting->number != NULL)
    sotay_slide_part_insert (part, n++, setting->number, right - sotay_slide_lines_get_width (setting->number),
                             setting->number_y);
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
