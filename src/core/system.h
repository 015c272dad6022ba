/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs by operating system. One implementation for each: system-linux.c here. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sotay_system_executable_dir:
 *
 * Returns: (transfer full) (nullable): the folder of the running program
 */
char *sotay_system_executable_dir (void);

/**
 * sotay_system_on_interrupt:
 * @func: called on the main context when the person presses Ctrl+C or the session ends
 * @data: passed to @func
 */
void sotay_system_on_interrupt (GSourceFunc func, gpointer data);

/**
 * sotay_system_use_language:
 * @language: (nullable): "vi", "en", or %NULL for the system's own
 *
 * Makes gettext answer in @language whatever locale the machine has. Call once, before any translation.
 */
void sotay_system_use_language (const char *language);

/**
 * sotay_system_become:
 * @program: the path of another program
 * @arguments: (array zero-terminated=1): its arguments, from its name on
 *
 * Runs @program in place of this one. Returns only when that cannot be done.
 */
void sotay_system_become (const char *program, char **arguments);

/**
 * sotay_system_limit_self:
 * @memory_bytes: the most memory that this process may use
 * @seconds: the most processor time that it may use
 *
 * For a program that reads what a stranger made: beyond the limits it ends.
 */
void sotay_system_limit_self (gint64 memory_bytes, guint seconds);

G_END_DECLS
