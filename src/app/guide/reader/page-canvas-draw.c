/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is seen: the pages in view, and what is marked on them. */
#include "app/guide/reader/page-canvas-private.h"

#include "guide/guide-error.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MESSAGE_MARGIN 24
#define SMALL_SCALE 0.85
#define SMALL_ALPHA 0.75
#define SELECTION_ALPHA 0.30f
#define LINK_RING_ROOM 2
#define NIGHT_HIT_SHARE 0.7f /* of the strength of the colours: the letters below them are light */

static const GdkRGBA sheet_colour = { 1, 1, 1, 1 };
static const GdkRGBA night_sheet_colour = { 0x1e / 255.0f, 0x1e / 255.0f, 0x1e / 255.0f, 1 }; /* as pictures have it */
static const GdkRGBA ink_colour = { 0.2f, 0.2f, 0.2f, 1 };
static const GdkRGBA night_ink_colour = { 0.85f, 0.85f, 0.85f, 1 };
static const GdkRGBA border_colour = { 0, 0, 0, 0.22f };
static const GdkRGBA night_border_colour = { 1, 1, 1, 0.16f };
static const GdkRGBA hit_colour = { 1, 0.86f, 0.1f, 0.45f };
static const GdkRGBA current_hit_colour = { 1, 0.55f, 0, 0.5f };
static const GdkRGBA current_hit_border = { 0.85f, 0.35f, 0, 1 };

/* On the pixels of the screen, so that pictures drawn for them stay sharp. */
static double
snap (double length, int factor)
{
  return floor (length * factor + 0.5) / factor;
}

typedef struct
{
  SotayPageTiling tiling;
  graphene_rect_t rect; /* in the view, on whole pixels of the screen */
} Sheet;

static void
find_sheet (SotayPageCanvas *self, guint index, Sheet *sheet)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  SotayBox page;

  sotay_page_canvas_describe_tiling (self, index, &sheet->tiling);
  sotay_book_layout_get_page (self->layout, index, &page);
  sheet->rect = GRAPHENE_RECT_INIT ((float) snap (page.x - sotay_page_canvas_get_left (self), factor),
                                    (float) snap (page.y - sotay_page_canvas_get_top (self), factor),
                                    (float) sotay_page_tiling_get_width (&sheet->tiling) / factor,
                                    (float) sotay_page_tiling_get_height (&sheet->tiling) / factor);
}

static graphene_rect_t
place_area (const Sheet *sheet, const SotayPageArea *area, int factor)
{
  double stretch = sheet->tiling.scale / area->scale / factor;

  return GRAPHENE_RECT_INIT ((float) (sheet->rect.origin.x + area->x * stretch),
                             (float) (sheet->rect.origin.y + area->y * stretch), (float) (area->width * stretch),
                             (float) (area->height * stretch));
}

static void
draw_border (SotayPageCanvas *self, GtkSnapshot *snapshot, const Sheet *sheet)
{
  const GdkRGBA *colour = self->night ? &night_border_colour : &border_colour;
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };
  const float widths[4] = { 1, 1, 1, 1 };
  graphene_rect_t around = sheet->rect;
  GskRoundedRect outline;

  graphene_rect_inset (&around, -1, -1);
  gsk_rounded_rect_init_from_rect (&outline, &around, 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

/* The picture of an area, stretched to where the area is. */
static void
draw_node (SotayPageCanvas *self, GtkSnapshot *snapshot, const Sheet *sheet, const SotayPageArea *area,
           GskRenderNode *node)
{
  graphene_rect_t rect = place_area (sheet, area, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  float stretch_x = rect.size.width / (float) area->width, stretch_y = rect.size.height / (float) area->height;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &rect.origin);
  if (stretch_x != 1 || stretch_y != 1)
    gtk_snapshot_scale (snapshot, stretch_x, stretch_y);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

/* Returns: whether there was any */
static gboolean
draw_stand_in (SotayPageCanvas *self, GtkSnapshot *snapshot, const Sheet *sheet, const SotayPageArea *area)
{
  graphene_rect_t wanted = place_area (sheet, area, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  SotayPageArea found;
  GskRenderNode *node = sotay_page_pictures_get_stand_in (self->pictures, area, &found);

  gtk_snapshot_append_color (snapshot, self->night ? &night_sheet_colour : &sheet_colour, &wanted);
  if (node == NULL)
    return FALSE;
  gtk_snapshot_push_clip (snapshot, &wanted);
  draw_node (self, snapshot, sheet, &found, node);
  gtk_snapshot_pop (snapshot);
  return TRUE;
}

/* Returns: whether anything of the page was there to be drawn */
static gboolean
draw_picture (SotayPageCanvas *self, GtkSnapshot *snapshot, const Sheet *sheet)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (SotayPageArea));
  SotayBox seen
      = { -sheet->rect.origin.x * factor, -sheet->rect.origin.y * factor,
          gtk_widget_get_width (GTK_WIDGET (self)) * factor, gtk_widget_get_height (GTK_WIDGET (self)) * factor };
  gboolean any = FALSE;

  sotay_page_tiling_add (&sheet->tiling, &seen, areas);
  for (guint i = 0; i < areas->len; i++)
    {
      SotayPageArea *area = &g_array_index (areas, SotayPageArea, i);
      GskRenderNode *node = sotay_page_pictures_get (self->pictures, area);

      if (node != NULL)
        draw_node (self, snapshot, sheet, area, node);
      any |= node != NULL || draw_stand_in (self, snapshot, sheet, area);
    }
  return any;
}

/* Returns: the height that the text took */
static double
draw_text (SotayPageCanvas *self, GtkSnapshot *snapshot, const Sheet *sheet, double top, const char *text, double size)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();
  double width = MAX (sheet->rect.size.width - 2 * MESSAGE_MARGIN, 1);
  double bottom = sheet->rect.origin.y + sheet->rect.size.height;
  GdkRGBA colour = self->night ? night_ink_colour : ink_colour;
  int height;

  if (size < 1)
    colour.alpha = SMALL_ALPHA;
  pango_attr_list_insert (attributes, pango_attr_scale_new (size));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, (int) (MAX (bottom - top, 1) * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (sheet->rect.origin.x + MESSAGE_MARGIN, (float) floor (top)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
  return height;
}

static gboolean
find_seen (SotayPageCanvas *self, const Sheet *sheet, graphene_rect_t *seen)
{
  graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                             (float) gtk_widget_get_height (GTK_WIDGET (self)));

  return graphene_rect_intersection (&sheet->rect, &view, seen) && seen->size.width > 0 && seen->size.height > 0;
}

/* In the middle of that part of the sheet which is in view. */
static void
draw_message (SotayPageCanvas *self, GtkSnapshot *snapshot, const Sheet *sheet, const char *text, const char *detail)
{
  graphene_rect_t seen;
  double top;

  if (!find_seen (self, sheet, &seen))
    return;
  top = seen.origin.y + seen.size.height / 3;
  gtk_snapshot_push_clip (snapshot, &sheet->rect);
  top += draw_text (self, snapshot, sheet, top, text, 1);
  if (detail != NULL)
    draw_text (self, snapshot, sheet, top + MESSAGE_MARGIN / 4.0, detail, SMALL_SCALE);
  gtk_snapshot_pop (snapshot);
}

/* The sentence about a single page says the whole of it; others tell what is behind it. */
static void
draw_failure (SotayPageCanvas *self, GtkSnapshot *snapshot, const Sheet *sheet, const GError *error)
{
  g_autofree char *sentence = sotay_describe_error (error);

  gtk_snapshot_append_color (snapshot, self->night ? &night_sheet_colour : &sheet_colour, &sheet->rect);
  if (g_error_matches (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_PAGE))
    draw_message (self, snapshot, sheet, sentence, NULL);
  else
    draw_message (self, snapshot, sheet, _("This page cannot be shown"), sentence);
}

static void
draw_boxes (SotayPageCanvas *self, GtkSnapshot *snapshot, guint index, GArray *boxes, const GdkRGBA *colour)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      graphene_rect_t rect = sotay_page_canvas_locate (self, index, &g_array_index (boxes, SotayBox, i));

      gtk_snapshot_append_color (snapshot, colour, &rect);
    }
}

static void
outline_box (GtkSnapshot *snapshot, const graphene_rect_t *box, float room, float width, const GdkRGBA *colour)
{
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };
  const float widths[4] = { width, width, width, width };
  graphene_rect_t around = *box;
  GskRoundedRect outline;

  graphene_rect_inset (&around, -room, -room);
  gsk_rounded_rect_init_from_rect (&outline, &around, room);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
draw_hits (SotayPageCanvas *self, GtkSnapshot *snapshot, guint index, SotayPageContent *content)
{
  guint first, end;

  sotay_page_canvas_get_page_hits (self, index, &first, &end);
  for (guint i = first; i < end; i++)
    {
      SotayTextHit *hit = &g_array_index (self->hits, SotayTextHit, i);
      g_autoptr (GArray) boxes = sotay_page_content_cover (content, hit->start, hit->end);
      gboolean current = self->current_hit == (int) i;
      GdkRGBA colour = current ? current_hit_colour : hit_colour;

      if (self->night)
        colour.alpha *= NIGHT_HIT_SHARE;
      draw_boxes (self, snapshot, index, boxes, &colour);
      for (guint box = 0; current && box < boxes->len; box++)
        {
          graphene_rect_t rect = sotay_page_canvas_locate (self, index, &g_array_index (boxes, SotayBox, box));

          outline_box (snapshot, &rect, 2, 2, &current_hit_border);
        }
    }
}

static GdkRGBA
get_accent (SotayPageCanvas *self)
{
  GdkRGBA accent;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_bg_color", &accent))
    accent = (GdkRGBA){ 0.21f, 0.52f, 0.89f, 1 };
  return accent;
}

static void
draw_selection (SotayPageCanvas *self, GtkSnapshot *snapshot, guint index, SotayPageContent *content)
{
  GdkRGBA colour = get_accent (self);
  g_autoptr (GArray) boxes = NULL;
  guint start, end;

  if (!sotay_page_canvas_get_selected (self, index, &start, &end))
    return;
  colour.alpha = SELECTION_ALPHA;
  boxes = sotay_page_content_cover (content, start, end);
  draw_boxes (self, snapshot, index, boxes, &colour);
}

static void
draw_focus (SotayPageCanvas *self, GtkSnapshot *snapshot)
{
  const SotayLink *link = sotay_page_canvas_get_focus_link (self);
  GdkRGBA colour = get_accent (self);
  graphene_rect_t rect;

  if (link == NULL)
    return;
  rect = sotay_page_canvas_locate (self, self->link_index, &link->box);
  outline_box (snapshot, &rect, LINK_RING_ROOM, 2, &colour);
}

static void
draw_page (SotayPageCanvas *self, GtkSnapshot *snapshot, guint index)
{
  const GError *error = sotay_page_pictures_get_error (self->pictures, index);
  SotayPageContent *content = sotay_page_contents_get (self->contents, index);
  graphene_rect_t seen;
  Sheet sheet;

  find_sheet (self, index, &sheet);
  if (!find_seen (self, &sheet, &seen))
    return; /* not even its border: with a whole page in view the next one begins just below */
  draw_border (self, snapshot, &sheet);
  if (error != NULL)
    draw_failure (self, snapshot, &sheet, error);
  else if (!draw_picture (self, snapshot, &sheet) && sotay_page_pictures_is_late (self->pictures, index))
    draw_message (self, snapshot, &sheet, _("Opening the page…"), NULL);
  if (content == NULL)
    return;
  draw_hits (self, snapshot, index, content);
  draw_selection (self, snapshot, index, content);
}

void
sotay_page_canvas_draw (SotayPageCanvas *self, GtkSnapshot *snapshot)
{
  guint first, end;

  if (self->layout == NULL)
    return;
  sotay_page_pictures_begin_frame (self->pictures);
  sotay_page_canvas_get_band (self, &first, &end);
  for (guint i = first; i < end; i++)
    draw_page (self, snapshot, i);
  draw_focus (self, snapshot);
}
