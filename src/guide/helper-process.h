/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF reader (sotay-document) in its sandbox, from the side of the one that asks. */
#pragma once

#include "core/sandbox.h"
#include "guide/answer.h"

G_BEGIN_DECLS

#define SOTAY_HELPER_NAME "sotay-document" /* for sotay_paths_helper() */
#define SOTAY_HELPER_PATIENCE 20

/* For one thread, which must not end before it. */
typedef struct _SotayHelperProcess SotayHelperProcess;

/**
 * sotay_helper_process_new:
 * @program: the path of the helper program
 * @document: a PDF
 * @patience: how many seconds one answer may take, usually SOTAY_HELPER_PATIENCE; three times that for checking the
 *   whole
 *
 * Returns: (transfer full): a helper that starts with the first question
 */
SotayHelperProcess *sotay_helper_process_new (const char *program, const char *document, guint patience);
void sotay_helper_process_free (SotayHelperProcess *helper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayHelperProcess, sotay_helper_process_free)

/**
 * sotay_helper_process_start:
 * @error: %SOTAY_GUIDE_ERROR_HELPER, %SOTAY_GUIDE_ERROR_FILE or %G_IO_ERROR_CANCELLED
 *
 * Starts the program unless it runs: in the best sandbox that this system permits, which is found out before the
 * program looks at the document.
 *
 * Returns: whether it runs
 */
gboolean sotay_helper_process_start (SotayHelperProcess *helper, GCancellable *cancellable, GError **error);

SotaySandboxLevel sotay_helper_process_get_level (SotayHelperProcess *helper); /* once it was started */

/**
 * sotay_helper_process_ask:
 * @request: what is asked
 * @most_bytes: no more raw bytes than this are taken
 * @error: %SOTAY_GUIDE_ERROR_HELPER when the program cannot be started; %SOTAY_GUIDE_ERROR_PAGE when it died
 *   or answered nonsense, %G_IO_ERROR_TIMED_OUT, or %G_IO_ERROR_CANCELLED: then it was ended; SOTAY_GUIDE_ERROR as the
 *   program itself says
 *
 * Blocks until the answer is there.
 *
 * Returns: (transfer full) (nullable): the answer
 */
SotayAnswer *sotay_helper_process_ask (SotayHelperProcess *helper, const SotayWireRequest *request, gsize most_bytes,
                                       GCancellable *cancellable, GError **error);

/**
 * sotay_helper_process_is_running:
 *
 * Returns: whether the program runs, as far as is known: after a failed question it does not
 */
gboolean sotay_helper_process_is_running (SotayHelperProcess *helper);

/**
 * sotay_helper_process_end:
 *
 * Ends the program at once; the next question starts it again.
 */
void sotay_helper_process_end (SotayHelperProcess *helper);

G_END_DECLS
