/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/catalogue.h"

#include "catalogue/article.h"
#include "catalogue/catalogue-error.h"
#include "catalogue/content-node.h"
#include "catalogue/letter.h"
#include "catalogue/search.h"
#include "catalogue/sources.h"
#include "catalogue/utility-file.h"
#include "sotay-content-resources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT 1
#define N_UTILITIES 16
#define MAX_ARTICLES 200

struct _SotayCatalogue
{
  GObject parent_instance;

  char *language;
  char *edition;
  GHashTable *sources; /* id → name */
  GPtrArray *utilities;
  GPtrArray *pages;
  GHashTable *pages_by_id; /* borrows from pages */
  SotaySearch *search;     /* made at the first search */
};

G_DEFINE_FINAL_TYPE (SotayCatalogue, sotay_catalogue, G_TYPE_OBJECT)

/* What catalogue.json says, and what is needed while the other files are read. */
typedef struct
{
  GFile *folder;
  char **utilities;
  char **articles;
  GHashTable *page_ids; /* borrows from the two lists */
} Plan;

static void
clear_plan (Plan *plan)
{
  g_clear_pointer (&plan->utilities, g_strfreev);
  g_clear_pointer (&plan->articles, g_strfreev);
  g_clear_pointer (&plan->page_ids, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, clear_plan)

static gboolean
is_utility_id (const char *id)
{
  gsize digits = *id == 'U' ? strspn (id + 1, "0123456789") : 0;
  guint64 number = g_ascii_strtoull (id + 1, NULL, 10);

  return digits > 0 && id[1 + digits] == '\0' && id[1] != '0' && number >= 1 && number <= N_UTILITIES;
}

/* Also keeps names such as "../../x" from being read. */
static gboolean
is_article_id (const char *id)
{
  return g_ascii_islower (*id) && strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (id)
         && !g_str_equal (id, SOTAY_LETTER_ID);
}

static char **
read_ids (const SotayContentNode *root, const char *key, gboolean (*is_id) (const char *), guint least, guint most,
          GHashTable *seen)
{
  SotayContentNode list = sotay_content_list (root, key, least, most);
  g_auto (GStrv) ids = sotay_content_strings (root, key);

  for (guint i = 0; i < sotay_content_length (&list); i++)
    {
      SotayContentNode item = sotay_content_item (&list, i);

      if (!is_id (ids[i]))
        sotay_content_fail (&item, _("cannot be such an id"));
      else if (!g_hash_table_add (seen, ids[i]))
        sotay_content_fail (&item, _("stands here twice"));
    }
  return g_steal_pointer (&ids);
}

/* Before anything else: a newer format may look different in every way. */
static gboolean
check_format (SotayContentFile *file, GError **error)
{
  SotayContentNode root = sotay_content_root (file);
  gint64 format = sotay_content_integer (&root, "format", 1, G_MAXINT32);

  if (file->error != NULL || format <= FORMAT)
    return sotay_content_file_check (file, error);
  g_set_error (error, SOTAY_CATALOGUE_ERROR, SOTAY_CATALOGUE_ERROR_NEWER,
               _("%s: format: %d is newer than this version of the program knows (%d)"), file->name, (int) format,
               FORMAT);
  return FALSE;
}

static gboolean
read_plan (SotayCatalogue *self, Plan *plan, GError **error)
{
  static const char *const keys[] = { "format", "language", "edition", "utilities", "articles", NULL };
  g_autofree char *name = g_build_filename (self->language, "catalogue.json", NULL);
  g_autoptr (SotayContentFile) file = sotay_content_file_read (plan->folder, name, error);
  SotayContentNode root, language;

  if (file == NULL || !check_format (file, error))
    return FALSE;
  root = sotay_content_root (file);
  sotay_content_only (&root, keys);
  language = sotay_content_member (&root, "language");
  if (!g_str_equal (sotay_content_word (&language), self->language))
    sotay_content_fail (&language, _("must be the name of the folder"));
  self->edition = g_strdup (sotay_content_date (&root, "edition"));
  plan->page_ids = g_hash_table_new (g_str_hash, g_str_equal);
  plan->utilities = read_ids (&root, "utilities", is_utility_id, N_UTILITIES, N_UTILITIES, plan->page_ids);
  plan->articles = read_ids (&root, "articles", is_article_id, 0, MAX_ARTICLES, plan->page_ids);
  g_hash_table_add (plan->page_ids, (gpointer) SOTAY_LETTER_ID);
  return sotay_content_file_check (file, error);
}

static gboolean
read_sources (SotayCatalogue *self, Plan *plan, GError **error)
{
  g_autoptr (SotayContentFile) file = sotay_content_file_read (plan->folder, "sources.json", error);

  if (file == NULL)
    return FALSE;
  self->sources = sotay_sources_read (file);
  return sotay_content_file_check (file, error);
}

static SotayContentFile *
open_file (SotayCatalogue *self, Plan *plan, const char *folder, const char *id, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s/%s%s.json", self->language, folder, id);
  SotayContentFile *file = sotay_content_file_read (plan->folder, name, error);

  if (file == NULL)
    return NULL;
  file->sources = self->sources;
  file->pages = plan->page_ids;
  return file;
}

static gboolean
read_utilities (SotayCatalogue *self, Plan *plan, GError **error)
{
  for (guint i = 0; plan->utilities[i] != NULL; i++)
    {
      g_autoptr (SotayContentFile) file = open_file (self, plan, "utilities/", plan->utilities[i], error);
      SotayUtility *utility;

      if (file == NULL)
        return FALSE;
      utility = sotay_utility_read (file, plan->utilities[i], i + 1, error);
      if (utility == NULL)
        return FALSE;
      g_ptr_array_add (self->utilities, utility);
      g_ptr_array_add (self->pages, sotay_utility_make_page (utility, self->sources));
    }
  return TRUE;
}

static gboolean
read_articles (SotayCatalogue *self, Plan *plan, GError **error)
{
  for (guint i = 0; plan->articles[i] != NULL; i++)
    {
      g_autoptr (SotayContentFile) file = open_file (self, plan, "articles/", plan->articles[i], error);
      SotayPage *page = file != NULL ? sotay_article_read (file, plan->articles[i], error) : NULL;

      if (page == NULL)
        return FALSE;
      g_ptr_array_add (self->pages, page);
    }
  return TRUE;
}

static gboolean
read_letter (SotayCatalogue *self, Plan *plan, GError **error)
{
  g_autoptr (SotayContentFile) file = open_file (self, plan, "", SOTAY_LETTER_ID, error);
  SotayPage *page = file != NULL ? sotay_letter_read (file, self->utilities, error) : NULL;

  if (page == NULL)
    return FALSE;
  g_ptr_array_add (self->pages, page);
  return TRUE;
}

static void
sotay_catalogue_finalize (GObject *object)
{
  SotayCatalogue *self = SOTAY_CATALOGUE (object);

  g_clear_pointer (&self->search, sotay_search_free);
  g_clear_pointer (&self->sources, g_hash_table_unref);
  g_ptr_array_unref (self->utilities);
  g_hash_table_unref (self->pages_by_id);
  g_ptr_array_unref (self->pages);
  g_free (self->language);
  g_free (self->edition);
  G_OBJECT_CLASS (sotay_catalogue_parent_class)->finalize (object);
}

static void
sotay_catalogue_class_init (SotayCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_catalogue_finalize;
}

static void
sotay_catalogue_init (SotayCatalogue *self)
{
  self->utilities = g_ptr_array_new_with_free_func (g_object_unref);
  self->pages = g_ptr_array_new_with_free_func (g_object_unref);
  self->pages_by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

static gpointer
register_content (gpointer unused)
{
  sotay_content_register_resource ();
  return GINT_TO_POINTER (TRUE);
}

GFile *
sotay_catalogue_builtin_folder (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, register_content, NULL);
  return g_file_new_for_uri ("resource:///io/github/sotay_vneid/SotayVneid/content");
}

SotayCatalogue *
sotay_catalogue_load (GFile *folder, const char *language, GError **error)
{
  g_autoptr (SotayCatalogue) self = g_object_new (SOTAY_TYPE_CATALOGUE, NULL);
  g_auto (Plan) plan = { .folder = folder };

  self->language = g_strdup (language);
  if (!read_plan (self, &plan, error) || !read_sources (self, &plan, error) || !read_utilities (self, &plan, error)
      || !read_articles (self, &plan, error) || !read_letter (self, &plan, error))
    return NULL;
  for (guint i = 0; i < self->pages->len; i++)
    g_hash_table_insert (self->pages_by_id, (gpointer) sotay_page_get_id (self->pages->pdata[i]),
                         self->pages->pdata[i]);
  return g_steal_pointer (&self);
}

const char *
sotay_catalogue_get_language (SotayCatalogue *catalogue)
{
  return catalogue->language;
}

const char *
sotay_catalogue_get_edition (SotayCatalogue *catalogue)
{
  return catalogue->edition;
}

GPtrArray *
sotay_catalogue_get_utilities (SotayCatalogue *catalogue)
{
  return catalogue->utilities;
}

SotayUtility *
sotay_catalogue_get_utility (SotayCatalogue *catalogue, const char *id)
{
  for (guint i = 0; i < catalogue->utilities->len; i++)
    if (g_str_equal (sotay_utility_get_id (catalogue->utilities->pdata[i]), id))
      return catalogue->utilities->pdata[i];
  return NULL;
}

GPtrArray *
sotay_catalogue_get_pages (SotayCatalogue *catalogue)
{
  return catalogue->pages;
}

SotayPage *
sotay_catalogue_get_page (SotayCatalogue *catalogue, const char *id)
{
  return g_hash_table_lookup (catalogue->pages_by_id, id);
}

GPtrArray *
sotay_catalogue_search (SotayCatalogue *catalogue, const char *text)
{
  if (catalogue->search == NULL)
    catalogue->search = sotay_search_new (catalogue->pages);
  return sotay_search_run (catalogue->search, text);
}
