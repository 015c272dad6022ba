/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of the trainer's own files, not made yet. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *base;
  char *folder;
  char *path; /* of the file, whose name is the data of the test */
} OwnFixture;

void own_fixture_set_up (OwnFixture *fixture, gconstpointer name);
void own_fixture_tear_down (OwnFixture *fixture, gconstpointer name);

void own_fixture_wait (gboolean *flag); /* runs the main context until it is set; fails the test after 60 seconds */

void own_fixture_write (OwnFixture *fixture, const char *name, const char *contents, gssize length);
void own_fixture_assert (OwnFixture *fixture, const char *name, const char *contents); /* the file holds just that */

void own_fixture_block (OwnFixture *fixture);   /* a file stands where the folder must be */
void own_fixture_unblock (OwnFixture *fixture);

G_END_DECLS
