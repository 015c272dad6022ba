/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/notice.h"

#include "services/messages.h"

struct _SotayNotice
{
  AdwBin parent_instance;

  GtkLabel *sentence;
  GtkLabel *details;
  GtkExpander *expander;
  GtkButton *retry_button;
  GtkButton *close_button;

  char *retry_label;
  gboolean closable;
};

G_DEFINE_FINAL_TYPE (SotayNotice, sotay_notice, ADW_TYPE_BIN)

enum
{
  PROP_RETRY_LABEL = 1,
  PROP_CLOSABLE,
  N_PROPS
};

enum
{
  RETRY,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
copy_cb (SotayNotice *self)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s %s", gtk_label_get_text (self->sentence),
                                           gtk_label_get_text (self->details), SOTAY_APPLICATION_ID, SOTAY_VERSION);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
retry_cb (SotayNotice *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
close_cb (SotayNotice *self)
{
  sotay_notice_show_error (self, NULL);
}

static void
sotay_notice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SotayNotice *self = SOTAY_NOTICE (object);

  switch (id)
    {
    case PROP_RETRY_LABEL:
      g_value_set_string (value, self->retry_label);
      break;
    case PROP_CLOSABLE:
      g_value_set_boolean (value, self->closable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_notice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotayNotice *self = SOTAY_NOTICE (object);

  switch (id)
    {
    case PROP_RETRY_LABEL:
      g_free (self->retry_label);
      self->retry_label = g_value_dup_string (value);
      gtk_button_set_label (self->retry_button, self->retry_label != NULL ? self->retry_label : "");
      gtk_widget_set_visible (GTK_WIDGET (self->retry_button), self->retry_label != NULL);
      break;
    case PROP_CLOSABLE:
      self->closable = g_value_get_boolean (value);
      gtk_widget_set_visible (GTK_WIDGET (self->close_button), self->closable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_notice_finalize (GObject *object)
{
  SotayNotice *self = SOTAY_NOTICE (object);

  g_clear_pointer (&self->retry_label, g_free);
  G_OBJECT_CLASS (sotay_notice_parent_class)->finalize (object);
}

static void
sotay_notice_class_init (SotayNoticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sotay_notice_get_property;
  object_class->set_property = sotay_notice_set_property;
  object_class->finalize = sotay_notice_finalize;
  props[PROP_RETRY_LABEL] = g_param_spec_string ("retry-label", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_CLOSABLE] = g_param_spec_boolean ("closable", NULL, NULL, TRUE,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sotay_vneid/SotayVneid/ui/widgets/notice.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayNotice, sentence);
  gtk_widget_class_bind_template_child (widget_class, SotayNotice, details);
  gtk_widget_class_bind_template_child (widget_class, SotayNotice, expander);
  gtk_widget_class_bind_template_child (widget_class, SotayNotice, retry_button);
  gtk_widget_class_bind_template_child (widget_class, SotayNotice, close_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
sotay_notice_init (SotayNotice *self)
{
  self->closable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_notice_show_error (SotayNotice *self, const GError *error)
{
  g_autofree char *sentence = NULL;
  g_autofree char *details = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), error != NULL);
  if (error == NULL)
    return;
  sentence = sotay_describe_error (error);
  details = g_strdup_printf ("%s %d: %s", g_quark_to_string (error->domain), error->code, error->message);
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->details, details);
  gtk_expander_set_expanded (self->expander, FALSE);
}
