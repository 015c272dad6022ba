/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/download.h"

#include "guide/address.h"
#include "guide/checkpoint.h"
#include "guide/fault.h"
#include "guide/guide-error.h"
#include "guide/receive.h"
#include "guide/request.h"
#include "guide/response.h"
#include "guide/retry.h"
#include "guide/validator.h"

#define CHECKPOINT_INTERVAL (2 * G_USEC_PER_SEC)

typedef struct
{
  const SotayDownload *download;
  const SotayDownloadTerms *terms;
  SotayPartialFile *file;
  SotayDownloadResult *result;
  SoupSession *session;
  GUri *uri;
  SotayCheckpoint *checkpoint; /* of what the file holds; NULL when that cannot be gone on with */
  SotayCheckpoint *coming;     /* the same of an answer whose first byte is still to come */
  SotayDownloadResult coming_result;
  gint64 noted_at;
  gboolean ask_plainly; /* ranges and conditions led to nonsense */
  gint64 furthest;      /* bytes that were there at best: only more of them count as progress */
  gboolean progressed;
  gboolean received; /* whether any byte came in this run */
  guint retry_after;
} Fetch;

/* What follows from the head of an answer. */
typedef enum
{
  VERDICT_FAILED,
  VERDICT_DONE,
  VERDICT_AGAIN,
  VERDICT_WHOLE,
  VERDICT_REST,
} Verdict;

void
sotay_download_result_clear (SotayDownloadResult *result)
{
  g_clear_pointer (&result->etag, g_free);
  g_clear_pointer (&result->last_modified, g_free);
}

static void
fetch_clear (Fetch *fetch)
{
  g_clear_object (&fetch->session);
  g_clear_pointer (&fetch->uri, g_uri_unref);
  g_clear_pointer (&fetch->checkpoint, sotay_checkpoint_free);
  g_clear_pointer (&fetch->coming, sotay_checkpoint_free);
  sotay_download_result_clear (&fetch->coming_result);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fetch, fetch_clear)

/* What a person can check is the host's name, not the resolver's words. */
static void
name_host (SoupMessage *message, GError **error)
{
  *error = sotay_fault_name (*error);
  if (message == NULL || !g_error_matches (*error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_NAME))
    return;
  g_free ((*error)->message);
  (*error)->message = g_strdup (g_uri_get_host (soup_message_get_uri (message)));
}

static gboolean
check_room (Fetch *fetch, gint64 total, gint64 from, GError **error)
{
  g_autoptr (GFile) place = g_file_new_for_path (sotay_partial_file_get_path (fetch->file));
  g_autoptr (GFileInfo) info = NULL;
  guint64 free_bytes;
  gint64 missing = total - from;

  if (total > fetch->terms->max_bytes)
    {
      g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_TOO_LARGE, "%" G_GINT64_FORMAT " bytes declared", total);
      return FALSE;
    }
  info = g_file_query_filesystem_info (place, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);
  if (total < 0 || info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE))
    return TRUE;
  free_bytes = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE);
  if ((guint64) missing <= free_bytes)
    return TRUE;
  g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_DISK_FULL,
               "%" G_GINT64_FORMAT " bytes missing, %" G_GUINT64_FORMAT " free", missing, free_bytes);
  return FALSE;
}

/* Whether what the file holds belongs to an edition that can be asked for again. */
static gboolean
can_go_on (Fetch *fetch)
{
  return fetch->checkpoint != NULL && sotay_checkpoint_get_validator (fetch->checkpoint) != NULL
         && sotay_partial_file_get_bytes (fetch->file) > 0;
}

/* Writes down how much is there and sound. */
static void
take_note (Fetch *fetch)
{
  const char *path = sotay_partial_file_get_note_path (fetch->file);

  fetch->noted_at = g_get_monotonic_time ();
  if (path == NULL || !can_go_on (fetch))
    return;
  fetch->checkpoint->bytes = sotay_partial_file_get_bytes (fetch->file);
  g_free (fetch->checkpoint->sha256);
  fetch->checkpoint->sha256 = g_strdup (sotay_partial_file_get_sha256 (fetch->file));
  sotay_checkpoint_write (fetch->checkpoint, path);
}

static void
received_cb (gpointer data)
{
  Fetch *fetch = data;
  gint64 bytes = sotay_partial_file_get_bytes (fetch->file);

  if (fetch->coming != NULL)
    {
      g_clear_pointer (&fetch->checkpoint, sotay_checkpoint_free);
      fetch->checkpoint = g_steal_pointer (&fetch->coming);
      sotay_download_result_clear (fetch->result);
      *fetch->result = fetch->coming_result;
      fetch->coming_result = (SotayDownloadResult) { .modified = TRUE };
    }
  fetch->received = TRUE;
  fetch->progressed = fetch->progressed || bytes > fetch->furthest;
  fetch->furthest = MAX (fetch->furthest, bytes);
  sotay_meter_update (fetch->download->meter, bytes);
  if (g_get_monotonic_time () - fetch->noted_at > CHECKPOINT_INTERVAL)
    take_note (fetch);
}

/* The validators of an answer count when its first bytes are those of a PDF: a login page has some too. Parts are put
 * together only by those that tell every edition from the next. */
static void
expect (Fetch *fetch, SoupMessage *message)
{
  SotayCheckpoint *checkpoint = g_new0 (SotayCheckpoint, 1);
  const char *etag = sotay_response_get_etag (message);

  g_clear_pointer (&fetch->coming, sotay_checkpoint_free);
  sotay_download_result_clear (&fetch->coming_result);
  fetch->coming_result = (SotayDownloadResult) { .modified = TRUE };
  fetch->coming_result.etag = g_strdup (etag);
  fetch->coming_result.last_modified = g_strdup (sotay_response_get_last_modified (message));
  fetch->coming = checkpoint;
  checkpoint->address = g_strdup (fetch->download->address);
  checkpoint->total = sotay_response_get_length (message);
  if (sotay_validator_is_strong (etag))
    checkpoint->etag = g_strdup (etag);
  if (sotay_response_is_settled (message))
    checkpoint->last_modified = g_strdup (sotay_response_get_last_modified (message));
}

static gint64
get_start (Fetch *fetch)
{
  return !fetch->ask_plainly && can_go_on (fetch) ? sotay_partial_file_get_bytes (fetch->file) : 0;
}

static SotayManualCopy *
get_known (Fetch *fetch)
{
  return fetch->ask_plainly || get_start (fetch) > 0 ? NULL : fetch->download->known;
}

/* Of another edition, or another part than the one asked for, not a byte may be put behind what is there. */
static gboolean
fits (Fetch *fetch, SoupMessage *message, SotayRange *range)
{
  const SotayCheckpoint *checkpoint = fetch->checkpoint;
  const char *etag = sotay_response_get_etag (message);
  const char *date = sotay_response_get_last_modified (message);
  gint64 length = sotay_response_get_length (message);

  if (!sotay_response_read_range (message, range) || range->start != sotay_partial_file_get_bytes (fetch->file))
    return FALSE;
  if (checkpoint->total >= 0 && ((range->total >= 0 && range->total != checkpoint->total)
                                 || range->end >= checkpoint->total))
    return FALSE;
  if (length >= 0 && length != range->end - range->start + 1)
    return FALSE;
  if (checkpoint->etag != NULL)
    return g_strcmp0 (etag, checkpoint->etag) == 0;
  return date == NULL || g_str_equal (date, checkpoint->last_modified);
}

/* A range behind the end: what is there may be all of it. */
static Verdict
judge_no_range (Fetch *fetch, SoupMessage *message)
{
  gint64 bytes = sotay_partial_file_get_bytes (fetch->file);
  const char *etag = sotay_response_get_etag (message);
  SotayRange range;

  if (sotay_response_read_range (message, &range) && range.start < 0 && range.total == bytes
      && (fetch->checkpoint->total < 0 || fetch->checkpoint->total == bytes)
      && (etag == NULL || g_strcmp0 (etag, fetch->checkpoint->etag) == 0))
    {
      fetch->result->resumed_from = bytes;
      return VERDICT_DONE;
    }
  fetch->ask_plainly = TRUE;
  return VERDICT_AGAIN;
}

static Verdict
judge (Fetch *fetch, SoupMessage *message, gint64 from, gboolean conditional, SotayRange *range, GError **error)
{
  guint status = soup_message_get_status (message);

  if (status == SOUP_STATUS_NOT_MODIFIED && conditional)
    {
      fetch->result->modified = FALSE;
      return VERDICT_DONE;
    }
  if (status == SOUP_STATUS_REQUESTED_RANGE_NOT_SATISFIABLE && from > 0)
    return judge_no_range (fetch, message);
  if (!sotay_response_check (message, error))
    {
      fetch->retry_after = sotay_response_get_retry_after (message);
      return VERDICT_FAILED;
    }
  if (status == SOUP_STATUS_OK)
    return VERDICT_WHOLE;
  if (from == 0)
    {
      g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_STATUS, "206, though no part was asked for");
      return VERDICT_FAILED;
    }
  if (fits (fetch, message, range))
    return VERDICT_REST;
  fetch->ask_plainly = TRUE;
  return VERDICT_AGAIN;
}

static GInputStream *
ask (Fetch *fetch, SoupMessage **message, GCancellable *cancellable, GError **error)
{
  SotayManualCopy *known = get_known (fetch);
  SotayRequest request = { .uri = fetch->uri, .head_seconds = fetch->terms->head_seconds, .from = get_start (fetch) };

  if (request.from > 0)
    request.if_range = sotay_checkpoint_get_validator (fetch->checkpoint);
  if (known != NULL)
    {
      request.etag = sotay_manual_copy_get_etag (known);
      request.last_modified = sotay_manual_copy_get_last_modified (known);
    }
  sotay_meter_start (fetch->download->meter, SOTAY_GUIDE_STAGE_CONNECTING, request.from,
                     request.from > 0 ? fetch->checkpoint->total : -1);
  return sotay_request_send (fetch->session, &request, message, cancellable, error);
}

/* An http address that led to a web page on another host: so do the login pages of hotels and offices. */
static void
suspect_portal (Fetch *fetch, SoupMessage *message, GError *error)
{
  if (g_error_matches (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_WEB_PAGE)
      && g_strcmp0 (g_uri_get_host (fetch->uri), g_uri_get_host (soup_message_get_uri (message))) != 0)
    error->code = SOTAY_GUIDE_ERROR_PORTAL;
}

static gboolean
take_body (Fetch *fetch, SoupMessage *message, GInputStream *stream, const SotayRange *range, GCancellable *cancellable,
           GError **error)
{
  SotayReceiveTerms terms = { .max_bytes = fetch->terms->max_bytes, .declared = sotay_response_get_length (message),
                              .content_type = sotay_response_get_type (message), .received = received_cb,
                              .data = fetch };

  if (range == NULL)
    expect (fetch, message);
  else
    {
      terms.from = range->start;
      terms.declared = range->total >= 0 ? range->total : fetch->checkpoint->total;
      fetch->checkpoint->total = terms.declared;
      fetch->result->resumed_from = range->start;
    }
  fetch->noted_at = g_get_monotonic_time ();
  sotay_meter_start (fetch->download->meter, SOTAY_GUIDE_STAGE_RECEIVING, terms.from, terms.declared);
  if (check_room (fetch, terms.declared, terms.from, error)
      && sotay_guide_receive (stream, fetch->file, &terms, cancellable, error))
    return TRUE;
  suspect_portal (fetch, message, *error);
  return FALSE;
}

static gboolean
attempt (Fetch *fetch, GCancellable *cancellable, GError **error)
{
  while (TRUE)
    {
      gint64 from = get_start (fetch);
      gboolean conditional = get_known (fetch) != NULL;
      g_autoptr (SoupMessage) message = NULL;
      g_autoptr (GInputStream) stream = ask (fetch, &message, cancellable, error);
      SotayRange range;

      if (stream == NULL)
        {
          name_host (message, error);
          return FALSE;
        }
      switch (judge (fetch, message, from, conditional, &range, error))
        {
        case VERDICT_DONE:
          return TRUE;
        case VERDICT_FAILED:
          return FALSE;
        case VERDICT_WHOLE:
          return take_body (fetch, message, stream, NULL, cancellable, error);
        case VERDICT_REST:
          return take_body (fetch, message, stream, &range, cancellable, error);
        case VERDICT_AGAIN: /* plainly now: there is no third time */
          break;
        }
    }
}

static gboolean
attempt_again (Fetch *fetch, GCancellable *cancellable, GError **error)
{
  guint failed = 0;

  while (TRUE)
    {
      GError *reason = NULL;
      gboolean waited;

      fetch->progressed = FALSE;
      fetch->retry_after = 0;
      if (attempt (fetch, cancellable, &reason))
        return TRUE;
      reason = sotay_fault_name (reason);
      take_note (fetch);
      failed = fetch->progressed ? 1 : failed + 1;
      if (failed > SOTAY_RETRY_MOST || !sotay_retry_is_worthwhile (reason, fetch->received))
        {
          g_propagate_error (error, reason);
          return FALSE;
        }
      waited = sotay_retry_wait (sotay_retry_get_pause (failed, fetch->retry_after), fetch->terms->pause_unit_ms,
                                 fetch->download->meter, reason, cancellable, error);
      g_error_free (reason);
      if (!waited)
        return FALSE;
    }
}

/* Finds what an earlier program left. Only a failing disk, or the person, ends the download here. */
static gboolean
recall (Fetch *fetch, GCancellable *cancellable, GError **error)
{
  const char *path = sotay_partial_file_get_note_path (fetch->file);
  g_autoptr (SotayCheckpoint) checkpoint = NULL;
  GError *failed = NULL;

  if (path == NULL)
    return TRUE;
  checkpoint = sotay_checkpoint_read (path, fetch->download->address);
  if (checkpoint == NULL)
    return sotay_partial_file_restart (fetch->file, error);
  sotay_meter_start (fetch->download->meter, SOTAY_GUIDE_STAGE_CHECKING, 0, checkpoint->bytes);
  if (sotay_partial_file_recall (fetch->file, checkpoint->bytes, checkpoint->sha256, cancellable, &failed))
    {
      fetch->furthest = checkpoint->bytes;
      fetch->result->etag = g_strdup (checkpoint->etag);
      fetch->result->last_modified = g_strdup (checkpoint->last_modified);
      fetch->checkpoint = g_steal_pointer (&checkpoint);
      return TRUE;
    }
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, failed);
  return FALSE;
}

/* What was refused for what it is, or did not fit, is not to be gone on with. */
static gboolean
is_worth_sparing (Fetch *fetch, const GError *error)
{
  return can_go_on (fetch) && !g_error_matches (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_TOO_LARGE)
         && sotay_partial_file_get_note_path (fetch->file) != NULL;
}

gboolean
sotay_download_run (const SotayDownload *download, const SotayDownloadTerms *terms, SotayPartialFile *file,
                    SotayDownloadResult *result, GCancellable *cancellable, GError **error)
{
  g_auto (Fetch) fetch = { .download = download, .terms = terms, .file = file, .result = result };
  GError *reason = NULL;

  *result = (SotayDownloadResult) { .modified = TRUE };
  fetch.uri = sotay_guide_address_parse (download->address, error);
  if (fetch.uri == NULL || !recall (&fetch, cancellable, error))
    return FALSE;
  fetch.session = sotay_request_open (terms->stall_seconds, terms->trust);
  if (attempt_again (&fetch, cancellable, &reason))
    {
      take_note (&fetch); /* killed while the PDF is read through, it need not be fetched again */
      return TRUE;
    }
  if (is_worth_sparing (&fetch, reason))
    sotay_partial_file_spare (file);
  g_propagate_error (error, sotay_fault_explain (reason));
  return FALSE;
}
