/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_VIEW (sotay_view_get_type ())
/**
 * SotayView:
 *
 * What the window asks of each of its four views. Every function may be left out.
 *
 * A view talks to the window by actions only: "win.show-toast" (s), "win.show-undo-toast" (sx: also the number
 * of the step), "win.show-page" (s), "win.show-manual" (s: a utility), "win.show-view" (s),
 * "win.show-training" (sss: a tab, a unit, what is looked for there; each may be empty), "win.show-setting" (s: a key),
 * "win.undo", "win.redo".
 */
G_DECLARE_INTERFACE (SotayView, sotay_view, SOTAY, VIEW, GtkWidget)

/**
 * SotayViewInterface:
 * @search: Ctrl+F: gives the view's search field the focus
 * @go_back: Esc: leaves the search, or the inner page of a narrow window; answers whether there was something to leave
 * @print: Ctrl+P: prints what the view shows
 */
struct _SotayViewInterface
{
  GTypeInterface parent_interface;

  void (*search) (SotayView *view);
  gboolean (*go_back) (SotayView *view);
  void (*print) (SotayView *view);
};

void sotay_view_search (SotayView *view);      /* see SotayViewInterface */
gboolean sotay_view_go_back (SotayView *view); /* see SotayViewInterface */
void sotay_view_print (SotayView *view);       /* see SotayViewInterface */

G_END_DECLS
