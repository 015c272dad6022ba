/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/slide-body.h"

#define TWO_COLUMNS 22.0 /* an area so wide, in least letters, has two columns of a list */
#define COLUMN_GAP 1.5   /* in least letters */
#define TICK_WIDTH 1.2   /* in letters of the choice: room for a tick after it */
#define LABEL_SHARE 0.3  /* of the width that a label may take */

static void
set_columns (SotaySlideSetting *setting)
{
  double least = setting->type->least;
  gboolean two = setting->slide->kind == SOTAY_SLIDE_LIST && setting->stage->width >= TWO_COLUMNS * least;

  setting->frames.count = two ? 2 : 1;
  setting->frames.width = two ? (setting->stage->width - COLUMN_GAP * least) / 2 : setting->stage->width;
  setting->frames.step = setting->frames.width + COLUMN_GAP * least;
}

static gboolean
has_discs (SotaySlideSetting *setting)
{
  return setting->slide->kind == SOTAY_SLIDE_CHECK || setting->slide->kind == SOTAY_SLIDE_SOLUTION;
}

static SotaySlideLines *
set_label (SotaySlideSetting *setting, const SotaySlideText *text, guint colour)
{
  return sotay_slide_setting_set (setting, text->label, setting->lead, colour, TRUE, setting->frames.width);
}

/* How far the texts of entries stand from the left: as far as the widest label needs. */
static double
measure_labels (SotaySlideSetting *setting)
{
  double widest = 0;

  if (has_discs (setting))
    return 1.9 * setting->lead;
  for (guint i = 0; i < setting->slide->texts->len; i++)
    {
      const SotaySlideText *text = setting->slide->texts->pdata[i];

      if (text->label != NULL)
        {
          g_autoptr (SotaySlideLines) label = set_label (setting, text, setting->type->colours.accent);

          widest = MAX (widest, sotay_slide_lines_get_width (label));
        }
    }
  return MIN (widest, LABEL_SHARE * setting->frames.width) + 0.6 * setting->lead;
}

/* That of the right choice stands on a disc. */
static void
add_label (SotaySlideSetting *setting, SotaySlidePiece *piece, const SotaySlideText *text)
{
  const SotayWallColours *colours = &setting->type->colours;
  double size = setting->lead;
  double width;

  piece->label = set_label (setting, text, text->marked ? colours->ground : colours->accent);
  piece->label->font.ground = text->marked ? colours->accent : colours->ground;
  width = sotay_slide_lines_get_width (piece->label);
  piece->label_x = has_discs (setting) ? (1.4 * size - width) / 2 : piece->indent - 0.6 * size - width;
  if (has_discs (setting))
    piece->ornament = text->marked ? SOTAY_ORNAMENT_DISC : SOTAY_ORNAMENT_RING;
  piece->colour = colours->accent;
}

static void
set_entry (SotaySlideSetting *setting, const SotaySlideText *text, double indent)
{
  const SotayWallColours *colours = &setting->type->colours;
  guint colour = text->marked ? colours->accent : colours->text;
  double size = setting->lead;
  g_autoptr (SotaySlideLines) label = text->label != NULL ? set_label (setting, text, colours->accent) : NULL;
  gboolean hangs = label != NULL && sotay_slide_lines_get_width (label) <= indent - 0.55 * size;
  g_autofree char *joined = label != NULL && !hangs ? g_strdup_printf ("%s. %s", text->label, text->text) : NULL;
  double left = hangs ? indent : 0;
  double right = text->marked ? TICK_WIDTH * size : 0;
  SotaySlidePiece *piece = sotay_slide_setting_add (setting, setting->body, joined != NULL ? joined : text->text, size,
                                                    colour, text->marked, setting->frames.width - left - right);

  piece->indent = left;
  piece->before = (has_discs (setting) ? 0.5 : 0.3) * size;
  if (hangs)
    add_label (setting, piece, text);
}

/* In a list, the name of a level; else the thought, or why a choice is right. */
static void
set_lead (SotaySlideSetting *setting, const SotaySlideText *text, gboolean has_remark)
{
  const SotayWallColours *colours = &setting->type->colours;
  gboolean heading = setting->slide->kind == SOTAY_SLIDE_LIST;
  gboolean reason = has_discs (setting);
  double size = setting->lead;
  SotaySlidePiece *piece = NULL;

  if (setting->slide->kind == SOTAY_SLIDE_TITLE || reason)
    size = sotay_slide_setting_choose (setting, size * 0.9);
  piece = sotay_slide_setting_add (setting, setting->body, text->text, size,
                                   heading ? colours->accent : colours->text, heading, setting->frames.width);
  piece->before = (reason ? 0.9 : 0.55) * size;
  piece->keep = heading || has_remark;
  piece->column = heading;
}

/* A remark stands near the thought that it belongs to when another one follows. */
static void
set_remark (SotaySlideSetting *setting, const SotaySlideText *text, gboolean is_inside)
{
  double size = sotay_slide_setting_choose (setting, 0.64 * setting->lead);
  SotaySlidePiece *piece = sotay_slide_setting_add (setting, setting->body, text->text, size,
                                                    setting->type->colours.muted, FALSE, setting->frames.width);

  piece->before = (is_inside ? 0.2 : 0.8) * size;
}

void
sotay_slide_body_set (SotaySlideSetting *setting)
{
  GPtrArray *texts = setting->slide->texts;
  double indent;

  set_columns (setting);
  indent = measure_labels (setting);
  setting->body = sotay_slide_pieces_new ();
  if (setting->loose)
    sotay_slide_setting_add_kicker (setting, setting->body, setting->frames.width);
  if (setting->loose || setting->form->is_thought)
    sotay_slide_setting_add_title (setting, setting->body, setting->frames.width);
  for (guint i = 0; i < texts->len; i++)
    {
      const SotaySlideText *text = texts->pdata[i];
      const SotaySlideText *next = i + 1 < texts->len ? texts->pdata[i + 1] : NULL;

      if (*text->text == '\0' && text->label == NULL)
        continue;
      if (text->role == SOTAY_SLIDE_ENTRY)
        set_entry (setting, text, indent);
      else if (text->role == SOTAY_SLIDE_LEAD)
        set_lead (setting, text, next != NULL && next->role == SOTAY_SLIDE_REMARK);
      else
        set_remark (setting, text, next != NULL && next->role == SOTAY_SLIDE_LEAD);
    }
}
