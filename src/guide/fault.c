/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/fault.h"

#include "guide/guide-error.h"

#define PATIENCE G_USEC_PER_SEC

static SotayGuideError
find_io_code (int code)
{
  switch (code)
    {
    case G_IO_ERROR_CONNECTION_REFUSED:
      return SOTAY_GUIDE_ERROR_REFUSED;
    case G_IO_ERROR_HOST_NOT_FOUND:
      return SOTAY_GUIDE_ERROR_NAME;
    case G_IO_ERROR_TIMED_OUT:
      return SOTAY_GUIDE_ERROR_TIMEOUT;
    case G_IO_ERROR_PARTIAL_INPUT:
      return SOTAY_GUIDE_ERROR_TRUNCATED;
    case G_IO_ERROR_NETWORK_UNREACHABLE:
    case G_IO_ERROR_HOST_UNREACHABLE:
      return SOTAY_GUIDE_ERROR_NETWORK;
    case G_IO_ERROR_PROXY_FAILED:
    case G_IO_ERROR_PROXY_AUTH_FAILED:
    case G_IO_ERROR_PROXY_NEED_AUTH:
    case G_IO_ERROR_PROXY_NOT_ALLOWED:
      return SOTAY_GUIDE_ERROR_PROXY;
    default:
      return SOTAY_GUIDE_ERROR_CONNECTION;
    }
}

GError *
sotay_fault_name (GError *error)
{
  SotayGuideError code = SOTAY_GUIDE_ERROR_CONNECTION;

  if (error->domain == SOTAY_GUIDE_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return error;
  if (error->domain == G_IO_ERROR)
    code = find_io_code (error->code);
  else if (error->domain == G_TLS_ERROR)
    code = SOTAY_GUIDE_ERROR_TLS;
  else if (g_error_matches (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND))
    code = SOTAY_GUIDE_ERROR_NAME;
  else if (g_error_matches (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE))
    code = SOTAY_GUIDE_ERROR_NETWORK;
  error->domain = SOTAY_GUIDE_ERROR;
  error->code = (int) code;
  return error;
}

/* What the system answers, in a thread of its own: it may ask a service that never does. */
typedef struct
{
  GMutex mutex;
  GCond answered;
  gboolean done;
  gboolean available;
  GNetworkConnectivity connectivity;
} Question;

static void
clear_question (gpointer data)
{
  Question *question = data;

  g_mutex_clear (&question->mutex);
  g_cond_clear (&question->answered);
}

static gpointer
ask_on_thread (gpointer data)
{
  Question *question = data;
  GNetworkMonitor *monitor = g_network_monitor_get_default ();

  g_mutex_lock (&question->mutex);
  question->available = g_network_monitor_get_network_available (monitor);
  question->connectivity = g_network_monitor_get_connectivity (monitor);
  question->done = TRUE;
  g_cond_signal (&question->answered);
  g_mutex_unlock (&question->mutex);
  g_atomic_rc_box_release_full (question, clear_question);
  return NULL;
}

/* Returns whether there was an answer in time. */
static gboolean
ask_system (gboolean *available, GNetworkConnectivity *connectivity)
{
  Question *question = g_atomic_rc_box_new0 (Question);
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  gboolean done;

  g_mutex_init (&question->mutex);
  g_cond_init (&question->answered);
  g_thread_unref (g_thread_new ("sotay-network", ask_on_thread, g_atomic_rc_box_acquire (question)));
  g_mutex_lock (&question->mutex);
  while (!question->done && g_cond_wait_until (&question->answered, &question->mutex, deadline))
    ;
  done = question->done;
  *available = question->available;
  *connectivity = question->connectivity;
  g_mutex_unlock (&question->mutex);
  g_atomic_rc_box_release_full (question, clear_question);
  return done;
}

/* What a network may do to a request before its user has signed in. */
static gboolean
may_be_portal (const GError *error)
{
  return sotay_fault_is_of_line (error) || g_error_matches (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_TLS)
         || g_error_matches (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_WEB_PAGE)
         || g_error_matches (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_DOWNGRADE);
}

GError *
sotay_fault_explain (GError *error)
{
  gboolean available;
  GNetworkConnectivity connectivity;

  if (!may_be_portal (error) || !ask_system (&available, &connectivity))
    return error;
  if (available && connectivity == G_NETWORK_CONNECTIVITY_PORTAL)
    error->code = SOTAY_GUIDE_ERROR_PORTAL;
  else if (!available && g_error_matches (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_NAME))
    error->code = SOTAY_GUIDE_ERROR_NETWORK;
  return error;
}

gboolean
sotay_fault_is_of_line (const GError *error)
{
  if (error->domain != SOTAY_GUIDE_ERROR)
    return FALSE;
  switch (error->code)
    {
    case SOTAY_GUIDE_ERROR_NETWORK:
    case SOTAY_GUIDE_ERROR_NAME:
    case SOTAY_GUIDE_ERROR_REFUSED:
    case SOTAY_GUIDE_ERROR_CONNECTION:
    case SOTAY_GUIDE_ERROR_TIMEOUT:
    case SOTAY_GUIDE_ERROR_TRUNCATED:
      return TRUE;
    default:
      return FALSE;
    }
}
