/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/page.h"

struct _SotayPage
{
  GObject parent_instance;

  char *id;
  char *kicker;
  char *title;
  char *subtitle;
  GPtrArray *blocks;
  char **see_also;
  char **keywords;
  char **sources;
};

G_DEFINE_FINAL_TYPE (SotayPage, sotay_page, G_TYPE_OBJECT)

static void
sotay_page_finalize (GObject *object)
{
  SotayPage *self = SOTAY_PAGE (object);

  g_free (self->id);
  g_free (self->kicker);
  g_free (self->title);
  g_free (self->subtitle);
  g_ptr_array_unref (self->blocks);
  g_strfreev (self->see_also);
  g_strfreev (self->keywords);
  g_strfreev (self->sources);
  G_OBJECT_CLASS (sotay_page_parent_class)->finalize (object);
}

static void
sotay_page_class_init (SotayPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_page_finalize;
}

static void
sotay_page_init (SotayPage *self)
{
}

SotayPage *
sotay_page_new (const SotayPageParts *parts)
{
  SotayPage *page = g_object_new (SOTAY_TYPE_PAGE, NULL);

  page->id = g_strdup (parts->id);
  page->kicker = g_strdup (parts->kicker);
  page->title = g_strdup (parts->title);
  page->subtitle = g_strdup (parts->subtitle);
  page->blocks = parts->blocks;
  page->see_also = parts->see_also;
  page->keywords = parts->keywords;
  page->sources = parts->sources;
  return page;
}

const char *
sotay_page_get_id (SotayPage *page)
{
  return page->id;
}

const char *
sotay_page_get_kicker (SotayPage *page)
{
  return page->kicker;
}

const char *
sotay_page_get_title (SotayPage *page)
{
  return page->title;
}

const char *
sotay_page_get_subtitle (SotayPage *page)
{
  return page->subtitle;
}

GPtrArray *
sotay_page_get_blocks (SotayPage *page)
{
  return page->blocks;
}

const char *const *
sotay_page_get_see_also (SotayPage *page)
{
  return (const char *const *) page->see_also;
}

const char *const *
sotay_page_get_keywords (SotayPage *page)
{
  return (const char *const *) page->keywords;
}

const char *const *
sotay_page_get_sources (SotayPage *page)
{
  return (const char *const *) page->sources;
}
