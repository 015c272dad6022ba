/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/retry.h"

#include "guide/fault.h"
#include "guide/guide-error.h"

#define LONGEST_PAUSE 120

gboolean
sotay_retry_is_worthwhile (const GError *error, gboolean received)
{
  return g_error_matches (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_BUSY)
         || (received && sotay_fault_is_of_line (error));
}

guint
sotay_retry_get_pause (guint attempt, guint wanted)
{
  return wanted > 0 ? MIN (wanted, LONGEST_PAUSE) : 1u << attempt;
}

static gboolean
over_cb (gpointer data)
{
  gboolean *over = data;

  *over = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  return over_cb (data);
}

static void
wait_once (guint milliseconds, GCancellable *cancellable)
{
  GMainContext *context = g_main_context_get_thread_default ();
  g_autoptr (GSource) timer = g_timeout_source_new (milliseconds);
  g_autoptr (GSource) cancelled = g_cancellable_source_new (cancellable);
  gboolean over = FALSE;

  g_source_set_callback (timer, over_cb, &over, NULL);
  g_source_attach (timer, context);
  g_source_set_callback (cancelled, G_SOURCE_FUNC (cancelled_cb), &over, NULL);
  g_source_attach (cancelled, context);
  while (!over)
    g_main_context_iteration (context, TRUE);
  g_source_destroy (timer);
  g_source_destroy (cancelled);
}

gboolean
sotay_retry_wait (guint seconds, guint unit_ms, SotayMeter *meter, const GError *reason, GCancellable *cancellable,
                  GError **error)
{
  for (guint left = seconds; left > 0 && !g_cancellable_is_cancelled (cancellable); left--)
    {
      sotay_meter_wait (meter, left, reason);
      wait_once (unit_ms, cancellable);
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
