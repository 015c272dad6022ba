/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/table.h"
#include "cli/verbs.h"
#include "guide/document.h"
#include "guide/guide-error.h"

#include <glib/gi18n-lib.h>

static SotayDocumentText *
read_text (SotayCli *cli, const char *path, GError **error)
{
  g_autoptr (SotayDocument) document = sotay_document_new (path);
  GCancellable *cancellable = sotay_cli_get_cancellable (cli);
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) read = NULL;

  sotay_document_open_async (document, cancellable, sotay_cli_store_result, &opened);
  sotay_cli_wait (&opened);
  if (!sotay_document_open_finish (document, opened, error))
    return NULL;
  sotay_document_load_text_async (document, cancellable, sotay_cli_store_result, &read);
  sotay_cli_wait (&read);
  return sotay_document_load_text_finish (document, read, error);
}

/* What is a picture only cannot be found, and a person must know. */
static void
warn_of_pictures (SotayDocumentText *text)
{
  guint n_empty = sotay_document_text_get_n_empty (text);

  if (n_empty == sotay_document_text_get_n_pages (text))
    g_printerr ("%s\n", _("The manual has no text that can be searched: its pages are pictures."));
  else if (n_empty > 0)
    g_printerr (ngettext ("%u page of the manual has no text and was not searched.\n",
                          "%u pages of the manual have no text and were not searched.\n", n_empty),
                n_empty);
}

static int
print_hits (SotayCli *cli, SotayDocumentText *text, GArray *hits)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (SotayTable) table = sotay_table_new (2, 1);

  json_builder_begin_array (json);
  for (guint i = 0; i < hits->len; i++)
    {
      const SotayTextHit *hit = &g_array_index (hits, SotayTextHit, i);
      gsize start, end;
      g_autofree char *snippet = sotay_document_text_snippet (text, hit, &start, &end);
      g_autofree char *page = g_strdup_printf ("%u", hit->index + 1);

      json_builder_begin_object (json);
      sotay_json_add_number (json, "page", hit->index + 1);
      sotay_json_add_text (json, "snippet", snippet);
      json_builder_end_object (json);
      sotay_table_add (table, page, snippet);
    }
  json_builder_end_array (json);
  if (sotay_cli_wants_json (cli))
    return sotay_cli_print_json (cli, json);
  sotay_table_print (table);
  return SOTAY_EXIT_DONE;
}

static int
search (SotayCli *cli)
{
  int limit = 0;
  const GOptionEntry options[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("At most so many; 0 for all"), N_("NUMBER") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  SotayManualCopy *copy = NULL;
  g_autoptr (SotayDocumentText) text = NULL;
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (limit < 0)
    return sotay_cli_misuse (cli, _("The limit is a number from 1; 0 for all"));
  copy = sotay_guide_library_read_current (sotay_services_get_guide (sotay_cli_get_services (cli)));
  if (copy == NULL)
    g_set_error_literal (&error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_NO_COPY, "no copy");
  else
    text = read_text (cli, sotay_manual_copy_get_path (copy), &error);
  if (text == NULL)
    return sotay_cli_fail (cli, error);
  warn_of_pictures (text);
  hits = sotay_document_text_find (text, arguments[0], (guint) limit);
  return print_hits (cli, text, hits);
}

const SotayVerb sotay_guide_search_verbs[] = {
  { "guide search", N_("TEXT"), N_("Find text in the manual; accents are optional, and typed ones narrow"), 1, 1, search },
  { NULL },
};
