/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/slide-head.h"

#define NUMBER_SHARE 0.13    /* of the wall's width between the margins, that the utility's number may take */
#define HEAD_SHARE 0.5       /* of the height that the head may take */
#define PLACE_HEAD_SHARE 0.7 /* beside a page or a code, where little text is */
#define NARROW 18.0          /* an area not so wide, in least letters, has the number above the title */

/* A narrow area, or one beside a page, has no room for the number beside the title: it stands above it. */
static gboolean
is_stacked (SotaySlideSetting *setting)
{
  const SotaySlideStage *stage = setting->stage;

  return stage->width < NARROW * setting->type->least || (stage->has_place && stage->place_x > stage->x);
}

/* Top right: it tells from the last row where the lesson is. */
static void
set_number (SotaySlideSetting *setting)
{
  const SotaySlideStage *stage = setting->stage;
  double least = setting->type->least;
  g_autofree char *text = g_strdup_printf ("%u", setting->slide->utility);
  const SotaySlideRow *row = NULL;
  double size = sotay_slide_setting_choose (setting, NUMBER_SHARE * (setting->type->right - setting->type->left));

  setting->head_y = stage->y;
  if (setting->slide->utility == 0)
    return;
  setting->number = sotay_slide_setting_set (setting, text, size, setting->type->colours.accent, TRUE, stage->width);
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
get_number_width (SotaySlideSetting *setting)
{
  return setting->number != NULL && !is_stacked (setting)
           ? sotay_slide_lines_get_width (setting->number) + setting->type->least
           : 0;
}

static double
get_number_bottom (SotaySlideSetting *setting)
{
  const SotaySlideRow *row = &g_array_index (setting->number->rows, SotaySlideRow, 0);

  return setting->number_y + row->ink_y + row->ink_height;
}

/* "2/3", or the widest of its kind. */
static SotaySlideLines *
set_mark (SotaySlideSetting *setting, guint part, guint n_parts)
{
  g_autofree char *text = g_strdup_printf ("%u/%u", part, n_parts);

  return sotay_slide_setting_set (setting, text, setting->type->least, setting->type->colours.accent, TRUE,
                                  setting->stage->width);
}

static gboolean
has_kicker (SotaySlideSetting *setting)
{
  return !setting->loose && *setting->slide->kicker != '\0';
}

/* Whether the number of the part stands beside that of the utility, else it stands beside the kicker or above the
 * title. */
static gboolean
has_number_row (SotaySlideSetting *setting)
{
  return setting->number != NULL && is_stacked (setting);
}

static double
get_mark_width (SotaySlideSetting *setting, SotaySlideLines *mark)
{
  return mark != NULL ? sotay_slide_lines_get_width (mark) + setting->type->least : 0;
}

static double
get_head_share (SotaySlideSetting *setting)
{
  if (setting->slide->texts->len == 0 && !setting->form->is_thought)
    return 1;
  return setting->stage->has_place ? PLACE_HEAD_SHARE : HEAD_SHARE;
}

gboolean
sotay_slide_head_set (SotaySlideSetting *setting)
{
  g_autoptr (SotaySlideLines) mark = NULL;
  double width, height;
  gboolean fits;

  set_number (setting);
  if (setting->split > 0 && !has_number_row (setting))
    mark = set_mark (setting, setting->split, setting->split);
  width = setting->stage->width - get_number_width (setting);
  setting->head = sotay_slide_pieces_new ();
  if (has_kicker (setting))
    sotay_slide_setting_add_kicker (setting, setting->head, width - get_mark_width (setting, mark));
  else if (mark != NULL)
    setting->head_y += sotay_slide_lines_get_height (mark, 0, 1);
  if (!setting->loose && !setting->form->is_thought)
    sotay_slide_setting_add_title (setting, setting->head, width);
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

/* Adds "2/3" on the row of the utility's number, beside the kicker or above the title. */
static void
add_mark (SotaySlideSetting *setting, SotaySlidePart *part, guint index, guint number, guint n_parts)
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

void
sotay_slide_head_place (SotaySlideSetting *setting, SotaySlidePart *part, guint number, guint n_parts)
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
