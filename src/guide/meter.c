/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/meter.h"

#define REPORT_INTERVAL (G_USEC_PER_SEC / 10)
#define SAMPLES 40 /* one for each report: the rate is that of the last four seconds */

typedef struct
{
  gint64 time;
  gint64 bytes;
} Sample;

struct _SotayMeter
{
  GMainContext *context;
  SotayGuideProgressFunc func;
  gpointer data;
  SotayGuideStage stage;
  gint64 bytes;
  gint64 total;
  gint64 reports;
  gint64 reported_at;
  Sample samples[SAMPLES];
};

typedef struct
{
  SotayGuideProgressFunc func;
  gpointer data;
  SotayGuideProgress progress;
  GError *reason;
} Report;

SotayMeter *
sotay_meter_new (GMainContext *context, SotayGuideProgressFunc func, gpointer data)
{
  SotayMeter *meter = g_new0 (SotayMeter, 1);

  meter->context = g_main_context_ref (context);
  meter->func = func;
  meter->data = data;
  meter->total = -1;
  return meter;
}

void
sotay_meter_free (SotayMeter *meter)
{
  g_main_context_unref (meter->context);
  g_free (meter);
}

static void
report_free (gpointer data)
{
  Report *report = data;

  g_clear_error (&report->reason);
  g_free (report);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;

  report->func (&report->progress, report->data);
  return G_SOURCE_REMOVE;
}

static void
send (SotayMeter *meter, const SotayGuideProgress *progress)
{
  g_autoptr (GSource) source = NULL;
  Report *report = NULL;

  if (meter->func == NULL)
    return;
  report = g_new0 (Report, 1);
  report->func = meter->func;
  report->data = meter->data;
  report->progress = *progress;
  report->reason = progress->reason != NULL ? g_error_copy (progress->reason) : NULL;
  report->progress.reason = report->reason;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, report_cb, report, report_free);
  g_source_attach (source, meter->context);
}

void
sotay_meter_start (SotayMeter *meter, SotayGuideStage stage, gint64 bytes, gint64 total)
{
  SotayGuideProgress progress = { .stage = stage, .bytes = bytes, .total = total, .seconds_left = -1 };

  meter->stage = stage;
  meter->bytes = bytes;
  meter->total = total;
  meter->samples[0] = (Sample) { g_get_monotonic_time (), bytes };
  meter->reports = 1;
  meter->reported_at = 0;
  send (meter, &progress);
}

static gint64
measure_rate (SotayMeter *meter, gint64 now, gint64 bytes)
{
  const Sample *oldest = &meter->samples[meter->reports < SAMPLES ? 0 : meter->reports % SAMPLES];
  gint64 elapsed = MAX (now - oldest->time, 1);

  return (gint64) ((double) (bytes - oldest->bytes) * G_USEC_PER_SEC / (double) elapsed);
}

void
sotay_meter_update (SotayMeter *meter, gint64 bytes)
{
  SotayGuideProgress progress = { .stage = meter->stage, .bytes = bytes, .total = meter->total, .seconds_left = -1 };
  gint64 now = g_get_monotonic_time ();

  meter->bytes = bytes;
  if (now - meter->reported_at < REPORT_INTERVAL && bytes != meter->total)
    return;
  progress.bytes_per_second = measure_rate (meter, now, bytes);
  if (meter->total >= 0 && progress.bytes_per_second > 0)
    progress.seconds_left = (meter->total - bytes) / progress.bytes_per_second;
  meter->samples[meter->reports++ % SAMPLES] = (Sample) { now, bytes };
  meter->reported_at = now;
  send (meter, &progress);
}

void
sotay_meter_wait (SotayMeter *meter, guint seconds, const GError *reason)
{
  SotayGuideProgress progress = { .stage = SOTAY_GUIDE_STAGE_WAITING, .bytes = meter->bytes, .total = meter->total,
                                  .seconds_left = -1, .pause_seconds = seconds, .reason = reason };

  send (meter, &progress);
}
