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
SotayMeter *sotay_meter_new (GMainContext *context, SotayGuideProgress func, gpointer data);

void sotay_meter_set_total (SotayMeter *meter, gint64 total); /* -1 when not known */
void sotay_meter_update (SotayMeter *meter, gint64 bytes);
void sotay_meter_free (SotayMeter *meter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayMeter, sotay_meter_free)

G_END_DECLS
