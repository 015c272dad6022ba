/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/utility-titles.h"

/* Returns: (transfer full) (nullable) */
static SotayCatalogue *
load_vietnamese (SotayServices *services)
{
  g_autoptr (GFile) folder = NULL;
  SotayCatalogue *catalogue = sotay_services_get_catalogue (services);

  if (g_str_equal (sotay_catalogue_get_language (catalogue), "vi"))
    return g_object_ref (catalogue);
  folder = sotay_catalogue_builtin_folder ();
  return sotay_catalogue_load (folder, "vi", NULL);
}

char **
sotay_utility_titles_new (SotayServices *services)
{
  g_autoptr (SotayCatalogue) catalogue = load_vietnamese (services);
  GPtrArray *utilities = sotay_catalogue_get_utilities (catalogue);
  char **titles = g_new0 (char *, utilities->len + 1);

  for (guint i = 0; i < utilities->len; i++)
    titles[i] = g_strdup (sotay_utility_get_parts (utilities->pdata[i])->title);
  return titles;
}

static char *
create_purpose (const SotayUtilityParts *parts)
{
  const SotayContentBlock *first = parts->purpose->len > 0 ? parts->purpose->pdata[0] : NULL;

  return first != NULL && first->text != NULL ? sotay_inline_plain (first->text) : NULL;
}

void
sotay_utility_titles_fill (SotayServices *services, SotayDocumentRequest *request)
{
  g_autoptr (SotayCatalogue) catalogue = load_vietnamese (services);
  GPtrArray *utilities = sotay_catalogue_get_utilities (catalogue);

  for (guint i = 0; i < MIN (utilities->len, SOTAY_N_UTILITIES); i++)
    {
      const SotayUtilityParts *parts = sotay_utility_get_parts (utilities->pdata[i]);

      request->utilities[i].title = g_strdup (parts->title);
      request->utilities[i].purpose = create_purpose (parts);
      request->utilities[i].level = parts->level;
    }
}
