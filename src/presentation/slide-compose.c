/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/slide-compose.h"

#include "presentation/slide-body.h"
#include "presentation/slide-head.h"

#include <math.h>

#define LEAST_LINE 9.0     /* a line has room for so many letters (em), unless they are the least */
#define MOST_PARTS_USUAL 9 /* room is kept for their numbers */
#define MOST_PARTS 9999

static const SotaySlideForm forms[] = {
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

/* Sets everything anew in the size of @step. Returns whether the head leaves room for the texts, and no word is broken
 * that smaller letters may leave whole; else there may be no body. */
static gboolean
set_in_size (SotaySlideSetting *setting, guint step)
{
  double most = MIN (setting->form->most * setting->type->least, setting->stage->width / LEAST_LINE);
  gboolean has_room;

  sotay_slide_setting_clear (setting);
  setting->lead = sotay_slide_setting_choose (setting, MIN (sotay_slide_setting_get_size (setting, step), most));
  setting->smallest = step == 0;
  has_room = sotay_slide_head_set (setting) || setting->loose;
  if (!has_room || (!setting->smallest && sotay_slide_flow_breaks_word (setting->head)))
    return FALSE;
  sotay_slide_body_set (setting);
  return setting->smallest || !sotay_slide_flow_breaks_word (setting->body);
}

/* Returns how high the texts are, in heights of what they have. */
static double
measure_need (SotaySlideSetting *setting)
{
  return sotay_slide_flow_measure (setting->body) / (setting->frames.height * setting->frames.count);
}

/* Whether a size is no smaller than the present one, or surely too large when that needs @need heights: smaller letters
 * need less of both width and height. */
static gboolean
is_too_large (SotaySlideSetting *setting, guint step, double need)
{
  double size = sotay_slide_setting_get_size (setting, step);

  return size >= setting->lead || size > 1.1 * setting->lead / sqrt (need);
}

/* The largest size in which the slide has one part. Returns %FALSE when even the least is too large. */
static gboolean
fit_in_one (SotaySlideSetting *setting)
{
  for (int step = SOTAY_SLIDE_N_SIZES - 1; step >= 0; step--)
    {
      double need = 1;

      if (set_in_size (setting, (guint) step))
        {
          g_autoptr (GPtrArray) parts = sotay_slide_flow_pour (setting->body, &setting->frames);

          if (parts->len == 1)
            return TRUE;
          need = MAX (1, measure_need (setting));
        }
      while (step > 1 && is_too_large (setting, (guint) step - 1, need))
        step--;
    }
  return FALSE;
}

static guint
count_parts (SotaySlideSetting *setting)
{
  g_autoptr (GPtrArray) parts = sotay_slide_flow_pour (setting->body, &setting->frames);

  return parts->len;
}

/* Sets the slide in the least size. */
static guint
count_most_parts (SotaySlideSetting *setting)
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
fit_in_parts (SotaySlideSetting *setting)
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
  while (step + 1 < SOTAY_SLIDE_N_SIZES && set_in_size (setting, step + 1)
         && setting->lead >= sotay_slide_setting_get_size (setting, step + 1) && count_parts (setting) <= n_parts)
    step++;
  set_in_size (setting, step);
}

static GPtrArray *
pour (SotaySlideSetting *setting)
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
  SotaySlideSetting setting = { .stage = stage, .type = type, .slide = slide, .form = &forms[slide->kind] };
  GPtrArray *parts = NULL;

  if (!fit_in_one (&setting))
    fit_in_parts (&setting);
  parts = pour (&setting);
  for (guint i = 0; i < parts->len; i++)
    sotay_slide_head_place (&setting, parts->pdata[i], i + 1, parts->len);
  sotay_slide_setting_clear (&setting);
  return parts;
}
