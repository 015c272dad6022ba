/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/slide-flow.h"

/* So many heights are tried between the least possible and that of the frames. */
#define EVEN_STEPS 12

typedef struct
{
  GPtrArray *pieces;
  const SotaySlideFrames *frames;
  GPtrArray *parts;
  guint column;
  double y; /* used of the frame */
} Pour;

static void
piece_free (SotaySlidePiece *piece)
{
  sotay_slide_lines_unref (piece->lines);
  g_clear_pointer (&piece->label, sotay_slide_lines_unref);
  g_free (piece);
}

GPtrArray *
sotay_slide_pieces_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
}

SotaySlidePiece *
sotay_slide_pieces_add (GPtrArray *pieces, SotaySlideLines *lines)
{
  SotaySlidePiece *piece = g_new0 (SotaySlidePiece, 1);

  piece->lines = lines;
  g_ptr_array_add (pieces, piece);
  return piece;
}

static void
clear_run (SotaySlideRun *run)
{
  sotay_slide_lines_unref (run->lines);
}

static SotaySlidePart *
part_new (void)
{
  SotaySlidePart *part = g_new0 (SotaySlidePart, 1);

  part->runs = g_array_new (FALSE, FALSE, sizeof (SotaySlideRun));
  g_array_set_clear_func (part->runs, (GDestroyNotify) clear_run);
  part->shapes = g_array_new (FALSE, FALSE, sizeof (SotaySlideShape));
  return part;
}

static void
part_free (SotaySlidePart *part)
{
  g_array_unref (part->runs);
  g_array_unref (part->shapes);
  g_free (part);
}

void
sotay_slide_part_insert (SotaySlidePart *part, guint index, SotaySlideLines *lines, double x, double y)
{
  SotaySlideRun run = { sotay_slide_lines_ref (lines), 0, lines->rows->len, x, y };

  g_array_insert_val (part->runs, index, run);
}

static void
begin_frame (Pour *pour)
{
  pour->y = 0;
  pour->column++;
  if (pour->parts->len > 0 && pour->column < pour->frames->count)
    return;
  pour->column = 0;
  g_ptr_array_add (pour->parts, part_new ());
}

static double
measure_piece (const SotaySlidePiece *piece)
{
  return piece->above + sotay_slide_lines_get_height (piece->lines, 0, piece->lines->rows->len);
}

static guint
count_fitting (const SotaySlidePiece *piece, guint first, double space)
{
  guint count = 0;

  /* Half a pixel is rounding. */
  for (guint i = first; i < piece->lines->rows->len; i++, count++)
    {
      space -= g_array_index (piece->lines->rows, SotaySlideRow, i).height;
      if (space < -0.5)
        break;
    }
  return count;
}

/* Whether the first two rows of the next text fit into @space. */
static gboolean
has_room_for_next (Pour *pour, guint index, double space)
{
  const SotaySlidePiece *next = NULL;

  if (index + 1 >= pour->pieces->len)
    return TRUE;
  next = pour->pieces->pdata[index + 1];
  return count_fitting (next, 0, space - next->before - next->above) >= MIN (2, next->lines->rows->len);
}

static void
place_label (SotaySlidePart *part, const SotaySlidePiece *piece, double x, double y)
{
  const SotaySlideRow *row = &g_array_index (piece->lines->rows, SotaySlideRow, 0);
  const SotaySlideRow *label = &g_array_index (piece->label->rows, SotaySlideRow, 0);

  sotay_slide_part_insert (part, part->runs->len, piece->label, x + piece->label_x, y + row->ascent - label->ascent);
}

/* A ring or disc stands around the label, in the middle of its capital letter. */
static void
place_ornament (SotaySlidePart *part, const SotaySlidePiece *piece, double x, double y)
{
  double size = piece->lines->font.size;
  const SotaySlideRow *row = &g_array_index (piece->lines->rows, SotaySlideRow, 0);
  SotaySlideShape shape = { piece->ornament, x, y, piece->above, piece->above, piece->colour };

  if (piece->ornament == SOTAY_ORNAMENT_NONE)
    return;
  if (piece->ornament == SOTAY_ORNAMENT_RING || piece->ornament == SOTAY_ORNAMENT_DISC)
    {
      shape.height = 1.4 * size;
      shape.width = shape.height;
      shape.y = y + row->ascent - 0.36 * size - shape.height / 2;
    }
  g_array_append_val (part->shapes, shape);
}

/* After the last row, as high as a capital letter. */
static void
place_tick (SotaySlidePart *part, const SotaySlidePiece *piece, double x, double bottom)
{
  double size = piece->lines->font.size;
  const SotaySlideRow *row = &g_array_index (piece->lines->rows, SotaySlideRow, piece->lines->rows->len - 1);
  SotaySlideShape shape = {
    SOTAY_ORNAMENT_TICK, x + row->x + row->width + 0.35 * size, bottom - row->height + row->ascent - 0.75 * size,
    0.75 * size, 0.75 * size, piece->colour,
  };

  g_array_append_val (part->shapes, shape);
}

static void
place_rows (Pour *pour, const SotaySlidePiece *piece, guint first, guint n_rows)
{
  SotaySlidePart *part = pour->parts->pdata[pour->parts->len - 1];
  double x = pour->frames->x + pour->column * pour->frames->step;
  SotaySlideRun run = { piece->lines, first, n_rows, x + piece->indent, 0 };
  double y;

  if (first == 0 && pour->y > 0)
    pour->y += piece->before;
  y = pour->frames->y + pour->y;
  if (first == 0)
    {
      place_ornament (part, piece, x, y);
      y += piece->above;
      pour->y += piece->above;
      if (piece->label != NULL)
        place_label (part, piece, x, y);
    }
  run.y = y;
  sotay_slide_lines_ref (run.lines);
  g_array_append_val (part->runs, run);
  pour->y += sotay_slide_lines_get_height (piece->lines, first, n_rows);
  part->used = MAX (part->used, pour->y);
  if (piece->ornament == SOTAY_ORNAMENT_DISC && first + n_rows == piece->lines->rows->len)
    place_tick (part, piece, run.x, pour->frames->y + pour->y);
}

/* How many rows of a piece from @first go into the frame as it is: 0 when the next frame is better. */
static guint
choose_rows (Pour *pour, guint index, guint first)
{
  const SotaySlidePiece *piece = pour->pieces->pdata[index];
  guint rest = piece->lines->rows->len - first;
  gboolean fresh = pour->y == 0;
  double space = pour->frames->height - pour->y;
  guint fitting;

  if (first == 0)
    space -= piece->above + (fresh ? 0 : piece->before);
  fitting = count_fitting (piece, first, space);
  if (fitting >= rest)
    {
      double left = space - sotay_slide_lines_get_height (piece->lines, first, rest);

      if (!piece->keep || has_room_for_next (pour, index, left))
        return rest;
      /* The next text takes the last two rows along. */
      return rest >= 4 ? rest - 2 : fresh ? rest : 0;
    }
  if (!fresh && first == 0 && (fitting < 2 || measure_piece (piece) <= pour->frames->height))
    return 0;
  /* The last row does not stand alone. */
  if (fitting == rest - 1 && fitting > 2)
    fitting--;
  return fresh ? MAX (fitting, 1) : fitting;
}

static void
pour_piece (Pour *pour, guint index)
{
  const SotaySlidePiece *piece = pour->pieces->pdata[index];
  guint row = 0;

  if (piece->column && pour->frames->count > 1 && pour->y > 0)
    begin_frame (pour);
  while (row < piece->lines->rows->len)
    {
      guint rows = choose_rows (pour, index, row);

      if (rows > 0)
        place_rows (pour, piece, row, rows);
      row += rows;
      if (row < piece->lines->rows->len)
        begin_frame (pour);
    }
}

GPtrArray *
sotay_slide_flow_pour (GPtrArray *pieces, const SotaySlideFrames *frames)
{
  Pour pour = {
    .pieces = pieces,
    .frames = frames,
    .parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free),
  };

  begin_frame (&pour);
  for (guint i = 0; i < pieces->len; i++)
    pour_piece (&pour, i);
  return pour.parts;
}

GPtrArray *
sotay_slide_flow_pour_evenly (GPtrArray *pieces, const SotaySlideFrames *frames)
{
  GPtrArray *parts = sotay_slide_flow_pour (pieces, frames);
  SotaySlideFrames lower = *frames;
  double least = sotay_slide_flow_measure (pieces) / (parts->len * frames->count);

  for (guint i = 0; i < EVEN_STEPS && least < frames->height; i++)
    {
      GPtrArray *even = NULL;

      lower.height = least + (frames->height - least) * i / EVEN_STEPS;
      even = sotay_slide_flow_pour (pieces, &lower);
      if (even->len <= parts->len)
        {
          g_ptr_array_unref (parts);
          return even;
        }
      g_ptr_array_unref (even);
    }
  return parts;
}

double
sotay_slide_flow_measure (GPtrArray *pieces)
{
  double height = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const SotaySlidePiece *piece = pieces->pdata[i];

      height += (i > 0 ? piece->before : 0) + measure_piece (piece);
    }
  return height;
}

gboolean
sotay_slide_flow_breaks_word (GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    if (((const SotaySlidePiece *) pieces->pdata[i])->lines->breaks_word)
      return TRUE;
  return FALSE;
}
