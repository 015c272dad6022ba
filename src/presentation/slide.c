/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/slide.h"

struct _SotaySlide
{
  GObject parent_instance;

  SotaySlideParts *parts;
};

G_DEFINE_FINAL_TYPE (SotaySlide, sotay_slide, G_TYPE_OBJECT)

static void
text_free (SotaySlideText *text)
{
  g_free (text->label);
  g_free (text->text);
  g_free (text);
}

SotaySlideParts *
sotay_slide_parts_new (SotaySlideKind kind)
{
  SotaySlideParts *parts = g_new0 (SotaySlideParts, 1);

  parts->id = g_strdup ("");
  parts->kind = kind;
  parts->kicker = g_strdup ("");
  parts->title = g_strdup ("");
  parts->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) text_free);
  parts->page = -1;
  return parts;
}

void
sotay_slide_parts_free (SotaySlideParts *parts)
{
  g_free (parts->id);
  g_free (parts->kicker);
  g_free (parts->title);
  g_ptr_array_unref (parts->texts);
  g_free (parts->code);
  g_free (parts);
}

void
sotay_slide_parts_add (SotaySlideParts *parts, SotaySlideRole role, const char *label, const char *text,
                       gboolean marked)
{
  SotaySlideText *added = g_new0 (SotaySlideText, 1);

  added->role = role;
  added->label = g_strdup (label);
  added->text = g_strdup (text);
  added->marked = marked;
  g_ptr_array_add (parts->texts, added);
}

static void
sotay_slide_finalize (GObject *object)
{
  sotay_slide_parts_free (SOTAY_SLIDE (object)->parts);
  G_OBJECT_CLASS (sotay_slide_parent_class)->finalize (object);
}

static void
sotay_slide_class_init (SotaySlideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_slide_finalize;
}

static void
sotay_slide_init (SotaySlide *self)
{
}

SotaySlide *
sotay_slide_new (SotaySlideParts *parts)
{
  SotaySlide *self = g_object_new (SOTAY_TYPE_SLIDE, NULL);

  self->parts = parts;
  return self;
}

const SotaySlideParts *
sotay_slide_get_parts (SotaySlide *self)
{
  return self->parts;
}

const char *
sotay_slide_get_id (SotaySlide *self)
{
  return self->parts->id;
}

SotaySlideKind
sotay_slide_get_kind (SotaySlide *self)
{
  return self->parts->kind;
}

guint
sotay_slide_get_utility (SotaySlide *self)
{
  return self->parts->utility;
}

static void
add_line (GString *lines, const char *label, const char *text)
{
  if (*text == '\0')
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  if (label != NULL)
    g_string_append_printf (lines, "%s. ", label);
  g_string_append (lines, text);
}

char *
sotay_slide_to_text (SotaySlide *self)
{
  GString *lines = g_string_new (NULL);

  add_line (lines, NULL, self->parts->kicker);
  add_line (lines, NULL, self->parts->title);
  for (guint i = 0; i < self->parts->texts->len; i++)
    {
      const SotaySlideText *text = self->parts->texts->pdata[i];

      add_line (lines, text->label, text->text);
    }
  return g_string_free (lines, FALSE);
}
