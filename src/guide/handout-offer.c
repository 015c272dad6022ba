/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/handout-offer.h"

#include "core/random.h"
#include "guide/byte-range.h"
#include "guide/guide-error.h"
#include "guide/phone-page.h"

#include <string.h>

/* The self-test compares so much. */
#define SAMPLE 1024
#define LONGEST_FILE_NAME 60

struct _SotayHandoutOffer
{
  SotayPhones *phones;
  GFileInputStream *file;
  gint64 size;
  guint bytes_per_second;
  guint stall;
  char token[SOTAY_HANDOUT_TOKEN_LENGTH + 1];
  char *file_name;
  char *etag;
  char *modified;
  char *html;
  GBytes *start;
  GBytes *end;
  GQueue transfers; /* of Transfer */
};

/* A part of the file on its way to one client. */
typedef struct
{
  SotayHandoutOffer *offer;
  SoupServerMessage *message; /* owns the transfer */
  SotayHandoutStream *stream;
  gint64 next;     /* the next byte to read */
  gint64 to;       /* the byte after the last */
  gint64 sent;     /* the next byte to be sent */
  gint64 deadline; /* of the piece that is being sent, monotonic time */
  GSource *timer;
  GList link;
} Transfer;

static const char gone[] = "Không có trang này. Hãy quét lại mã QR hoặc gõ đúng địa chỉ trên màn hình.\n";
static const char not_allowed[] = "Máy này chỉ phát tệp.\n";

static gboolean
make_token (char *token, GError **error)
{
  static const char alphabet[] = SOTAY_HANDOUT_ALPHABET;
  const guint letters = sizeof alphabet - 1;
  guint length = 0;

  while (length < SOTAY_HANDOUT_TOKEN_LENGTH)
    {
      guint8 byte;

      if (!sotay_random_bytes (&byte, 1))
        {
          g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_HANDOUT, "no random bytes");
          return FALSE;
        }
      /* Bytes beyond the last whole alphabet would make its first letters likelier. */
      if (byte < 256 / letters * letters)
        token[length++] = alphabet[byte % letters];
    }
  token[length] = '\0';
  return TRUE;
}

/* Takes as long for a wrong token as for a right one: the time tells nothing about its letters. */
static gboolean
is_token (const char *token, const char *guess)
{
  guint8 difference = 0;

  for (guint i = 0; i < SOTAY_HANDOUT_TOKEN_LENGTH; i++)
    difference |= (guint8) (token[i] ^ guess[i]);
  return difference == 0;
}

/* The name that the file has on the manual's web site, when it is one that every phone takes. */
static char *
find_file_name (const char *address)
{
  g_autoptr (GFile) file = g_file_new_for_uri (address);
  g_autofree char *name = g_file_get_basename (file);
  gsize length = name != NULL ? strlen (name) : 0;

  if (length > LONGEST_FILE_NAME || length < 5 || g_ascii_strcasecmp (name + length - 4, ".pdf") != 0)
    return g_strdup ("HDSO_VNeID.pdf");
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (name[i]) && strchr ("-_.", name[i]) == NULL)
      return g_strdup ("HDSO_VNeID.pdf");
  return g_steal_pointer (&name);
}

static GBytes *
read_piece (SotayHandoutOffer *self, gint64 from, gsize length, GError **error)
{
  g_autofree guint8 *piece = g_malloc (length);
  gsize got = 0;

  if (!g_seekable_seek (G_SEEKABLE (self->file), from, G_SEEK_SET, NULL, error)
      || !g_input_stream_read_all (G_INPUT_STREAM (self->file), piece, length, &got, NULL, error))
    return NULL;
  if (got == length)
    return g_bytes_new_take (g_steal_pointer (&piece), length);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "the file has become shorter");
  return NULL;
}

static gboolean
open_file (SotayHandoutOffer *self, SotayManualCopy *copy, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (sotay_manual_copy_get_path (copy));
  gsize sample = (gsize) MIN (self->size, SAMPLE);
  g_autoptr (GError) reason = NULL;

  self->file = g_file_read (file, NULL, &reason);
  if (self->file != NULL)
    self->start = read_piece (self, 0, sample, &reason);
  if (self->start != NULL)
    self->end = read_piece (self, self->size - (gint64) sample, sample, &reason);
  if (self->end != NULL)
    return TRUE;
  g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_FILE, reason->message);
  return FALSE;
}

SotayHandoutOffer *
sotay_handout_offer_new (SotayManualCopy *copy, SotayPhones *phones, guint bytes_per_second, guint stall_milliseconds,
                         GError **error)
{
  g_autoptr (SotayHandoutOffer) self = g_new0 (SotayHandoutOffer, 1);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (sotay_manual_copy_get_downloaded_at (copy));
  g_autofree char *link = NULL;

  self->phones = phones;
  self->size = sotay_manual_copy_get_bytes (copy);
  self->bytes_per_second = bytes_per_second;
  self->stall = stall_milliseconds;
  self->file_name = find_file_name (sotay_manual_copy_get_address (copy));
  self->etag = g_strdup_printf ("\"%s\"", sotay_manual_copy_get_sha256 (copy));
  self->modified = time != NULL ? soup_date_time_to_string (time, SOUP_DATE_HTTP) : NULL;
  if (!open_file (self, copy, error) || !make_token (self->token, error))
    return NULL;
  link = g_strdup_printf ("/%s/%s", self->token, self->file_name);
  self->html = sotay_phone_page_write (link, self->size, sotay_manual_copy_get_pages (copy));
  return g_steal_pointer (&self);
}

void
sotay_handout_offer_free (SotayHandoutOffer *self)
{
  g_clear_object (&self->file);
  g_free (self->file_name);
  g_free (self->etag);
  g_free (self->modified);
  g_free (self->html);
  g_clear_pointer (&self->start, g_bytes_unref);
  g_clear_pointer (&self->end, g_bytes_unref);
  g_free (self);
}

static void
stop_timer (Transfer *transfer)
{
  if (transfer->timer != NULL)
    g_source_destroy (transfer->timer);
  g_clear_pointer (&transfer->timer, g_source_unref);
}

static void
free_transfer (gpointer data)
{
  Transfer *transfer = data;

  stop_timer (transfer);
  g_queue_unlink (&transfer->offer->transfers, &transfer->link);
  g_object_unref (transfer->stream);
  g_free (transfer);
}

static gsize
find_length (Transfer *transfer)
{
  gint64 most = SOTAY_HANDOUT_PIECE;

  /* A slow client gets small pieces often, not a large one now and then. */
  if (transfer->offer->bytes_per_second > 0)
    most = CLAMP (transfer->offer->bytes_per_second / 8, 1024, SOTAY_HANDOUT_PIECE);
  return (gsize) MIN (most, transfer->to - transfer->next);
}

static gboolean
send_piece_cb (gpointer data)
{
  Transfer *transfer = data;
  gsize length = find_length (transfer);
  g_autoptr (GBytes) piece = read_piece (transfer->offer, transfer->next, length, NULL);

  stop_timer (transfer);
  if (piece == NULL)
    {
      sotay_handout_stream_drop (transfer->stream);
      return G_SOURCE_REMOVE;
    }
  transfer->next += (gint64) length;
  transfer->deadline = g_get_monotonic_time () + (gint64) transfer->offer->stall * 2000;
  sotay_handout_stream_allow (transfer->stream, transfer->offer->stall);
  soup_message_body_append_bytes (soup_server_message_get_response_body (transfer->message), piece);
  soup_server_message_unpause (transfer->message);
  return G_SOURCE_REMOVE;
}

/* Waits its turn even when there is no limit, so that a fast client does not keep the thread from the others. libsoup
 * has paused the message meanwhile, for want of something to send. */
static void
plan_piece (SoupServerMessage *message, Transfer *transfer)
{
  guint rate = transfer->offer->bytes_per_second;
  guint delay = 0;

  if (transfer->next == transfer->to)
    return;
  if (rate > 0)
    delay = (guint) (find_length (transfer) * 1000 / rate);
  transfer->timer = g_timeout_source_new (delay);
  g_source_set_callback (transfer->timer, send_piece_cb, transfer, NULL);
  g_source_attach (transfer->timer, g_main_context_get_thread_default ());
}

static void
wrote_body_data_cb (SoupServerMessage *message, guint length, Transfer *transfer)
{
  gint64 from = transfer->sent;
  gint64 left = (transfer->deadline - g_get_monotonic_time ()) / 1000;

  transfer->sent += length;
  sotay_phones_receive (transfer->offer->phones, sotay_handout_stream_get_address (transfer->stream), from,
                        transfer->sent);
  /* Taking a few bytes now and then is no way to hold a line for ever: the whole piece has its time, too. */
  sotay_handout_stream_allow (transfer->stream, (guint) CLAMP (left, 0, (gint64) transfer->offer->stall));
}

static void
start_transfer (SotayHandoutOffer *self, SoupServerMessage *message, SotayHandoutStream *stream, gint64 from,
                gint64 to)
{
  Transfer *transfer = g_new0 (Transfer, 1);

  transfer->offer = self;
  transfer->message = message;
  transfer->stream = g_object_ref (stream);
  transfer->next = transfer->sent = from;
  transfer->to = to;
  transfer->link.data = transfer;
  g_queue_push_tail_link (&self->transfers, &transfer->link);
  g_object_set_data_full (G_OBJECT (message), "sotay-transfer", transfer, free_transfer);
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
  g_signal_connect (message, "wrote-headers", G_CALLBACK (plan_piece), transfer);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (plan_piece), transfer);
  g_signal_connect (message, "wrote-body-data", G_CALLBACK (wrote_body_data_cb), transfer);
}

static gboolean
is_same_file (SotayHandoutOffer *self, const char *if_range)
{
  return if_range == NULL || g_str_equal (if_range, self->etag) || g_strcmp0 (if_range, self->modified) == 0;
}

static void
answer_file (SotayHandoutOffer *self, SoupServerMessage *message, SotayHandoutStream *stream)
{
  SoupMessageHeaders *asked = soup_server_message_get_request_headers (message);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  gboolean same = is_same_file (self, soup_message_headers_get_one (asked, "If-Range"));
  gboolean whole_method = soup_server_message_get_method (message) == SOUP_METHOD_HEAD;
  /* A range of a HEAD request is to be ignored (RFC 9110, 14.2). */
  const char *range = same && !whole_method ? soup_message_headers_get_list (asked, "Range") : NULL;
  gint64 from, to;
  SotayByteRange kind = sotay_byte_range_parse (range, self->size, &from, &to);

  soup_message_headers_replace (headers, "Accept-Ranges", "bytes");
  soup_message_headers_replace (headers, "ETag", self->etag);
  if (self->modified != NULL)
    soup_message_headers_replace (headers, "Last-Modified", self->modified);
  if (kind == SOTAY_BYTE_RANGE_UNSATISFIABLE)
    {
      g_autofree char *value = g_strdup_printf ("bytes */%" G_GINT64_FORMAT, self->size);

      soup_message_headers_replace (headers, "Content-Range", value);
      soup_server_message_set_status (message, SOUP_STATUS_REQUESTED_RANGE_NOT_SATISFIABLE, NULL);
      return;
    }
  if (kind == SOTAY_BYTE_RANGE_PART)
    soup_message_headers_set_content_range (headers, from, to - 1, self->size);
  soup_message_headers_replace (headers, "Content-Type", "application/pdf");
  soup_message_headers_set_content_length (headers, to - from);
  soup_server_message_set_status (message, kind == SOTAY_BYTE_RANGE_PART ? SOUP_STATUS_PARTIAL_CONTENT : SOUP_STATUS_OK,
                                  NULL);
  if (!whole_method)
    start_transfer (self, message, stream, from, to);
}

static void
answer_text (SoupServerMessage *message, SoupStatus status, const char *type, const char *text)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, text, strlen (text));
}

static void
answer_page (SotayHandoutOffer *self, SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_message_headers_replace (headers, "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  answer_text (message, SOUP_STATUS_OK, "text/html; charset=utf-8", self->html);
}

/* Browsers ask for these by themselves: that is no guessing. */
static gboolean
is_habit (const char *path)
{
  return g_str_equal (path, "/") || g_str_equal (path, "/favicon.ico") || g_str_equal (path, "/robots.txt")
         || g_str_has_prefix (path, "/apple-touch-icon");
}

/* Returns what follows "/TOKEN", or %NULL when that is not how @path begins. */
static const char *
find_rest (SotayHandoutOffer *self, const char *path)
{
  if (strlen (path) < SOTAY_HANDOUT_TOKEN_LENGTH + 1 || *path != '/' || !is_token (self->token, path + 1))
    return NULL;
  return path + SOTAY_HANDOUT_TOKEN_LENGTH + 1;
}

static void
answer_path (SotayHandoutOffer *self, SoupServerMessage *message, const char *path, SotayHandoutStream *stream)
{
  const char *rest = find_rest (self, path);

  if (rest != NULL && (*rest == '\0' || g_str_equal (rest, "/")))
    answer_page (self, message);
  else if (rest != NULL && *rest == '/' && g_str_equal (rest + 1, self->file_name))
    answer_file (self, message, stream);
  else
    {
      answer_text (message, SOUP_STATUS_NOT_FOUND, "text/plain; charset=utf-8", gone);
      if (!is_habit (path) && !sotay_phones_guess (self->phones, sotay_handout_stream_get_address (stream)))
        sotay_handout_stream_drop (stream);
    }
  /* libsoup would cut the page itself, even into many parts. */
  soup_message_headers_remove (soup_server_message_get_request_headers (message), "Range");
}

void
sotay_handout_offer_answer (SotayHandoutOffer *self, SoupServerMessage *message, const char *path,
                            SotayHandoutStream *stream)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  const char *method = soup_server_message_get_method (message);

  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  soup_message_headers_replace (headers, "Connection", "close");
  soup_message_headers_replace (headers, "X-Content-Type-Options", "nosniff");
  soup_message_headers_replace (headers, "Referrer-Policy", "no-referrer");
  sotay_handout_stream_allow (stream, self->stall);
  if (method == SOUP_METHOD_GET || method == SOUP_METHOD_HEAD)
    {
      answer_path (self, message, path, stream);
      return;
    }
  soup_message_headers_replace (headers, "Allow", "GET, HEAD");
  answer_text (message, SOUP_STATUS_METHOD_NOT_ALLOWED, "text/plain; charset=utf-8", not_allowed);
}

void
sotay_handout_offer_end (SotayHandoutOffer *self)
{
  for (GList *link = self->transfers.head; link != NULL; link = link->next)
    {
      Transfer *transfer = link->data;

      if (transfer->timer != NULL)
        g_source_set_ready_time (transfer->timer, 0);
    }
}

const char *
sotay_handout_offer_get_token (SotayHandoutOffer *self)
{
  return self->token;
}

const char *
sotay_handout_offer_get_file_name (SotayHandoutOffer *self)
{
  return self->file_name;
}

GBytes *
sotay_handout_offer_get_start (SotayHandoutOffer *self)
{
  return self->start;
}

GBytes *
sotay_handout_offer_get_end (SotayHandoutOffer *self)
{
  return self->end;
}
