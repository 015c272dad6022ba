/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/letter.h"

#include "catalogue/content-blocks.h"
#include "catalogue/page.h"
#include "catalogue/sources.h"
#include "catalogue/utility.h"
#include "core/dates.h"
#include "core/numbers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The id of the letter itself among the sources. */
#define LETTER_SOURCE "S0"

static SotayContentBlock *
add_quoted (GPtrArray *blocks, SotayContentBlockKind kind, const char *text)
{
  SotayContentBlock *block = sotay_block_new (kind, text);

  block->source = g_strdup (LETTER_SOURCE);
  g_ptr_array_add (blocks, block);
  return block;
}

static void
add_fact (SotayContentBlock *table, const char *label, const char *value)
{
  const char *const row[] = { label, value, NULL };

  g_ptr_array_add (table->rows, g_strdupv ((char **) row));
}

static void
add_facts (const SotayContentNode *root, GPtrArray *blocks)
{
  SotayContentBlock *table;
  g_autofree char *date = sotay_date_format_iso (sotay_content_date (root, "date"));
  g_auto (GStrv) issuer = sotay_content_strings (root, "issuer");
  g_auto (GStrv) addressees = sotay_content_strings (root, "addressees");
  g_autofree char *issuers = g_strjoinv (" – ", issuer);
  g_autofree char *readers = g_strjoinv ("; ", addressees);

  sotay_block_list_add_heading (blocks, _("The letter"));
  table = add_quoted (blocks, SOTAY_CONTENT_TABLE, NULL);
  add_fact (table, _("Entry"), _("As it stands in the letter"));
  add_fact (table, _("Number"), sotay_content_string (root, "number"));
  add_fact (table, _("Date"), date);
  add_fact (table, _("Place"), sotay_content_string (root, "place"));
  add_fact (table, _("Issued by"), issuers);
  add_fact (table, _("Subject"), sotay_content_string (root, "subject"));
  add_fact (table, _("Sent to"), readers);
  add_fact (table, _("Signed by"), sotay_content_string (root, "signed_by"));
}

static void
add_figures (const SotayContentNode *root, GPtrArray *blocks)
{
  static const char *const keys[] = { "as_of", "accounts", "level_1", "level_2", "activated", "comment", NULL };
  SotayContentNode node = sotay_content_member (root, "figures");
  g_autofree char *as_of = NULL;
  g_autofree char *total = NULL;
  g_autofree char *heading = NULL;
  gint32 accounts;
  SotayContentBlock *figures;

  sotay_content_only (&node, keys);
  as_of = sotay_date_format_iso (sotay_content_date (&node, "as_of"));
  accounts = (gint32) sotay_content_integer (&node, "accounts", 0, G_MAXINT32);
  total = sotay_number_format (accounts);
  heading = g_strdup_printf (_("Accounts of the city on %s: %s"), as_of, total);
  sotay_block_list_add_heading (blocks, heading);
  figures = add_quoted (blocks, SOTAY_CONTENT_FIGURES, sotay_content_text (&node, "comment"));
  sotay_block_add_figure (figures, _("Level 1"), sotay_content_integer (&node, "level_1", 0, accounts), accounts);
  sotay_block_add_figure (figures, _("Level 2"), sotay_content_integer (&node, "level_2", 0, accounts), accounts);
  sotay_block_add_figure (figures, _("Activated"), sotay_content_integer (&node, "activated", 0, accounts), accounts);
}

static SotayUtility *
find_utility (GPtrArray *utilities, const char *id)
{
  for (guint i = 0; i < utilities->len; i++)
    if (g_str_equal (sotay_utility_get_id (utilities->pdata[i]), id))
      return utilities->pdata[i];
  return NULL;
}

/* The 9 and the 7 are numbered from (1) each, as in the letter. */
static void
add_item (const SotayContentNode *item, GPtrArray *utilities, GPtrArray *levels[2], GHashTable *seen)
{
  static const char *const keys[] = { "utility", "quoted", NULL };
  SotayContentNode node;
  g_autofree char *text = NULL;
  const char *id, *quoted;
  SotayUtility *utility;
  GPtrArray *level;

  sotay_content_only (item, keys);
  node = sotay_content_member (item, "utility");
  id = sotay_content_word (&node);
  quoted = sotay_content_text (item, "quoted");
  if (item->file->error != NULL)
    return;
  utility = find_utility (utilities, id);
  if (utility == NULL || !g_hash_table_add (seen, (gpointer) id))
    {
      sotay_content_fail (&node, utility == NULL ? _("names no utility") : _("stands here twice"));
      return;
    }
  level = levels[sotay_utility_get_level (utility) - 1];
  text = g_strdup_printf ("(%u) %s → [%s](%s)", level->len + 1, quoted, id, id);
  add_quoted (level, SOTAY_CONTENT_POINT, text);
}

static void
add_items (const SotayContentNode *root, GPtrArray *blocks, GPtrArray *utilities)
{
  SotayContentNode items = sotay_content_list (root, "items", utilities->len, utilities->len);
  g_autoptr (GPtrArray) first = sotay_block_list_new ();
  g_autoptr (GPtrArray) second = sotay_block_list_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *levels[] = { first, second };
  g_autofree char *heading_first = NULL;
  g_autofree char *heading_second = NULL;

  for (guint i = 0; i < sotay_content_length (&items); i++)
    {
      SotayContentNode item = sotay_content_item (&items, i);

      add_item (&item, utilities, levels, seen);
    }
  heading_first = g_strdup_printf (_("Level 1: %u utilities"), first->len);
  heading_second = g_strdup_printf (_("Level 2: %u utilities, the %u of level 1 and these %u"),
                                    first->len + second->len, first->len, second->len);
  sotay_block_list_add_heading (blocks, heading_first);
  sotay_block_list_extend (blocks, first);
  sotay_block_list_add_heading (blocks, heading_second);
  sotay_block_list_extend (blocks, second);
}

static void
add_tasks (const SotayContentNode *root, GPtrArray *blocks)
{
  static const char *const keys[] = { "title", "text", NULL };
  SotayContentNode tasks = sotay_content_list (root, "tasks", 4, 4);

  sotay_block_list_add_heading (blocks, _("Four tasks for the units"));
  for (guint i = 0; i < sotay_content_length (&tasks); i++)
    {
      SotayContentNode task = sotay_content_item (&tasks, i);
      g_autofree char *text = NULL;
      SotayContentBlock *block;

      sotay_content_only (&task, keys);
      text = g_strdup_printf ("%s. %s", sotay_content_string (&task, "title"), sotay_content_text (&task, "text"));
      block = add_quoted (blocks, SOTAY_CONTENT_STEP, text);
      block->number = i + 1;
      block->detail = g_strdup ("");
    }
}

static void
add_contacts (const SotayContentNode *root, GPtrArray *blocks)
{
  static const char *const keys[] = { "id", "role", "office", "purpose", "note", NULL };
  SotayContentNode contacts = sotay_content_list (root, "contacts", 1, G_MAXUINT);

  sotay_block_list_add_heading (blocks, _("Contacts"));
  for (guint i = 0; i < sotay_content_length (&contacts); i++)
    {
      SotayContentNode contact = sotay_content_item (&contacts, i);
      g_autofree char *text = NULL;
      SotayContentBlock *block;
      const char *purpose, *note;

      sotay_content_only (&contact, keys);
      text = g_strdup_printf ("%s, %s", sotay_content_string (&contact, "role"),
                              sotay_content_string (&contact, "office"));
      purpose = sotay_content_text (&contact, "purpose");
      note = sotay_content_optional_text (&contact, "note");
      block = add_quoted (blocks, SOTAY_CONTENT_CONTACT, text);
      block->detail = note != NULL ? g_strdup_printf ("%s. %s", purpose, note) : g_strdup (purpose);
      block->target = g_strdup (sotay_content_string (&contact, "id"));
    }
}

static void
add_slips (const SotayContentNode *root, GPtrArray *blocks)
{
  static const char *const keys[] = { "quote", "comment", NULL };
  SotayContentNode slips = sotay_content_list (root, "slips", 1, G_MAXUINT);

  sotay_block_list_add_heading (blocks, _("Slips in the letter"));
  for (guint i = 0; i < sotay_content_length (&slips); i++)
    {
      SotayContentNode slip = sotay_content_item (&slips, i);
      SotayContentBlock *block;

      sotay_content_only (&slip, keys);
      block = add_quoted (blocks, SOTAY_CONTENT_QUOTE, sotay_content_text (&slip, "quote"));
      block->detail = g_strdup (sotay_content_text (&slip, "comment"));
    }
}

/* The letter has a stray space in "520 /CV-CQTT"; the table of facts keeps it, a title does not. */
static char *
make_title (const SotayContentNode *root)
{
  g_auto (GStrv) parts = g_strsplit (sotay_content_string (root, "number"), " /", -1);
  g_autofree char *number = g_strjoinv ("/", parts);
  g_autofree char *date = sotay_date_format_iso (sotay_content_date (root, "date"));

  return g_strdup_printf (_("Official letter %s of %s"), number, date);
}

SotayPage *
sotay_letter_read (SotayContentFile *file, GPtrArray *utilities, GError **error)
{
  static const char *const keys[] = {
    "number",  "date",  "place", "issuer",   "subject", "addressees", "signed_by", "introduction",
    "figures", "items", "tasks", "contacts", "slips",   NULL,
  };
  static const char *const none[] = { NULL };
  SotayContentNode root = sotay_content_root (file);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *title = NULL;
  char **sources;

  sotay_content_only (&root, keys);
  blocks = sotay_content_blocks (&root, "introduction", SOTAY_CONTENT_PARAGRAPH, 1);
  add_facts (&root, blocks);
  add_figures (&root, blocks);
  add_items (&root, blocks, utilities);
  add_tasks (&root, blocks);
  add_contacts (&root, blocks);
  add_slips (&root, blocks);
  title = make_title (&root);
  if (!sotay_content_file_check (file, error))
    return NULL;
  sources = sotay_sources_names (file->sources, blocks);
  return sotay_page_new (&(SotayPageParts){
    .id = SOTAY_LETTER_ID,
    .kicker = _("Official letter"),
    .title = title,
    .subtitle = sotay_content_string (&root, "subject"),
    .sources = sources,
    .blocks = g_steal_pointer (&blocks),
    .see_also = g_strdupv ((char **) none),
    .keywords = g_strdupv ((char **) none),
  });
}
