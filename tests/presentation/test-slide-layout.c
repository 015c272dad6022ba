/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every slide of the whole content on every wall; and slides that no one should write. */
#include "core/qr-symbol.h"
#include "lesson.h"
#include "presentation/slide-layout.h"
#include "slide-checks.h"
#include "support/test-support.h"

#define ALL_STOPS "1:5 2:5 3:5 4:5 5:5 6:5 7:5 8:5 9:5 10:5 11:5 12:5 13:5 14:5 15:5 16:5"
#define MOST_PARTS 16
#define ADDRESS "https://vneid.gov.vn/huongdan/HDSO_VNeID.pdf"

static const SotayWall walls[] = {
  { 800, 600 },   { 1024, 768 }, { 1280, 800, SOTAY_WALL_BRIGHT }, { 1920, 1080 }, { 3840, 2160, SOTAY_WALL_BRIGHT },
  { 1080, 1920 }, { 768, 1024 }, { 2560, 1080, SOTAY_WALL_BRIGHT },
};

static const SotayWall large_walls[] = {
  { 1024, 768, SOTAY_WALL_BRIGHT, TRUE },
  { 1920, 1080, SOTAY_WALL_DARK, TRUE },
  { 768, 1024, SOTAY_WALL_DARK, TRUE },
};

static SotayDeck *
load_deck (const char *language)
{
  g_autoptr (GFile) folder = sotay_catalogue_builtin_folder ();
  g_autoptr (SotayCatalogue) catalogue = sotay_catalogue_load (folder, language, NULL);

  g_assert_nonnull (catalogue);
  return lesson_deck (catalogue, ALL_STOPS);
}

/* Whether a wall before has the same shape: its slides are the same, but for the size (test_scaled). */
static gboolean
has_known_shape (guint index)
{
  for (guint i = 0; i < index; i++)
    if (walls[i].width * walls[index].height == walls[index].width * walls[i].height)
      return TRUE;
  return FALSE;
}

/* Returns how many of a hundred slides have one part. */
static guint
check_deck (SotayDeck *deck, const SotayWall *wall, guint step)
{
  guint counts[MOST_PARTS + 1] = { 0 };
  guint n_slides = 0;

  for (guint i = 0; i < sotay_deck_get_n_slides (deck); i += step, n_slides++)
    {
      guint n_parts = slide_check_wall (sotay_deck_get_slide (deck, i), wall);

      g_assert_cmpuint (n_parts, <=, MOST_PARTS);
      counts[n_parts]++;
    }
  for (guint i = 1; i <= MOST_PARTS; i++)
    if (counts[i] > 0)
      g_test_message ("%d × %d%s: %u slides of %u in %u parts", wall->width, wall->height,
                      wall->large ? ", large text" : "", counts[i], n_slides, i);
  return 100 * counts[1] / n_slides;
}

static void
test_content (gconstpointer language)
{
  g_autoptr (SotayDeck) deck = load_deck (language);

  for (guint i = 0; i < G_N_ELEMENTS (walls); i++)
    {
      guint whole = check_deck (deck, &walls[i], has_known_shape (i) ? 4 : 1);

      if (walls[i].width > walls[i].height)
        g_assert_cmpuint (whole, >=, 97);
    }
  for (guint i = 0; i < G_N_ELEMENTS (large_walls); i++)
    check_deck (deck, &large_walls[i], 1);
}

static void
test_colours (void)
{
  for (SotayWallTheme theme = SOTAY_WALL_DARK; theme <= SOTAY_WALL_BRIGHT; theme++)
    {
      guint text, accent, ground;

      sotay_wall_get_colours (theme, &text, &accent, &ground);
      g_assert_cmpfloat (slide_check_contrast (text, ground), >=, 7);
      g_assert_cmpfloat (slide_check_contrast (accent, ground), >=, 7);
    }
  g_assert_cmpfloat_with_epsilon (slide_check_contrast (0x000000, 0xffffff), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (slide_check_contrast (0x777777, 0xffffff), 4.48, 0.005);
}

static guint
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[(int) x] & 0xffffff;
}

static cairo_surface_t *
draw (SotaySlideLayout *layout, guint part)
{
  const SotayWall *wall = sotay_slide_layout_get_wall (layout);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, wall->width, wall->height);
  cairo_t *cr = cairo_create (surface);

  sotay_slide_layout_draw (layout, part, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Every module is black or white from edge to edge, the border too. */
static void
check_code (const char *address, const SotayWall *wall)
{
  SotaySlideParts *parts = sotay_slide_parts_new (SOTAY_SLIDE_QR);
  g_autoptr (SotayQrSymbol) symbol = sotay_qr_symbol_new (address, NULL);
  g_autoptr (SotaySlide) slide = NULL;
  g_autoptr (SotaySlideLayout) layout = NULL;
  cairo_surface_t *surface = NULL;
  guint size = sotay_qr_symbol_get_size (symbol);
  guint modules = size + 2 * SOTAY_QR_QUIET_ZONE;
  double x, y, width, height;
  guint module;

  parts->code = g_strdup (address);
  slide = sotay_slide_new (parts);
  layout = sotay_slide_layout_new (slide, wall);
  g_assert_true (sotay_slide_layout_get_place (layout, 0, SOTAY_SLIDE_PLACE_CODE, &x, &y, &width, &height));
  g_assert_false (sotay_slide_layout_get_place (layout, 0, SOTAY_SLIDE_PLACE_PAGE, &x, &y, &width, &height));
  module = (guint) width / modules;
  g_assert_cmpfloat (width, ==, modules * module);
  g_assert_cmpfloat (height, ==, width);
  g_assert_cmpfloat (width, >=, 0.4 * MIN (wall->width, wall->height));
  surface = draw (layout, 0);
  for (guint row = 0; row < modules; row++)
    for (guint column = 0; column < modules; column++)
      {
        guint i = column - SOTAY_QR_QUIET_ZONE;
        guint j = row - SOTAY_QR_QUIET_ZONE;
        guint expected = i < size && j < size && sotay_qr_symbol_is_dark (symbol, i, j) ? 0x000000 : 0xffffff;

        g_assert_cmphex (get_pixel (surface, x + column * module, y + row * module), ==, expected);
        g_assert_cmphex (get_pixel (surface, x + (column + 1) * module - 1, y + (row + 1) * module - 1), ==, expected);
      }
  cairo_surface_destroy (surface);
}

static void
test_code (void)
{
  g_autofree char *longest = g_strnfill (300, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (walls); i++)
    {
      check_code (ADDRESS, &walls[i]);
      check_code (longest, &walls[i]);
    }
}

/* A text that no symbol holds is shown without one. */
static void
test_no_code (void)
{
  SotaySlideParts *parts = sotay_slide_parts_new (SOTAY_SLIDE_QR);
  g_autoptr (SotaySlide) slide = NULL;
  g_autoptr (SotaySlideLayout) layout = NULL;
  double x, y, width, height;

  parts->code = g_strnfill (5000, 'x');
  slide = sotay_slide_new (parts);
  layout = sotay_slide_layout_new (slide, &walls[0]);
  g_assert_false (sotay_slide_layout_get_place (layout, 0, SOTAY_SLIDE_PLACE_CODE, &x, &y, &width, &height));
  cairo_surface_destroy (draw (layout, 0));
}

static char *
repeat (const char *text, guint times)
{
  GString *repeated = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (repeated, text);
  return g_string_free (repeated, FALSE);
}

static SotaySlide *
make_slide (SotaySlideKind kind, const char *text)
{
  SotaySlideParts *parts = sotay_slide_parts_new (kind);
  gboolean asks = kind == SOTAY_SLIDE_CHECK || kind == SOTAY_SLIDE_SOLUTION;

  parts->utility = 16;
  g_free (parts->kicker);
  g_free (parts->title);
  /* The head is told from the texts by its first letter. */
  parts->kicker = g_strconcat (*text != '\0' ? "1" : "", text, NULL);
  parts->title = g_strconcat (*text != '\0' ? "2" : "", text, NULL);
  for (guint i = 0; asks && i < 3; i++)
    sotay_slide_parts_add (parts, SOTAY_SLIDE_ENTRY, i == 0 ? "A" : i == 1 ? text : "", text, i == 1);
  sotay_slide_parts_add (parts, SOTAY_SLIDE_LEAD, NULL, text, FALSE);
  sotay_slide_parts_add (parts, SOTAY_SLIDE_ENTRY, "12", text, FALSE);
  sotay_slide_parts_add (parts, SOTAY_SLIDE_REMARK, NULL, text, FALSE);
  return sotay_slide_new (parts);
}

static void
check_hostile (const char *text, guint every)
{
  for (SotaySlideKind kind = 0; kind < SOTAY_SLIDE_N_KINDS; kind++)
    {
      g_autoptr (SotaySlide) slide = make_slide (kind, text);

      for (guint i = kind % every; i < G_N_ELEMENTS (walls); i += every)
        slide_check_wall (slide, &walls[i]);
      slide_check_wall (slide, &large_walls[kind % G_N_ELEMENTS (large_walls)]);
      slide_check_wall (slide, &(SotayWall){ 320, 240, SOTAY_WALL_DARK, kind % 2 == 1 });
    }
}

static void
test_hostile (void)
{
  g_autofree char *word = repeat ("ngoằn", 60);
  g_autofree char *paragraphs = repeat ("một\nhai\r\nba\u2028", 8);

  check_hostile ("", 1);
  check_hostile ("   ", 1);
  check_hostile (word, 8);
  check_hostile (paragraphs, 4);
  check_hostile ("Z̸̡̢̛̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̕̚ w̃̃̃̃ậ̃̃", 2);
  check_hostile ("بطاقة الهوية الإلكترونية رقم 12 في VNeID תעודת זהות", 1);
  check_hostile ("😀👩‍👩‍👧‍👦🇻🇳 \U000F0000 \uFFFC 電子身分證", 1);
}

/* Ten thousand letters go on through many parts. */
static void
test_long (void)
{
  g_autofree char *book = repeat ("Bấm “Ví giấy tờ” rồi nhập passcode. ", 280);
  SotaySlideParts *parts = sotay_slide_parts_new (SOTAY_SLIDE_STEP);
  g_autoptr (SotaySlide) slide = NULL;

  sotay_slide_parts_add (parts, SOTAY_SLIDE_LEAD, NULL, book, FALSE);
  slide = sotay_slide_new (parts);
  g_assert_cmpuint (slide_check_wall (slide, &walls[3]), >=, 5);
  g_assert_cmpuint (slide_check_wall (slide, &walls[5]), >=, 5);
  g_assert_cmpuint (slide_check_wall (slide, &large_walls[0]), >=, 10);
}

static const SotaySlideBox *
get_last (GArray *boxes)
{
  return &g_array_index (boxes, SotaySlideBox, boxes->len - 1);
}

/* Wherever a part ends, the name of a level stands with the first utility of it. */
static void
test_kept (void)
{
  static const SotayWall list_walls[] = { { 1080, 1920 }, { 1280, 800 }, { 768, 1024, SOTAY_WALL_DARK, TRUE } };
  guint n_ends = 0;

  for (guint i = 0; i < 40 * G_N_ELEMENTS (list_walls); i++)
    {
      SotaySlideParts *parts = sotay_slide_parts_new (SOTAY_SLIDE_LIST);
      g_autoptr (SotaySlide) slide = NULL;
      g_autoptr (SotaySlideLayout) layout = NULL;

      for (guint j = 0; j < 40; j++)
        sotay_slide_parts_add (parts, j % 40 == i % 40 ? SOTAY_SLIDE_LEAD : SOTAY_SLIDE_ENTRY, NULL,
                               j % 40 == i % 40 ? "Mức độ 2" : "Tiện ích", FALSE);
      slide = sotay_slide_new (parts);
      layout = sotay_slide_layout_new (slide, &list_walls[i / 40]);
      for (guint j = 0; j + 1 < sotay_slide_layout_get_n_parts (layout); j++, n_ends++)
        {
          g_autoptr (GArray) boxes = sotay_slide_layout_get_boxes (layout, j);

          g_assert_cmpstr (get_last (boxes)->text, !=, "Mức độ 2");
        }
    }
  g_assert_cmpuint (n_ends, >, 100);
}

/* A slide with one text, and a QR code or %NULL. */
static SotaySlideLayout *
lay_out_lead (SotaySlideKind kind, const char *code, const char *text, const SotayWall *wall)
{
  SotaySlideParts *parts = sotay_slide_parts_new (kind);
  g_autoptr (SotaySlide) slide = NULL;

  parts->code = g_strdup (code);
  sotay_slide_parts_add (parts, SOTAY_SLIDE_LEAD, NULL, text, FALSE);
  slide = sotay_slide_new (parts);
  return sotay_slide_layout_new (slide, wall);
}

/* No row of a long text stands alone at its end, in frames that are low because a code stands there too. */
static void
test_no_orphan (void)
{
  guint n_split = 0;

  for (guint length = 10; length < 130; length++)
    {
      g_autofree char *text = repeat ("thông tin ", length);
      g_autoptr (SotaySlideLayout) layout = lay_out_lead (SOTAY_SLIDE_QR, ADDRESS, text, &walls[6]);
      g_autoptr (GArray) boxes
        = sotay_slide_layout_get_boxes (layout, sotay_slide_layout_get_n_parts (layout) - 1);

      n_split += sotay_slide_layout_get_n_parts (layout) > 1 ? 1 : 0;
      g_assert_cmpfloat (get_last (boxes)->height, >, 2 * get_last (boxes)->size);
    }
  g_assert_cmpuint (n_split, >, 20);
}

/* A remark has rows of what it belongs to above it. */
static void
test_remark (void)
{
  guint n_split = 0;

  for (guint length = 20; length < 140; length += 2)
    {
      SotaySlideParts *parts = sotay_slide_parts_new (SOTAY_SLIDE_STEP);
      g_autoptr (SotaySlide) slide = NULL;
      g_autoptr (SotaySlideLayout) layout = NULL;
      guint n_parts;

      for (guint i = 0; i < 3; i++)
        {
          g_autofree char *text = repeat ("thông tin ", i == 1 ? 60 : length);

          sotay_slide_parts_add (parts, SOTAY_SLIDE_LEAD, NULL, text, FALSE);
          sotay_slide_parts_add (parts, SOTAY_SLIDE_REMARK, NULL, "cần kiểm chứng", FALSE);
        }
      slide = sotay_slide_new (parts);
      layout = sotay_slide_layout_new (slide, &walls[0]);
      n_parts = sotay_slide_layout_get_n_parts (layout);
      for (guint i = 0; n_parts > 1 && i < n_parts; i++, n_split++)
        {
          g_autoptr (GArray) boxes = sotay_slide_layout_get_boxes (layout, i);

          /* The first is the number of the part. */
          g_assert_cmpstr (g_array_index (boxes, SotaySlideBox, 1).text, !=, "cần kiểm chứng");
        }
    }
  g_assert_cmpuint (n_split, >, 40);
}

/* Letters are smaller before a word is broken. */
static void
test_whole_words (void)
{
  guint n_smaller = 0;

  for (guint length = 5; length < 60; length++)
    {
      g_autofree char *text = repeat ("n", length);
      g_autoptr (SotaySlideLayout) layout = lay_out_lead (SOTAY_SLIDE_STEP, NULL, text, &walls[0]);
      g_autoptr (GArray) boxes = sotay_slide_layout_get_boxes (layout, 0);
      double least = walls[0].height * SOTAY_WALL_LEAST_TEXT;
      const SotaySlideBox *word = get_last (boxes);

      g_assert_true (word->height < 2 * word->size || word->size < 1.01 * least);
      n_smaller += word->size < 1.5 * least ? 1 : 0;
    }
  g_assert_cmpuint (n_smaller, >, 10);
}

/* A wall twice as large has the same slide, twice as large: so thumbnails are pictures of what is on the wall. */
static void
test_scaled (void)
{
  g_autoptr (SotayDeck) deck = load_deck ("vi");
  SotaySlide *slide = sotay_deck_get_slide (deck, sotay_deck_find (deck, "U10/step-2"));
  g_autoptr (SotaySlideLayout) layout = sotay_slide_layout_new (slide, &walls[3]);
  g_autoptr (SotaySlideLayout) twice = sotay_slide_layout_new (slide, &(SotayWall){ 3840, 2160 });
  g_autoptr (GArray) boxes = sotay_slide_layout_get_boxes (layout, 0);
  g_autoptr (GArray) boxes_twice = sotay_slide_layout_get_boxes (twice, 0);

  g_assert_cmpuint (boxes->len, ==, boxes_twice->len);
  for (guint i = 0; i < boxes->len; i++)
    {
      const SotaySlideBox *box = &g_array_index (boxes, SotaySlideBox, i);
      const SotaySlideBox *other = &g_array_index (boxes_twice, SotaySlideBox, i);

      g_assert_cmpstr (box->text, ==, other->text);
      g_assert_cmpfloat_with_epsilon (2 * box->size, other->size, 0.01);
      g_assert_cmpfloat_with_epsilon (2 * box->width, other->width, 0.01 * other->width);
    }
}

/* Returns how many pixels have the accent's colour, to the right of the choice and all together. */
static guint
count_accents (gboolean marked, guint *all)
{
  SotaySlideParts *parts = sotay_slide_parts_new (SOTAY_SLIDE_SOLUTION);
  g_autoptr (SotaySlide) slide = NULL;
  g_autoptr (SotaySlideLayout) layout = NULL;
  g_autoptr (GArray) boxes = NULL;
  const SotaySlideBox *choice = NULL;
  cairo_surface_t *surface = NULL;
  guint count = 0;
  guint accent;

  sotay_wall_get_colours (walls[0].theme, NULL, &accent, NULL);
  sotay_slide_parts_add (parts, SOTAY_SLIDE_ENTRY, "A", "Một", marked);
  slide = sotay_slide_new (parts);
  layout = sotay_slide_layout_new (slide, &walls[0]);
  boxes = sotay_slide_layout_get_boxes (layout, 0);
  choice = &g_array_index (boxes, SotaySlideBox, 1);
  g_assert_cmpstr (choice->text, ==, "Một");
  surface = draw (layout, 0);
  *all = 0;
  for (int y = 0; y < walls[0].height; y++)
    for (int x = 0; x < walls[0].width; x++)
      if (get_pixel (surface, x, y) == accent)
        {
          *all += 1;
          count += x > choice->ink_x + choice->ink_width + 1 ? 1 : 0;
        }
  cairo_surface_destroy (surface);
  return count;
}

/* The right choice is told by a tick and a full disc too, not by its colour alone. */
static void
test_mark (void)
{
  guint of_wrong, of_right;

  g_assert_cmpuint (count_accents (FALSE, &of_wrong), ==, 0);
  g_assert_cmpuint (count_accents (TRUE, &of_right), >, 50);
  g_assert_cmpuint (of_wrong, >, 50);
  g_assert_cmpuint (of_right, >, 3 * of_wrong);
}

static void
add_tests (void)
{
  g_test_add_data_func ("/slide-layout/content/vi", "vi", test_content);
  g_test_add_data_func ("/slide-layout/content/en", "en", test_content);
  g_test_add_func ("/slide-layout/colours", test_colours);
  g_test_add_func ("/slide-layout/code", test_code);
  g_test_add_func ("/slide-layout/no-code", test_no_code);
  g_test_add_func ("/slide-layout/hostile", test_hostile);
  g_test_add_func ("/slide-layout/long", test_long);
  g_test_add_func ("/slide-layout/kept", test_kept);
  g_test_add_func ("/slide-layout/no-orphan", test_no_orphan);
  g_test_add_func ("/slide-layout/remark", test_remark);
  g_test_add_func ("/slide-layout/whole-words", test_whole_words);
  g_test_add_func ("/slide-layout/scaled", test_scaled);
  g_test_add_func ("/slide-layout/mark", test_mark);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
