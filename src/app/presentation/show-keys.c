/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/show-keys.h"

#include <glib/gi18n-lib.h>

#define MOST_KEYS 12
#define ALL_MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK | GDK_HYPER_MASK)

/*
 * A row: what does it, and how people are told. Letters are small here, also those with Shift. A row without Shift is
 * not particular about it: CapsLock, and signs that need it on some keyboards.
 */
typedef struct
{
  guint values[MOST_KEYS];
  GdkModifierType modifiers;
  const char *action;
  gboolean counted; /* the target is the place of the key in the row */
  const char *keys;  /* as they are written on them; those that are words are translated */
  const char *words; /* NULL: told with the row above */
} Row;

/* Those of remote presenters are among them: Page Up, Page Down, F5, Escape, B and the point. */
static const Row rows[] = {
  { { GDK_KEY_Right, GDK_KEY_Down, GDK_KEY_Page_Down, GDK_KEY_space, GDK_KEY_n, GDK_KEY_Forward }, 0, "show.forward",
    FALSE, N_("→  ↓  Page Down  Space  N"), N_("Next") },
  { { GDK_KEY_Left, GDK_KEY_Up, GDK_KEY_Page_Up, GDK_KEY_p, GDK_KEY_Back }, 0, "show.back", FALSE,
    "←  ↑  Page Up  P", N_("Previous") },
  { { GDK_KEY_Home }, 0, "show.first", FALSE, "Home", N_("First slide") },
  { { GDK_KEY_End }, 0, "show.last", FALSE, "End", N_("Last slide") },
  { { GDK_KEY_0, GDK_KEY_1, GDK_KEY_2, GDK_KEY_3, GDK_KEY_4, GDK_KEY_5, GDK_KEY_6, GDK_KEY_7, GDK_KEY_8, GDK_KEY_9 },
    0, "wall.digit", TRUE, "1 2 Enter", N_("To utility 12: type its number") },
  { { GDK_KEY_Return }, 0, "wall.enter", FALSE, NULL, NULL },
  { { GDK_KEY_slash }, 0, "wall.jump", FALSE, "/  Ctrl F", N_("Find a slide by typing") },
  { { GDK_KEY_f }, GDK_CONTROL_MASK, "wall.jump", FALSE, NULL, NULL },
  { { GDK_KEY_o, GDK_KEY_Tab }, 0, "wall.overview", FALSE, "O  Tab", N_("All slides") },
  { { GDK_KEY_BackSpace }, 0, "show.return", FALSE, "Backspace", N_("To where you jumped from") },
  { { GDK_KEY_b, GDK_KEY_period }, 0, "show.black", FALSE, "B  .", N_("Black wall, and back") },
  { { GDK_KEY_w, GDK_KEY_comma }, 0, "show.white", FALSE, "W  ,", N_("White wall, and back") },
  { { GDK_KEY_q }, GDK_SHIFT_MASK, "show.code-corner", FALSE, "Shift Q", N_("QR code in the corner") },
  { { GDK_KEY_q }, 0, "show.code-full", FALSE, "Q", N_("Large QR code") },
  { { GDK_KEY_l }, 0, "wall.spotlight", FALSE, "L", N_("Spotlight") },
  { { GDK_KEY_z }, GDK_CONTROL_MASK, "wall.undo-stroke", FALSE, "Ctrl Z", N_("Take a stroke back") },
  { { GDK_KEY_z }, 0, "wall.magnifier", FALSE, "Z", N_("Magnifier") },
  { { GDK_KEY_d }, 0, "wall.pen", FALSE, "D", N_("Pen") },
  { { GDK_KEY_e }, 0, "wall.clear-strokes", FALSE, "E", N_("Wipe the strokes off") },
  { { GDK_KEY_m }, 0, "show.notes", FALSE, "M", N_("Your notes") },
  { { GDK_KEY_a }, 0, "show.attendance", FALSE, "A", N_("Attendance") },
  { { GDK_KEY_x }, 0, "show.pause", FALSE, "X", N_("A break, and on") },
  { { GDK_KEY_F5 }, 0, "show.presenter", FALSE, "F5", N_("Presenter's window") },
  { { GDK_KEY_s }, 0, "show.swap", FALSE, "S", N_("Swap the screens") },
  { { GDK_KEY_F1, GDK_KEY_question }, 0, "wall.keys", FALSE, "F1  ?", N_("These keys") },
  { { GDK_KEY_Escape }, 0, "wall.close", FALSE, "Esc", N_("Close what is open; else end") },
};

/* The keypad, and what is written on the key whatever CapsLock says. */
static guint
normalize (guint value)
{
  static const guint pairs[][2] = {
    { GDK_KEY_KP_Right, GDK_KEY_Right },         { GDK_KEY_KP_Left, GDK_KEY_Left },
    { GDK_KEY_KP_Up, GDK_KEY_Up },               { GDK_KEY_KP_Down, GDK_KEY_Down },
    { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up },     { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down },
    { GDK_KEY_KP_Home, GDK_KEY_Home },           { GDK_KEY_KP_End, GDK_KEY_End },
    { GDK_KEY_KP_Enter, GDK_KEY_Return },        { GDK_KEY_KP_Space, GDK_KEY_space },
    { GDK_KEY_KP_Divide, GDK_KEY_slash },        { GDK_KEY_KP_Decimal, GDK_KEY_period },
    { GDK_KEY_ISO_Left_Tab, GDK_KEY_Tab },
  };

  if (value >= GDK_KEY_KP_0 && value <= GDK_KEY_KP_9)
    return value - GDK_KEY_KP_0 + GDK_KEY_0;
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][0] == value)
      return pairs[i][1];
  return gdk_keyval_to_lower (value);
}

static gboolean
accepts (const Row *row, GdkModifierType state)
{
  if ((row->modifiers & GDK_SHIFT_MASK) != 0 && (state & GDK_SHIFT_MASK) == 0)
    return FALSE;
  return (state & ALL_MODIFIERS) == (row->modifiers & ALL_MODIFIERS);
}

static const Row *
find_row (guint value, GdkModifierType state, guint *place)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (*place = 0; rows[i].values[*place] != 0; ++*place)
      if (rows[i].values[*place] == value && accepts (&rows[i], state))
        return &rows[i];
  return NULL;
}

/* Vietnamese and French keyboards have letters where others have digits. */
static guint
find_digit (GdkDisplay *display, guint code)
{
  g_autofree GdkKeymapKey *keys = NULL;
  g_autofree guint *values = NULL;
  int n_values;

  if (!gdk_display_map_keycode (display, code, &keys, &values, &n_values))
    return 0;
  for (int i = 0; i < n_values; i++)
    if (values[i] >= GDK_KEY_0 && values[i] <= GDK_KEY_9)
      return values[i];
  return 0;
}

static gboolean
is_typing (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint value, guint code, GdkModifierType state, GtkWindow *window)
{
  guint place;
  const Row *row = find_row (normalize (value), state, &place);

  if (row == NULL && (state & (ALL_MODIFIERS | GDK_SHIFT_MASK)) == 0)
    row = find_row (find_digit (gtk_widget_get_display (GTK_WIDGET (window)), code), state, &place);
  if (row == NULL || (is_typing (window) && row->values[0] != GDK_KEY_Escape))
    return FALSE;
  gtk_widget_activate_action_variant (GTK_WIDGET (window), row->action,
                                      row->counted ? g_variant_new_uint32 (place) : NULL);
  return TRUE;
}

/* The application's shortcuts come before all others: F1 is its help elsewhere. Plain keys wait for what is focused. */
static gboolean
early_key_pressed_cb (GtkEventControllerKey *controller, guint value, guint code, GdkModifierType state,
                      GtkWindow *window)
{
  if ((state & ALL_MODIFIERS) == 0 && (value < GDK_KEY_F1 || value > GDK_KEY_F35))
    return FALSE;
  return key_pressed_cb (controller, value, code, state, window);
}

static void
add_controller (GtkWindow *window, const char *name, GtkPropagationPhase phase, GCallback pressed_cb)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_name (controller, name);
  gtk_event_controller_set_propagation_phase (controller, phase);
  g_signal_connect (controller, "key-pressed", pressed_cb, window);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

void
sotay_show_keys_install (GtkWindow *window)
{
  add_controller (window, "show-keys", GTK_PHASE_BUBBLE, G_CALLBACK (key_pressed_cb));
  add_controller (window, "show-keys-early", GTK_PHASE_CAPTURE, G_CALLBACK (early_key_pressed_cb));
}

GArray *
sotay_show_keys_list (void)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (SotayShowKey));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].words != NULL)
      {
        SotayShowKey key = { _(rows[i].keys), _(rows[i].words) };

        g_array_append_val (list, key);
      }
  return list;
}
