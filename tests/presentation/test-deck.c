/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slides of a lesson: their order, their names, and finding them. */
#include "lesson.h"
#include "presentation/deck.h"
#include "register/utilities.h"
#include "support/test-support.h"

#define STOPS "10:15 3:5 12:20"

static SotayCatalogue *
load (const char *language)
{
  g_autoptr (GFile) folder = sotay_catalogue_builtin_folder ();
  SotayCatalogue *catalogue = sotay_catalogue_load (folder, language, NULL);

  g_assert_nonnull (catalogue);
  return catalogue;
}

static SotayDeck *
make_deck (SotayCatalogue *catalogue, const char *stops, const SotayDeckOptions *options)
{
  g_autoptr (SotayLessonPlan) plan = lesson_plan ("Lớp của tôi", stops, NULL);

  return sotay_deck_new (catalogue, plan, options);
}

static char *
list_ids (SotayDeck *deck)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < sotay_deck_get_n_slides (deck); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", sotay_slide_get_id (sotay_deck_get_slide (deck, i)));
  return g_string_free (ids, FALSE);
}

static void
test_order (void)
{
  int pages[SOTAY_N_UTILITIES] = { 0 };
  SotayDeckOptions options = { "Phường Một", "https://vneid.gov.vn/a.pdf", pages, FALSE, FALSE };
  g_autoptr (SotayCatalogue) vi = load ("vi");
  g_autoptr (SotayCatalogue) en = load ("en");
  g_autoptr (SotayDeck) deck = make_deck (vi, "10:15", &options);
  g_autoptr (SotayDeck) other = make_deck (en, "10:15", &options);
  g_autofree char *ids = list_ids (deck);
  g_autofree char *other_ids = list_ids (other);

  g_assert_cmpstr (ids, ==,
                   "title list U10/utility U10/audience U10/step-1 U10/step-2 U10/step-3 U10/step-4 U10/step-5 "
                   "U10/result U10/page U10/question-1 U10/answer-1 U10/question-2 U10/answer-2 U10/question-3 "
                   "U10/answer-3 U10/question-4 U10/answer-4 U10/check-1 U10/solution-1 U10/check-2 U10/solution-2 "
                   "U10/check-3 U10/solution-3 qr");
  g_assert_cmpstr (ids, ==, other_ids);
}

static void
test_left_out (void)
{
  int pages[SOTAY_N_UTILITIES] = { [9] = -1 };
  SotayDeckOptions options = { .manual_pages = pages, .without_problems = TRUE, .without_checks = TRUE };
  g_autoptr (SotayCatalogue) catalogue = load ("vi");
  g_autoptr (SotayDeck) deck = make_deck (catalogue, "10:15", &options);
  g_autofree char *ids = list_ids (deck);

  g_assert_cmpstr (ids, ==,
                   "title list U10/utility U10/audience U10/step-1 U10/step-2 U10/step-3 U10/step-4 U10/step-5 "
                   "U10/result");
}

static const SotaySlideParts *
get_parts (SotayDeck *deck, const char *id)
{
  SotaySlide *slide = sotay_deck_get_slide (deck, sotay_deck_find (deck, id));

  g_assert_cmpstr (sotay_slide_get_id (slide), ==, id);
  return sotay_slide_get_parts (slide);
}

static const SotaySlideText *
get_text (SotayDeck *deck, const char *id, guint index)
{
  const SotaySlideParts *parts = get_parts (deck, id);

  g_assert_cmpuint (index, <, parts->texts->len);
  return parts->texts->pdata[index];
}

static void
test_words (void)
{
  int pages[SOTAY_N_UTILITIES] = { [9] = 30, [2] = -1 };
  SotayDeckOptions options = { "Phường Một", "https://vneid.gov.vn/a.pdf", pages, FALSE, FALSE };
  g_autoptr (SotayCatalogue) catalogue = load ("en");
  g_autoptr (SotayDeck) deck = make_deck (catalogue, STOPS, &options);

  g_assert_cmpstr (get_parts (deck, "title")->title, ==, "Lớp của tôi");
  g_assert_cmpstr (get_text (deck, "title", 0)->text, ==, "3 utilities of VNeID");
  g_assert_cmpstr (get_text (deck, "title", 1)->text, ==, "Phường Một");
  g_assert_cmpstr (get_text (deck, "list", 0)->text, ==, "Level 1: 1 utility");
  g_assert_cmpstr (get_text (deck, "list", 1)->label, ==, "3");
  g_assert_cmpstr (get_text (deck, "list", 2)->text, ==, "Level 2: 2 utilities");
  g_assert_cmpstr (get_text (deck, "list", 3)->label, ==, "10");
  g_assert_cmpstr (get_parts (deck, "U10/step-2")->kicker, ==, "U10 · Level 2 · Step 2 of 5");
  g_assert_cmpuint (get_parts (deck, "U10/step-2")->number, ==, 2);
  g_assert_cmpuint (get_parts (deck, "U10/step-2")->count, ==, 5);
  g_assert_cmpstr (get_parts (deck, "U10/page")->kicker, ==, "U10 · Level 2 · Page 31 of the manual");
  g_assert_cmpint (get_parts (deck, "U10/page")->page, ==, 30);
  g_assert_cmpint (get_parts (deck, "U12/page")->page, ==, 0);
  g_assert_cmpstr (get_parts (deck, "U10/question-1")->title, ==, get_parts (deck, "U10/answer-1")->title);
  g_assert_cmpstr (get_text (deck, "U10/answer-1", 1)->text, ==, "Who repairs it: The commune or ward police, C06");
  g_assert_cmpstr (get_parts (deck, "qr")->code, ==, options.address);
  /* "[activated](activate)" in the content. */
  g_assert_true (g_str_has_prefix (get_text (deck, "U10/audience", 0)->text, "Holders of an activated level-2"));
}

/* One choice of each solution is marked, none of its check: who looks at the wall cannot know yet. */
static void
test_choices (void)
{
  g_autoptr (SotayCatalogue) catalogue = load ("vi");
  g_autoptr (SotayDeck) deck = lesson_deck (catalogue, STOPS);

  for (guint i = 0; i < sotay_deck_get_n_slides (deck); i++)
    {
      const SotaySlideParts *parts = sotay_slide_get_parts (sotay_deck_get_slide (deck, i));
      guint entries = 0;
      guint marked = 0;

      for (guint j = 0; j < parts->texts->len; j++)
        {
          const SotaySlideText *text = parts->texts->pdata[j];

          entries += text->role == SOTAY_SLIDE_ENTRY ? 1 : 0;
          marked += text->marked ? 1 : 0;
        }
      if (parts->kind == SOTAY_SLIDE_CHECK || parts->kind == SOTAY_SLIDE_SOLUTION)
        g_assert_cmpuint (entries, ==, 3);
      g_assert_cmpuint (marked, ==, parts->kind == SOTAY_SLIDE_SOLUTION ? 1 : 0);
    }
}

static gboolean
has_remark (const SotaySlideParts *parts, const char *start)
{
  for (guint i = 0; i < parts->texts->len; i++)
    {
      const SotaySlideText *text = parts->texts->pdata[i];

      if (text->role == SOTAY_SLIDE_REMARK && g_str_has_prefix (text->text, start))
        return TRUE;
    }
  return FALSE;
}

/* What is not confirmed says so, and what is confirmed does not; a step that was seen says when. */
static void
test_doubts (void)
{
  g_autoptr (SotayCatalogue) catalogue = load ("vi");
  g_autoptr (SotayLessonPlan) plan = sotay_lesson_plan_new_for_level (catalogue, 2);
  SotayDeckOptions options = { 0 };
  g_autoptr (SotayDeck) deck = sotay_deck_new (catalogue, plan, &options);
  GPtrArray *utilities = sotay_catalogue_get_utilities (catalogue);

  for (guint i = 0; i < utilities->len; i++)
    {
      const SotayUtilityParts *utility = sotay_utility_get_parts (utilities->pdata[i]);

      for (guint j = 0; j < utility->steps->len; j++)
        {
          const SotayContentBlock *step = utility->steps->pdata[j];
          g_autofree char *id = g_strdup_printf ("%s/step-%u", utility->id, j + 1);
          const SotaySlideParts *parts = get_parts (deck, id);

          g_assert_cmpint (has_remark (parts, "To be verified"), ==, step->to_verify);
          g_assert_cmpint (has_remark (parts, "Seen at: "), ==, step->detail != NULL && *step->detail != '\0');
        }
    }
}

static void
test_find (void)
{
  g_autoptr (SotayCatalogue) catalogue = load ("vi");
  g_autoptr (SotayDeck) deck = lesson_deck (catalogue, STOPS);
  g_autoptr (SotaySlide) first = g_list_model_get_item (G_LIST_MODEL (deck), 0);
  guint utility = (guint) sotay_deck_find_utility (deck, 12);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (deck)), ==, sotay_deck_get_n_slides (deck));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (deck)) == SOTAY_TYPE_SLIDE);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (deck), sotay_deck_get_n_slides (deck)));
  g_assert_true (first == sotay_deck_get_slide (deck, 0));
  for (guint i = 0; i < sotay_deck_get_n_slides (deck); i++)
    g_assert_cmpuint (sotay_deck_find (deck, sotay_slide_get_id (sotay_deck_get_slide (deck, i))), ==, i);
  g_assert_cmpstr (sotay_slide_get_id (sotay_deck_get_slide (deck, utility)), ==, "U12/utility");
  g_assert_cmpint (sotay_deck_find_utility (deck, 1), ==, -1);
  g_assert_cmpint (sotay_deck_find_utility (deck, 0), ==, -1);
  g_assert_cmpuint (sotay_deck_find (deck, "U12/step-99"), ==, utility);
  g_assert_cmpuint (sotay_deck_find (deck, "U12"), ==, utility);
  g_assert_cmpuint (sotay_deck_find (deck, "U1/step-1"), ==, 0);
  g_assert_cmpuint (sotay_deck_find (deck, "U99999999999999999999"), ==, 0);
  g_assert_cmpuint (sotay_deck_find (deck, ""), ==, 0);
}

/* The id of the first slide found, "" for none. */
static const char *
search (SotayDeck *deck, const char *typed)
{
  g_autoptr (GArray) found = sotay_deck_search (deck, typed);

  return found->len > 0 ? sotay_slide_get_id (sotay_deck_get_slide (deck, g_array_index (found, guint, 0))) : "";
}

static void
test_search (void)
{
  g_autoptr (SotayCatalogue) catalogue = load ("vi");
  g_autoptr (SotayDeck) deck = lesson_deck (catalogue, STOPS);

  g_assert_cmpstr (search (deck, "ho khau"), ==, "U10/utility");
  g_assert_cmpstr (search (deck, "Hộ  KHẨU"), ==, "U10/utility");
  g_assert_cmpstr (search (deck, "cu tru thong"), ==, "U10/utility");
  g_assert_cmpstr (search (deck, "12"), ==, "U12/utility");
  g_assert_cmpstr (search (deck, "u3"), ==, "U3/utility");
  g_assert_cmpstr (search (deck, "hiển thị ở cơ sở dữ liệu"), ==, "U10/answer-3");
  g_assert_cmpstr (search (deck, "xyz"), ==, "");
  g_assert_cmpstr (search (deck, "ho xyz"), ==, "");
  g_assert_cmpstr (search (deck, "16"), !=, "U16/utility");
  g_assert_cmpstr (search (deck, ""), ==, "");
  g_assert_cmpstr (search (deck, " .,( "), ==, "");
}

/* No slide is found twice, and the list, which names everything, is not found at all. */
static void
test_search_once (void)
{
  g_autoptr (SotayCatalogue) catalogue = load ("vi");
  g_autoptr (SotayDeck) deck = lesson_deck (catalogue, STOPS);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) found = sotay_deck_search (deck, "thong tin");

  g_assert_cmpuint (found->len, >, 3);
  for (guint i = 0; i < found->len; i++)
    {
      guint index = g_array_index (found, guint, i);

      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (index)));
      g_assert_cmpstr (sotay_slide_get_id (sotay_deck_get_slide (deck, index)), !=, "list");
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/deck/order", test_order);
  g_test_add_func ("/deck/left-out", test_left_out);
  g_test_add_func ("/deck/words", test_words);
  g_test_add_func ("/deck/choices", test_choices);
  g_test_add_func ("/deck/doubts", test_doubts);
  g_test_add_func ("/deck/find", test_find);
  g_test_add_func ("/deck/search", test_search);
  g_test_add_func ("/deck/search-once", test_search_once);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
