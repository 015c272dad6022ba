/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the main context how far a worker thread is, seldom enough not to burden it. */
#pragma once

#include <gio/gio.h>

#include "guide/progress.h"

G_BEGIN_DECLS

typedef struct _SotayMeter SotayMeter;

/**
 * sotay_meter_new:
 * @context: where @func is called
 * @func: (nullable): is told, at most ten times a second
 *
 * Returns: (transfer full): a meter that belongs to one thread
 */
SotayMeter *sotay_meter_new (GMainContext *context, SotayGuideProgressFunc func, gpointer data);

/**
 * sotay_meter_start:
 * @stage: what begins now
 * @bytes: bytes that are done already
 * @total: bytes in all, or -1
 */
void sotay_meter_start (SotayMeter *meter, SotayGuideStage stage, gint64 bytes, gint64 total);

void sotay_meter_update (SotayMeter *meter, gint64 bytes); /* bytes done by now */

/**
 * sotay_meter_wait:
 * @seconds: until the next attempt
 * @reason: (transfer none): why the last one failed
 */
void sotay_meter_wait (SotayMeter *meter, guint seconds, const GError *reason);

void sotay_meter_free (SotayMeter *meter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayMeter, sotay_meter_free)

G_END_DECLS
