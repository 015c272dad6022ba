/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SOTAY_GUIDE_STAGE_CONNECTING, /* no byte of the file has come yet */
  SOTAY_GUIDE_STAGE_RECEIVING,  /* bytes come in, or go out to a USB stick */
  SOTAY_GUIDE_STAGE_WAITING,    /* until the next attempt */
  SOTAY_GUIDE_STAGE_CHECKING,   /* what came is compared or read through */
} SotayGuideStage;

/**
 * SotayGuideProgress:
 * @stage: what is being done
 * @bytes: bytes done so far
 * @total: bytes in all, or -1
 * @bytes_per_second: the rate over the last seconds
 * @seconds_left: -1 when not known
 * @pause_seconds: while waiting, the seconds until the next attempt
 * @reason: (nullable): while waiting, why the last attempt failed
 */
typedef struct
{
  SotayGuideStage stage;
  gint64 bytes;
  gint64 total;
  gint64 bytes_per_second;
  gint64 seconds_left;
  guint pause_seconds;
  const GError *reason;
} SotayGuideProgress;

/**
 * SotayGuideProgressFunc:
 *
 * Called in the main context of the one who asked, at most ten times a second and at each new stage.
 */
typedef void (*SotayGuideProgressFunc) (const SotayGuideProgress *progress, gpointer data);

G_END_DECLS
