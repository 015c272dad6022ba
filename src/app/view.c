/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/view.h"

G_DEFINE_INTERFACE (SotayView, sotay_view, GTK_TYPE_WIDGET)

static void
sotay_view_default_init (SotayViewInterface *iface)
{
}

void
sotay_view_search (SotayView *self)
{
  SotayViewInterface *iface = SOTAY_VIEW_GET_IFACE (self);

  if (iface->search != NULL)
    iface->search (self);
}

gboolean
sotay_view_go_back (SotayView *self)
{
  SotayViewInterface *iface = SOTAY_VIEW_GET_IFACE (self);

  return iface->go_back != NULL && iface->go_back (self);
}

void
sotay_view_print (SotayView *self)
{
  SotayViewInterface *iface = SOTAY_VIEW_GET_IFACE (self);

  if (iface->print != NULL)
    iface->print (self);
}
