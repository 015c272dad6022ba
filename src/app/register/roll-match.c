/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who on the list, or beside it, is meant by what was typed. */
#include "app/register/roll.h"

static int
compare_rates_cb (gconstpointer a, gconstpointer b)
{
  return GPOINTER_TO_INT (g_object_get_data (*(GObject *const *) b, "rate"))
         - GPOINTER_TO_INT (g_object_get_data (*(GObject *const *) a, "rate"));
}

static void
add_part (GPtrArray *matches, GPtrArray *part)
{
  g_ptr_array_sort (part, compare_rates_cb); /* stable: people of one rate stay in the order of names */
  for (guint i = 0; i < part->len; i++)
    g_ptr_array_add (matches, g_object_ref (part->pdata[i]));
}

static void
sort_in (SotayAttendee *attendee, int rate, GPtrArray *part)
{
  if (rate < 0)
    return;
  g_object_set_data (G_OBJECT (attendee), "rate", GINT_TO_POINTER (rate));
  g_ptr_array_add (part, g_object_ref (attendee));
}

GPtrArray *
sotay_roll_match (SotayRoll *self, SotayUnitNames *names, const char *typed, GPtrArray *others)
{
  g_autoptr (GPtrArray) awaited = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) strangers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) marked = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *matches = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *people = sotay_roll_get_people (self);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (SotayAttendee) attendee = g_list_model_get_item (people, i);

      sort_in (attendee, sotay_attendee_rate (attendee, names, typed),
               sotay_attendee_get_status (attendee) == NULL && !sotay_roll_is_to_come (self) ? awaited : marked);
    }
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      g_autoptr (SotayAttendee) stranger = sotay_attendee_new (others->pdata[i], NULL);

      if (sotay_roll_find (self, sotay_staff_get_id (others->pdata[i])) == NULL)
        sort_in (stranger, sotay_attendee_rate (stranger, names, typed), strangers);
    }
  add_part (matches, awaited);
  add_part (matches, strangers);
  add_part (matches, marked);
  return matches;
}
