/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder with anything wrong in it is refused, with file, place and reason. */
#include "catalogue/catalogue-error.h"
#include "catalogue/catalogue.h"
#include "catalogue/content-fixture.h"
#include "catalogue/content-file.h"
#include "support/test-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  const char *name;
  const char *find;
  const char *replacement;
  const char *message;
} Case;

static SotayCatalogue *
load (const char *folder, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  return sotay_catalogue_load (file, "vi", error);
}

static void
assert_refused (const char *folder, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayCatalogue) catalogue = load (folder, &error);

  g_assert_null (catalogue);
  g_assert_error (error, SOTAY_CATALOGUE_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
run_cases (const Case *cases, gsize n_cases, int code)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *folder = content_fixture_write ();

      g_test_message ("%s: %s → %s", cases[i].name, cases[i].find, cases[i].replacement);
      content_fixture_replace (folder, cases[i].name, cases[i].find, cases[i].replacement);
      assert_refused (folder, code, cases[i].message);
    }
}

static void
test_right (void)
{
  g_autofree char *folder = content_fixture_write ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayCatalogue) catalogue = load (folder, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sotay_catalogue_get_pages (catalogue)->len, ==, 18);
  g_assert_cmpstr (sotay_catalogue_get_edition (catalogue), ==, "2026-11-23");
}

static void
test_utility (void)
{
  static const Case cases[] = {
    { "vi/utilities/U3.json", "\"answer\": \"Đáp 2\", ", "", "vi/utilities/U3.json: problems[1].answer: missing" },
    { "vi/utilities/U3.json", "\"Đáp 2\"", "\"\"", "vi/utilities/U3.json: problems[1].answer: must not be empty" },
    { "vi/utilities/U3.json", "\"Đáp 2\"", "7", "vi/utilities/U3.json: problems[1].answer: must be text in quotes" },
    { "vi/utilities/U3.json", "\"Đáp 2\"", "null", "vi/utilities/U3.json: problems[1].answer: must be text in quotes" },
    { "vi/utilities/U3.json", "\"answer\": \"Đáp 2\"", "\"answer\": \"Đáp 2\", \"colour\": \"red\"",
      "vi/utilities/U3.json: problems[1].colour: not known here" },
    { "vi/utilities/U3.json", "\"keywords\"", "\"more\": 1, \"keywords\"", "vi/utilities/U3.json: more: not known here" },
    { "vi/utilities/U3.json", "{\"text\": \"Thấy\", \"source\": \"S0\"}", "\"Thấy\"",
      "vi/utilities/U3.json: result[0]: must be an object" },
    { "vi/utilities/U3.json", "\"result\": [{\"text\": \"Thấy\", \"source\": \"S0\"}]", "\"result\": \"Thấy\"",
      "vi/utilities/U3.json: result: must be a list" },
    { "vi/utilities/U3.json", ",\n  {\"text\": \"Ba\", \"seen_at\": \"\", \"source\": \"S0\"}", "",
      "vi/utilities/U3.json: steps: must have 3 items or more" },
    { "vi/utilities/U3.json", "\"U3\"", "\"U4\"", "vi/utilities/U3.json: id: must be the name of the file" },
    { "vi/utilities/U3.json", "\"level\": 1", "\"level\": 3", "vi/utilities/U3.json: level: must be between 1 and 2" },
    { "vi/utilities/U3.json", "\"level\": 1", "\"level\": \"1\"",
      "vi/utilities/U3.json: level: must be a whole number" },
    { "vi/utilities/U3.json", "\"level\": 1", "\"level\": 1.5", "vi/utilities/U3.json: level: must be a whole number" },
    { "vi/utilities/U3.json", "\"order\": 3", "\"order\": 4",
      "vi/utilities/U3.json: order: must be 3, the place in catalogue.json" },
    { "vi/utilities/U3.json", "\"manual_page\": null", "\"manual_page\": 0",
      "vi/utilities/U3.json: manual_page: must be between 1 and 100000" },
    { "vi/utilities/U3.json", "\"manual_page\": null, ", "", "vi/utilities/U3.json: manual_page: missing" },
    { "vi/utilities/U3.json", "\"keywords\": [\"từ khóa\"]", "\"keywords\": [\"từ khóa\", \"\"]",
      "vi/utilities/U3.json: keywords[1]: must not be empty" },
    { "vi/utilities/U3.json", "Thấy", "\\u001b[2J", "vi/utilities/U3.json: result[0].text: holds a control character" },
    { "vi/utilities/U3.json", "Thấy", "\\u009b2J", "vi/utilities/U3.json: result[0].text: holds a control character" },
  };

  run_cases (cases, G_N_ELEMENTS (cases), SOTAY_CATALOGUE_ERROR_SCHEMA);
}

#define QUESTION(choices, right, rest) \
  "\"questions\": [{\"question\": \"Hỏi\", \"choices\": [" choices "], \"right\": " right rest "}], \"see_also\""
#define REASON ", \"reason\": \"Vì\""
#define SOURCE ", \"source\": \"S0\""
#define CHOICES "\"a\", \"b\", \"c\""
#define IN_U3(replacement, message) \
  { \
    "vi/utilities/U3.json", "\"see_also\"", replacement, "vi/utilities/U3.json: " message \
  }

/* The quick check of a utility. */
static void
test_questions (void)
{
  static const Case cases[] = {
    IN_U3 (QUESTION ("\"a\", \"b\"", "1", REASON SOURCE), "questions[0].choices: must have 3 items or more"),
    IN_U3 (QUESTION (CHOICES ", \"d\"", "1", REASON SOURCE), "questions[0].choices: must have 3 items or fewer"),
    IN_U3 (QUESTION ("\"a\", \"b\", \"a\"", "1", REASON SOURCE), "questions[0].choices[2]: is there twice"),
    IN_U3 (QUESTION ("\"a\", \"\", \"c\"", "1", REASON SOURCE), "questions[0].choices[1]: must not be empty"),
    IN_U3 (QUESTION ("\"a\", 2, \"c\"", "1", REASON SOURCE), "questions[0].choices[1]: must be text in quotes"),
    IN_U3 (QUESTION ("\"a\", \"[b](U1)\", \"c\"", "1", REASON SOURCE),
           "questions[0].choices[1]: must not hold a link"),
    IN_U3 (QUESTION (CHOICES, "0", REASON SOURCE), "questions[0].right: must be between 1 and 3"),
    IN_U3 (QUESTION (CHOICES, "4", REASON SOURCE), "questions[0].right: must be between 1 and 3"),
    IN_U3 (QUESTION (CHOICES, "\"1\"", REASON SOURCE), "questions[0].right: must be a whole number"),
    IN_U3 (QUESTION (CHOICES, "1", SOURCE), "questions[0].reason: missing"),
    IN_U3 (QUESTION (CHOICES, "1", ", \"reason\": \"\"" SOURCE), "questions[0].reason: must not be empty"),
    IN_U3 (QUESTION (CHOICES, "1", ", \"reason\": \"Xem [đây](U1)\"" SOURCE),
           "questions[0].reason: must not hold a link"),
    IN_U3 (QUESTION (CHOICES, "1", REASON), "questions[0]: has neither “source” nor “to_verify”"),
    IN_U3 (QUESTION (CHOICES, "1", REASON SOURCE ", \"to_verify\": true"),
           "questions[0]: has both “source” and “to_verify”"),
    IN_U3 (QUESTION (CHOICES, "1", REASON ", \"source\": \"S9\""), "questions[0].source: “S9” is not in sources.json"),
    IN_U3 (QUESTION (CHOICES, "1", REASON SOURCE ", \"points\": 1"), "questions[0].points: not known here"),
    IN_U3 ("\"questions\": [\"Hỏi\"], \"see_also\"", "questions[0]: must be an object"),
    IN_U3 ("\"questions\": {}, \"see_also\"", "questions: must be a list"),
  };

  run_cases (cases, G_N_ELEMENTS (cases), SOTAY_CATALOGUE_ERROR_SCHEMA);
}

/* How long a lesson takes, and the trainer's notes. */
static void
test_lesson (void)
{
  static const Case cases[] = {
    IN_U3 ("\"minutes\": 0, \"see_also\"", "minutes: must be between 1 and 60"),
    IN_U3 ("\"minutes\": 61, \"see_also\"", "minutes: must be between 1 and 60"),
    IN_U3 ("\"minutes\": \"5\", \"see_also\"", "minutes: must be a whole number"),
    IN_U3 ("\"minutes\": null, \"see_also\"", "minutes: must be a whole number"),
    IN_U3 ("\"notes\": [\"\"], \"see_also\"", "notes[0]: must not be empty"),
    IN_U3 ("\"notes\": [{\"text\": \"Dặn\"}], \"see_also\"", "notes[0]: must be text in quotes"),
    IN_U3 ("\"notes\": \"Dặn\", \"see_also\"", "notes: must be a list"),
  };

  run_cases (cases, G_N_ELEMENTS (cases), SOTAY_CATALOGUE_ERROR_SCHEMA);
}

static void
test_references (void)
{
  static const Case cases[] = {
    { "vi/utilities/U3.json", "(U1)", "(U17)",
      "vi/utilities/U3.json: steps[1].text: links to “U17”, which is no page" },
    { "vi/utilities/U3.json", "\"table\"", "\"tables\"", "vi/utilities/U3.json: see_also[0]: names no page" },
    { "vi/utilities/U3.json", "\"source\": \"S0 S1\"", "\"source\": \"S0 S2\"",
      "vi/utilities/U3.json: purpose[0].source: “S2” is not in sources.json" },
    { "vi/utilities/U3.json", "\"source\": \"S0 S1\"", "\"source\": \"S0  S1\"",
      "vi/utilities/U3.json: purpose[0].source: “” is not in sources.json" },
    { "vi/utilities/U3.json", ", \"source\": \"S0 S1\"", "",
      "vi/utilities/U3.json: purpose[0]: has neither “source” nor “to_verify”" },
    { "vi/utilities/U3.json", "\"to_verify\": true", "\"to_verify\": true, \"source\": \"S0\"",
      "vi/utilities/U3.json: eligibility[0]: has both “source” and “to_verify”" },
    { "vi/utilities/U3.json", "\"to_verify\": true", "\"to_verify\": false",
      "vi/utilities/U3.json: eligibility[0].to_verify: must be true" },
    { "sources.json", "\"S1\"", "\"X1\"", "sources.json: X1: must be named “S” and a number" },
    { "sources.json", "\"name\": \"Báo\"", "\"name\": \"\"", "sources.json: S1.name: must not be empty" },
    { "sources.json", "\"weak\": true", "\"weak\": 1", "sources.json: S1.weak: must be true" },
  };

  run_cases (cases, G_N_ELEMENTS (cases), SOTAY_CATALOGUE_ERROR_SCHEMA);
}

static void
test_dates (void)
{
#define BAD_DATE(value) \
  { \
    "vi/utilities/U3.json", "\"2024-07-01\"", "\"" value "\"", \
      "vi/utilities/U3.json: legal[0].date: must be a date such as 2024-07-01, 2024-07 or 2024" \
  }
  static const Case cases[] = {
    BAD_DATE ("2024-02-30"), BAD_DATE ("2024-13"), BAD_DATE ("24-07-01"), BAD_DATE ("01/7/2024"),
    BAD_DATE ("2024-07-01 "), BAD_DATE ("20240701"), BAD_DATE ("0000"),
  };
#undef BAD_DATE
  static const Case status[] = {
    { "vi/utilities/U3.json", "\"lapsed\"", "\"gone\"",
      "vi/utilities/U3.json: legal[0].status: must be “in-force”, “amended” or “lapsed”" },
  };

  run_cases (cases, G_N_ELEMENTS (cases), SOTAY_CATALOGUE_ERROR_SCHEMA);
  run_cases (status, G_N_ELEMENTS (status), SOTAY_CATALOGUE_ERROR_SCHEMA);
}

static void
test_manifest (void)
{
  static const Case cases[] = {
    { "vi/catalogue.json", ", \"U16\"", "", "vi/catalogue.json: utilities: must have 16 items or more" },
    { "vi/catalogue.json", "\"U16\"", "\"U16\", \"U17\"", "vi/catalogue.json: utilities: must have 16 items or fewer" },
    { "vi/catalogue.json", "\"U16\"", "\"U17\"", "vi/catalogue.json: utilities[15]: cannot be such an id" },
    { "vi/catalogue.json", "\"U16\"", "\"U03\"", "vi/catalogue.json: utilities[15]: cannot be such an id" },
    { "vi/catalogue.json", "\"U16\"", "\"U3\"", "vi/catalogue.json: utilities[15]: stands here twice" },
    { "vi/catalogue.json", "\"table\"", "\"../../../../etc/passwd\"",
      "vi/catalogue.json: articles[0]: cannot be such an id" },
    { "vi/catalogue.json", "\"table\"", "\"letter\"", "vi/catalogue.json: articles[0]: cannot be such an id" },
    { "vi/catalogue.json", "\"vi\"", "\"en\"", "vi/catalogue.json: language: must be the name of the folder" },
    { "vi/catalogue.json", "\"2026-11-23\"", "\"hôm qua\"",
      "vi/catalogue.json: edition: must be a date such as 2024-07-01, 2024-07 or 2024" },
    { "vi/catalogue.json", "\"format\": 1, ", "", "vi/catalogue.json: format: missing" },
  };

  run_cases (cases, G_N_ELEMENTS (cases), SOTAY_CATALOGUE_ERROR_SCHEMA);
}

static void
test_article (void)
{
  static const Case cases[] = {
    { "vi/articles/table.json", "[\"a\", \"\"]", "[\"a\", \"\", \"x\"]",
      "vi/articles/table.json: sections[0].blocks[2].rows[0].cells: must have as many cells as there are columns" },
    { "vi/articles/table.json", "[\"a\", \"\"]", "[\"a\", 1]",
      "vi/articles/table.json: sections[0].blocks[2].rows[0].cells[1]: must be text in quotes" },
    { "vi/articles/table.json", "\"Cột 2\"", "\"\"",
      "vi/articles/table.json: sections[0].blocks[2].columns[1]: must not be empty" },
    { "vi/articles/table.json", "\"points\"", "\"dots\"",
      "vi/articles/table.json: sections[0].blocks[1].kind: no kind of block has this name" },
    { "vi/articles/table.json", "\"kind\": \"paragraph\", ", "",
      "vi/articles/table.json: sections[0].blocks[0].kind: missing" },
    { "vi/articles/table.json", "\"id\": \"table\"", "\"id\": \"other\"",
      "vi/articles/table.json: id: must be the name of the file" },
  };

  run_cases (cases, G_N_ELEMENTS (cases), SOTAY_CATALOGUE_ERROR_SCHEMA);
}

static void
test_letter (void)
{
  static const Case cases[] = {
    { "vi/letter.json", "\"utility\": \"U16\"", "\"utility\": \"table\"",
      "vi/letter.json: items[15].utility: names no utility" },
    { "vi/letter.json", "\"utility\": \"U16\"", "\"utility\": \"U3\"",
      "vi/letter.json: items[15].utility: stands here twice" },
    { "vi/letter.json", "\"level_2\": 90", "\"level_2\": 101",
      "vi/letter.json: figures.level_2: must be between 0 and 100" },
    { "vi/letter.json", ", {\"title\": \"B\", \"text\": \"b\"}", "",
      "vi/letter.json: tasks: must have 4 items or more" },
    { "vi/letter.json", "\"signed_by\"", "\"signed\"", "vi/letter.json: signed: not known here" },
  };

  run_cases (cases, G_N_ELEMENTS (cases), SOTAY_CATALOGUE_ERROR_SCHEMA);
}

static void
test_newer (void)
{
  static const Case cases[] = {
    /* Whatever else a newer format may say. */
    { "vi/catalogue.json", "\"format\": 1, ", "\"format\": 2, \"pictures\": [], ",
      "vi/catalogue.json: format: 2 is newer than this version of the program knows (1)" },
  };

  run_cases (cases, G_N_ELEMENTS (cases), SOTAY_CATALOGUE_ERROR_NEWER);
}

static void
test_not_json (void)
{
  static const struct
  {
    const char *contents;
    gssize length;
    const char *message;
  } cases[] = {
    { "", 0, "vi/letter.json: the file is empty" },
    { "\xff\xfe{\0}\0", 6, "vi/letter.json: not UTF-8 text" },
    { "{\"number\": \"\xe1\"}", -1, "vi/letter.json: not UTF-8 text" },
    { "{}\0{}", 5, "vi/letter.json: not UTF-8 text" },
    { "{\n\"number\": \"520\",\n\"date\"\n}", -1, "vi/letter.json: line 3: not JSON (" },
    { "{\"number\": \"520", -1, "vi/letter.json: line 1: not JSON (" },
    { "  \n ", -1, "vi/letter.json: line " },
    { "var x = {};", -1, "vi/letter.json: line 1: not JSON (" },
    { "[]", -1, "vi/letter.json: must be an object" },
    { "\xef\xbb\xbf{}", -1, "vi/letter.json: introduction: missing" }, /* a byte order mark is no mistake */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = content_fixture_write ();
      g_autoptr (GError) error = NULL;
      g_autoptr (SotayCatalogue) catalogue = NULL;

      content_fixture_set (folder, "vi/letter.json", cases[i].contents, cases[i].length);
      catalogue = load (folder, &error);
      g_assert_null (catalogue);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, cases[i].message));
      g_assert_cmpint (error->code, ==, i < 8 ? SOTAY_CATALOGUE_ERROR_SYNTAX : SOTAY_CATALOGUE_ERROR_SCHEMA);
    }
}

/* What json-glib reads although it is no JSON, or as text that is not UTF-8. */
static void
test_strict (void)
{
  static const char *const texts[] = {
    "// note\n{}",
    "/* note */ {}",
    "{'number': 1}",
    "{\"number\": $5}",
    "{\"number\": 0x5}",
    "var number = {}",
    "{\"a\": \"\\x41\"}",
    "{\"a\": \"\\u12\"}",
    "{\"a\": \"\\u0000\"}",
    "{\"a\": \"\\ud83dx\"}",
    "{\"a\": \"\\ud83d\\u12\"}",
    "{\"a\": \"\\ud83d\\u0041\"}",
    "{\"a\": \"\\udc00\\ud83d\"}",
    "{\"a\": \"\\",
    "{\"a\": \"\\u00",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (sotay_content_file_new ("x.json", bytes, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, SOTAY_CATALOGUE_ERROR, SOTAY_CATALOGUE_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, "x.json: line 1: not JSON ("));
    }
}

static void
test_escapes (void)
{
  g_autofree char *folder = content_fixture_write ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayCatalogue) catalogue = NULL;
  SotayPage *page;

  content_fixture_replace (folder, "vi/utilities/U3.json", "\"keywords\": [\"từ khóa\"]",
                           "\"keywords\": [\"\\u1ed9\\ud83d\\ude00\\\"\\/\\n[\"]");
  catalogue = load (folder, &error);
  g_assert_no_error (error);
  page = sotay_catalogue_get_page (catalogue, "U3");
  g_assert_cmpstr (sotay_page_get_keywords (page)[0], ==, "ộ😀\"/\n[");
}

/* Every way to hide brackets from the count is refused before json-glib sees them. */
static void
test_depth (void)
{
  static const char *const beginnings[] = {
    "",
    "\"\\\"\"",
    "// \"\n",
    "/* \" */",
    "'\"'",
    "{\"a\": \"\\u12\": \"",
    "{\"\\ud83d\\u12\": \"",
    "{\"a\": \"\\\\\", \"b\": ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autofree char *brackets = g_strnfill (SOTAY_CONTENT_MAX_BYTES, '[');
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      memcpy (brackets, beginnings[i], strlen (beginnings[i]));
      bytes = g_bytes_new_static (brackets, SOTAY_CONTENT_MAX_BYTES);
      g_assert_null (sotay_content_file_new ("x.json", bytes, &error));
      g_assert_error (error, SOTAY_CATALOGUE_ERROR, SOTAY_CATALOGUE_ERROR_SYNTAX);
    }
}

static void
test_hostile (void)
{
  g_autofree char *folder = content_fixture_write ();
  g_autofree char *large = g_malloc (SOTAY_CONTENT_MAX_BYTES + 1);
  g_autofree char *pipe_path = g_build_filename (folder, "vi", "letter.json", NULL);

  memset (large, ' ', SOTAY_CONTENT_MAX_BYTES + 1);
  content_fixture_set (folder, "vi/letter.json", large, SOTAY_CONTENT_MAX_BYTES + 1);
  assert_refused (folder, SOTAY_CATALOGUE_ERROR_SYNTAX, "vi/letter.json: larger than 1 MB");

  memset (large, '[', SOTAY_CONTENT_MAX_BYTES);
  content_fixture_set (folder, "vi/letter.json", large, SOTAY_CONTENT_MAX_BYTES);
  assert_refused (folder, SOTAY_CATALOGUE_ERROR_SYNTAX, "vi/letter.json: line 1: not JSON (too many levels of brackets)");

  g_assert_cmpint (g_remove (pipe_path), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_refused (folder, SOTAY_CATALOGUE_ERROR_MISSING, "vi/letter.json: not a file");
}

static void
test_missing (void)
{
  static const char *const names[] = {
    "sources.json", "vi/catalogue.json", "vi/letter.json", "vi/utilities/U16.json", "vi/articles/table.json",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder = content_fixture_write ();
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *message = g_strdup_printf ("%s: the file is missing", names[i]);

      g_assert_cmpint (g_remove (path), ==, 0);
      assert_refused (folder, SOTAY_CATALOGUE_ERROR_MISSING, message);
      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      g_free (message);
      message = g_strdup_printf ("%s: not a file", names[i]);
      assert_refused (folder, SOTAY_CATALOGUE_ERROR_MISSING, message);
    }
  assert_refused ("/nonexistent", SOTAY_CATALOGUE_ERROR_MISSING, "vi/catalogue.json: the file is missing");
}

static void
add_tests (void)
{
  g_test_add_func ("/content-folder/right", test_right);
  g_test_add_func ("/content-folder/utility", test_utility);
  g_test_add_func ("/content-folder/questions", test_questions);
  g_test_add_func ("/content-folder/lesson", test_lesson);
  g_test_add_func ("/content-folder/references", test_references);
  g_test_add_func ("/content-folder/dates", test_dates);
  g_test_add_func ("/content-folder/manifest", test_manifest);
  g_test_add_func ("/content-folder/article", test_article);
  g_test_add_func ("/content-folder/letter", test_letter);
  g_test_add_func ("/content-folder/newer", test_newer);
  g_test_add_func ("/content-folder/not-json", test_not_json);
  g_test_add_func ("/content-folder/strict", test_strict);
  g_test_add_func ("/content-folder/escapes", test_escapes);
  g_test_add_func ("/content-folder/depth", test_depth);
  g_test_add_func ("/content-folder/hostile", test_hostile);
  g_test_add_func ("/content-folder/missing", test_missing);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
