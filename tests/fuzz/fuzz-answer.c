/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds an answer of a PDF reader that may lie to the side that asked: for libFuzzer, and for test-fuzz-answer. */
#include "guide/answer.h"

#include "fuzz.h"

#include <math.h>
#include <string.h>

#define N_PAGES 10

static void
check_page (SotayAnswer *answer)
{
  g_autoptr (SotayPageContent) page = sotay_answer_read_page (answer, N_PAGES);
  const SotayBox *boxes;
  const SotayLink *links;
  guint n_boxes, n_links;

  if (page == NULL)
    return;
  boxes = sotay_page_content_get_boxes (page, &n_boxes);
  links = sotay_page_content_get_links (page, &n_links);
  g_assert_true (g_utf8_validate (sotay_page_content_get_text (page), -1, NULL));
  g_assert_cmpint (g_utf8_strlen (sotay_page_content_get_text (page), -1), ==, n_boxes);
  for (guint i = 0; i < n_boxes; i++)
    g_assert_true (isfinite (boxes[i].x + boxes[i].y + boxes[i].width + boxes[i].height));
  for (guint i = 0; i < n_links; i++)
    g_assert_true (links[i].address != NULL ? links[i].index == -1 : links[i].index >= 0 && links[i].index < N_PAGES);
}

static void
check_items (GListModel *items, guint depth)
{
  g_assert_cmpuint (depth, <, SOTAY_WIRE_MOST_DEPTH);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SotayOutlineItem) item = g_list_model_get_item (items, i);

      g_assert_true (g_utf8_validate (sotay_outline_item_get_title (item), -1, NULL));
      g_assert_cmpint (sotay_outline_item_get_index (item), <, N_PAGES);
      if (sotay_outline_item_get_children (item) != NULL)
        check_items (sotay_outline_item_get_children (item), depth + 1);
    }
}

static void
check_pixels (SotayAnswer *answer)
{
  for (gsize n_pixels = 1; n_pixels <= 16; n_pixels++)
    {
      g_autoptr (GBytes) pixels = sotay_answer_read_pixels (answer, n_pixels);

      g_assert_true (pixels == NULL || g_bytes_get_size (pixels) == n_pixels * sizeof (guint32));
    }
}

static void
check_answer (SotayAnswer *answer)
{
  g_autoptr (GListModel) outline = sotay_answer_read_outline (answer, N_PAGES);
  g_auto (GStrv) texts = sotay_answer_read_text (answer, 2);
  g_autoptr (GError) error = NULL;
  float sizes[4];

  g_assert_true (sotay_answer_check (answer, &error) == (error == NULL));
  g_assert_cmpuint (sotay_answer_read_pages (answer), <=, SOTAY_WIRE_MOST_PAGES);
  if (sotay_answer_read_sizes (answer, 2, sizes))
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      g_assert_true (sizes[i] >= 0 && sizes[i] <= SOTAY_WIRE_MOST_SIZE);
  check_page (answer);
  check_pixels (answer);
  if (outline != NULL)
    check_items (outline, 0);
  for (guint i = 0; texts != NULL && i < 2; i++)
    g_assert_true (g_utf8_validate (texts[i], -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const guint8 *end = size > 0 ? memchr (data, '\n', size) : NULL;
  gsize length = end != NULL ? (gsize) (end - data) : size;
  g_autoptr (SotayAnswer) answer = sotay_answer_new ((const char *) data, length);

  if (answer == NULL || end == NULL || sotay_answer_get_n_bytes (answer) != size - length - 1)
    return 0;
  sotay_answer_take_bytes (answer, g_bytes_new (end + 1, size - length - 1));
  check_answer (answer);
  return 0;
}
