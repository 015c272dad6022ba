/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/content-json.h"
#include "support/test-support.h"

#include <string.h>

static SotayJsonDocument *
parse (const char *text)
{
  SotayJsonFault fault = { 0 };
  SotayJsonDocument *document = sotay_json_parse (g_strdup (text), &fault);

  g_test_message ("%s: line %u: %s", text, fault.line, fault.reason);
  return document;
}

static void
test_values (void)
{
  static const char text[] = " { \"a\" : [ 1 , -20, 0, 1.5, 2e3, 1234567890123456789 ] ,\n\"b\":{},\"c\":[],"
                             "\"d\":true,\"e\":false,\"f\":null } \n";
  static const SotayJsonKind numbers[] = {
    SOTAY_JSON_INTEGER, SOTAY_JSON_INTEGER, SOTAY_JSON_INTEGER, SOTAY_JSON_NUMBER, SOTAY_JSON_NUMBER, SOTAY_JSON_NUMBER,
  };
  SotayJsonDocument *document = parse (text);
  const SotayJson *root, *list;

  g_assert_nonnull (document);
  root = sotay_json_document_get_root (document);
  g_assert_cmpint (root->kind, ==, SOTAY_JSON_OBJECT);
  g_assert_cmpuint (root->n_items, ==, 6);
  list = sotay_json_find (root, "a");
  g_assert_cmpuint (list->n_items, ==, G_N_ELEMENTS (numbers));
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpint (list->items[i].kind, ==, numbers[i]);
  g_assert_cmpint (list->items[1].integer, ==, -20);
  g_assert_cmpuint (sotay_json_find (root, "b")->n_items, ==, 0);
  g_assert_cmpint (sotay_json_find (root, "c")->kind, ==, SOTAY_JSON_LIST);
  g_assert_cmpint (sotay_json_find (root, "d")->kind, ==, SOTAY_JSON_TRUE);
  g_assert_cmpint (sotay_json_find (root, "e")->kind, ==, SOTAY_JSON_FALSE);
  g_assert_cmpint (sotay_json_find (root, "f")->kind, ==, SOTAY_JSON_NULL);
  g_assert_null (sotay_json_find (root, "g"));
  sotay_json_document_free (document);
}

static void
test_texts (void)
{
  static const struct
  {
    const char *json;
    const char *text;
  } cases[] = {
    { "\"\"", "" },
    { "\"Hộ khẩu\"", "Hộ khẩu" },
    { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t" },
    { "\"\\u1ed9\"", "ộ" },
    { "\"\\u1ED9x\"", "ộx" },
    { "\"\\ud83d\\ude00\"", "😀" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SotayJsonDocument *document = parse (cases[i].json);

      g_assert_nonnull (document);
      g_assert_cmpstr (sotay_json_document_get_root (document)->text, ==, cases[i].text);
      sotay_json_document_free (document);
    }
}

static void
test_faults (void)
{
  static const char *const texts[] = {
    "",         " ",          "{",         "[",         "}",           "]",           "{}{}",     "[1,]",
    "[,1]",     "[1 2]",      "{\"a\"}",   "{\"a\":}",  "{\"a\":1,}",  "{a:1}",       "{'a':1}",  "\"",
    "\"\\",     "\"\\u12\"",  "\"\\x41\"", "\"\n\"",    "\"\t\"",      "\"\\u0000\"", "01",       "-",
    "1.",       ".5",         "1e",        "+1",        "tru",         "nul",         "nan",      "//x\n1",
    "/* */ 1",  "\"\\ud83d\"", "\"\\ude00\"", "\"\\ud83d\\u0041\"", "[1}",  "{\"a\":1]", "1 x",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (parse (texts[i]));
}

static void
test_lines (void)
{
  SotayJsonFault fault;

  g_assert_null (sotay_json_parse (g_strdup ("{\n\"a\": \"\\n\\n\",\r\n\n\"b\" 1}"), &fault));
  g_assert_cmpuint (fault.line, ==, 4);
  g_assert_cmpstr (fault.reason, ==, "a colon was expected");
}

static void
test_depth (void)
{
  g_autofree char *brackets = g_strnfill (100000, '[');

  g_assert_null (sotay_json_parse (g_strdup (brackets), &(SotayJsonFault){ 0 }));
}

static void
add_tests (void)
{
  g_test_add_func ("/content-json/values", test_values);
  g_test_add_func ("/content-json/texts", test_texts);
  g_test_add_func ("/content-json/faults", test_faults);
  g_test_add_func ("/content-json/lines", test_lines);
  g_test_add_func ("/content-json/depth", test_depth);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
