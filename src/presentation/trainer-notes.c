/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/trainer-notes.h"

#include "presentation/own-file.h"
#include "register/utilities.h"

struct _SotayTrainerNotes
{
  GObject parent_instance;

  SotayCatalogue *catalogue;
  SotayOwnFile *file;
  char *own[SOTAY_N_UTILITIES + 1]; /* by the utility; NULL where the content's serves */
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayTrainerNotes, sotay_trainer_notes, G_TYPE_OBJECT)

/* Returns the note as it may be kept. */
static char *
shorten (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return g_utf8_strlen (valid, -1) > SOTAY_TRAINER_NOTE_LENGTH
             ? g_utf8_substring (valid, 0, SOTAY_TRAINER_NOTE_LENGTH)
             : g_steal_pointer (&valid);
}

static void
loaded_cb (SotayTrainerNotes *self, JsonObject *entries)
{
  for (guint utility = 1; utility <= SOTAY_N_UTILITIES; utility++)
    {
      g_autofree char *key = g_strdup_printf ("U%u", utility);
      JsonNode *node = json_object_get_member (entries, key);
      const char *text = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      g_free (self->own[utility]);
      self->own[utility] = text != NULL ? shorten (text) : NULL;
    }
  g_signal_emit (self, signals[CHANGED], 0, 0);
}

static void
failed_cb (SotayTrainerNotes *self, const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
sotay_trainer_notes_finalize (GObject *object)
{
  SotayTrainerNotes *self = SOTAY_TRAINER_NOTES (object);

  g_clear_object (&self->file);
  g_clear_object (&self->catalogue);
  for (guint utility = 1; utility <= SOTAY_N_UTILITIES; utility++)
    g_free (self->own[utility]);
  G_OBJECT_CLASS (sotay_trainer_notes_parent_class)->finalize (object);
}

static void
sotay_trainer_notes_class_init (SotayTrainerNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_trainer_notes_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sotay_trainer_notes_init (SotayTrainerNotes *self)
{
}

SotayTrainerNotes *
sotay_trainer_notes_new (const char *path, SotayCatalogue *catalogue)
{
  SotayTrainerNotes *self = g_object_new (SOTAY_TYPE_TRAINER_NOTES, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->file = sotay_own_file_new (path);
  g_signal_connect_object (self->file, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static SotayUtility *
find_utility (SotayTrainerNotes *self, guint utility)
{
  return g_ptr_array_index (sotay_catalogue_get_utilities (self->catalogue), utility - 1);
}

/* The content's note: its paragraphs, one below the other. */
static char *
dup_default (SotayTrainerNotes *self, guint utility)
{
  return g_strjoinv ("\n", sotay_utility_get_parts (find_utility (self, utility))->notes);
}

char *
sotay_trainer_notes_dup (SotayTrainerNotes *self, guint utility, gboolean *own)
{
  g_return_val_if_fail (utility >= 1 && utility <= SOTAY_N_UTILITIES, NULL);

  if (own != NULL)
    *own = self->own[utility] != NULL;
  return self->own[utility] != NULL ? g_strdup (self->own[utility]) : dup_default (self, utility);
}

void
sotay_trainer_notes_set (SotayTrainerNotes *self, guint utility, const char *text)
{
  g_autofree char *note = text != NULL ? shorten (text) : NULL;
  g_autofree char *key = g_strdup_printf ("U%u", utility);

  g_return_if_fail (utility >= 1 && utility <= SOTAY_N_UTILITIES);

  sotay_own_file_wait (self->file);
  if (g_strcmp0 (note, self->own[utility]) == 0)
    return;
  sotay_own_file_set (self->file, key, note != NULL ? json_node_init_string (json_node_alloc (), note) : NULL);
  g_free (self->own[utility]);
  self->own[utility] = g_steal_pointer (&note);
  g_signal_emit (self, signals[CHANGED], 0, utility);
}

char *
sotay_trainer_notes_export (SotayTrainerNotes *self)
{
  GString *text = g_string_new (NULL);

  sotay_own_file_wait (self->file);
  for (guint utility = 1; utility <= SOTAY_N_UTILITIES; utility++)
    {
      g_autofree char *note = sotay_trainer_notes_dup (self, utility, NULL);

      g_strstrip (note);
      if (*note != '\0')
        g_string_append_printf (text, "%s%u. %s\n\n%s\n", text->len > 0 ? "\n" : "", utility,
                                sotay_utility_get_title (find_utility (self, utility)), note);
    }
  return g_string_free (text, FALSE);
}
