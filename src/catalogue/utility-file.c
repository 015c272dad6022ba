/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/utility-file.h"

#include "catalogue/content-blocks.h"
#include "catalogue/question-file.h"
#include "catalogue/sources.h"

#include <glib/gi18n-lib.h>

static const char *const known_keys[] = {
  "id",      "level",         "order",           "title",  "original_title", "title_note", "keywords",
  "purpose", "eligibility",   "steps",           "result", "problems",       "legal",      "changes",
  "see_also", "manual_page", "minutes", "questions", "notes", NULL,
};

static void
read_identity (SotayUtilityParts *parts, const SotayContentNode *root, const char *id, guint order)
{
  g_autofree char *reason = NULL;
  SotayContentNode node = sotay_content_member (root, "id");

  parts->id = g_strdup (sotay_content_word (&node));
  if (!g_str_equal (parts->id, id))
    sotay_content_fail (&node, _("must be the name of the file"));
  parts->level = (guint) sotay_content_integer (root, "level", 1, 2);
  parts->order = (guint) sotay_content_integer (root, "order", 1, G_MAXINT32);
  if (parts->order != order)
    {
      reason = g_strdup_printf (_("must be %u, the place in catalogue.json"), order);
      node = sotay_content_member (root, "order");
      sotay_content_fail (&node, reason);
    }
  parts->title = g_strdup (sotay_content_string (root, "title"));
  parts->original_title = g_strdup (sotay_content_string (root, "original_title"));
  parts->title_note = g_strdup (sotay_content_optional_text (root, "title_note"));
  parts->keywords = sotay_content_strings (root, "keywords");
}

static guint
read_manual_page (const SotayContentNode *root)
{
  SotayContentNode node = sotay_content_member (root, "manual_page");

  if (node.json != NULL && JSON_NODE_HOLDS_NULL (node.json))
    return 0;
  return (guint) sotay_content_integer (root, "manual_page", 1, 100000);
}

/* What a lesson needs. Content that was written before there were lessons has none of it. */
static void
read_lesson (SotayUtilityParts *parts, const SotayContentNode *root)
{
  parts->minutes = SOTAY_UTILITY_DEFAULT_MINUTES;
  if (sotay_content_has (root, "minutes"))
    parts->minutes = (guint) sotay_content_integer (root, "minutes", 1, SOTAY_UTILITY_MAX_MINUTES);
  parts->questions = sotay_questions_read (root);
  parts->notes = sotay_content_has (root, "notes") ? sotay_content_strings (root, "notes") : g_new0 (char *, 1);
}

SotayUtility *
sotay_utility_read (SotayContentFile *file, const char *id, guint order, GError **error)
{
  g_autoptr (SotayUtilityParts) parts = g_new0 (SotayUtilityParts, 1);
  SotayContentNode root = sotay_content_root (file);

  sotay_content_only (&root, known_keys);
  read_identity (parts, &root, id, order);
  parts->purpose = sotay_content_blocks (&root, "purpose", SOTAY_CONTENT_PARAGRAPH, 1);
  parts->eligibility = sotay_content_blocks (&root, "eligibility", SOTAY_CONTENT_PARAGRAPH, 1);
  parts->steps = sotay_content_blocks (&root, "steps", SOTAY_CONTENT_STEP, 3);
  parts->result = sotay_content_blocks (&root, "result", SOTAY_CONTENT_PARAGRAPH, 1);
  parts->problems = sotay_content_blocks (&root, "problems", SOTAY_CONTENT_PROBLEM, 3);
  parts->legal = sotay_content_blocks (&root, "legal", SOTAY_CONTENT_LEGAL, 1);
  parts->changes = sotay_content_blocks (&root, "changes", SOTAY_CONTENT_CHANGE, 1);
  parts->manual_page = read_manual_page (&root);
  read_lesson (parts, &root);
  parts->see_also = sotay_content_page_ids (&root, "see_also");
  return sotay_content_file_check (file, error) ? sotay_utility_new (g_steal_pointer (&parts)) : NULL;
}

static void
add_section (GPtrArray *blocks, const char *heading, GPtrArray *section)
{
  sotay_block_list_add_heading (blocks, heading);
  sotay_block_list_extend (blocks, section);
}

static void
add_paragraph (GPtrArray *blocks, const char *heading, const char *text)
{
  sotay_block_list_add_heading (blocks, heading);
  g_ptr_array_add (blocks, sotay_block_new (SOTAY_CONTENT_PARAGRAPH, text));
}

SotayPage *
sotay_utility_make_page (SotayUtility *utility, GHashTable *sources)
{
  const SotayUtilityParts *parts = sotay_utility_get_parts (utility);
  GPtrArray *blocks = sotay_block_list_new ();
  g_autofree char *kicker = g_strdup_printf (_("%s · Level %u"), parts->id, parts->level);
  g_autofree char *in_manual = g_strdup_printf (_("Page %u of the manual."), parts->manual_page);
  gboolean renamed = !g_str_equal (parts->title, parts->original_title);

  add_section (blocks, _("What it is for"), parts->purpose);
  add_section (blocks, _("Who may use it"), parts->eligibility);
  add_section (blocks, _("Steps"), parts->steps);
  add_section (blocks, _("What you see at the end"), parts->result);
  add_section (blocks, _("Common problems"), parts->problems);
  add_section (blocks, _("Legal basis"), parts->legal);
  add_section (blocks, _("Changes since 06/3/2024"), parts->changes);
  if (parts->manual_page > 0)
    add_paragraph (blocks, _("In the manual"), in_manual);
  if (parts->title_note != NULL)
    add_paragraph (blocks, _("About the name"), parts->title_note);
  return sotay_page_new (&(SotayPageParts){
    .id = parts->id,
    .kicker = kicker,
    .title = parts->title,
    .subtitle = renamed ? parts->original_title : NULL,
    .blocks = blocks,
    .see_also = g_strdupv (parts->see_also),
    .keywords = g_strdupv (parts->keywords),
    .sources = sotay_sources_names (sources, blocks),
  });
}
