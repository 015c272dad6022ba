/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hand-out of a file on the loopback, and clients that talk to it in raw bytes from addresses of their choice. */
#pragma once

#include "guide/handout.h"

G_BEGIN_DECLS

typedef struct
{
  SotayHandout *handout;
  SotayManualCopy *copy;
  char *folder;
  GBytes *contents;
  char *page_path; /* "/k7m2qx" */
  char *file_path; /* "/k7m2qx/HDSO_VNeID.pdf" */
  guint16 port;
} HandoutFixture;

/**
 * handout_fixture_start:
 * @size: the size of the file
 * @property: (nullable): a property of the hand-out that is not as usual
 * @value: what it is
 *
 * Makes the file and hands it out at 127.0.0.1.
 */
void handout_fixture_start (HandoutFixture *fixture, gsize size, const char *property, guint value);
void handout_fixture_stop (HandoutFixture *fixture);

/**
 * handout_fixture_connect:
 * @host: the last number of the client's address, 127.0.0.HOST; 1 is this PC
 *
 * Returns: (transfer full): a connection, whose reads and writes fail after 20 seconds
 */
GSocketConnection *handout_fixture_connect (HandoutFixture *fixture, guint host);

void handout_fixture_send (GSocketConnection *connection, const char *text); /* all of it */

/**
 * handout_fixture_read:
 * @connection: (transfer full): read until the server closes it
 *
 * Returns: (transfer full): what came
 */
GBytes *handout_fixture_read (GSocketConnection *connection);

/**
 * handout_fixture_request:
 * @method: "GET"
 * @headers: more headers, each ended by "\r\n", or ""
 *
 * Returns: (transfer full): the whole answer to one request from 127.0.0.2
 */
GBytes *handout_fixture_request (HandoutFixture *fixture, const char *method, const char *path, const char *headers);

guint handout_fixture_get_status (GBytes *answer);              /* 0 when there is none */
char *handout_fixture_get_header (GBytes *answer, const char *name); /* (transfer full) (nullable) */
GBytes *handout_fixture_get_body (GBytes *answer);              /* (transfer full) */

void handout_fixture_wait_for_phones (HandoutFixture *fixture, guint phones);
void handout_fixture_wait_for_connections (HandoutFixture *fixture, guint connections);

G_END_DECLS
