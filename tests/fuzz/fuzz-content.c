/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds a content file of a stranger to its reader: for libFuzzer, and for test-fuzz-content. */
#include "catalogue/article.h"
#include "catalogue/content-file.h"
#include "catalogue/question.h"
#include "catalogue/utility-file.h"

#include "fuzz.h"

/* Whatever the file says, the markup that the window shows can be read. */
static void
check_markup (const char *text)
{
  static const GMarkupParser nothing = { 0 };
  static const char *const words[] = { "a", "x", NULL };
  g_autofree char *markup = sotay_inline_markup (text, words);
  g_autofree char *element = g_strconcat ("<p>", markup, "</p>", NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);

  g_assert_true (g_markup_parse_context_parse (context, element, -1, NULL));
  g_assert_true (g_markup_parse_context_end_parse (context, NULL));
}

static void
check_page (SotayPage *page)
{
  g_autofree char *text = sotay_page_to_text (page);
  GPtrArray *blocks = sotay_page_get_blocks (page);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; i < blocks->len; i++)
    {
      const SotayContentBlock *block = blocks->pdata[i];

      if (block->text != NULL)
        check_markup (block->text);
    }
}

static void
check_utility (SotayUtility *utility, GHashTable *sources)
{
  const SotayUtilityParts *parts = sotay_utility_get_parts (utility);
  g_autoptr (SotayPage) page = sotay_utility_make_page (utility, sources);
  g_autoptr (JsonNode) json = sotay_utility_to_json (utility);

  check_page (page);
  g_assert_cmpuint (parts->minutes, >=, 1);
  g_assert_cmpuint (parts->minutes, <=, SOTAY_UTILITY_MAX_MINUTES);
  for (guint i = 0; i < parts->questions->len; i++)
    {
      const SotayQuestion *question = parts->questions->pdata[i];

      g_assert_cmpuint (question->right, <, SOTAY_QUESTION_N_CHOICES);
      g_assert_cmpstr (question->choices[0], !=, question->choices[1]);
      g_assert_true ((question->source == NULL) == question->to_verify);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayContentFile) file = sotay_content_file_new ("fuzz", bytes, &error);
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) pages = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (SotayPage) page = NULL;
  g_autoptr (SotayUtility) utility = NULL;

  if (file == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }
  g_hash_table_insert (sources, (gpointer) "S0", (gpointer) "Công văn");
  g_hash_table_add (pages, (gpointer) "U1");
  file->sources = sources;
  file->pages = pages;
  page = sotay_article_read (file, "x", &error);
  g_assert_true ((page == NULL) == (error != NULL));
  if (page != NULL)
    check_page (page);
  g_clear_error (&error);
  utility = sotay_utility_read (file, "U1", 1, &error);
  g_assert_true ((utility == NULL) == (error != NULL));
  if (utility != NULL)
    check_utility (utility, sources);
  return 0;
}
