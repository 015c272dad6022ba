/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in content as readers and scripts get it. */
#include "catalogue/catalogue.h"
#include "catalogue/content-fixture.h"
#include "catalogue/question.h"
#include "support/test-support.h"

#include <string.h>

static SotayCatalogue *
load (const char *language)
{
  g_autoptr (GFile) folder = sotay_catalogue_builtin_folder ();
  g_autoptr (GError) error = NULL;
  SotayCatalogue *catalogue = sotay_catalogue_load (folder, language, &error);

  g_assert_no_error (error);
  return catalogue;
}

static void
test_builtin (void)
{
  static const char *const languages[] = { "vi", "en" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (SotayCatalogue) catalogue = load (languages[i]);
      GPtrArray *utilities = sotay_catalogue_get_utilities (catalogue);
      GPtrArray *pages = sotay_catalogue_get_pages (catalogue);

      g_assert_cmpstr (sotay_catalogue_get_language (catalogue), ==, languages[i]);
      g_assert_cmpuint (utilities->len, ==, 16);
      for (guint j = 0; j < utilities->len; j++)
        {
          g_autofree char *id = g_strdup_printf ("U%u", j + 1);

          g_assert_cmpstr (sotay_utility_get_id (utilities->pdata[j]), ==, id);
          g_assert_cmpuint (sotay_utility_get_order (utilities->pdata[j]), ==, j + 1);
          g_assert_cmpuint (sotay_utility_get_level (utilities->pdata[j]), ==, j < 9 ? 1 : 2);
          g_assert_cmpstr (sotay_page_get_id (pages->pdata[j]), ==, id);
          g_assert_true (sotay_catalogue_get_utility (catalogue, id) == utilities->pdata[j]);
        }
      g_assert_cmpstr (sotay_page_get_id (pages->pdata[pages->len - 1]), ==, "letter");
      g_assert_true (sotay_catalogue_get_page (catalogue, "activate") != NULL);
      g_assert_null (sotay_catalogue_get_page (catalogue, "U17"));
      g_assert_null (sotay_catalogue_get_utility (catalogue, "activate"));
    }
}

/* Figures as the letter of 06/3/2024 has them. */
static void
test_letter (void)
{
  g_autoptr (SotayCatalogue) catalogue = load ("vi");
  SotayPage *letter = sotay_catalogue_get_page (catalogue, "letter");
  GPtrArray *blocks = sotay_page_get_blocks (letter);
  const SotayContentBlock *figures = NULL;
  guint points = 0, contacts = 0, quotes = 0, steps = 0, tables = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const SotayContentBlock *block = blocks->pdata[i];

      if (block->kind == SOTAY_CONTENT_FIGURES)
        figures = block;
      points += block->kind == SOTAY_CONTENT_POINT;
      contacts += block->kind == SOTAY_CONTENT_CONTACT;
      quotes += block->kind == SOTAY_CONTENT_QUOTE;
      steps += block->kind == SOTAY_CONTENT_STEP;
      tables += block->kind == SOTAY_CONTENT_TABLE;
    }
  g_assert_cmpstr (sotay_page_get_title (letter), ==, "Official letter 520/CV-CQTT of 06/3/2024");
  g_assert_nonnull (figures);
  g_assert_cmpuint (figures->figures->len, ==, 3);
  g_assert_cmpint (((SotayContentFigure *) figures->figures->pdata[0])->value, ==, 18307);
  g_assert_cmpint (((SotayContentFigure *) figures->figures->pdata[1])->value, ==, 197299);
  g_assert_cmpint (((SotayContentFigure *) figures->figures->pdata[2])->value, ==, 199610);
  g_assert_cmpint (((SotayContentFigure *) figures->figures->pdata[2])->whole, ==, 215606);
  g_assert_cmpuint (points, ==, 16);
  g_assert_cmpuint (steps, ==, 4);
  g_assert_cmpuint (contacts, ==, 2);
  g_assert_cmpuint (tables, ==, 1);
  g_assert_cmpuint (quotes, >, 10);
}

static void
test_text (void)
{
  static const char expected[] = "U3 · Level 1\nTiện ích 3\n\n"
                                 "What it is for\nĐể làm gì\n\n"
                                 "Who may use it\nAi dùng [to be verified]\n\n"
                                 "Steps\n1. Một\n2. Hai, xem chỗ này (seen at v2)\n3. Ba\n\n"
                                 "What you see at the end\nThấy\n\n"
                                 "Common problems\n"
                                 "– Hỏi 1\n  Đáp 1\n  Data repaired by: Công an\n"
                                 "– Hỏi 2\n  Đáp 2\n  Data repaired by: Công an\n"
                                 "– Hỏi 3\n  Đáp 3\n  Data repaired by: Công an\n\n"
                                 "Legal basis\n– Luật (from 01/7/2024, lapsed)\n\n"
                                 "Changes since 06/3/2024\n– 7/2025: Đổi\n\n"
                                 "Sources\n– Công văn\n– Báo (a weak source)\n";
  g_autofree char *path = content_fixture_write ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayCatalogue) catalogue = sotay_catalogue_load (folder, "vi", &error);
  g_autofree char *text = NULL, *table = NULL;

  g_assert_no_error (error);
  text = sotay_page_to_text (sotay_catalogue_get_page (catalogue, "U3"));
  g_assert_cmpstr (text, ==, expected);
  table = sotay_page_to_text (sotay_catalogue_get_page (catalogue, "table"));
  g_assert_cmpstr (table, ==,
                   "Background\nBảng\nTóm tắt\n\nPhần\nĐoạn\n– Điểm\n"
                   "Cột 1 | Cột 2\na | \nb | c [to be verified]\n\nSources\n– Công văn\n");
}

/* Every page can be read as text, without link markup and without anything left out. */
static void
test_all_text (void)
{
  static const char *const languages[] = { "vi", "en" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (SotayCatalogue) catalogue = load (languages[i]);
      GPtrArray *pages = sotay_catalogue_get_pages (catalogue);

      for (guint j = 0; j < pages->len; j++)
        {
          g_autofree char *text = sotay_page_to_text (pages->pdata[j]);

          g_assert_true (g_utf8_validate (text, -1, NULL));
          g_assert_null (strstr (text, "]("));
          g_assert_cmpuint (strlen (text), >, 1000);
        }
    }
}

static void
test_json (void)
{
  static const char *const keys[] = {
    "id", "level", "title", "original_title", "purpose", "eligibility", "steps", "result", "problems", "legal",
    "changes", "manual_page", "minutes", "questions", "notes",
  };
  g_autoptr (SotayCatalogue) catalogue = load ("vi");
  g_autoptr (JsonNode) node = sotay_utility_to_json (sotay_catalogue_get_utility (catalogue, "U8"));
  JsonObject *object = json_node_get_object (node);
  JsonObject *step, *question;
  const SotayQuestion *first;

  g_assert_cmpuint (json_object_get_size (object), ==, G_N_ELEMENTS (keys));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (json_object_has_member (object, keys[i]));
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "Đổi số điện thoại trực tuyến");
  g_assert_cmpstr (json_object_get_string_member (object, "original_title"), ==, "Đồi số điện thoại trực tuyến");
  g_assert_true (json_object_get_null_member (object, "manual_page"));
  step = json_array_get_object_element (json_object_get_array_member (object, "steps"), 0);
  g_assert_cmpuint (json_object_get_size (step), ==, 2);
  first = sotay_utility_get_parts (sotay_catalogue_get_utility (catalogue, "U8"))->questions->pdata[0];
  question = json_array_get_object_element (json_object_get_array_member (object, "questions"), 0);
  g_assert_cmpuint (json_object_get_size (question), ==, 4);
  g_assert_cmpstr (json_object_get_string_member (question, "question"), ==, first->question);
  g_assert_cmpint (json_object_get_int_member (question, "right"), ==, first->right + 1);
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (question, "choices"), 2), ==,
                   first->choices[2]);
}

static const char lesson[] =
  "\"minutes\": 60, \"notes\": [\"Serval\"], \"questions\": [{\"question\": \"Wapiti\", \"right\": 3,\n"
  "  \"choices\": [\"Zebra\", \"Quagga\", \"Okapi\"], \"reason\": \"Vậy đó\", \"source\": \"S0 S1\"},\n"
  " {\"question\": \"Đố nữa\", \"choices\": [\"x\", \"y\", \"z\"], \"right\": 1, \"reason\": \"Thế\",\n"
  "  \"to_verify\": true}], \"see_also\"";

/* What a lesson needs is read, and is not in the page: nobody shall find a wrong choice and take it for a fact. */
static void
test_lesson (void)
{
  g_autofree char *path = content_fixture_write ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) choice = NULL, question = NULL, note = NULL;
  g_autofree char *with = NULL, *without = NULL;
  const SotayUtilityParts *parts;
  const SotayQuestion *first, *second;

  content_fixture_replace (path, "vi/utilities/U3.json", "\"see_also\"", lesson);
  catalogue = sotay_catalogue_load (folder, "vi", &error);
  g_assert_no_error (error);
  parts = sotay_utility_get_parts (sotay_catalogue_get_utility (catalogue, "U3"));
  g_assert_cmpuint (parts->minutes, ==, 60);
  g_assert_cmpuint (g_strv_length (parts->notes), ==, 1);
  g_assert_cmpstr (parts->notes[0], ==, "Serval");
  g_assert_cmpuint (parts->questions->len, ==, 2);
  first = parts->questions->pdata[0];
  g_assert_cmpstr (first->question, ==, "Wapiti");
  g_assert_cmpstr (first->choices[first->right], ==, "Okapi");
  g_assert_cmpstr (first->reason, ==, "Vậy đó");
  g_assert_cmpstr (first->source, ==, "S0 S1");
  g_assert_false (first->to_verify);
  second = parts->questions->pdata[1];
  g_assert_cmpstr (second->choices[second->right], ==, "x");
  g_assert_true (second->to_verify);
  g_assert_null (second->source);
  choice = sotay_catalogue_search (catalogue, "quagga");
  g_assert_cmpuint (choice->len, ==, 0);
  question = sotay_catalogue_search (catalogue, "wapiti");
  g_assert_cmpuint (question->len, ==, 0);
  note = sotay_catalogue_search (catalogue, "serval");
  g_assert_cmpuint (note->len, ==, 0);
  with = sotay_page_to_text (sotay_catalogue_get_page (catalogue, "U3"));
  without = sotay_page_to_text (sotay_catalogue_get_page (catalogue, "U4"));
  g_assert_cmpuint (strlen (with), ==, strlen (without));
}

/* Content folders from before there were lessons are as good as ever. */
static void
test_no_lesson (void)
{
  g_autofree char *path = content_fixture_write ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayCatalogue) catalogue = sotay_catalogue_load (folder, "vi", &error);
  const SotayUtilityParts *parts;

  g_assert_no_error (error);
  parts = sotay_utility_get_parts (sotay_catalogue_get_utility (catalogue, "U3"));
  g_assert_cmpuint (parts->minutes, ==, SOTAY_UTILITY_DEFAULT_MINUTES);
  g_assert_cmpuint (parts->questions->len, ==, 0);
  g_assert_cmpuint (g_strv_length (parts->notes), ==, 0);
}

static const char *
first_hit (SotayCatalogue *catalogue, const char *typed)
{
  g_autoptr (GPtrArray) hits = sotay_catalogue_search (catalogue, typed);

  return hits->len > 0 ? sotay_page_get_id (((SotayHit *) hits->pdata[0])->page) : "";
}

static void
test_search_first (void)
{
  static const struct
  {
    const char *typed;
    const char *id;
  } cases[] = {
    { "ho khau", "U10" },
    { "HỘ  KHẨU", "U10" },
    { "Ho\xcc\xa3\xcc\x82 kha\xcc\x82\xcc\x89u", "U10" }, /* combining marks */
    { "bang lai", "U13" },
    { "bằng lái xe", "U13" },
    { "bảo hiểm y tế", "U14" },
    { "bao hiem xa hoi", "U15" },
    { "so suc khoe", "U16" },
    { "doi so dien thoai", "U8" },
    { "luu tru", "U3" },
    { "u7", "U7" },
    { "mat khau", "secrets" },
    { "520", "letter" },
  };
  g_autoptr (SotayCatalogue) catalogue = load ("vi");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (first_hit (catalogue, cases[i].typed), ==, cases[i].id);
    }
}

static void
test_search_nothing (void)
{
  static const char *const typed[] = { "", "   ", "...", "xyzzy", "ho xyzzy", "\xff\xfe" };
  g_autoptr (SotayCatalogue) catalogue = load ("vi");

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GPtrArray) hits = sotay_catalogue_search (catalogue, typed[i]);

      g_assert_cmpuint (hits->len, ==, 0);
    }
}

/* "đường" typed with its accents stands above "Dương"; typed bare, both are found. */
static void
test_search_accents (void)
{
  g_autofree char *path = content_fixture_write ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (SotayCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) typed = NULL, bare = NULL;

  content_fixture_replace (path, "vi/utilities/U2.json", "Tiện ích 2", "Hải Dương");
  content_fixture_replace (path, "vi/utilities/U7.json", "Thấy", "Con đường");
  catalogue = sotay_catalogue_load (folder, "vi", NULL);
  typed = sotay_catalogue_search (catalogue, "đường");
  g_assert_cmpuint (typed->len, ==, 2);
  g_assert_cmpstr (sotay_page_get_id (((SotayHit *) typed->pdata[0])->page), ==, "U7");
  bare = sotay_catalogue_search (catalogue, "duong");
  g_assert_cmpuint (bare->len, ==, 2);
  g_assert_cmpstr (sotay_page_get_id (((SotayHit *) bare->pdata[0])->page), ==, "U2");
}

static void
test_search_snippet (void)
{
  g_autofree char *path = content_fixture_write ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (SotayCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) question = NULL, answer = NULL, cut = NULL;
  g_autofree char *filler = g_strnfill (400, 'x');
  g_autofree char *long_text = NULL;
  const char *snippet;

  for (char *p = filler + 5; p < filler + 400; p += 6)
    *p = ' ';
  long_text = g_strdup_printf ("%s [kim chỉ](U1) %s", filler, filler);
  content_fixture_replace (path, "vi/utilities/U2.json", "Hỏi 2", "Sao [mèo](U1) kêu?");
  content_fixture_replace (path, "vi/utilities/U2.json", "Đáp 3", "Vì chó sủa");
  content_fixture_replace (path, "vi/utilities/U2.json", "Thấy", long_text);
  catalogue = sotay_catalogue_load (folder, "vi", NULL);
  question = sotay_catalogue_search (catalogue, "meo");
  g_assert_cmpstr (((SotayHit *) question->pdata[0])->snippet, ==, "Sao mèo kêu?");
  answer = sotay_catalogue_search (catalogue, "cho sua"); /* found in the answer: its question is shown */
  g_assert_cmpstr (((SotayHit *) answer->pdata[0])->snippet, ==, "Hỏi 3");
  cut = sotay_catalogue_search (catalogue, "kim");
  snippet = ((SotayHit *) cut->pdata[0])->snippet;
  g_assert_nonnull (strstr (snippet, "kim chỉ"));
  g_assert_cmpint (g_utf8_strlen (snippet, -1), <, 160);
  g_assert_true (g_str_has_prefix (snippet, "…"));
}

static void
add_tests (void)
{
  g_test_add_func ("/catalogue/builtin", test_builtin);
  g_test_add_func ("/catalogue/letter", test_letter);
  g_test_add_func ("/catalogue/text", test_text);
  g_test_add_func ("/catalogue/all-text", test_all_text);
  g_test_add_func ("/catalogue/json", test_json);
  g_test_add_func ("/catalogue/lesson", test_lesson);
  g_test_add_func ("/catalogue/no-lesson", test_no_lesson);
  g_test_add_func ("/catalogue/search/first", test_search_first);
  g_test_add_func ("/catalogue/search/nothing", test_search_nothing);
  g_test_add_func ("/catalogue/search/accents", test_search_accents);
  g_test_add_func ("/catalogue/search/snippet", test_search_snippet);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
