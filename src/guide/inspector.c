/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/inspector.h"

#include "guide/guide-error.h"
#include "guide/helper-process.h"

/* Whether the reader itself was at fault, or the document was too much for it. */
static SotayGuideError
find_code (const GError *reason)
{
  if (reason->domain == SOTAY_GUIDE_ERROR && reason->code != SOTAY_GUIDE_ERROR_PAGE)
    return reason->code;
  return SOTAY_GUIDE_ERROR_DAMAGED;
}

gboolean
sotay_inspector_run (const char *program, const char *path, guint *pages, GCancellable *cancellable, GError **error)
{
  const SotayWireRequest request = { .kind = SOTAY_WIRE_CHECK };
  g_autoptr (SotayHelperProcess) helper = sotay_helper_process_new (program, path, SOTAY_HELPER_PATIENCE);
  g_autoptr (GError) reason = NULL;
  g_autoptr (SotayAnswer) answer = sotay_helper_process_ask (helper, &request, 0, cancellable, &reason);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  *pages = answer != NULL ? sotay_answer_read_pages (answer) : 0;
  if (*pages > 0)
    return TRUE;
  if (reason != NULL)
    g_set_error_literal (error, SOTAY_GUIDE_ERROR, (int) find_code (reason), reason->message);
  else
    g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_DAMAGED, "the reader of PDFs talks nonsense");
  return FALSE;
}

gboolean
sotay_inspector_probe (const char *program, SotaySandboxLevel *level, GError **error)
{
  /* It is not asked to look at the file, so that any will do. */
  g_autoptr (SotayHelperProcess) helper = sotay_helper_process_new (program, program, SOTAY_HELPER_PATIENCE);

  if (!sotay_helper_process_start (helper, NULL, error))
    return FALSE;
  *level = sotay_helper_process_get_level (helper);
  return TRUE;
}
