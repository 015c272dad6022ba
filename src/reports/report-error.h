/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SotayReportError:
 *
 * What can go wrong with a report besides the register and the file. The message of the #GError is a place or a name;
 * the sentence for the person is made by sotay_describe_error() in services.
 */
typedef enum
{
  SOTAY_REPORT_ERROR_TEMPLATE,         /* a template that cannot be used; the message is the file, the line and why */
  SOTAY_REPORT_ERROR_TEMPLATE_UNKNOWN, /* … a name that this document does not have; the message ends with it */
  SOTAY_REPORT_ERROR_TEMPLATE_UNREADABLE,
  SOTAY_REPORT_ERROR_FROZEN,           /* the figures of a closed month are not readable; the message is the month */
  SOTAY_REPORT_ERROR_UNTRAINED,        /* a certificate for somebody who is not trained; the message is the name */
} SotayReportError;

#define SOTAY_REPORT_ERROR (sotay_report_error_quark ())
GQuark sotay_report_error_quark (void);

G_END_DECLS
