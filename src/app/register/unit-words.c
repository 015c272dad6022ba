/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/unit-words.h"

#include "core/dates.h"

#include <glib/gi18n-lib.h>

const char *
sotay_unit_kind_label (SotayUnitKind kind)
{
  switch (kind)
    {
    case SOTAY_UNIT_KIND_CITY:
      return _("City, province");
    case SOTAY_UNIT_KIND_WARD:
      return _("Ward, commune");
    case SOTAY_UNIT_KIND_DEPARTMENT:
      return _("Department, office");
    case SOTAY_UNIT_KIND_SCHOOL:
      return _("School");
    case SOTAY_UNIT_KIND_HEALTH:
      return _("Health station, hospital");
    case SOTAY_UNIT_KIND_POLICE:
      return _("Police");
    case SOTAY_UNIT_KIND_UNION:
      return _("Union, association");
    default:
      return _("Other kind");
    }
}

const char *
sotay_unit_words_kind (SotayUnit *unit)
{
  const char *word = sotay_unit_get_field (unit, SOTAY_UNIT_KIND);
  SotayUnitKind kind;

  return word != NULL && sotay_unit_kind_from_string (word, &kind) ? sotay_unit_kind_label (kind) : NULL;
}

char *
sotay_unit_words_ending (SotayUnit *unit)
{
  const char *closed_on = sotay_unit_get_field (unit, SOTAY_UNIT_CLOSED_ON);
  const char *word = sotay_unit_get_field (unit, SOTAY_UNIT_ENDING);
  g_autofree char *day = closed_on != NULL ? sotay_date_format_iso (closed_on) : NULL;
  SotayUnitEnding ending = SOTAY_UNIT_CLOSED;

  if (day == NULL)
    return NULL;
  if (word != NULL)
    sotay_unit_ending_from_string (word, &ending);
  switch (ending)
    {
    case SOTAY_UNIT_MERGED:
      return g_strdup_printf (_("merged on %s"), day);
    case SOTAY_UNIT_RENAMED:
      return g_strdup_printf (_("renamed on %s"), day);
    default:
      return g_strdup_printf (_("closed on %s"), day);
    }
}
