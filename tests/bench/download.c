/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-download ADDRESS FOLDER: downloads as the library does, up to the whole file and its SHA-256, which is printed.
 * Not what curl does not do either: waiting for the disk, and reading the PDF through. */
#include "guide/download.h"

int
main (int argc, char **argv)
{
  const SotayDownloadTerms terms = { .max_bytes = G_MAXINT64, .stall_seconds = 30, .head_seconds = 60,
                                     .pause_unit_ms = 1000 };
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (SotayMeter) meter = sotay_meter_new (context, NULL, NULL);
  g_autoptr (SotayPartialFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (SotayDownloadResult) result = { FALSE };
  SotayDownload download = { NULL, NULL, meter };

  if (argc != 3)
    return 2;
  download.address = argv[1];
  g_main_context_push_thread_default (context);
  file = sotay_partial_file_open (argv[2], argv[1]);
  if (file == NULL || !sotay_download_run (&download, &terms, file, &result, NULL, &error))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "locked");
      return 1;
    }
  g_print ("%s\n", sotay_partial_file_get_sha256 (file));
  sotay_partial_file_spare (file); /* the measuring script removes it, as it removes curl's */
  g_main_context_pop_thread_default (context);
  return 0;
}
