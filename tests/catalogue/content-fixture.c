/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/content-fixture.h"

#include "support/test-support.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_UTILITIES 16

static const char sources[] = "{\"S0\": {\"name\": \"Công văn\", \"addresses\": []},\n"
                              " \"S1\": {\"name\": \"Báo\", \"addresses\": [\"https://example.com\"], \"weak\": true}}\n";

static const char utility[] =
  "{\"id\": \"U%u\", \"level\": %u, \"order\": %u, \"title\": \"Tiện ích %u\", \"original_title\": \"Tiện ích %u\",\n"
  " \"keywords\": [\"từ khóa\"],\n"
  " \"purpose\": [{\"text\": \"Để làm gì\", \"source\": \"S0 S1\"}],\n"
  " \"eligibility\": [{\"text\": \"Ai dùng\", \"to_verify\": true}],\n"
  " \"steps\": [{\"text\": \"Một\", \"seen_at\": \"\", \"source\": \"S0\"},\n"
  "  {\"text\": \"Hai, xem [chỗ này](U1)\", \"seen_at\": \"v2\", \"source\": \"S0\"},\n"
  "  {\"text\": \"Ba\", \"seen_at\": \"\", \"source\": \"S0\"}],\n"
  " \"result\": [{\"text\": \"Thấy\", \"source\": \"S0\"}],\n"
  " \"problems\": [{\"question\": \"Hỏi 1\", \"answer\": \"Đáp 1\", \"repaired_by\": \"Công an\", \"source\": \"S0\"},\n"
  "  {\"question\": \"Hỏi 2\", \"answer\": \"Đáp 2\", \"repaired_by\": \"Công an\", \"source\": \"S0\"},\n"
  "  {\"question\": \"Hỏi 3\", \"answer\": \"Đáp 3\", \"repaired_by\": \"Công an\", \"source\": \"S0\"}],\n"
  " \"legal\": [{\"citation\": \"Luật\", \"date\": \"2024-07-01\", \"status\": \"lapsed\", \"source\": \"S0\"}],\n"
  " \"changes\": [{\"date\": \"2025-07\", \"text\": \"Đổi\", \"source\": \"S0\"}],\n"
  " \"manual_page\": null, \"see_also\": [\"table\", \"letter\"]}\n";

static const char article[] =
  "{\"id\": \"table\", \"title\": \"Bảng\", \"summary\": \"Tóm tắt\", \"keywords\": [],\n"
  " \"sections\": [{\"heading\": \"Phần\", \"blocks\": [\n"
  "  {\"kind\": \"paragraph\", \"text\": \"Đoạn\", \"source\": \"S0\"},\n"
  "  {\"kind\": \"points\", \"items\": [{\"text\": \"Điểm\", \"source\": \"S0\"}]},\n"
  "  {\"kind\": \"table\", \"columns\": [\"Cột 1\", \"Cột 2\"], \"rows\": [\n"
  "   {\"cells\": [\"a\", \"\"], \"source\": \"S0\"}, {\"cells\": [\"b\", \"c\"], \"to_verify\": true}]}]}]}\n";

static const char letter_head[] =
  "{\"number\": \"520 /CV-CQTT\", \"date\": \"2024-03-06\", \"place\": \"TP\", \"issuer\": [\"TỔ\", \"CƠ QUAN\"],\n"
  " \"subject\": \"V/v tập huấn\", \"addressees\": [\"Các phòng\"], \"signed_by\": \"Trưởng\",\n"
  " \"introduction\": [{\"text\": \"Mở đầu\", \"source\": \"S0\"}],\n"
  " \"figures\": {\"as_of\": \"2024-03-05\", \"accounts\": 100, \"level_1\": 10, \"level_2\": 90, \"activated\": 95,\n"
  "  \"comment\": \"Lời bình\"},\n"
  " \"items\": [";

static const char letter_tail[] =
  "],\n"
  " \"tasks\": [{\"title\": \"A\", \"text\": \"a\"}, {\"title\": \"B\", \"text\": \"b\"},\n"
  "  {\"title\": \"C\", \"text\": \"c\"}, {\"title\": \"D\", \"text\": \"d\"}],\n"
  " \"contacts\": [{\"id\": \"team\", \"role\": \"Đầu mối\", \"office\": \"Đội\", \"purpose\": \"Vướng mắc\"}],\n"
  " \"slips\": [{\"quote\": \"Đồi\", \"comment\": \"Đổi\"}]}\n";

void
content_fixture_set (const char *folder, const char *name, const char *contents, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
}

void
content_fixture_replace (const char *folder, const char *name, const char *find, const char *replacement)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *place;

  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  place = strstr (before, find);
  g_assert_nonnull (place);
  after = g_strdup_printf ("%.*s%s%s", (int) (place - before), before, replacement, place + strlen (find));
  content_fixture_set (folder, name, after, -1);
}

static void
write_utilities (const char *folder, GString *ids, GString *items)
{
  for (guint i = 1; i <= N_UTILITIES; i++)
    {
      g_autofree char *name = g_strdup_printf ("vi/utilities/U%u.json", i);
      g_autofree char *text = g_strdup_printf (utility, i, i <= 9 ? 1u : 2u, i, i, i);

      content_fixture_set (folder, name, text, -1);
      g_string_append_printf (ids, "%s\"U%u\"", i > 1 ? ", " : "", i);
      g_string_append_printf (items, "%s{\"utility\": \"U%u\", \"quoted\": \"Mục %u\"}", i > 1 ? ",\n  " : "", i, i);
    }
}

char *
content_fixture_write (void)
{
  char *folder = sotay_test_folder ();
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GString) items = g_string_new (NULL);
  g_autofree char *manifest = NULL;
  g_autofree char *letter = NULL;

  write_utilities (folder, ids, items);
  manifest = g_strdup_printf ("{\"format\": 1, \"language\": \"vi\", \"edition\": \"2026-11-23\",\n"
                              " \"utilities\": [%s],\n \"articles\": [\"table\"]}\n",
                              ids->str);
  letter = g_strconcat (letter_head, items->str, letter_tail, NULL);
  content_fixture_set (folder, "vi/catalogue.json", manifest, -1);
  content_fixture_set (folder, "vi/letter.json", letter, -1);
  content_fixture_set (folder, "vi/articles/table.json", article, -1);
  content_fixture_set (folder, "sources.json", sources, -1);
  return folder;
}
