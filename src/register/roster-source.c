/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster-source.h"

#define WHOLE 1000000 /* of the progress, which is kept as a whole number that threads can share */

struct _SotayRosterSource
{
  GFile *file;
  char *pasted;
  char *name;
  SotayRosterTable *table;
  int done;
};

SotayRosterSource *
sotay_roster_source_new_file (GFile *file)
{
  SotayRosterSource *source = g_atomic_rc_box_new0 (SotayRosterSource);
  g_autofree char *name = g_file_get_basename (file);

  source->file = g_object_ref (file);
  source->name = name != NULL ? g_filename_display_name (name) : NULL;
  return source;
}

SotayRosterSource *
sotay_roster_source_new_text (const char *pasted)
{
  SotayRosterSource *source = g_atomic_rc_box_new0 (SotayRosterSource);

  source->pasted = g_strdup (pasted);
  return source;
}

SotayRosterSource *
sotay_roster_source_ref (SotayRosterSource *source)
{
  return g_atomic_rc_box_acquire (source);
}

static void
clear (gpointer data)
{
  SotayRosterSource *source = data;

  g_clear_object (&source->file);
  g_free (source->pasted);
  g_free (source->name);
  g_clear_pointer (&source->table, sotay_roster_table_free);
}

void
sotay_roster_source_unref (SotayRosterSource *source)
{
  g_atomic_rc_box_release_full (source, clear);
}

SotayRosterTable *
sotay_roster_source_load (SotayRosterSource *source, GCancellable *cancellable, GError **error)
{
  if (source->table == NULL && source->file != NULL)
    source->table = sotay_roster_table_read (source->file, cancellable, error);
  else if (source->table == NULL)
    source->table = sotay_roster_table_read_text (source->pasted, error);
  return source->table;
}

SotayRosterTable *
sotay_roster_source_get_table (SotayRosterSource *source)
{
  return source->table;
}

const char *
sotay_roster_source_get_name (SotayRosterSource *source)
{
  return source->name;
}

void
sotay_roster_source_forget (SotayRosterSource *source)
{
  g_clear_pointer (&source->table, sotay_roster_table_free);
}

double
sotay_roster_source_get_progress (SotayRosterSource *source)
{
  return (double) g_atomic_int_get (&source->done) / WHOLE;
}

void
sotay_roster_source_set_progress (SotayRosterSource *source, double done)
{
  g_atomic_int_set (&source->done, (int) (done * WHOLE));
}
