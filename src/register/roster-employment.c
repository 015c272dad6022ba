/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster-employment.h"

#include "core/text.h"

static void
employment_free (gpointer data)
{
  SotayRosterEmployment *employment = data;

  g_free (employment->text);
  g_free (employment->folded);
  g_free (employment->answer);
  g_free (employment);
}

static SotayRosterEmployment *
add (GPtrArray *employments, const char *text, const char *answer)
{
  SotayRosterEmployment *employment = g_new0 (SotayRosterEmployment, 1);

  employment->text = g_strdup (text);
  employment->folded = sotay_text_fold (text);
  employment->answer = g_strdup (answer);
  g_ptr_array_add (employments, employment);
  return employment;
}

GPtrArray *
sotay_roster_employments_new (const char *const *answers)
{
  GPtrArray *employments = g_ptr_array_new_with_free_func (employment_free);

  for (guint i = 0; answers != NULL && answers[i] != NULL; i += 2)
    add (employments, answers[i], answers[i + 1]);
  return employments;
}

static SotayRosterEmployment *
find (GPtrArray *employments, const char *text)
{
  g_autofree char *folded = sotay_text_fold (text);

  for (guint i = 0; i < employments->len; i++)
    {
      SotayRosterEmployment *employment = employments->pdata[i];

      if (g_str_equal (employment->folded, folded))
        return employment;
    }
  return employments->len < SOTAY_ROSTER_MOST_EMPLOYMENTS ? add (employments, text, NULL) : NULL;
}

char *
sotay_roster_employments_apply (GPtrArray *employments, const SotayRosterLine *line, const char **fields,
                                guint *notes)
{
  SotayRosterEmployment *employment = line->employment != NULL ? find (employments, line->employment) : NULL;
  const char *note = fields[SOTAY_STAFF_NOTE];
  char *longer;

  if (employment == NULL)
    return NULL;
  employment->count++;
  if (employment->answer == NULL)
    return NULL;
  *notes &= ~SOTAY_ROSTER_NOTE_BIT (SOTAY_ROSTER_NOTE_EMPLOYMENT);
  if (!g_str_equal (employment->answer, SOTAY_ROSTER_EMPLOYMENT_NOTE))
    {
      fields[SOTAY_STAFF_EMPLOYMENT] = *employment->answer != '\0' ? employment->answer : NULL;
      return NULL;
    }
  longer = note != NULL && *note != '\0' ? g_strdup_printf ("%s; %s", note, employment->text)
                                         : g_strdup (employment->text);
  fields[SOTAY_STAFF_NOTE] = longer;
  return longer;
}
