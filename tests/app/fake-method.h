/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A method of input that keeps letters to itself until it is told to give them, as Telex does. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FakeMethod:
 * @unfinished: (nullable): the word that is being typed; while there is one, all keys are the method's
 * @n_keys: keys it took
 */
typedef struct
{
  GtkIMContext parent_instance;
  const char *unfinished;
  guint n_keys;
} FakeMethod;

/* Makes the method known to GTK as "fake"; before any widget is made. */
void fake_method_register (void);

/* (transfer none): that of a #GtkText, which must be seen. */
FakeMethod *fake_method_use (GtkWidget *text);

/* Begins a word, or goes on with it. */
void fake_method_type (FakeMethod *method, const char *unfinished);

/* The word is done. */
void fake_method_commit (FakeMethod *method, const char *word);

G_END_DECLS
