/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/written-part.h"

/* Who stops typing for so long has made one step. */
#define PAUSE_SECONDS 4

struct _SotayWrittenPart
{
  AdwBin parent_instance;

  GtkLabel *caption_label;
  GtkWidget *proposal_button;
  GtkTextView *text_view;

  char *shown;    /* what is kept by now, as it stands in the editor */
  char *proposed;
  guint pause;
};

enum
{
  PROP_CAPTION = 1,
  N_PROPS
};

enum
{
  EDITED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayWrittenPart, sotay_written_part, ADW_TYPE_BIN)

static char *
dup_text (SotayWrittenPart *self)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->text_view), "text", &text, NULL);
  return g_strstrip (text);
}

static gboolean
is_dirty (SotayWrittenPart *self)
{
  g_autofree char *text = dup_text (self);

  return self->shown != NULL && !g_str_equal (text, self->shown);
}

static void
update_button (SotayWrittenPart *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_set_visible (self->proposal_button, self->proposed != NULL && gtk_text_view_get_editable (self->text_view)
                                                   && !g_str_equal (text, self->proposed));
}

static void
tell (SotayWrittenPart *self)
{
  g_autofree char *text = dup_text (self);
  gboolean is_own = *text != '\0' && !g_str_equal (text, self->proposed);

  g_free (self->shown);
  self->shown = g_strdup (text);
  g_signal_emit (self, signals[EDITED], 0, is_own ? text : NULL);
}

void
sotay_written_part_flush (SotayWrittenPart *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (is_dirty (self))
    tell (self);
}

void
sotay_written_part_forget (SotayWrittenPart *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->proposed, g_free);
}

/* Who emptied the editor is about to write something else: the proposal must not come back before. */
static gboolean
pause_cb (gpointer data)
{
  SotayWrittenPart *self = data;
  g_autofree char *text = dup_text (self);

  self->pause = 0;
  if (*text != '\0')
    sotay_written_part_flush (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (SotayWrittenPart *self)
{
  update_button (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  if (is_dirty (self))
    self->pause = g_timeout_add_seconds (PAUSE_SECONDS, pause_cb, self);
}

static void
proposal_cb (SotayWrittenPart *self)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), self->proposed, -1);
  sotay_written_part_edit (self);
  sotay_written_part_flush (self);
}

static void
sotay_written_part_unmap (GtkWidget *widget)
{
  sotay_written_part_flush (SOTAY_WRITTEN_PART (widget));
  GTK_WIDGET_CLASS (sotay_written_part_parent_class)->unmap (widget);
}

static void
sotay_written_part_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CAPTION)
    g_value_set_string (value, gtk_label_get_text (SOTAY_WRITTEN_PART (object)->caption_label));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sotay_written_part_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotayWrittenPart *self = SOTAY_WRITTEN_PART (object);
  const char *caption = g_value_get_string (value);

  if (id != PROP_CAPTION)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  gtk_label_set_text (self->caption_label, caption != NULL ? caption : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  caption != NULL ? caption : "", -1);
}

static void
sotay_written_part_dispose (GObject *object)
{
  SotayWrittenPart *self = SOTAY_WRITTEN_PART (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->proposed, g_free);
  G_OBJECT_CLASS (sotay_written_part_parent_class)->dispose (object);
}

static void
sotay_written_part_class_init (SotayWrittenPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sotay_written_part_get_property;
  object_class->set_property = sotay_written_part_set_property;
  object_class->dispose = sotay_written_part_dispose;
  widget_class->unmap = sotay_written_part_unmap;
  props[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/reports/written-part.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayWrittenPart, caption_label);
  gtk_widget_class_bind_template_child (widget_class, SotayWrittenPart, proposal_button);
  gtk_widget_class_bind_template_child (widget_class, SotayWrittenPart, text_view);
  gtk_widget_class_bind_template_callback (widget_class, proposal_cb);
  gtk_widget_class_bind_template_callback (widget_class, sotay_written_part_flush);
}

static void
sotay_written_part_init (SotayWrittenPart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
sotay_written_part_show (SotayWrittenPart *self, const char *written, const char *proposed)
{
  g_autofree char *before = dup_text (self);
  const char *text = written != NULL ? written : proposed;
  gboolean is_typing = is_dirty (self);

  g_free (self->proposed);
  self->proposed = g_strdup (proposed);
  if (!is_typing)
    {
      g_free (self->shown);
      self->shown = g_strdup (text);
      if (!g_str_equal (before, text))
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
    }
  update_button (self);
}

void
sotay_written_part_set_editable (SotayWrittenPart *self, gboolean editable)
{
  gtk_text_view_set_editable (self->text_view, editable);
  gtk_text_view_set_cursor_visible (self->text_view, editable);
  update_button (self);
}

void
sotay_written_part_edit (SotayWrittenPart *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}
