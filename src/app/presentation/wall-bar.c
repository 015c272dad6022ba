/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/wall-bar.h"

#include <glib/gi18n-lib.h>

struct _SotayWallBar
{
  GtkWidget parent_instance;

  GPtrArray *pen_buttons; /* borrowed */
};

enum
{
  PROP_PEN = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SotayWallBar, sotay_wall_bar, GTK_TYPE_WIDGET)

typedef enum
{
  PLAIN,
  TOGGLE,
  OF_THE_PEN,
} ButtonKind;

typedef struct
{
  const char *icon; /* NULL: a gap */
  const char *action;
  const char *name;
  const char *key;
  ButtonKind kind;
} Button;

static const Button buttons[] = {
  { "go-previous-symbolic", "show.back", N_("Previous"), "←", PLAIN },
  { "go-next-symbolic", "show.forward", N_("Next"), "→", PLAIN },
  { NULL, NULL, NULL, NULL, PLAIN },
  { "view-grid-symbolic", "wall.overview", N_("All slides"), "O", TOGGLE },
  { "system-search-symbolic", "wall.jump", N_("Find a slide"), "/", PLAIN },
  { NULL, NULL, NULL, NULL, PLAIN },
  { "document-edit-symbolic", "wall.pen", N_("Pen"), "D", TOGGLE },
  { "edit-undo-symbolic", "wall.undo-stroke", N_("Take a stroke back"), "Ctrl Z", OF_THE_PEN },
  { "edit-clear-all-symbolic", "wall.clear-strokes", N_("Wipe the strokes off"), "E", OF_THE_PEN },
  { "find-location-symbolic", "wall.spotlight", N_("Spotlight"), "L", TOGGLE },
  { "zoom-in-symbolic", "wall.magnifier", N_("Magnifier"), "Z", TOGGLE },
  { NULL, NULL, NULL, NULL, PLAIN },
  { "video-display-symbolic", "show.black", N_("Black wall"), "B", PLAIN },
  { "sotay-qr-symbolic", "show.code-full", N_("Large QR code"), "Q", PLAIN },
  { NULL, NULL, NULL, NULL, PLAIN },
  { "accessories-text-editor-symbolic", "show.notes", N_("Your notes"), "M", PLAIN },
  { "system-users-symbolic", "show.attendance", N_("Attendance"), "A", PLAIN },
  { "video-joined-displays-symbolic", "show.presenter", N_("Presenter's window"), "F5", PLAIN },
  { NULL, NULL, NULL, NULL, PLAIN },
  { "input-keyboard-symbolic", "wall.keys", N_("Keys"), "F1", PLAIN },
  { "application-exit-symbolic", "show.end", N_("End the show"), "Esc", PLAIN },
};

static void
add_button (SotayWallBar *self, const Button *about)
{
  GtkWidget *button = about->kind == TOGGLE ? gtk_toggle_button_new () : gtk_button_new ();
  g_autofree char *tip = g_strdup_printf ("%s (%s)", _(about->name), about->key);

  gtk_button_set_icon_name (GTK_BUTTON (button), about->icon);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(about->name), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_can_focus (button, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), about->action);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  if (about->kind != OF_THE_PEN)
    return;
  gtk_widget_set_visible (button, FALSE);
  g_ptr_array_add (self->pen_buttons, button);
}

static void
sotay_wall_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PEN)
    g_value_set_boolean (value, gtk_widget_get_visible (SOTAY_WALL_BAR (object)->pen_buttons->pdata[0]));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sotay_wall_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotayWallBar *self = SOTAY_WALL_BAR (object);

  if (id != PROP_PEN)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  for (guint i = 0; i < self->pen_buttons->len; i++)
    gtk_widget_set_visible (self->pen_buttons->pdata[i], g_value_get_boolean (value));
}

static void
sotay_wall_bar_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sotay_wall_bar_parent_class)->dispose (object);
}

static void
sotay_wall_bar_finalize (GObject *object)
{
  g_ptr_array_unref (SOTAY_WALL_BAR (object)->pen_buttons);
  G_OBJECT_CLASS (sotay_wall_bar_parent_class)->finalize (object);
}

static void
sotay_wall_bar_class_init (SotayWallBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sotay_wall_bar_get_property;
  object_class->set_property = sotay_wall_bar_set_property;
  object_class->dispose = sotay_wall_bar_dispose;
  object_class->finalize = sotay_wall_bar_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "wallbar");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_TOOLBAR);
  props[PROP_PEN] = g_param_spec_boolean ("pen", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sotay_wall_bar_init (SotayWallBar *self)
{
  self->pen_buttons = g_ptr_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (buttons[i].icon != NULL)
      add_button (self, &buttons[i]);
    else
      gtk_widget_set_parent (gtk_separator_new (GTK_ORIENTATION_VERTICAL), GTK_WIDGET (self));
}
