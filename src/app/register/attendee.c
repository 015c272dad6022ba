/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/attendee.h"

#include "core/text.h"

#include <string.h>

struct _SotayAttendee
{
  GObject parent_instance;

  SotayStaff *staff;
  SotayRecord *record;
  char *folded;  /* " nguyen van anh can bo mot cua …", made at the first search */
  char *accents; /* the name alone, with its accents, likewise */
};

G_DEFINE_FINAL_TYPE (SotayAttendee, sotay_attendee, G_TYPE_OBJECT)

enum
{
  PROP_RECORD = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
sotay_attendee_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_RECORD)
    g_value_set_object (value, SOTAY_ATTENDEE (object)->record);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sotay_attendee_finalize (GObject *object)
{
  SotayAttendee *self = SOTAY_ATTENDEE (object);

  g_object_unref (self->staff);
  g_clear_object (&self->record);
  g_free (self->folded);
  g_free (self->accents);
  G_OBJECT_CLASS (sotay_attendee_parent_class)->finalize (object);
}

static void
sotay_attendee_class_init (SotayAttendeeClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = sotay_attendee_get_property;
  object_class->finalize = sotay_attendee_finalize;
  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, SOTAY_TYPE_RECORD,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sotay_attendee_init (SotayAttendee *self)
{
}

static void
add_words (GString *words, const char *text, char *(*fold) (const char *text))
{
  g_autofree char *folded = text != NULL ? fold (text) : NULL;
  g_auto (GStrv) parts = folded != NULL ? sotay_text_split (folded) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    g_string_append_printf (words, " %s", parts[i]);
}

static void
prepare_search (SotayAttendee *self, SotayUnitNames *names)
{
  SotayUnit *unit = sotay_unit_names_find (names, sotay_staff_get_unit_id (self->staff));
  GString *folded = g_string_new (NULL);
  GString *accents = g_string_new (NULL);

  add_words (folded, sotay_staff_get_name (self->staff), sotay_text_fold);
  add_words (folded, sotay_staff_get_field (self->staff, SOTAY_STAFF_POSITION), sotay_text_fold);
  add_words (folded, sotay_staff_get_field (self->staff, SOTAY_STAFF_CODE), sotay_text_fold);
  add_words (folded, unit != NULL ? sotay_unit_get_name (unit) : NULL, sotay_text_fold);
  add_words (accents, sotay_staff_get_name (self->staff), sotay_text_fold_case);
  self->folded = g_string_free (folded, FALSE);
  self->accents = g_string_free (accents, FALSE);
}

/* How well @word begins one of the words in @text: 0 not at all, 1 it does, 2 it is a whole word, 3 the last one. */
static int
rate_word (const char *text, const char *word)
{
  g_autofree char *start = g_strconcat (" ", word, NULL);
  int best = 0;

  for (const char *found = strstr (text, start); found != NULL && best < 3; found = strstr (found + 1, start))
    {
      char after = found[strlen (start)];

      best = MAX (best, after == '\0' ? 3 : after == ' ' ? 2 : 1);
    }
  return best;
}

SotayAttendee *
sotay_attendee_new (SotayStaff *staff, SotayRecord *record)
{
  SotayAttendee *self = g_object_new (SOTAY_TYPE_ATTENDEE, NULL);

  self->staff = g_object_ref (staff);
  g_set_object (&self->record, record);
  return self;
}

SotayStaff *
sotay_attendee_get_staff (SotayAttendee *self)
{
  return self->staff;
}

SotayRecord *
sotay_attendee_get_record (SotayAttendee *self)
{
  return self->record;
}

const char *
sotay_attendee_get_status (SotayAttendee *self)
{
  return self->record != NULL ? sotay_record_get (self->record, SOTAY_ATTENDANCE_STATUS) : NULL;
}

void
sotay_attendee_set_record (SotayAttendee *self, SotayRecord *record)
{
  if (g_set_object (&self->record, record))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
}

gboolean
sotay_attendee_is_there (SotayAttendee *self)
{
  return self->record != NULL && sotay_attendance_counts (self->record);
}

int
sotay_attendee_rate (SotayAttendee *self, SotayUnitNames *names, const char *typed)
{
  g_autofree char *folded = sotay_text_fold (typed);
  g_autofree char *accents = sotay_text_fold_case (typed);
  g_auto (GStrv) words = sotay_text_split (folded);
  g_auto (GStrv) accented = sotay_text_split (accents);
  int rate = 0;

  if (self->folded == NULL)
    prepare_search (self, names);
  for (guint i = 0; words[i] != NULL; i++)
    {
      int found = rate_word (self->folded, words[i]);

      if (found == 0)
        return -1;
      rate += found;
    }
  for (guint i = 0; accented[i] != NULL; i++)
    rate += 2 * rate_word (self->accents, accented[i]);
  return words[0] != NULL ? rate : -1;
}
