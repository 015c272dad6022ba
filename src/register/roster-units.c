/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster-units.h"

#include "core/text.h"

#include <string.h>

/* No tree of offices is deeper; a damaged one that runs in a circle ends here. */
#define DEEPEST 64

struct _SotayRosterUnits
{
  GPtrArray *all;
  GPtrArray *new_units;
  GHashTable *by_id;   /* id: SotayRosterUnit */
  GHashTable *by_name; /* folded name: GPtrArray of SotayRosterUnit */
  GHashTable *found;   /* the path joined: SotayRosterUnit; a long list names the same few units again and again */
  SotayRosterUnit *home;
};

static void
unit_free (SotayRosterUnit *unit)
{
  g_object_unref (unit->unit);
  g_free (unit->folded);
  g_free (unit);
}

static SotayRosterUnit *
know (SotayRosterUnits *self, SotayUnit *unit)
{
  SotayRosterUnit *known = g_new0 (SotayRosterUnit, 1);
  GPtrArray *namesakes;

  known->unit = g_object_ref (unit);
  known->folded = sotay_text_fold (sotay_unit_get_name (unit));
  g_ptr_array_add (self->all, known);
  g_hash_table_insert (self->by_id, (char *) sotay_unit_get_id (unit), known);
  namesakes = g_hash_table_lookup (self->by_name, known->folded);
  if (namesakes == NULL)
    {
      namesakes = g_ptr_array_new ();
      g_hash_table_insert (self->by_name, known->folded, namesakes);
    }
  g_ptr_array_add (namesakes, known);
  return known;
}

/* How many steps @unit stands below @above; -1 when it does not. */
static int
depth_below (SotayRosterUnit *unit, SotayRosterUnit *above)
{
  for (int depth = 0; unit != NULL && depth < DEEPEST; depth++, unit = unit->parent)
    if (unit == above)
      return depth;
  return -1;
}

static gboolean
is_closed (SotayRosterUnit *unit)
{
  return sotay_unit_get_field (unit->unit, SOTAY_UNIT_CLOSED_ON) != NULL;
}

/* How well a unit of the right name fits: the lower the better, -1 not at all. Closed ones stand last. */
static int
fitness (SotayRosterUnit *unit, SotayRosterUnit *above)
{
  int place = above != NULL ? depth_below (unit, above) : (unit->at_home ? 0 : 1);

  return place < 0 ? -1 : place + (is_closed (unit) ? DEEPEST : 0);
}

static SotayRosterUnit *
find_name (SotayRosterUnits *self, SotayRosterUnit *above, const char *name)
{
  g_autofree char *folded = sotay_text_fold (name);
  GPtrArray *namesakes = g_hash_table_lookup (self->by_name, folded);
  SotayRosterUnit *found = NULL;
  int best = G_MAXINT;

  for (guint i = 0; namesakes != NULL && i < namesakes->len; i++)
    {
      int fits = fitness (g_ptr_array_index (namesakes, i), above);

      if (fits < 0 || fits >= best)
        continue;
      best = fits;
      found = g_ptr_array_index (namesakes, i);
    }
  return found;
}

static SotayRosterUnit *
make (SotayRosterUnits *self, SotayRosterUnit *above, const char *name)
{
  SotayRosterUnit *parent = above != NULL ? above : self->home;
  g_autoptr (SotayUnit) unit = sotay_unit_new (NULL, parent != NULL ? sotay_unit_get_id (parent->unit) : NULL, name);
  SotayRosterUnit *known = know (self, unit);

  known->parent = parent;
  known->at_home = TRUE;
  known->is_new = TRUE;
  g_ptr_array_add (self->new_units, known);
  return known;
}

SotayRosterUnits *
sotay_roster_units_new (GPtrArray *units, const char *home_id)
{
  SotayRosterUnits *self = g_new0 (SotayRosterUnits, 1);

  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) unit_free);
  self->new_units = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < units->len; i++)
    know (self, g_ptr_array_index (units, i));
  for (guint i = 0; i < self->all->len; i++)
    {
      SotayRosterUnit *unit = g_ptr_array_index (self->all, i);
      const char *parent_id = sotay_unit_get_parent_id (unit->unit);

      unit->parent = parent_id != NULL ? g_hash_table_lookup (self->by_id, parent_id) : NULL;
    }
  self->home = home_id != NULL ? sotay_roster_units_get (self, home_id) : NULL;
  for (guint i = 0; i < self->all->len; i++)
    {
      SotayRosterUnit *unit = g_ptr_array_index (self->all, i);

      unit->at_home = self->home == NULL || depth_below (unit, self->home) >= 0;
    }
  return self;
}

void
sotay_roster_units_free (SotayRosterUnits *units)
{
  g_hash_table_unref (units->found);
  g_hash_table_unref (units->by_name);
  g_hash_table_unref (units->by_id);
  g_ptr_array_unref (units->new_units);
  g_ptr_array_unref (units->all);
  g_free (units);
}

SotayRosterUnit *
sotay_roster_units_get (SotayRosterUnits *units, const char *id)
{
  return g_hash_table_lookup (units->by_id, id);
}

SotayRosterUnit *
sotay_roster_units_find (SotayRosterUnits *units, const char *const *path, gboolean loose)
{
  g_autofree char *names = NULL;
  g_autofree char *joined = NULL;
  SotayRosterUnit *unit;

  if (path[0] == NULL)
    return units->home;
  names = g_strjoinv ("\n", (char **) path);
  joined = g_strconcat (loose ? "?" : "!", names, NULL);
  unit = g_hash_table_lookup (units->found, joined);
  if (unit != NULL)
    return unit;
  for (guint i = 0; path[i] != NULL; i++)
    {
      SotayRosterUnit *known = find_name (units, unit, path[i]);

      if (known == NULL && loose && path[i + 1] == NULL)
        known = find_name (units, NULL, path[i]);
      unit = known != NULL ? known : make (units, unit, path[i]);
    }
  g_hash_table_insert (units->found, g_steal_pointer (&joined), unit);
  return unit;
}

gboolean
sotay_roster_unit_has_ended (const SotayRosterUnit *unit, const char *left_on)
{
  const char *closed_on;

  /* A new one would be below the first that is there. */
  while (unit != NULL && unit->is_new)
    {
      unit = unit->parent;
      left_on = NULL;
    }
  closed_on = unit != NULL ? sotay_unit_get_field (unit->unit, SOTAY_UNIT_CLOSED_ON) : NULL;
  return closed_on != NULL && (left_on == NULL || strcmp (left_on, closed_on) > 0);
}

GPtrArray *
sotay_roster_units_list_new (SotayRosterUnits *units)
{
  return units->new_units;
}
