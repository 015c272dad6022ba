/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/step.h"

G_BEGIN_DECLS

/**
 * SotayContents:
 * @units: how many units
 * @staff: how many people, leavers too
 * @trained: how many of them are trained
 * @last_step: (nullable): the newest entry of the log
 *
 * What a register holds, in a few figures: so that a person can tell one backup from another.
 */
typedef struct
{
  gint64 units;
  gint64 staff;
  gint64 trained;
  SotayStep *last_step;
} SotayContents;

/**
 * SotayLook:
 *
 * How closely a register or a copy is looked at, and how long that takes.
 */
typedef enum
{
  SOTAY_LOOK_CONTENTS, /* what it holds */
  SOTAY_LOOK_PAGES,    /* also whether every page is whole: seconds for a million people */
  SOTAY_LOOK_ALL,      /* also whether every index and reference is right: half a minute for a million people */
} SotayLook;

void sotay_contents_free (SotayContents *contents);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayContents, sotay_contents_free)

G_END_DECLS
