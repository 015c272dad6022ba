/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-change.h"

#include "app/register/step-actions.h"
#include "register/edit.h"

typedef struct
{
  GPtrArray *people;
  GDate day; /* invalid to take the mark away */
  gboolean passed;
} Mark;

static void
mark_free (Mark *mark)
{
  g_ptr_array_unref (mark->people);
  g_free (mark);
}

static SotayStep *
make_mark (SotayStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Mark *mark = data;

  return sotay_edit_mark_trained (mark->people, g_date_valid (&mark->day) ? &mark->day : NULL, mark->passed, NULL,
                                  error);
}

static SotayStep *
make_removal (SotayStore *store, gpointer people, GCancellable *cancellable, GError **error)
{
  g_auto (GStrv) ids = sotay_edit_list_staff_ids (people);
  g_autoptr (GPtrArray) belongings = sotay_store_list_belongings (store, (const char *const *) ids, cancellable, error);

  return belongings != NULL ? sotay_edit_remove_staff (people, belongings) : NULL;
}

void
sotay_staff_mark_async (SotayStore *store, GPtrArray *people, const GDate *day, gboolean passed,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Mark *mark = g_new0 (Mark, 1);

  mark->people = g_ptr_array_ref (people);
  mark->passed = passed;
  if (day != NULL)
    mark->day = *day;
  sotay_do_step_async (store, make_mark, mark, (GDestroyNotify) mark_free, cancellable, callback, data);
}

void
sotay_staff_remove_async (SotayStore *store, GPtrArray *people, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  sotay_do_step_async (store, make_removal, g_ptr_array_ref (people), (GDestroyNotify) g_ptr_array_unref, cancellable,
                       callback, data);
}
