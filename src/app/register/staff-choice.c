/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-choice.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *value;
  const char *label;
} Choice;

static const Choice level_choices[] = {
  { NULL, N_("Not known") },
  { "1", N_("Level 1") },
  { "2", N_("Level 2") },
  { "3", N_("No account") },
};

static const Choice activated_choices[] = {
  { NULL, N_("Not known") },
  { "yes", N_("Activated") },
  { "no", N_("Not activated") },
};

static const Choice employment_choices[] = {
  { NULL, N_("Not known") },
  { "official", N_("Officials, civil servants") },
  { "public", N_("Public employees") },
  { "worker", N_("Contract workers") },
  { "part-time", N_("Part-time activists") },
  { "neighbourhood", N_("Neighbourhood and village") },
  { "other", N_("Other") },
};

static const Choice *
get_choices (SotayStaffField field, guint *n_choices)
{
  switch (field)
    {
    case SOTAY_STAFF_LEVEL:
      *n_choices = G_N_ELEMENTS (level_choices);
      return level_choices;
    case SOTAY_STAFF_ACTIVATED:
      *n_choices = G_N_ELEMENTS (activated_choices);
      return activated_choices;
    case SOTAY_STAFF_EMPLOYMENT:
      *n_choices = G_N_ELEMENTS (employment_choices);
      return employment_choices;
    default:
      *n_choices = 0;
      return NULL;
    }
}

guint
sotay_staff_choice_count (SotayStaffField field)
{
  guint n_choices;

  get_choices (field, &n_choices);
  return n_choices;
}

const char *
sotay_staff_choice_value (SotayStaffField field, guint choice)
{
  guint n_choices;

  return get_choices (field, &n_choices)[choice].value;
}

const char *
sotay_staff_choice_label (SotayStaffField field, guint choice)
{
  guint n_choices;

  return _(get_choices (field, &n_choices)[choice].label);
}

guint
sotay_staff_choice_find (SotayStaffField field, const char *value)
{
  guint n_choices;
  const Choice *choices = get_choices (field, &n_choices);

  for (guint i = 0; i < n_choices; i++)
    if (g_strcmp0 (choices[i].value, value) == 0)
      return i;
  return 0;
}
