/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sotay_test_run:
 *
 * g_test_init(), then all tests in a SOTAY_HOME of their own, which is removed afterwards.
 *
 * Parameters: those of main, and a function that adds the tests.
 *
 * Returns: what main returns
 */
int sotay_test_run (int argc, char **argv, void (*add_tests) (void));

/**
 * sotay_test_folder:
 *
 * Returns: (transfer full): the path of a new empty folder, removed when the program ends
 */
char *sotay_test_folder (void);

/**
 * sotay_test_remove:
 *
 * Removes a folder of sotay_test_folder() with all that is in it, for a test that makes very many.
 */
void sotay_test_remove (const char *folder);

/**
 * sotay_test_data:
 * @name: a path below tests/
 *
 * Returns: (transfer full): the path of a file of the sources
 */
char *sotay_test_data (const char *name);

/**
 * sotay_test_store_result:
 *
 * A #GAsyncReadyCallback; @data is the address of a NULL #GAsyncResult pointer for sotay_test_wait().
 */
void sotay_test_store_result (GObject *source, GAsyncResult *result, gpointer data);

/**
 * sotay_test_wait:
 * @slot: where sotay_test_store_result() puts the result
 *
 * Runs the main context until the result is there; fails the test after 60 seconds.
 */
void sotay_test_wait (GAsyncResult **slot);

G_END_DECLS
