/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/jump-card.h"

#include <adwaita.h>

#define MOST_MATCHES 6

struct _SotayJumpCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkEntry *entry;
  GtkListBox *matches;
  GtkLabel *nothing;

  SotayDeck *deck;
  GArray *found; /* (nullable): the slides of the matches, from the first on */
};

enum
{
  CHOSEN,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayJumpCard, sotay_jump_card, GTK_TYPE_WIDGET)

static GtkWidget *
create_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
create_row (SotayJumpCard *self, guint index)
{
  const SotaySlideParts *parts = sotay_slide_get_parts (sotay_deck_get_slide (self->deck, index));
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = g_strdup_printf ("%s. %s", parts->kicker, parts->title);

  if (*parts->kicker != '\0')
    gtk_box_append (GTK_BOX (box), create_label (parts->kicker, "match-kicker"));
  gtk_box_append (GTK_BOX (box), create_label (parts->title, "match-title"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *parts->kicker != '\0' ? name : parts->title, -1);
  return row;
}

static void
clear_matches (SotayJumpCard *self)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->matches, 0)) != NULL)
    gtk_list_box_remove (self->matches, GTK_WIDGET (row));
}

/* What an input method has not committed yet is no text: half a word of Telex finds nothing. */
static void
typed_cb (SotayJumpCard *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_clear_pointer (&self->found, g_array_unref);
  self->found = sotay_deck_search (self->deck, typed);
  clear_matches (self);
  for (guint i = 0; i < MIN (self->found->len, MOST_MATCHES); i++)
    gtk_list_box_append (self->matches, create_row (self, g_array_index (self->found, guint, i)));
  gtk_list_box_select_row (self->matches, gtk_list_box_get_row_at_index (self->matches, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->matches), self->found->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), self->found->len == 0 && *typed != '\0');
}

static void
choose (SotayJumpCard *self, GtkListBoxRow *row)
{
  guint index;

  if (row == NULL)
    return;
  index = g_array_index (self->found, guint, gtk_list_box_row_get_index (row));
  sotay_jump_card_close (self);
  g_signal_emit (self, signals[CHOSEN], 0, index);
}

static void
entered_cb (SotayJumpCard *self)
{
  choose (self, gtk_list_box_get_selected_row (self->matches));
}

static void
row_activated_cb (SotayJumpCard *self, GtkListBoxRow *row)
{
  choose (self, row);
}

/* The entry keeps the keyboard while arrows go through the matches. Those of an unfinished word do not come here. */
static gboolean
key_pressed_cb (SotayJumpCard *self, guint value)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->matches);
  int step = value == GDK_KEY_Down ? 1 : value == GDK_KEY_Up ? -1 : 0;

  if (step == 0)
    return FALSE;
  row = row != NULL ? gtk_list_box_get_row_at_index (self->matches, gtk_list_box_row_get_index (row) + step) : NULL;
  if (row != NULL)
    gtk_list_box_select_row (self->matches, row);
  return TRUE;
}

static void
sotay_jump_card_dispose (GObject *object)
{
  SotayJumpCard *self = SOTAY_JUMP_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->deck);
  g_clear_pointer (&self->found, g_array_unref);
  G_OBJECT_CLASS (sotay_jump_card_parent_class)->dispose (object);
}

static void
sotay_jump_card_class_init (SotayJumpCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_jump_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/presentation/jump-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayJumpCard, box);
  gtk_widget_class_bind_template_child (widget_class, SotayJumpCard, entry);
  gtk_widget_class_bind_template_child (widget_class, SotayJumpCard, matches);
  gtk_widget_class_bind_template_child (widget_class, SotayJumpCard, nothing);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", SOTAY_TYPE_JUMP_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_UINT);
  signals[CLOSED]
      = g_signal_new ("closed", SOTAY_TYPE_JUMP_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sotay_jump_card_init (SotayJumpCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sotay_jump_card_new (SotayDeck *deck)
{
  SotayJumpCard *self = g_object_new (SOTAY_TYPE_JUMP_CARD, NULL);

  self->deck = g_object_ref (deck);
  return GTK_WIDGET (self);
}

void
sotay_jump_card_open (SotayJumpCard *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  typed_cb (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

gboolean
sotay_jump_card_close (SotayJumpCard *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
  return TRUE;
}
