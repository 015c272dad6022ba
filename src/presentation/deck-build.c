/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/deck-build.h"

#include "catalogue/question.h"
#include "register/utilities.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SotayCatalogue *catalogue;
  GArray *stops;
  const SotayDeckOptions *options;
  GPtrArray *slides;
  SotayUtility *utility; /* whose slides are made */
} Build;

static SotayUtility *
find_utility (Build *build, guint number)
{
  g_autofree char *id = g_strdup_printf ("U%u", number);

  return sotay_catalogue_get_utility (build->catalogue, id);
}

static SotaySlideParts *
begin (SotaySlideKind kind, const char *id, const char *title)
{
  SotaySlideParts *parts = sotay_slide_parts_new (kind);

  g_free (parts->id);
  parts->id = g_strdup (id);
  g_free (parts->title);
  parts->title = g_strdup (title);
  return parts;
}

static void
finish (Build *build, SotaySlideParts *parts)
{
  g_ptr_array_add (build->slides, sotay_slide_new (parts));
}

/* Begins a slide of the utility: @name is the end of its id, @section that of its kicker. */
static SotaySlideParts *
begin_of_utility (Build *build, SotaySlideKind kind, const char *name, const char *section)
{
  const SotayUtilityParts *utility = sotay_utility_get_parts (build->utility);
  g_autofree char *id = g_strdup_printf ("%s/%s", utility->id, name);
  g_autofree char *level = g_strdup_printf (_("%s · Level %u"), utility->id, utility->level);
  SotaySlideParts *parts = begin (kind, id, utility->title);

  parts->utility = utility->order;
  g_free (parts->kicker);
  parts->kicker = g_strdup_printf ("%s · %s", level, section);
  return parts;
}

static SotaySlideParts *
begin_of_count (Build *build, SotaySlideKind kind, const char *name, const char *section, guint number, guint count)
{
  g_autofree char *numbered = g_strdup_printf ("%s-%u", name, number);
  g_autofree char *counted = g_strdup_printf (section, number, count);
  SotaySlideParts *parts = begin_of_utility (build, kind, numbered, counted);

  parts->number = number;
  parts->count = count;
  return parts;
}

static void
add_doubt (SotaySlideParts *parts, gboolean to_verify)
{
  if (to_verify)
    sotay_slide_parts_add (parts, SOTAY_SLIDE_REMARK, NULL, _("To be verified"), FALSE);
}

static void
add_plain (SotaySlideParts *parts, SotaySlideRole role, const char *text)
{
  g_autofree char *plain = sotay_inline_plain (text);

  sotay_slide_parts_add (parts, role, NULL, plain, FALSE);
}

static void
add_title (Build *build, SotayLessonPlan *plan)
{
  const char *name = sotay_lesson_plan_get_name (plan);
  g_autofree char *counted = g_strdup_printf (ngettext ("%u utility of VNeID", "%u utilities of VNeID",
                                                        build->stops->len),
                                              build->stops->len);
  SotaySlideParts *parts = begin (SOTAY_SLIDE_TITLE, "title", name != NULL ? name : counted);

  if (name != NULL)
    sotay_slide_parts_add (parts, SOTAY_SLIDE_LEAD, NULL, counted, FALSE);
  if (build->options->unit_name != NULL)
    sotay_slide_parts_add (parts, SOTAY_SLIDE_LEAD, NULL, build->options->unit_name, FALSE);
  sotay_slide_parts_add (parts, SOTAY_SLIDE_REMARK, NULL, _("A training aid, not an official program"), FALSE);
  finish (build, parts);
}

static guint
count_level (Build *build, guint level)
{
  guint count = 0;

  for (guint i = 0; i < build->stops->len; i++)
    {
      SotayUtility *utility = find_utility (build, g_array_index (build->stops, SotayLessonStop, i).utility);

      count += utility != NULL && sotay_utility_get_level (utility) == level ? 1 : 0;
    }
  return count;
}

/* The utilities of one level in the trainer's order, below a line that says which level it is. */
static void
add_level (Build *build, SotaySlideParts *parts, guint level)
{
  guint count = count_level (build, level);
  g_autofree char *heading = g_strdup_printf (ngettext ("Level %u: %u utility", "Level %u: %u utilities", count),
                                              level, count);

  if (count == 0)
    return;
  sotay_slide_parts_add (parts, SOTAY_SLIDE_LEAD, NULL, heading, FALSE);
  for (guint i = 0; i < build->stops->len; i++)
    {
      SotayUtility *utility = find_utility (build, g_array_index (build->stops, SotayLessonStop, i).utility);
      g_autofree char *label = NULL;

      if (utility == NULL || sotay_utility_get_level (utility) != level)
        continue;
      label = g_strdup_printf ("%u", sotay_utility_get_order (utility));
      sotay_slide_parts_add (parts, SOTAY_SLIDE_ENTRY, label, sotay_utility_get_title (utility), FALSE);
    }
}

static void
add_list (Build *build)
{
  SotaySlideParts *parts = begin (SOTAY_SLIDE_LIST, "list", _("What we learn today"));

  add_level (build, parts, 1);
  add_level (build, parts, 2);
  finish (build, parts);
}

static void
add_paragraphs (Build *build, SotaySlideKind kind, const char *name, const char *section, GPtrArray *blocks)
{
  SotaySlideParts *parts = begin_of_utility (build, kind, name, section);

  for (guint i = 0; i < blocks->len; i++)
    {
      const SotayContentBlock *block = blocks->pdata[i];

      add_plain (parts, SOTAY_SLIDE_LEAD, block->text);
      add_doubt (parts, block->to_verify);
    }
  finish (build, parts);
}

static void
add_steps (Build *build, GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const SotayContentBlock *step = steps->pdata[i];
      SotaySlideParts *parts = begin_of_count (build, SOTAY_SLIDE_STEP, "step", _("Step %u of %u"), i + 1, steps->len);

      add_plain (parts, SOTAY_SLIDE_LEAD, step->text);
      if (step->detail != NULL && *step->detail != '\0')
        {
          g_autofree char *seen = g_strdup_printf (_("Seen at: %s"), step->detail);

          add_plain (parts, SOTAY_SLIDE_REMARK, seen);
        }
      add_doubt (parts, step->to_verify);
      finish (build, parts);
    }
}

static void
add_page (Build *build)
{
  guint order = sotay_utility_get_order (build->utility);
  int page = build->options->manual_pages != NULL && order >= 1 && order <= SOTAY_N_UTILITIES
                 ? build->options->manual_pages[order - 1]
                 : -1;
  SotaySlideParts *parts = NULL;
  g_autofree char *where = NULL;

  if (page < 0)
    return;
  where = g_strdup_printf (_("Page %u of the manual"), (guint) page + 1);
  parts = begin_of_utility (build, SOTAY_SLIDE_PAGE, "page", where);
  parts->page = page;
  finish (build, parts);
}

/* What is asked is the title of both slides. */
static SotaySlideParts *
begin_asking (Build *build, SotaySlideKind kind, const char *name, const char *section, guint number, guint count,
              const char *asked)
{
  SotaySlideParts *parts = begin_of_count (build, kind, name, section, number, count);

  g_free (parts->title);
  parts->title = sotay_inline_plain (asked);
  return parts;
}

static void
add_problems (Build *build, GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const SotayContentBlock *problem = problems->pdata[i];
      const char *section = _("Common problem %u of %u");
      SotaySlideParts *parts = NULL;
      g_autofree char *repair = NULL;

      finish (build, begin_asking (build, SOTAY_SLIDE_QUESTION, "question", section, i + 1, problems->len,
                                   problem->text));
      parts = begin_asking (build, SOTAY_SLIDE_ANSWER, "answer", section, i + 1, problems->len, problem->text);
      add_plain (parts, SOTAY_SLIDE_LEAD, problem->answer);
      repair = g_strdup_printf (_("Who repairs it: %s"), problem->detail);
      add_plain (parts, SOTAY_SLIDE_REMARK, repair);
      add_doubt (parts, problem->to_verify);
      finish (build, parts);
    }
}

static void
add_choices (SotaySlideParts *parts, const SotayQuestion *question, gboolean solved)
{
  for (guint i = 0; i < SOTAY_QUESTION_N_CHOICES; i++)
    {
      const char label[] = { (char) ('A' + i), '\0' };

      sotay_slide_parts_add (parts, SOTAY_SLIDE_ENTRY, label, question->choices[i], solved && i == question->right);
    }
}

static void
add_checks (Build *build, GPtrArray *questions)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const SotayQuestion *question = questions->pdata[i];
      const char *section = _("Quick check %u of %u");
      SotaySlideParts *parts = begin_asking (build, SOTAY_SLIDE_CHECK, "check", section, i + 1, questions->len,
                                             question->question);

      add_choices (parts, question, FALSE);
      finish (build, parts);
      parts = begin_asking (build, SOTAY_SLIDE_SOLUTION, "solution", section, i + 1, questions->len,
                            question->question);
      add_choices (parts, question, TRUE);
      sotay_slide_parts_add (parts, SOTAY_SLIDE_LEAD, NULL, question->reason, FALSE);
      add_doubt (parts, question->to_verify);
      finish (build, parts);
    }
}

static void
add_stop (Build *build)
{
  const SotayUtilityParts *utility = sotay_utility_get_parts (build->utility);

  add_paragraphs (build, SOTAY_SLIDE_UTILITY, "utility", _("What it is for"), utility->purpose);
  add_paragraphs (build, SOTAY_SLIDE_AUDIENCE, "audience", _("Who may use it"), utility->eligibility);
  add_steps (build, utility->steps);
  add_paragraphs (build, SOTAY_SLIDE_RESULT, "result", _("What you see at the end"), utility->result);
  add_page (build);
  if (!build->options->without_problems)
    add_problems (build, utility->problems);
  if (!build->options->without_checks)
    add_checks (build, utility->questions);
}

static void
add_code (Build *build)
{
  const char *address = build->options->address;
  SotaySlideParts *parts = NULL;

  if (address == NULL)
    return;
  parts = begin (SOTAY_SLIDE_QR, "qr", _("The manual on your phone"));
  parts->code = g_strdup (address);
  sotay_slide_parts_add (parts, SOTAY_SLIDE_LEAD, NULL, _("Point the phone's camera at the code"), FALSE);
  sotay_slide_parts_add (parts, SOTAY_SLIDE_REMARK, NULL, address, FALSE);
  finish (build, parts);
}

GPtrArray *
sotay_deck_build (SotayCatalogue *catalogue, SotayLessonPlan *plan, const SotayDeckOptions *options)
{
  Build build = {
    .catalogue = catalogue,
    .stops = sotay_lesson_plan_get_stops (plan),
    .options = options,
    .slides = g_ptr_array_new_with_free_func (g_object_unref),
  };

  add_title (&build, plan);
  add_list (&build);
  for (guint i = 0; i < build.stops->len; i++)
    {
      build.utility = find_utility (&build, g_array_index (build.stops, SotayLessonStop, i).utility);
      if (build.utility != NULL)
        add_stop (&build);
    }
  add_code (&build);
  return build.slides;
}
