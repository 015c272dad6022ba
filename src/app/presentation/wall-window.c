/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/wall-window-private.h"

#include "app/presentation/show-keys.h"
#include "app/presentation/wall-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What is said of a code in the corner stays for so long. */
#define CAPTION_MS 8000
/* A typical line of what lies over the wall is this part of its shorter side; four thirds of that for what the last
   row reads, which makes the least size of letters of a slide. */
#define LETTERS (1.0 / 36)
/* The bar of buttons fits a wall of this shape, and needs smaller letters on a narrower one. */
#define BAR_SHAPE 0.75
#define LARGE 1.333
#define LEAST_POINTS 11.0
#define DIGITS_HEIGHT 6
#define PANEL_LETTERS 24
#define PANEL_MOST 0.6
/* So wide, in letters, a card of keys has two columns. */
#define TWO_COLUMNS 44

G_DEFINE_FINAL_TYPE (SotayWallWindow, sotay_wall_window, ADW_TYPE_WINDOW)

static gboolean
caption_timeout_cb (gpointer data)
{
  SotayWallWindow *self = data;

  self->caption_timeout = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->caption), FALSE);
  return G_SOURCE_REMOVE;
}

static void
show_caption (SotayWallWindow *self, const char *text, gboolean for_a_while)
{
  g_clear_handle_id (&self->caption_timeout, g_source_remove);
  gtk_label_set_label (self->caption, text);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), TRUE);
  if (for_a_while)
    self->caption_timeout = g_timeout_add (CAPTION_MS, caption_timeout_cb, self);
}

void
sotay_wall_window_say (SotayWallWindow *self, const char *text)
{
  show_caption (self, text, TRUE);
}

/* Where a slide that shows the code has it. */
static gboolean
find_code (SotayWallWindow *self, double *x, double *side)
{
  SotaySlideLayout *layout = sotay_show_get_layout (self->show, sotay_show_get_index (self->show));
  double y, height;

  return sotay_slide_layout_get_place (layout, sotay_show_get_part (self->show), SOTAY_SLIDE_PLACE_CODE, x, &y, side,
                                       &height);
}

/* The module of the code that is on the wall, in pixels of the wall; 0 when there is none. */
static double
get_module (SotayWallWindow *self)
{
  double x, y, side, module;

  if (self->code == NULL || sotay_show_get_curtain (self->show) != SOTAY_CURTAIN_NONE)
    return 0;
  if (sotay_show_get_code (self->show) == SOTAY_CODE_HIDDEN)
    return find_code (self, &x, &side) ? side / (sotay_qr_symbol_get_size (self->code) + 2 * SOTAY_QR_QUIET_ZONE) : 0;
  sotay_wall_code_get_place (self->code, sotay_show_get_wall (self->show), sotay_show_get_code (self->show), &x, &y,
                             &module);
  return module;
}

/* What is said of a code lies beside it, or above where the slide has it at the bottom; a full code leaves room. */
static void
place_caption (SotayWallWindow *self, gboolean full)
{
  const SotayWall *wall = sotay_show_get_wall (self->show);
  GtkWidget *caption = GTK_WIDGET (self->caption);
  gboolean at_bottom = FALSE;
  double x, side;

  gtk_widget_set_margin_end (caption, full ? 0 : wall->strip_width);
  gtk_widget_set_margin_bottom (caption, full ? 0 : wall->strip_height);
  if (!full && find_code (self, &x, &side))
    {
      at_bottom = wall->width <= wall->height;
      if (!at_bottom)
        gtk_widget_set_margin_end (caption, wall->strip_width + wall->width - (int) x);
    }
  gtk_widget_set_valign (caption, at_bottom ? GTK_ALIGN_START : GTK_ALIGN_END);
}

void
sotay_wall_window_update_caption (SotayWallWindow *self)
{
  double module = get_module (self);
  gboolean full = sotay_show_get_code (self->show) == SOTAY_CODE_FULL;
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->caption_timeout, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), FALSE);
  if (full)
    gtk_widget_add_css_class (GTK_WIDGET (self->caption), "on-white");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->caption), "on-white");
  place_caption (self, full);
  if (module <= 0)
    return;
  text = sotay_wall_code_describe (&self->room, sotay_show_get_wall (self->show), module, full);
  show_caption (self, text, !full);
}

void
sotay_wall_window_take_keyboard (SotayWallWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static double
get_text_scale (SotayWallWindow *self)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / 1024.0 / 96.0 : 1;
}

/* After the layout: letters of another size ask for another one. */
static gboolean
fit_cb (gpointer data)
{
  SotayWallWindow *self = data;
  int shorter = MIN (self->width, self->height);
  double wall = shorter * LETTERS * (self->large ? LARGE : 1);
  double bar = MIN (self->height, self->width * BAR_SHAPE) * LETTERS;
  double near = MAX (wall, LEAST_POINTS * 96 / 72 * get_text_scale (self));
  g_autofree char *css = g_strdup_printf (
      ".wall-caption { font-size: %dpx; } .wall-digits { font-size: %dpx; } wallbar { font-size: %dpx; }"
      ".wall-near { font-size: %dpx; }",
      (int) ceil (shorter * (self->large ? SOTAY_WALL_LEAST_LARGE_TEXT : SOTAY_WALL_LEAST_TEXT)),
      shorter / DIGITS_HEIGHT, (int) bar, (int) near);

  self->fit_idle = 0;
  gtk_css_provider_load_from_data (self->letters, css, -1);
  gtk_widget_set_size_request (self->panel_box, (int) MIN (near * PANEL_LETTERS, self->width * PANEL_MOST), -1);
  sotay_keys_card_set_columns (self->keys, self->width >= near * TWO_COLUMNS ? 2 : 1);
  sotay_wall_window_update_caption (self);
  return G_SOURCE_REMOVE;
}

static void
set_wall (SotayWallWindow *self)
{
  SotayWall wall = {
    .width = MAX (self->width, 320), .height = MAX (self->height, 240), .theme = self->theme, .large = self->large
  };

  if (self->width == 0)
    return;
  if (sotay_show_get_code (self->show) == SOTAY_CODE_CORNER)
    sotay_wall_code_set_strip (&wall, self->code);
  sotay_show_set_wall (self->show, &wall);
  if (self->fit_idle == 0)
    self->fit_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

static void
sotay_wall_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SotayWallWindow *self = SOTAY_WALL_WINDOW (widget);
  gboolean changed = width != self->width || height != self->height;

  self->width = width;
  self->height = height;
  if (changed)
    set_wall (self);
  GTK_WIDGET_CLASS (sotay_wall_window_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
moved_cb (SotayWallWindow *self)
{
  guint n_slides = sotay_deck_get_n_slides (sotay_show_get_deck (self->show));
  double place = sotay_show_get_index (self->show) + 1;

  gtk_progress_bar_set_fraction (self->progress, MIN (place / MAX (n_slides, 1), 1));
  sotay_wall_window_update_caption (self);
}

static void
code_changed_cb (SotayWallWindow *self)
{
  /* The strip comes or goes; under a full code it does not matter. */
  if (sotay_show_get_code (self->show) != SOTAY_CODE_FULL)
    set_wall (self);
  else
    sotay_wall_window_rest (self); /* the buttons are in the way of what is said below it */
  sotay_wall_window_update_caption (self);
}

/* Nothing at all is seen of a lesson behind a curtain. */
static void
curtain_changed_cb (SotayWallWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->progress),
                          sotay_show_get_curtain (self->show) == SOTAY_CURTAIN_NONE);
  sotay_wall_window_update_caption (self);
}

static void
chosen_cb (SotayWallWindow *self, guint index)
{
  g_action_group_activate_action (self->show_actions, "go-to", g_variant_new_uint32 (index));
}

static void
overview_closed_cb (SotayWallWindow *self)
{
  sotay_wall_window_set_state (self, "overview", FALSE);
}

static GtkWidget *
add_over (SotayWallWindow *self, GtkWidget *child)
{
  gtk_overlay_add_overlay (self->overlay, child);
  return child;
}

static void
add_parts (SotayWallWindow *self)
{
  self->view = SOTAY_SLIDE_VIEW (sotay_slide_view_new (self->show, self->pages));
  gtk_widget_set_focusable (GTK_WIDGET (self->view), TRUE);
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->view));
  self->tools = SOTAY_WALL_TOOLS (sotay_wall_tools_new (self->show, self->view, self->pages));
  /* Over the slide, under all else. */
  gtk_widget_insert_after (add_over (self, GTK_WIDGET (self->tools)), GTK_WIDGET (self->overlay),
                           GTK_WIDGET (self->view));
  self->overview = SOTAY_SLIDE_OVERVIEW (add_over (self, sotay_slide_overview_new (self->show, self->pages)));
  self->jump = SOTAY_JUMP_CARD (add_over (self, sotay_jump_card_new (sotay_show_get_deck (self->show))));
  self->keys = SOTAY_KEYS_CARD (add_over (self, sotay_keys_card_new ()));
  g_signal_connect_object (self->overview, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->overview, "closed", G_CALLBACK (overview_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->jump, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->jump, "closed", G_CALLBACK (sotay_wall_window_take_keyboard), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keys, "closed", G_CALLBACK (sotay_wall_window_take_keyboard), self, G_CONNECT_SWAPPED);
}

static void
add_letters (SotayWallWindow *self)
{
  GtkWidget *widgets[] = {
    GTK_WIDGET (self->caption), GTK_WIDGET (self->digits), self->bar, self->panel_box, GTK_WIDGET (self->overview),
    GTK_WIDGET (self->jump),    GTK_WIDGET (self->keys)
  };

  self->letters = gtk_css_provider_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (widgets); i++)
    gtk_style_context_add_provider (gtk_widget_get_style_context (widgets[i]), GTK_STYLE_PROVIDER (self->letters),
                                    GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}

void
sotay_wall_window_close_panel (SotayWallWindow *self)
{
  sotay_wall_window_set_panel (self, NULL);
}

static void
close_panel_cb (SotayWallWindow *self)
{
  sotay_wall_window_close_panel (self);
}

static void
sotay_wall_window_dispose (GObject *object)
{
  SotayWallWindow *self = SOTAY_WALL_WINDOW (object);

  sotay_wall_window_remove_actions (self);
  g_clear_handle_id (&self->fit_idle, g_source_remove);
  g_clear_handle_id (&self->digits_timeout, g_source_remove);
  g_clear_handle_id (&self->caption_timeout, g_source_remove);
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  g_clear_object (&self->show);
  g_clear_object (&self->pages);
  g_clear_object (&self->code);
  g_clear_object (&self->actions);
  g_clear_object (&self->show_actions);
  g_clear_object (&self->letters);
  G_OBJECT_CLASS (sotay_wall_window_parent_class)->dispose (object);
}

static void
sotay_wall_window_class_init (SotayWallWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_wall_window_dispose;
  widget_class->size_allocate = sotay_wall_window_size_allocate;
  g_type_ensure (SOTAY_TYPE_WALL_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/presentation/wall-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayWallWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, SotayWallWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, SotayWallWindow, caption);
  gtk_widget_class_bind_template_child (widget_class, SotayWallWindow, digits);
  gtk_widget_class_bind_template_child (widget_class, SotayWallWindow, panel_revealer);
  gtk_widget_class_bind_template_child (widget_class, SotayWallWindow, panel_box);
  gtk_widget_class_bind_template_child (widget_class, SotayWallWindow, panel_place);
  gtk_widget_class_bind_template_child (widget_class, SotayWallWindow, bar_revealer);
  gtk_widget_class_bind_template_child (widget_class, SotayWallWindow, bar);
  gtk_widget_class_bind_template_callback (widget_class, close_panel_cb);
}

static void
sotay_wall_window_init (SotayWallWindow *self)
{
  self->room = (SotayRoom){ .distance = 8, .wall_width = 2 };
  gtk_widget_init_template (GTK_WIDGET (self));
}

SotayWallWindow *
sotay_wall_window_new (GtkApplication *application, SotayShow *show, SotayManualPages *pages, GActionGroup *actions)
{
  SotayWallWindow *self = g_object_new (SOTAY_TYPE_WALL_WINDOW, "application", application, NULL);

  self->show = g_object_ref (show);
  self->pages = g_object_ref (pages);
  self->show_actions = g_object_ref (actions);
  self->code = sotay_wall_code_new (sotay_show_get_deck (show));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "show", actions);
  sotay_wall_window_add_actions (self);
  add_parts (self);
  add_letters (self);
  sotay_wall_window_add_input (self);
  sotay_show_keys_install (GTK_WINDOW (self));
  sotay_wall_window_set_theme (self, SOTAY_WALL_DARK, FALSE, FALSE);
  g_signal_connect_object (show, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "notify::code", G_CALLBACK (code_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "notify::curtain", G_CALLBACK (curtain_changed_cb), self, G_CONNECT_SWAPPED);
  moved_cb (self);
  sotay_wall_window_take_keyboard (self);
  return self;
}

GActionGroup *
sotay_wall_window_get_actions (SotayWallWindow *self)
{
  return G_ACTION_GROUP (self->actions);
}

void
sotay_wall_window_set_theme (SotayWallWindow *self, SotayWallTheme theme, gboolean large, gboolean transitions)
{
  self->theme = theme;
  self->large = large;
  gtk_widget_remove_css_class (GTK_WIDGET (self), theme == SOTAY_WALL_BRIGHT ? "dark-wall" : "bright-wall");
  gtk_widget_add_css_class (GTK_WIDGET (self), theme == SOTAY_WALL_BRIGHT ? "bright-wall" : "dark-wall");
  g_object_set (self->view, "transitions", transitions, NULL);
  set_wall (self);
}

void
sotay_wall_window_set_room (SotayWallWindow *self, const SotayRoom *room)
{
  self->room = *room;
  sotay_wall_window_update_caption (self);
}

void
sotay_wall_window_set_panel (SotayWallWindow *self, GtkWidget *panel)
{
  if (panel != NULL)
    {
      adw_bin_set_child (self->panel_place, panel);
      gtk_widget_set_visible (GTK_WIDGET (self->panel_revealer), TRUE);
      gtk_revealer_set_reveal_child (self->panel_revealer, TRUE);
      gtk_widget_child_focus (panel, GTK_DIR_TAB_FORWARD);
      return;
    }
  /* At once: nothing of it is to stay on the wall. */
  sotay_wall_window_take_keyboard (self);
  gtk_revealer_set_reveal_child (self->panel_revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->panel_revealer), FALSE);
  adw_bin_set_child (self->panel_place, NULL);
}

GtkWidget *
sotay_wall_window_get_panel (SotayWallWindow *self)
{
  return adw_bin_get_child (self->panel_place);
}
