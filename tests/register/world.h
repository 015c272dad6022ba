/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A random register, and what lists, counts and figures must say of it, worked out in the plainest way. */
#pragma once

#include "register/store.h"

G_BEGIN_DECLS

typedef struct
{
  GRand *chance;
  char *path;
  SotayStore *store;
  GPtrArray *units;
  GPtrArray *staff; /* everyone, in the order of lists */
  GPtrArray *memberships;
  char *days[4];
} World;

void world_init (World *world, guint seed); /* empty */
void world_clear (World *world);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, world_clear)

void world_read (World *world);                               /* anew from the store */
void world_live (World *world);                               /* one random change, undoing and redoing among them */
SotayStep *world_draw_import (World *world, guint n_people);  /* (transfer full): and a unit, and one person twice */

/* These fail the test. */
void world_check_query (World *world);                        /* a random query and window */
void world_check_tally (World *world, const char *day);
void world_assert_whole (World *world);                       /* the store finds no fault in itself */

G_END_DECLS
