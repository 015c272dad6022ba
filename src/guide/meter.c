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
  SotayGuideProgress func;
  gpointer data;
  gint64 total;
  gint64 reports;
  gint64 reported_at;
  Sample samples[SAMPLES];
};

typedef struct
{
  SotayGuideProgress func;
  gpointer data;
  gint64 bytes;
  gint64 total;
  gint64 rate;
  gint64 seconds_left;
} Report;

SotayMeter *
sotay_meter_new (GMainContext *context, SotayGuideProgress func, gpointer data)
{
  SotayMeter *meter = g_new0 (SotayMeter, 1);

  meter->context = g_main_context_ref (context);
  meter->func = func;
  meter->data = data;
  meter->total = -1;
  meter->samples[0].time = g_get_monotonic_time ();
  meter->reports = 1;
  return meter;
}

void
sotay_meter_free (SotayMeter *meter)
{
  g_main_context_unref (meter->context);
  g_free (meter);
}

void
sotay_meter_set_total (SotayMeter *meter, gint64 total)
{
  meter->total = total;
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;

  report->func (report->bytes, report->total, report->rate, report->seconds_left, report->data);
  return G_SOURCE_REMOVE;
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
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GSource) source = NULL;
  Report *report = NULL;

  if (meter->func == NULL || (now - meter->reported_at < REPORT_INTERVAL && bytes != meter->total))
    return;
  report = g_new0 (Report, 1);
  report->func = meter->func;
  report->data = meter->data;
  report->bytes = bytes;
  report->total = meter->total;
  report->rate = measure_rate (meter, now, bytes);
  report->seconds_left = meter->total >= 0 && report->rate > 0 ? (meter->total - bytes) / report->rate : -1;
  meter->samples[meter->reports++ % SAMPLES] = (Sample) { now, bytes };
  meter->reported_at = now;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, report_cb, report, g_free);
  g_source_attach (source, meter->context);
}
