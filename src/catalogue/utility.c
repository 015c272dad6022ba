/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/utility-private.h"

#include "catalogue/content-blocks.h"
#include "catalogue/page-private.h"
#include "catalogue/sources.h"

#include <glib/gi18n-lib.h>

struct _SotayUtility
{
  GObject parent_instance;

  char *id;
  guint level;
  guint order;
  char *title;
  char *original_title;
  char *title_note; /* nullable */
  char **keywords;
  GPtrArray *purpose;
  GPtrArray *eligibility;
  GPtrArray *steps;
  GPtrArray *result;
  GPtrArray *problems;
  GPtrArray *legal;
  GPtrArray *changes;
  guint manual_page; /* 0 when not known */
  char **see_also;
};

G_DEFINE_FINAL_TYPE (SotayUtility, sotay_utility, G_TYPE_OBJECT)

static const char *const known_keys[] = {
  "id",      "level",         "order",           "title",  "original_title", "title_note", "keywords",
  "purpose", "eligibility",   "steps",           "result", "problems",       "legal",      "changes",
  "see_also", "manual_page", NULL,
};

static void
read_identity (SotayUtility *self, const SotayContentNode *root, const char *id, guint order)
{
  g_autofree char *reason = NULL;
  SotayContentNode node = sotay_content_member (root, "id");

  self->id = g_strdup (sotay_content_word (&node));
  if (!g_str_equal (self->id, id))
    sotay_content_fail (&node, _("must be the name of the file"));
  self->level = (guint) sotay_content_integer (root, "level", 1, 2);
  self->order = (guint) sotay_content_integer (root, "order", 1, G_MAXINT32);
  if (self->order != order)
    {
      reason = g_strdup_printf (_("must be %u, the place in catalogue.json"), order);
      node = sotay_content_member (root, "order");
      sotay_content_fail (&node, reason);
    }
  self->title = g_strdup (sotay_content_string (root, "title"));
  self->original_title = g_strdup (sotay_content_string (root, "original_title"));
  self->title_note = g_strdup (sotay_content_optional_text (root, "title_note"));
  self->keywords = sotay_content_strings (root, "keywords");
}

static guint
read_manual_page (const SotayContentNode *root)
{
  SotayContentNode node = sotay_content_member (root, "manual_page");

  if (node.json != NULL && JSON_NODE_HOLDS_NULL (node.json))
    return 0;
  return (guint) sotay_content_integer (root, "manual_page", 1, 100000);
}

SotayUtility *
sotay_utility_read (SotayContentFile *file, const char *id, guint order, GError **error)
{
  g_autoptr (SotayUtility) self = g_object_new (SOTAY_TYPE_UTILITY, NULL);
  SotayContentNode root = sotay_content_root (file);

  sotay_content_only (&root, known_keys);
  read_identity (self, &root, id, order);
  self->purpose = sotay_content_blocks (&root, "purpose", SOTAY_BLOCK_PARAGRAPH, 1);
  self->eligibility = sotay_content_blocks (&root, "eligibility", SOTAY_BLOCK_PARAGRAPH, 1);
  self->steps = sotay_content_blocks (&root, "steps", SOTAY_BLOCK_STEP, 3);
  self->result = sotay_content_blocks (&root, "result", SOTAY_BLOCK_PARAGRAPH, 1);
  self->problems = sotay_content_blocks (&root, "problems", SOTAY_BLOCK_PROBLEM, 3);
  self->legal = sotay_content_blocks (&root, "legal", SOTAY_BLOCK_LEGAL, 1);
  self->changes = sotay_content_blocks (&root, "changes", SOTAY_BLOCK_CHANGE, 1);
  self->manual_page = read_manual_page (&root);
  self->see_also = sotay_content_page_ids (&root, "see_also");
  return sotay_content_file_check (file, error) ? g_steal_pointer (&self) : NULL;
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
  g_ptr_array_add (blocks, sotay_block_new (SOTAY_BLOCK_PARAGRAPH, text));
}

SotayPage *
sotay_utility_make_page (SotayUtility *utility, GHashTable *sources)
{
  GPtrArray *blocks = sotay_block_list_new ();
  g_autofree char *kicker = g_strdup_printf (_("%s · Level %u"), utility->id, utility->level);
  g_autofree char *in_manual = g_strdup_printf (_("Page %u of the manual."), utility->manual_page);
  gboolean renamed = !g_str_equal (utility->title, utility->original_title);

  add_section (blocks, _("What it is for"), utility->purpose);
  add_section (blocks, _("Who may use it"), utility->eligibility);
  add_section (blocks, _("Steps"), utility->steps);
  add_section (blocks, _("What you see at the end"), utility->result);
  add_section (blocks, _("Common problems"), utility->problems);
  add_section (blocks, _("Legal basis"), utility->legal);
  add_section (blocks, _("Changes since 06/3/2024"), utility->changes);
  if (utility->manual_page > 0)
    add_paragraph (blocks, _("In the manual"), in_manual);
  if (utility->title_note != NULL)
    add_paragraph (blocks, _("About the name"), utility->title_note);
  return sotay_page_new (&(SotayPageParts){
    .id = utility->id,
    .kicker = kicker,
    .title = utility->title,
    .subtitle = renamed ? utility->original_title : NULL,
    .blocks = blocks,
    .see_also = g_strdupv (utility->see_also),
    .keywords = g_strdupv (utility->keywords),
    .sources = sotay_sources_names (sources, blocks),
  });
}

static void
sotay_utility_finalize (GObject *object)
{
  SotayUtility *self = SOTAY_UTILITY (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->original_title);
  g_free (self->title_note);
  g_strfreev (self->keywords);
  g_clear_pointer (&self->purpose, g_ptr_array_unref);
  g_clear_pointer (&self->eligibility, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->result, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->legal, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_strfreev (self->see_also);
  G_OBJECT_CLASS (sotay_utility_parent_class)->finalize (object);
}

static void
sotay_utility_class_init (SotayUtilityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_utility_finalize;
}

static void
sotay_utility_init (SotayUtility *self)
{
}

const char *
sotay_utility_get_id (SotayUtility *utility)
{
  return utility->id;
}

guint
sotay_utility_get_level (SotayUtility *utility)
{
  return utility->level;
}

guint
sotay_utility_get_order (SotayUtility *utility)
{
  return utility->order;
}

const char *
sotay_utility_get_title (SotayUtility *utility)
{
  return utility->title;
}

const char *
sotay_utility_get_original_title (SotayUtility *utility)
{
  return utility->original_title;
}

static void
write_words (JsonBuilder *json, const char *key, const char *text)
{
  g_autofree char *plain = sotay_inline_plain (text);

  json_builder_set_member_name (json, key);
  json_builder_add_string_value (json, plain);
}

static void
write_paragraphs (JsonBuilder *json, const char *key, GPtrArray *blocks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (text, i > 0 ? "\n%s" : "%s", ((SotayBlock *) blocks->pdata[i])->text);
  write_words (json, key, text->str);
}

typedef void (*WriteBlock) (JsonBuilder *json, const SotayBlock *block);

static void
write_list (JsonBuilder *json, const char *key, GPtrArray *blocks, WriteBlock write)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_array (json);
  for (guint i = 0; i < blocks->len; i++)
    {
      json_builder_begin_object (json);
      write (json, blocks->pdata[i]);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
write_step (JsonBuilder *json, const SotayBlock *block)
{
  write_words (json, "text", block->text);
  write_words (json, "seen_at", block->detail);
}

static void
write_problem (JsonBuilder *json, const SotayBlock *block)
{
  write_words (json, "question", block->text);
  write_words (json, "answer", block->answer);
  write_words (json, "repaired_by", block->detail);
}

static void
write_legal (JsonBuilder *json, const SotayBlock *block)
{
  static const char *const statuses[] = {
    [SOTAY_LEGAL_IN_FORCE] = "in-force",
    [SOTAY_LEGAL_AMENDED] = "amended",
    [SOTAY_LEGAL_LAPSED] = "lapsed",
  };

  write_words (json, "citation", block->text);
  write_words (json, "date", block->date);
  write_words (json, "status", statuses[block->status]);
}

static void
write_change (JsonBuilder *json, const SotayBlock *block)
{
  write_words (json, "date", block->date);
  write_words (json, "text", block->text);
}

JsonNode *
sotay_utility_to_json (SotayUtility *utility)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  write_words (json, "id", utility->id);
  json_builder_set_member_name (json, "level");
  json_builder_add_int_value (json, utility->level);
  write_words (json, "title", utility->title);
  write_words (json, "original_title", utility->original_title);
  write_paragraphs (json, "purpose", utility->purpose);
  write_paragraphs (json, "eligibility", utility->eligibility);
  write_list (json, "steps", utility->steps, write_step);
  write_paragraphs (json, "result", utility->result);
  write_list (json, "problems", utility->problems, write_problem);
  write_list (json, "legal", utility->legal, write_legal);
  write_list (json, "changes", utility->changes, write_change);
  json_builder_set_member_name (json, "manual_page");
  if (utility->manual_page > 0)
    json_builder_add_int_value (json, utility->manual_page);
  else
    json_builder_add_null_value (json);
  json_builder_end_object (json);
  return json_builder_get_root (json);
}
