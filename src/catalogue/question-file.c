/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/question-file.h"

#include "catalogue/content-blocks.h"
#include "catalogue/inline.h"

#include <glib/gi18n-lib.h>

/* Nobody can follow a link on a wall. */
static char *
dup_plain (const SotayContentNode *node)
{
  const char *text = sotay_content_word (node);
  SotayInlinePart part;

  for (const char *rest = text; (rest = sotay_inline_next (rest, &part)) != NULL;)
    if (part.target != NULL)
      sotay_content_fail (node, _("must not hold a link"));
  return g_strdup (text);
}

static char *
dup_plain_member (const SotayContentNode *object, const char *key)
{
  SotayContentNode node = sotay_content_member (object, key);

  return dup_plain (&node);
}

static void
read_choices (const SotayContentNode *item, SotayQuestion *question)
{
  SotayContentNode list = sotay_content_list (item, "choices", SOTAY_QUESTION_N_CHOICES, SOTAY_QUESTION_N_CHOICES);

  for (guint i = 0; i < sotay_content_length (&list); i++)
    {
      SotayContentNode choice = sotay_content_item (&list, i);

      question->choices[i] = dup_plain (&choice);
      for (guint j = 0; j < i; j++)
        if (g_str_equal (question->choices[i], question->choices[j]))
          sotay_content_fail (&choice, _("is there twice"));
    }
}

static SotayQuestion *
read_question (const SotayContentNode *item)
{
  static const char *const keys[] = { "question", "choices", "right", "reason", "source", "to_verify", NULL };
  SotayQuestion *question = g_new0 (SotayQuestion, 1);

  sotay_content_only (item, keys);
  question->question = dup_plain_member (item, "question");
  read_choices (item, question);
  question->right = (guint) sotay_content_integer (item, "right", 1, SOTAY_QUESTION_N_CHOICES) - 1;
  question->reason = dup_plain_member (item, "reason");
  sotay_content_origin (item, &question->source, &question->to_verify);
  return question;
}

GPtrArray *
sotay_questions_read (const SotayContentNode *object)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_question_free);
  SotayContentNode list;

  if (!sotay_content_has (object, "questions"))
    return questions;
  list = sotay_content_list (object, "questions", 0, G_MAXUINT);
  for (guint i = 0; i < sotay_content_length (&list); i++)
    {
      SotayContentNode item = sotay_content_item (&list, i);

      g_ptr_array_add (questions, read_question (&item));
    }
  return questions;
}
