/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the trainer wants to remember at each utility: the content's notes, until the trainer writes own ones. */
#pragma once

#include <gio/gio.h>

#include "catalogue/catalogue.h"

G_BEGIN_DECLS

#define SOTAY_TRAINER_NOTE_LENGTH 4000 /* the most characters of a note */

#define SOTAY_TYPE_TRAINER_NOTES (sotay_trainer_notes_get_type ())
/**
 * SotayTrainerNotes:
 *
 * The trainer's own notes lie in a private file (0600), which is read in a thread. Until then the content's are told;
 * what changes a note, or exports all, waits for it.
 *
 * Signal "changed" (uint utility): a note is another one; 0: all of them were read.
 * Signal "failed" (#GError): they could not be kept; what was written stays in memory and is tried again.
 */
G_DECLARE_FINAL_TYPE (SotayTrainerNotes, sotay_trainer_notes, SOTAY, TRAINER_NOTES, GObject)

/**
 * sotay_trainer_notes_new:
 * @path: the file; one that is damaged is kept beside under another name, and counts as empty
 * @catalogue: the content
 *
 * Returns: (transfer full): the notes; begins to read
 */
SotayTrainerNotes *sotay_trainer_notes_new (const char *path, SotayCatalogue *catalogue);

/**
 * sotay_trainer_notes_dup:
 * @utility: 1 … 16
 * @own: (out) (optional): whether the trainer wrote it
 *
 * Returns: (transfer full): the note, "" for none
 */
char *sotay_trainer_notes_dup (SotayTrainerNotes *notes, guint utility, gboolean *own);

/**
 * sotay_trainer_notes_set:
 * @text: (nullable): the trainer's own note, cut at SOTAY_TRAINER_NOTE_LENGTH; %NULL for the content's again
 *
 * Is written to the disk soon after, and at the latest when @notes are freed.
 */
void sotay_trainer_notes_set (SotayTrainerNotes *notes, guint utility, const char *text);

/**
 * sotay_trainer_notes_export:
 *
 * Returns: (transfer full): all notes as plain text with the utilities' names as headings, in the catalogue's language
 */
char *sotay_trainer_notes_export (SotayTrainerNotes *notes);

G_END_DECLS
