/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SotayGuideError:
 *
 * Why the manual could not be had. Whatever happened, the copy that was there is still there. The message of the
 * #GError is a detail: the host, the status, the server's words. Cancelling gives %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  SOTAY_GUIDE_ERROR_ADDRESS,    /* not an http(s) address */
  SOTAY_GUIDE_ERROR_NETWORK,    /* no network, or no way to the host */
  SOTAY_GUIDE_ERROR_NAME,       /* the host's name was not found */
  SOTAY_GUIDE_ERROR_REFUSED,    /* nobody answers at the host */
  SOTAY_GUIDE_ERROR_CONNECTION, /* the line broke, or something on the way does not speak HTTP, as a proxy may */
  SOTAY_GUIDE_ERROR_TLS,        /* the host cannot prove who it is */
  SOTAY_GUIDE_ERROR_TIMEOUT,    /* no byte for 30 seconds */
  SOTAY_GUIDE_ERROR_GONE,       /* 404 or 410 */
  SOTAY_GUIDE_ERROR_STATUS,     /* any other status but 200 */
  SOTAY_GUIDE_ERROR_REDIRECT,   /* too many redirects, or from https to http */
  SOTAY_GUIDE_ERROR_WEB_PAGE,   /* a web page instead of a PDF: a login page of the network, or an error page */
  SOTAY_GUIDE_ERROR_NOT_PDF,    /* something else instead of a PDF */
  SOTAY_GUIDE_ERROR_TRUNCATED,  /* fewer bytes than declared */
  SOTAY_GUIDE_ERROR_TOO_LARGE,  /* more than SOTAY_GUIDE_MAX_BYTES, or than declared */
  SOTAY_GUIDE_ERROR_DAMAGED,    /* begins like a PDF but cannot be read */
  SOTAY_GUIDE_ERROR_ENCRYPTED,  /* asks for a password */
  SOTAY_GUIDE_ERROR_NO_PAGES,
  SOTAY_GUIDE_ERROR_DISK_FULL,
  SOTAY_GUIDE_ERROR_FILE,       /* a file or folder cannot be read or written */
  SOTAY_GUIDE_ERROR_NO_COPY,    /* there is no copy yet */
  SOTAY_GUIDE_ERROR_HELPER,     /* the program that reads PDFs did not start or died */
  SOTAY_GUIDE_ERROR_PAGE,       /* one page cannot be shown; the others can */
  SOTAY_GUIDE_ERROR_HANDOUT,    /* the hand-out did not start */
  SOTAY_GUIDE_ERROR_HANDOUT_NETWORK, /* there is no network on which others can reach this PC */
  SOTAY_GUIDE_ERROR_HANDOUT_LOST,    /* the network of the hand-out went away */
  SOTAY_GUIDE_ERROR_HANDOUT_CHECK,   /* this PC does not get from the hand-out what it should */
} SotayGuideError;

#define SOTAY_GUIDE_ERROR (sotay_guide_error_quark ())
GQuark sotay_guide_error_quark (void);

G_END_DECLS
