/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/slide-setting.h"

#define QUIET_TITLE 1.12 /* a title that only reminds, in least letters */
#define SHORT_ROW 0.3    /* of the longest row: a last row that is shorter stands alone */
#define SHORT_TITLE_ROW 0.9

/* In least letters. */
static const double scale[SOTAY_SLIDE_N_SIZES] = { 1, 1.12, 1.25, 1.4, 1.58, 1.78, 2, 2.25, 2.5, 2.8, 3.15, 3.55, 4 };

void
sotay_slide_setting_clear (SotaySlideSetting *setting)
{
  g_clear_pointer (&setting->head, g_ptr_array_unref);
  g_clear_pointer (&setting->body, g_ptr_array_unref);
  g_clear_pointer (&setting->number, sotay_slide_lines_unref);
}

double
sotay_slide_setting_get_size (SotaySlideSetting *setting, guint step)
{
  return scale[step] * setting->type->least;
}

double
sotay_slide_setting_choose (SotaySlideSetting *setting, double most)
{
  guint step = SOTAY_SLIDE_N_SIZES - 1;

  while (step > 0 && sotay_slide_setting_get_size (setting, step) > most + 1e-6)
    step--;
  return sotay_slide_setting_get_size (setting, step);
}

SotaySlideLines *
sotay_slide_setting_set (SotaySlideSetting *setting, const char *text, double size, guint colour, gboolean bold,
                         double width)
{
  SotaySlideFont font = { size, bold, colour, setting->type->colours.ground };

  return sotay_slide_lines_new (setting->type, text, &font, width);
}

SotaySlidePiece *
sotay_slide_setting_add (SotaySlideSetting *setting, GPtrArray *pieces, const char *text, double size, guint colour,
                         gboolean bold, double width)
{
  SotaySlideLines *lines = sotay_slide_setting_set (setting, text, size, colour, bold, width);

  sotay_slide_lines_balance (lines, SHORT_ROW);
  return sotay_slide_pieces_add (pieces, lines);
}

void
sotay_slide_setting_add_kicker (SotaySlideSetting *setting, GPtrArray *pieces, double width)
{
  const SotaySlideType *type = setting->type;

  if (*setting->slide->kicker != '\0')
    sotay_slide_setting_add (setting, pieces, setting->slide->kicker, type->least, type->colours.accent, FALSE, width);
}

void
sotay_slide_setting_add_title (SotaySlideSetting *setting, GPtrArray *pieces, double width)
{
  const SotaySlideForm *form = setting->form;
  double size = sotay_slide_setting_choose (setting, (setting->smallest ? 1 : form->title) * setting->lead);
  SotaySlidePiece *piece = NULL;

  if (*setting->slide->title == '\0')
    return;
  if (form->title == 0)
    size = MIN (setting->lead, sotay_slide_setting_choose (setting, QUIET_TITLE * setting->type->least));
  piece = sotay_slide_setting_add (setting, pieces, setting->slide->title, size, setting->type->colours.text, TRUE,
                                   width);
  sotay_slide_lines_balance (piece->lines, SHORT_TITLE_ROW);
  piece->before = 0.1 * size;
  if (form->ornament != SOTAY_ORNAMENT_NONE)
    {
      piece->ornament = form->ornament;
      piece->colour = setting->type->colours.accent;
      piece->above = form->ornament == SOTAY_ORNAMENT_QUOTE ? 0.9 * size : 0.45 * size;
    }
}
