/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links: with the pointer and with the keyboard; and what assistive technology is told. */
#include "app/guide/reader/page-canvas-private.h"

#include "services/messages.h"

#include <glib/gi18n-lib.h>

/* So much of the page's text is told at most. */
#define MOST_TOLD 2000

const SotayLink *
sotay_page_canvas_find_link (SotayPageCanvas *self, double x, double y, guint *index)
{
  SotayPageContent *content;
  graphene_point_t place;

  if (self->layout == NULL)
    return NULL;
  *index = sotay_page_canvas_find_place (self, x, y, &place);
  content = sotay_page_contents_get (self->contents, *index);
  return content != NULL ? sotay_page_content_find_link (content, place.x, place.y) : NULL;
}

static char *
describe_link (const SotayLink *link)
{
  if (link->index < 0)
    return g_strdup (link->address);
  return g_strdup_printf (_("To page %d"), link->index + 1);
}

gboolean
sotay_page_canvas_query_tooltip (SotayPageCanvas *self, int x, int y, GtkTooltip *tooltip)
{
  guint index;
  const SotayLink *link = sotay_page_canvas_find_link (self, x, y, &index);
  g_autofree char *text = NULL;
  graphene_rect_t rect;

  if (link == NULL)
    return FALSE;
  text = describe_link (link);
  rect = sotay_page_canvas_locate (self, index, &link->box);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) rect.origin.x, (int) rect.origin.y,
                                                      (int) rect.size.width + 1, (int) rect.size.height + 1 });
  return TRUE;
}

void
sotay_page_canvas_follow (SotayPageCanvas *self, const SotayLink *link)
{
  guint index = (guint) link->index;
  double y = link->y;

  if (link->index < 0)
    {
      g_autofree char *address = g_strdup (link->address);

      sotay_page_canvas_emit_web_link (self, address);
      return;
    }
  sotay_page_canvas_emit_jumped (self, index, y);
  sotay_page_canvas_go_to (self, index, y);
}

static const SotayLink *
get_links (SotayPageCanvas *self, guint index, guint *n)
{
  SotayPageContent *content = sotay_page_contents_get (self->contents, index);

  *n = 0;
  return content != NULL ? sotay_page_content_get_links (content, n) : NULL;
}

const SotayLink *
sotay_page_canvas_get_focus_link (SotayPageCanvas *self)
{
  const SotayLink *links;
  guint n;

  if (self->link < 0 || self->layout == NULL || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return NULL;
  links = get_links (self, self->link_index, &n);
  return (guint) self->link < n ? &links[self->link] : NULL;
}

static gboolean
is_in_view (SotayPageCanvas *self, guint index, const SotayLink *link)
{
  graphene_rect_t rect = sotay_page_canvas_locate (self, index, &link->box);

  return rect.origin.y + rect.size.height > 0 && rect.origin.y < gtk_widget_get_height (GTK_WIDGET (self));
}

static void
focus_link (SotayPageCanvas *self, guint index, int link)
{
  self->link_index = index;
  self->link = link;
  sotay_page_canvas_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The next link in view after, or before, a link of a page. */
static gboolean
find_next (SotayPageCanvas *self, guint index, int link, int step)
{
  guint first, end, n;

  sotay_page_canvas_get_band (self, &first, &end);
  for (; index >= first && index < end; index += step)
    {
      const SotayLink *links = get_links (self, index, &n);

      for (link = link == G_MAXINT ? (int) n - 1 : link; link >= 0 && link < (int) n; link += step)
        if (is_in_view (self, index, &links[link]))
          {
            focus_link (self, index, link);
            return TRUE;
          }
      link = step > 0 ? 0 : G_MAXINT;
    }
  return FALSE;
}

gboolean
sotay_page_canvas_move_focus (SotayPageCanvas *self, GtkDirectionType direction)
{
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  const SotayLink *current = sotay_page_canvas_get_focus_link (self);
  guint first, end;

  if (self->layout == NULL || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return FALSE;
  sotay_page_canvas_get_band (self, &first, &end);
  if (first == end)
    return FALSE;
  if (current != NULL && is_in_view (self, self->link_index, current))
    {
      if (forward || self->link > 0)
        return find_next (self, self->link_index, self->link + (forward ? 1 : -1), forward ? 1 : -1);
      return self->link_index > first && find_next (self, self->link_index - 1, G_MAXINT, -1);
    }
  return forward ? find_next (self, first, 0, 1) : find_next (self, end - 1, G_MAXINT, -1);
}

static char *
dup_told_text (SotayPageCanvas *self)
{
  const GError *error = sotay_page_pictures_get_error (self->pictures, self->index);
  SotayPageContent *content = sotay_page_contents_get (self->contents, self->index);
  guint n;

  if (error != NULL)
    return sotay_describe_error (error);
  if (content == NULL)
    return g_strdup ("");
  sotay_page_content_get_boxes (content, &n);
  return sotay_page_content_slice (content, 0, MIN (n, MOST_TOLD));
}

void
sotay_page_canvas_describe (SotayPageCanvas *self)
{
  const SotayLink *link = sotay_page_canvas_get_focus_link (self);
  g_autofree char *page = NULL, *label = NULL, *text = NULL;

  if (self->layout == NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  page = g_strdup_printf (_("Page %u of %u"), self->index + 1, sotay_document_get_n_pages (self->document));
  if (link != NULL)
    {
      g_autofree char *what = describe_link (link);

      label = g_strdup_printf (_("Link: %s"), what);
    }
  text = dup_told_text (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : page,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}
