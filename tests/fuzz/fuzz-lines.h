/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzzer of JSON over a small corpus and over mutations of it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* With its length, because it may hold zero bytes. */
typedef struct
{
  const char *bytes;
  guint length;
} FuzzSeed;

#define FUZZ_SEED(text) { text, sizeof text - 1 }

/* What main returns. @name is that of the fuzzer, which is linked in; @corpus must stay. */
int fuzz_run (int argc, char **argv, const char *name, const FuzzSeed *corpus, guint n_seeds);

G_END_DECLS
