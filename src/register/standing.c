/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/standing.h"

#include "register/practice.h"
#include "register/utilities.h"

#include <string.h>

/* ISO days compare as text; a day that is not there is later than any. */
static const char *
earlier (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return a != NULL ? a : b;
  return strcmp (a, b) <= 0 ? a : b;
}

/* The day on which both are there; NULL when one never is. */
static const char *
later (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return NULL;
  return strcmp (a, b) >= 0 ? a : b;
}

static void
note_lesson (SotayStanding *standing, const SotayLesson *lesson)
{
  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    if (lesson->utilities & (1u << i))
      standing->taught_on[i] = earlier (standing->taught_on[i], lesson->day);
}

static GArray *
list_fluent (GPtrArray *practice)
{
  GArray *fluent = g_array_new (FALSE, FALSE, sizeof (SotayLesson));

  for (guint i = 0; i < practice->len; i++)
    {
      SotayRecord *record = g_ptr_array_index (practice, i);
      const char *level = sotay_record_get (record, SOTAY_PRACTICE_LEVEL);
      SotayLesson mark = { sotay_record_get (record, SOTAY_PRACTICE_DAY), 0 };

      if (g_strcmp0 (level, sotay_practice_level_to_string (SOTAY_PRACTICE_FLUENT)) == 0
          && sotay_utilities_parse (sotay_record_get (record, SOTAY_PRACTICE_UTILITY), &mark.utilities))
        g_array_append_val (fluent, mark);
    }
  return fluent;
}

static void
note_fluent (SotayStanding *standing, const SotayLesson *mark)
{
  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    if (mark->utilities & (1u << i))
      standing->fluent_on[i] = mark->day;
}

const char *
sotay_standing_complete_on (const char *const *days, guint required)
{
  const char *last = "";

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    if (required & (1u << i))
      last = later (last, days[i]);
  return last != NULL && *last != '\0' ? last : NULL;
}

void
sotay_standing_compute_days (guint required, GArray *lessons, GArray *fluent, const char *trained_on,
                             const char *passed_on, SotayStanding *standing)
{
  const char *trained;
  const char *passed;

  memset (standing, 0, sizeof *standing);
  for (guint i = 0; i < lessons->len; i++)
    note_lesson (standing, &g_array_index (lessons, SotayLesson, i));
  for (guint i = 0; i < fluent->len; i++)
    note_fluent (standing, &g_array_index (fluent, SotayLesson, i));
  trained = sotay_standing_complete_on (standing->taught_on, required);
  standing->trained_since = earlier (trained, trained_on);
  passed = sotay_standing_complete_on (standing->fluent_on, required);
  passed = earlier (passed, passed_on);
  standing->passed_since = later (standing->trained_since, passed);
}

void
sotay_standing_compute (guint required, GArray *lessons, GPtrArray *practice, SotayStaff *staff,
                        SotayStanding *standing)
{
  g_autoptr (GArray) fluent = list_fluent (practice);

  sotay_standing_compute_days (required, lessons, fluent, sotay_staff_get_field (staff, SOTAY_STAFF_TRAINED_ON),
                               sotay_staff_get_field (staff, SOTAY_STAFF_PASSED_ON), standing);
}
