/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/keys-card.h"

#include "app/presentation/show-keys.h"

struct _SotayKeysCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *scrolled;
  GtkFlowBox *list;
};

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayKeysCard, sotay_keys_card, GTK_TYPE_WIDGET)

/* Keys are told apart by two spaces. */
static GtkWidget *
create_caps (const char *keys)
{
  g_auto (GStrv) names = g_strsplit (keys, "  ", -1);
  GtkWidget *caps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      GtkWidget *cap = gtk_label_new (names[i]);

      gtk_widget_add_css_class (cap, "keycap");
      gtk_box_append (GTK_BOX (caps), cap);
    }
  return caps;
}

static GtkWidget *
create_line (const SotayShowKey *key)
{
  GtkWidget *child = gtk_flow_box_child_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_label_new (key->words), *caps = create_caps (key->keys);

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (caps, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), caps);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_focusable (child, FALSE);
  return child;
}

static void
close_cb (SotayKeysCard *self)
{
  sotay_keys_card_close (self);
}

static void
sotay_keys_card_dispose (GObject *object)
{
  g_clear_pointer (&SOTAY_KEYS_CARD (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sotay_keys_card_parent_class)->dispose (object);
}

static void
sotay_keys_card_class_init (SotayKeysCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_keys_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/presentation/keys-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayKeysCard, box);
  gtk_widget_class_bind_template_child (widget_class, SotayKeysCard, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SotayKeysCard, list);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[CLOSED]
      = g_signal_new ("closed", SOTAY_TYPE_KEYS_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sotay_keys_card_init (SotayKeysCard *self)
{
  g_autoptr (GArray) keys = sotay_show_keys_list ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < keys->len; i++)
    gtk_flow_box_append (self->list, create_line (&g_array_index (keys, SotayShowKey, i)));
}

GtkWidget *
sotay_keys_card_new (void)
{
  return g_object_new (SOTAY_TYPE_KEYS_CARD, NULL);
}

void
sotay_keys_card_open (SotayKeysCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->scrolled);
}

gboolean
sotay_keys_card_close (SotayKeysCard *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
  return TRUE;
}

void
sotay_keys_card_set_columns (SotayKeysCard *self, guint columns)
{
  gtk_flow_box_set_min_children_per_line (self->list, columns);
  gtk_flow_box_set_max_children_per_line (self->list, columns);
}
