/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/utility.h"

#include "catalogue/page.h"
#include "catalogue/question.h"

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
    g_string_append_printf (text, i > 0 ? "\n%s" : "%s", ((SotayContentBlock *) blocks->pdata[i])->text);
  write_words (json, key, text->str);
}

typedef void (*WriteBlock) (JsonBuilder *json, const SotayContentBlock *block);

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
write_step (JsonBuilder *json, const SotayContentBlock *block)
{
  write_words (json, "text", block->text);
  write_words (json, "seen_at", block->detail);
}

static void
write_problem (JsonBuilder *json, const SotayContentBlock *block)
{
  write_words (json, "question", block->text);
  write_words (json, "answer", block->answer);
  write_words (json, "repaired_by", block->detail);
}

static void
write_legal (JsonBuilder *json, const SotayContentBlock *block)
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
write_change (JsonBuilder *json, const SotayContentBlock *block)
{
  write_words (json, "date", block->date);
  write_words (json, "text", block->text);
}

static void
write_strings (JsonBuilder *json, const char *key, const char *const *strings, gsize n_strings)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_array (json);
  for (gsize i = 0; i < n_strings; i++)
    json_builder_add_string_value (json, strings[i]);
  json_builder_end_array (json);
}

static void
write_count (JsonBuilder *json, const char *key, guint count)
{
  json_builder_set_member_name (json, key);
  json_builder_add_int_value (json, count);
}

static void
write_questions (JsonBuilder *json, GPtrArray *questions)
{
  json_builder_set_member_name (json, "questions");
  json_builder_begin_array (json);
  for (guint i = 0; i < questions->len; i++)
    {
      const SotayQuestion *question = questions->pdata[i];

      json_builder_begin_object (json);
      write_words (json, "question", question->question);
      write_strings (json, "choices", (const char *const *) question->choices, SOTAY_QUESTION_N_CHOICES);
      write_count (json, "right", question->right + 1);
      write_words (json, "reason", question->reason);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

JsonNode *
sotay_utility_to_json (SotayUtility *utility)
{
  const SotayUtilityParts *parts = sotay_utility_get_parts (utility);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  write_words (json, "id", parts->id);
  write_count (json, "level", parts->level);
  write_words (json, "title", parts->title);
  write_words (json, "original_title", parts->original_title);
  write_paragraphs (json, "purpose", parts->purpose);
  write_paragraphs (json, "eligibility", parts->eligibility);
  write_list (json, "steps", parts->steps, write_step);
  write_paragraphs (json, "result", parts->result);
  write_list (json, "problems", parts->problems, write_problem);
  write_list (json, "legal", parts->legal, write_legal);
  write_list (json, "changes", parts->changes, write_change);
  json_builder_set_member_name (json, "manual_page");
  if (parts->manual_page > 0)
    json_builder_add_int_value (json, parts->manual_page);
  else
    json_builder_add_null_value (json);
  write_count (json, "minutes", parts->minutes);
  write_questions (json, parts->questions);
  write_strings (json, "notes", (const char *const *) parts->notes, g_strv_length (parts->notes));
  json_builder_end_object (json);
  return json_builder_get_root (json);
}
