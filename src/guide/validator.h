/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ETag and Last-Modified: what tells one edition of a file from another (RFC 9110, 8.8). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sotay_validator_is_etag:
 * @text: (nullable): a stranger's word
 *
 * Returns: whether it is an ETag that may be sent back
 */
gboolean sotay_validator_is_etag (const char *text);

/**
 * sotay_validator_is_strong:
 * @text: (nullable): a stranger's word
 *
 * Returns: whether it is an ETag that changes with every byte
 */
gboolean sotay_validator_is_strong (const char *text);

/**
 * sotay_validator_is_date:
 * @text: (nullable): a stranger's word
 *
 * Returns: whether it is a date that may be sent back
 */
gboolean sotay_validator_is_date (const char *text);

/**
 * sotay_validator_is_settled:
 * @last_modified: (nullable): when the file changed last
 * @date: (nullable): when the server said so
 *
 * Returns: whether the file cannot have changed again within the second of @last_modified
 */
gboolean sotay_validator_is_settled (const char *last_modified, const char *date);

G_END_DECLS
