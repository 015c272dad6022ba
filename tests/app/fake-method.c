/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-method.h"

#include <gtk/gtkimmodule.h>

typedef struct
{
  GtkIMContextClass parent_class;
  FakeMethod *newest;
} FakeMethodClass;

GType fake_method_get_type (void);
G_DEFINE_TYPE (FakeMethod, fake_method, GTK_TYPE_IM_CONTEXT)

static void
fake_method_get_preedit_string (GtkIMContext *context, char **text, PangoAttrList **attributes, int *cursor)
{
  const char *unfinished = ((FakeMethod *) context)->unfinished;

  *text = g_strdup (unfinished != NULL ? unfinished : "");
  if (attributes != NULL)
    *attributes = pango_attr_list_new ();
  if (cursor != NULL)
    *cursor = (int) g_utf8_strlen (*text, -1);
}

static gboolean
fake_method_filter_keypress (GtkIMContext *context, GdkEvent *event)
{
  FakeMethod *self = (FakeMethod *) context;

  if (self->unfinished == NULL)
    return FALSE;
  if (gdk_event_get_event_type (event) == GDK_KEY_PRESS)
    self->n_keys++;
  return TRUE;
}

static void
fake_method_class_init (FakeMethodClass *klass)
{
  GTK_IM_CONTEXT_CLASS (klass)->get_preedit_string = fake_method_get_preedit_string;
  GTK_IM_CONTEXT_CLASS (klass)->filter_keypress = fake_method_filter_keypress;
}

static void
fake_method_init (FakeMethod *self)
{
  ((FakeMethodClass *) G_OBJECT_GET_CLASS (self))->newest = self;
}

void
fake_method_register (void)
{
  g_io_extension_point_implement (GTK_IM_MODULE_EXTENSION_POINT_NAME, fake_method_get_type (), "fake", 0);
}

FakeMethod *
fake_method_use (GtkWidget *text)
{
  FakeMethodClass *methods = g_type_class_ref (fake_method_get_type ());
  FakeMethod *method;

  g_object_set (text, "im-module", "fake", NULL);
  gtk_widget_grab_focus (text);
  method = methods->newest;
  g_assert_nonnull (method);
  g_type_class_unref (methods);
  return method;
}

void
fake_method_type (FakeMethod *method, const char *unfinished)
{
  method->unfinished = unfinished;
  g_signal_emit_by_name (method, "preedit-changed");
}

void
fake_method_commit (FakeMethod *method, const char *word)
{
  fake_method_type (method, NULL);
  g_signal_emit_by_name (method, "commit", word);
}
