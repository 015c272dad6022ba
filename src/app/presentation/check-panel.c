/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/check-panel.h"

#include "core/numbers.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _SotayCheckPanel
{
  AdwBin parent_instance;

  GtkGrid *grid;
  GtkLabel *share_label;
  GtkLabel *names[SOTAY_QUESTION_N_CHOICES];
  GtkSpinButton *hands[SOTAY_QUESTION_N_CHOICES];

  SotayShow *show;
  SotaySlide *check;    /* what is asked; NULL while no question is on the wall */
  SotaySlide *solution;
  gboolean showing;     /* the figures come from the tally, not from the person */
};

G_DEFINE_FINAL_TYPE (SotayCheckPanel, sotay_check_panel, ADW_TYPE_BIN)

/* The slide of @kind that belongs to the same question as @slide. */
static SotaySlide *
find_slide (SotayDeck *deck, SotaySlide *slide, SotaySlideKind kind)
{
  const SotaySlideParts *parts = sotay_slide_get_parts (slide);

  for (guint i = 0; i < sotay_deck_get_n_slides (deck); i++)
    {
      const SotaySlideParts *other = sotay_slide_get_parts (sotay_deck_get_slide (deck, i));

      if (other->kind == kind && other->utility == parts->utility && other->number == parts->number)
        return sotay_deck_get_slide (deck, i);
    }
  return NULL;
}

/* The entry of this place, from 0. */
static const SotaySlideText *
get_choice (SotaySlide *slide, guint choice)
{
  GPtrArray *texts = sotay_slide_get_parts (slide)->texts;

  for (guint i = 0; i < texts->len; i++)
    {
      const SotaySlideText *text = texts->pdata[i];

      if (text->role == SOTAY_SLIDE_ENTRY && choice-- == 0)
        return text;
    }
  return NULL;
}

static guint
find_right (SotaySlide *solution)
{
  for (guint i = 0; i < SOTAY_QUESTION_N_CHOICES; i++)
    {
      const SotaySlideText *text = get_choice (solution, i);

      if (text != NULL && text->marked)
        return i;
    }
  return 0;
}

static void
show_share (SotayCheckPanel *self)
{
  SotayCheckTally *tally = sotay_show_get_tally (self->show);
  const char *id = sotay_slide_get_id (self->check);
  guint right = sotay_check_tally_get (tally, id, find_right (self->solution));
  guint all = 0;
  g_autofree char *right_text = sotay_number_format (right);
  g_autofree char *all_text = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < SOTAY_QUESTION_N_CHOICES; i++)
    all += sotay_check_tally_get (tally, id, i);
  all_text = sotay_number_format (all);
  if (all > 0)
    text = g_strdup_printf (ngettext ("%s of %s hand is right: %d %%", "%s of %s hands are right: %d %%", all),
                            right_text, all_text, (int) lround (100.0 * right / all));
  gtk_label_set_text (self->share_label, text != NULL ? text : _("No hands were counted yet."));
}

static void
show_hands (SotayCheckPanel *self)
{
  SotayCheckTally *tally = sotay_show_get_tally (self->show);

  if (self->check == NULL)
    return;
  self->showing = TRUE;
  for (guint i = 0; i < SOTAY_QUESTION_N_CHOICES; i++)
    gtk_spin_button_set_value (self->hands[i], sotay_check_tally_get (tally, sotay_slide_get_id (self->check), i));
  self->showing = FALSE;
  show_share (self);
}

static void
show_choice (SotayCheckPanel *self, guint choice)
{
  const SotaySlideText *text = get_choice (self->check, choice);
  g_autofree char *name = g_strdup_printf ("%s. %s", text->label, text->text);
  /* Translators: the letter of a choice of the quick check */
  g_autofree char *spoken = g_strdup_printf (_("Hands for %s"), name);

  gtk_label_set_text (self->names[choice], name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hands[choice]), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_slide (SotayCheckPanel *self)
{
  SotaySlide *slide = sotay_show_get_slide (self->show);
  SotaySlideKind kind = sotay_slide_get_kind (slide);
  SotayDeck *deck = sotay_show_get_deck (self->show);
  gboolean asks = kind == SOTAY_SLIDE_CHECK || kind == SOTAY_SLIDE_SOLUTION;

  self->check = asks ? find_slide (deck, slide, SOTAY_SLIDE_CHECK) : NULL;
  self->solution = asks ? find_slide (deck, slide, SOTAY_SLIDE_SOLUTION) : NULL;
  if (self->solution == NULL)
    self->check = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), self->check != NULL);
  for (guint i = 0; self->check != NULL && i < SOTAY_QUESTION_N_CHOICES; i++)
    show_choice (self, i);
  show_hands (self);
}

static void
tally_changed_cb (SotayCheckPanel *self, const char *slide_id)
{
  if (!self->showing && self->check != NULL && g_str_equal (slide_id, sotay_slide_get_id (self->check)))
    show_hands (self);
}

static void
counted_cb (SotayCheckPanel *self, GtkSpinButton *spin)
{
  guint choice = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (spin), "choice"));

  if (self->showing || self->check == NULL)
    return;
  sotay_check_tally_set (sotay_show_get_tally (self->show), sotay_slide_get_id (self->check),
                         sotay_slide_get_utility (self->check), find_right (self->solution), choice,
                         (guint) gtk_spin_button_get_value_as_int (spin));
}

static void
sotay_check_panel_dispose (GObject *object)
{
  SotayCheckPanel *self = SOTAY_CHECK_PANEL (object);

  self->check = NULL;
  self->solution = NULL;
  g_clear_object (&self->show);
  G_OBJECT_CLASS (sotay_check_panel_parent_class)->dispose (object);
}

static gboolean
sotay_check_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SOTAY_CHECK_PANEL (widget)->hands[0]));
}

static void
sotay_check_panel_class_init (SotayCheckPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_check_panel_dispose;
  widget_class->grab_focus = sotay_check_panel_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/presentation/check-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayCheckPanel, grid);
  gtk_widget_class_bind_template_child (widget_class, SotayCheckPanel, share_label);
}

static void
add_choice (SotayCheckPanel *self, guint choice)
{
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *hands = gtk_spin_button_new_with_range (0, SOTAY_CHECK_MOST_HANDS, 1);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (hands, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (hands, "hands");
  gtk_editable_set_width_chars (GTK_EDITABLE (hands), 4);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (hands), TRUE);
  g_object_set_data (G_OBJECT (hands), "choice", GUINT_TO_POINTER (choice));
  g_signal_connect_object (hands, "value-changed", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, name, 0, (int) choice, 1, 1);
  gtk_grid_attach (self->grid, hands, 1, (int) choice, 1, 1);
  self->names[choice] = GTK_LABEL (name);
  self->hands[choice] = GTK_SPIN_BUTTON (hands);
}

static void
sotay_check_panel_init (SotayCheckPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SOTAY_QUESTION_N_CHOICES; i++)
    add_choice (self, i);
}

GtkWidget *
sotay_check_panel_new (SotayShow *show)
{
  SotayCheckPanel *self = g_object_new (SOTAY_TYPE_CHECK_PANEL, NULL);

  g_set_object (&self->show, show);
  g_signal_connect_object (show, "notify::index", G_CALLBACK (show_slide), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sotay_show_get_tally (show), "changed", G_CALLBACK (tally_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_slide (self);
  return GTK_WIDGET (self);
}
