/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/notes-panel.h"

#include "app/presentation/notes-export.h"
#include "app/widgets/wrap.h"

#include <glib/gi18n-lib.h>

struct _SotayNotesPanel
{
  AdwBin parent_instance;

  SotayShow *show;
  SotayTrainerNotes *notes;
  guint utility; /* whose note is shown; 0: none */
  gboolean filling;

  GtkLabel *title;
  GtkLabel *origin;
  GtkWidget *scroller;
  GtkTextView *text;
  GtkWidget *placeholder;
  GtkWidget *nothing;
  GtkWidget *revert_button;
  GtkLabel *said;
};

G_DEFINE_FINAL_TYPE (SotayNotesPanel, sotay_notes_panel, ADW_TYPE_BIN)

static char *
dup_text (SotayNotesPanel *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (self->text), &start, &end);
  return gtk_text_buffer_get_text (gtk_text_view_get_buffer (self->text), &start, &end, FALSE);
}

static void
show_origin (SotayNotesPanel *self)
{
  gboolean own;
  g_autofree char *note = sotay_trainer_notes_dup (self->notes, self->utility, &own);

  gtk_label_set_text (self->origin, own ? _("Your own note") : _("From the content; write over it to make it your own"));
  gtk_widget_set_visible (self->revert_button, own);
  gtk_widget_set_visible (self->placeholder, *note == '\0');
}

static void
fill (SotayNotesPanel *self)
{
  g_autofree char *title = g_strdup_printf (_("Notes on U%u"), self->utility);
  g_autofree char *note = NULL;
  g_autofree char *shown = dup_text (self);

  gtk_widget_set_visible (self->nothing, self->utility == 0);
  gtk_widget_set_visible (self->scroller, self->utility != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->origin), self->utility != 0);
  gtk_label_set_text (self->title, self->utility != 0 ? title : _("Notes"));
  if (self->utility == 0)
    {
      gtk_widget_hide (self->revert_button);
      return;
    }
  note = sotay_trainer_notes_dup (self->notes, self->utility, NULL);
  /* What is being written comes back from the notes: the cursor stays where it is. */
  if (!g_str_equal (note, shown))
    {
      self->filling = TRUE;
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), note, -1);
      self->filling = FALSE;
    }
  show_origin (self);
}

static void
slide_changed_cb (SotayNotesPanel *self)
{
  guint utility = sotay_slide_get_utility (sotay_show_get_slide (self->show));

  if (utility == self->utility)
    return;
  self->utility = utility;
  fill (self);
}

static void
note_changed_cb (SotayNotesPanel *self, guint utility)
{
  if (!self->filling && (utility == 0 || utility == self->utility))
    fill (self);
}

static void
written_cb (SotayNotesPanel *self)
{
  g_autofree char *text = dup_text (self);

  if (self->filling || self->utility == 0)
    return;
  sotay_trainer_notes_set (self->notes, self->utility, text);
  show_origin (self);
}

/* As if it had been typed, so that Ctrl+Z brings the own note back. */
static void
revert_cb (SotayNotesPanel *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *note = NULL;
  GtkTextIter start, end;

  self->filling = TRUE;
  sotay_trainer_notes_set (self->notes, self->utility, NULL);
  note = sotay_trainer_notes_dup (self->notes, self->utility, NULL);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, note, -1);
  gtk_text_buffer_end_user_action (buffer);
  self->filling = FALSE;
  show_origin (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
say (SotayNotesPanel *self, const char *words)
{
  gtk_label_set_text (self->said, words);
  gtk_widget_show (GTK_WIDGET (self->said));
}

static void
failed_cb (SotayNotesPanel *self)
{
  say (self, _("The notes could not be kept on the disk. They stay here, and it is tried again with the next change."));
}

static void
exported_cb (GtkWidget *widget, const char *words)
{
  say (SOTAY_NOTES_PANEL (widget), words);
}

static void
export_cb (SotayNotesPanel *self)
{
  sotay_notes_export (GTK_WIDGET (self), self->notes, exported_cb);
}

static void
sotay_notes_panel_dispose (GObject *object)
{
  SotayNotesPanel *self = SOTAY_NOTES_PANEL (object);

  g_clear_object (&self->show);
  g_clear_object (&self->notes);
  G_OBJECT_CLASS (sotay_notes_panel_parent_class)->dispose (object);
}

static gboolean
sotay_notes_panel_grab_focus (GtkWidget *widget)
{
  SotayNotesPanel *self = SOTAY_NOTES_PANEL (widget);

  return self->utility != 0 && gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
sotay_notes_panel_class_init (SotayNotesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_notes_panel_dispose;
  widget_class->grab_focus = sotay_notes_panel_grab_focus;
  g_type_ensure (SOTAY_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/presentation/notes-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayNotesPanel, title);
  gtk_widget_class_bind_template_child (widget_class, SotayNotesPanel, origin);
  gtk_widget_class_bind_template_child (widget_class, SotayNotesPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, SotayNotesPanel, text);
  gtk_widget_class_bind_template_child (widget_class, SotayNotesPanel, placeholder);
  gtk_widget_class_bind_template_child (widget_class, SotayNotesPanel, nothing);
  gtk_widget_class_bind_template_child (widget_class, SotayNotesPanel, revert_button);
  gtk_widget_class_bind_template_child (widget_class, SotayNotesPanel, said);
  gtk_widget_class_bind_template_callback (widget_class, revert_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
sotay_notes_panel_init (SotayNotesPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (written_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
sotay_notes_panel_new (SotayShow *show, SotayTrainerNotes *notes)
{
  SotayNotesPanel *self = g_object_new (SOTAY_TYPE_NOTES_PANEL, NULL);

  self->show = g_object_ref (show);
  self->notes = g_object_ref (notes);
  self->utility = sotay_slide_get_utility (sotay_show_get_slide (show));
  g_signal_connect_object (show, "notify::index", G_CALLBACK (slide_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notes, "changed", G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notes, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
