/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/table.h"
#include "cli/verbs.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };

/* A content folder that was refused does not stop the work: the built-in content serves. */
static SotayCatalogue *
get_catalogue (SotayCli *cli)
{
  SotayServices *services = sotay_cli_get_services (cli);
  SotayCatalogue *catalogue = sotay_services_get_catalogue (services);
  const GError *problem = sotay_services_get_content_problem (services);

  if (problem != NULL)
    sotay_cli_fail (cli, problem);
  return catalogue;
}

static void
write_item (JsonBuilder *json, SotayUtility *utility, gboolean inherited)
{
  json_builder_begin_object (json);
  sotay_json_add_text (json, "id", sotay_utility_get_id (utility));
  sotay_json_add_number (json, "level", sotay_utility_get_level (utility));
  sotay_json_add_number (json, "order", sotay_utility_get_order (utility));
  sotay_json_add_text (json, "title", sotay_utility_get_title (utility));
  sotay_json_add_flag (json, "inherited", inherited);
  json_builder_end_object (json);
}

static void
add_row (SotayTable *table, SotayUtility *utility, gboolean inherited)
{
  g_autofree char *level = g_strdup_printf ("%u", sotay_utility_get_level (utility));

  sotay_table_add (table, sotay_utility_get_id (utility), level, sotay_utility_get_title (utility),
                   inherited ? _("(from level 1)") : "");
}

/* Level 2 has the utilities of level 1 and its own; with no level chosen, each stands once with its own. */
static int
list (SotayCli *cli)
{
  int level = 0;
  const GOptionEntry options[] = {
    { "level", 0, 0, G_OPTION_ARG_INT, &level, N_("Only the utilities of this level, as the letter lists them"), "1|2" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (SotayTable) table = sotay_table_new (4, 0);
  GPtrArray *utilities;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (level < 0 || level > 2)
    return sotay_cli_misuse (cli, _("The level is 1 or 2"));
  utilities = sotay_catalogue_get_utilities (get_catalogue (cli));
  json_builder_begin_array (json);
  sotay_table_add (table, _("Id"), _("Level"), _("Utility"), "");
  for (guint i = 0; i < utilities->len; i++)
    {
      guint own_level = sotay_utility_get_level (utilities->pdata[i]);
      gboolean inherited = level == 2 && own_level == 1;

      if (level == 1 && own_level != 1)
        continue;
      write_item (json, utilities->pdata[i], inherited);
      add_row (table, utilities->pdata[i], inherited);
    }
  json_builder_end_array (json);
  if (sotay_cli_wants_json (cli))
    return sotay_cli_print_json (cli, json);
  sotay_table_print (table);
  return SOTAY_EXIT_DONE;
}

/* Ids are forgiving for people: "u10" is U10. */
static SotayPage *
find_page (SotayCatalogue *catalogue, const char *id)
{
  GPtrArray *pages = sotay_catalogue_get_pages (catalogue);

  for (guint i = 0; i < pages->len; i++)
    if (g_ascii_strcasecmp (sotay_page_get_id (pages->pdata[i]), id) == 0)
      return pages->pdata[i];
  return NULL;
}

static int
print_page_json (SotayCli *cli, SotayPage *page)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *text = sotay_page_to_text (page);

  json_builder_begin_object (json);
  sotay_json_add_text (json, "id", sotay_page_get_id (page));
  sotay_json_add_text (json, "title", sotay_page_get_title (page));
  sotay_json_add_text (json, "summary", sotay_page_get_subtitle (page));
  sotay_json_add_text (json, "text", text);
  json_builder_end_object (json);
  return sotay_cli_print_json (cli, json);
}

static int
show (SotayCli *cli)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  SotayCatalogue *catalogue;
  SotayUtility *utility;
  SotayPage *page;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  catalogue = get_catalogue (cli);
  page = find_page (catalogue, arguments[0]);
  if (page == NULL)
    {
      g_printerr (_("There is no page “%s”. “sotay catalogue list” shows the utilities."), arguments[0]);
      g_printerr ("\n");
      return SOTAY_EXIT_COULD_NOT;
    }
  if (!sotay_cli_wants_json (cli))
    {
      g_autofree char *text = sotay_page_to_text (page);

      g_print ("%s", text);
      return SOTAY_EXIT_DONE;
    }
  utility = sotay_catalogue_get_utility (catalogue, sotay_page_get_id (page));
  if (utility != NULL)
    {
      g_autoptr (JsonNode) node = sotay_utility_to_json (utility);
      g_autofree char *text = json_to_string (node, TRUE);

      g_print ("%s\n", text);
      return SOTAY_EXIT_DONE;
    }
  return print_page_json (cli, page);
}

static int
print_hits (SotayCli *cli, GPtrArray *hits)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < hits->len; i++)
    {
      const SotayHit *hit = hits->pdata[i];

      json_builder_begin_object (json);
      sotay_json_add_text (json, "id", sotay_page_get_id (hit->page));
      sotay_json_add_text (json, "title", sotay_page_get_title (hit->page));
      sotay_json_add_text (json, "snippet", hit->snippet);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return sotay_cli_print_json (cli, json);
}

static int
search (SotayCli *cli)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  text = g_strjoinv (" ", arguments);
  hits = sotay_catalogue_search (get_catalogue (cli), text);
  if (sotay_cli_wants_json (cli))
    return print_hits (cli, hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const SotayHit *hit = hits->pdata[i];

      g_print ("%s  %s\n    %s\n", sotay_page_get_id (hit->page), sotay_page_get_title (hit->page), hit->snippet);
    }
  if (hits->len == 0)
    g_print ("%s\n", _("Nothing found."));
  return SOTAY_EXIT_DONE;
}

const SotayVerb sotay_catalogue_verbs[] = {
  { "catalogue list", "", N_("List the utilities"), 0, 0, list },
  { "catalogue show", N_("ID"), N_("Show a utility, an article or the letter"), 1, 1, show },
  { "catalogue search", N_("TEXT"), N_("Search all pages; accents are optional"), 1, G_MAXUINT, search },
  { NULL },
};
