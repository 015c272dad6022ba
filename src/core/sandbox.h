/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A program of our own that reads what a stranger made is started so that it cannot reach the rest of the PC. The
 * program itself then gives up what is left (core/sandbox-lock.h). One implementation for each system: sandbox-linux.c
 * here.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How far the program is shut off from outside, the best first. */
typedef enum
{
  SOTAY_SANDBOX_FULL,   /* sees libraries, fonts and the document, nothing else of the disk, no network, no process */
  SOTAY_SANDBOX_FILTER, /* nothing from outside: it relies on what the program gives up itself */
} SotaySandboxLevel;

/**
 * sotay_sandbox_start:
 * @program: the path of a program of ours
 * @document: the path of the one file that it may read
 * @error: G_IO_ERROR or G_SPAWN_ERROR: what the level needs is missing
 *
 * Starts @program with one argument, the path at which it finds the document, in an empty environment, with pipes to
 * its standard input and output. It ends with the thread that started it. A system that does not permit the level may
 * tell only by the program's end before it says anything.
 *
 * Returns: (transfer full) (nullable): the process
 */
GSubprocess *sotay_sandbox_start (SotaySandboxLevel level, const char *program, const char *document, GError **error);

/**
 * sotay_sandbox_get_visible:
 *
 * Returns: (transfer none) (array zero-terminated=1): the files and folders that such a program may read besides the
 *   document: libraries, fonts and what poppler brings along; not all of them are there on every system
 */
const char *const *sotay_sandbox_get_visible (void);

G_END_DECLS
