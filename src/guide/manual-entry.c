/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/manual-entry.h"

#include "guide/manual-copy-private.h"
#include "guide/members.h"
#include "guide/validator.h"

/* What no true entry exceeds: a thick book, and the year 9999. */
#define MOST_PAGES 100000
#define LAST_SECOND G_GINT64_CONSTANT (253402300799)

SotayManualCopy *
sotay_manual_entry_parse (const char *folder, const char *sha256, const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *entry = sotay_members_parse (parser, text, length);
  SotayManualFacts facts = { .sha256 = sha256 };
  gint64 pages;

  if (entry == NULL)
    return NULL;
  facts.address = sotay_members_get_string (entry, "address");
  facts.etag = sotay_members_get_string (entry, "etag");
  facts.last_modified = sotay_members_get_string (entry, "last_modified");
  facts.bytes = sotay_members_get_int (entry, "bytes");
  facts.downloaded_at = sotay_members_get_int (entry, "downloaded_at");
  facts.resumed_from = CLAMP (sotay_members_get_int (entry, "resumed_from"), 0, facts.bytes);
  pages = sotay_members_get_int (entry, "pages");
  if (facts.address == NULL || facts.bytes <= 0 || pages <= 0 || pages > MOST_PAGES || facts.downloaded_at <= 0
      || facts.downloaded_at > LAST_SECOND)
    return NULL;
  facts.pages = (guint) pages;
  /* They are sent to servers: what cannot be one is none. */
  if (!sotay_validator_is_etag (facts.etag))
    facts.etag = NULL;
  if (!sotay_validator_is_date (facts.last_modified))
    facts.last_modified = NULL;
  return sotay_manual_copy_new (folder, &facts);
}

char *
sotay_manual_entry_print (SotayManualCopy *copy)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  sotay_members_add_string (builder, "sha256", sotay_manual_copy_get_sha256 (copy));
  sotay_members_add_string (builder, "address", sotay_manual_copy_get_address (copy));
  sotay_members_add_string (builder, "etag", sotay_manual_copy_get_etag (copy));
  sotay_members_add_string (builder, "last_modified", sotay_manual_copy_get_last_modified (copy));
  sotay_members_add_int (builder, "bytes", sotay_manual_copy_get_bytes (copy));
  sotay_members_add_int (builder, "pages", sotay_manual_copy_get_pages (copy));
  sotay_members_add_int (builder, "downloaded_at", sotay_manual_copy_get_downloaded_at (copy));
  sotay_members_add_int (builder, "resumed_from", sotay_manual_copy_get_resumed_from (copy));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
