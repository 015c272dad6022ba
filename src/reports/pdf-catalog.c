/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/pdf-catalog.h"

#include <string.h>

#define OBJECT " 0 obj\n"
/* With the line break before it, which no text of the report holds. */
#define MARKER OBJECT "<< /Type /Catalog"
#define END ">>\nendobj"
#define AMENDMENT "   /Lang (vi)\n   /MarkInfo << /Marked true >>\n   /ViewerPreferences << /DisplayDocTitle true >>\n"

struct _SotayPdfCatalog
{
  GString *tail; /* what may begin the catalog; then all from there on */
  gboolean found;
  gsize length; /* of the file */
};

SotayPdfCatalog *
sotay_pdf_catalog_new (void)
{
  SotayPdfCatalog *catalog = g_new0 (SotayPdfCatalog, 1);

  catalog->tail = g_string_new (NULL);
  return catalog;
}

void
sotay_pdf_catalog_free (SotayPdfCatalog *catalog)
{
  g_string_free (catalog->tail, TRUE);
  g_free (catalog);
}

/* Streams hold any bytes: this cannot be a search in a string. */
static gssize
find_marker (const GString *text)
{
  for (gsize i = 0; i + strlen (MARKER) <= text->len; i++)
    if (text->str[i] == *MARKER && memcmp (text->str + i, MARKER, strlen (MARKER)) == 0)
      return (gssize) i;
  return -1;
}

void
sotay_pdf_catalog_watch (SotayPdfCatalog *catalog, const void *data, gsize length)
{
  gssize place;

  g_string_append_len (catalog->tail, data, (gssize) length);
  catalog->length += length;
  if (catalog->found)
    return;
  place = find_marker (catalog->tail);
  catalog->found = place >= 0;
  if (!catalog->found)
    place = (gssize) catalog->tail->len - (gssize) MIN (catalog->tail->len, strlen (MARKER));
  g_string_erase (catalog->tail, 0, place);
}

/* Returns whether the number after a word of the trailer was found. */
static gboolean
read_number (const char *text, const char *word, guint64 *number)
{
  const char *place = strstr (text, word);

  if (place == NULL)
    return FALSE;
  *number = g_ascii_strtoull (place + strlen (word), NULL, 10);
  return *number > 0;
}

GString *
sotay_pdf_catalog_amend (SotayPdfCatalog *catalog)
{
  const char *text = catalog->found ? catalog->tail->str + strlen (OBJECT) : NULL;
  const char *end = text != NULL ? strstr (text, END) : NULL;
  const char *trailer = end != NULL ? strstr (end, "trailer") : NULL;
  guint64 root, info, size, table;
  GString *added;

  if (trailer == NULL || !read_number (trailer, "/Root ", &root) || !read_number (trailer, "/Info ", &info)
      || !read_number (trailer, "/Size ", &size) || !read_number (trailer, "startxref\n", &table))
    return NULL;
  added = g_string_new (NULL);
  g_string_append_printf (added, "%" G_GUINT64_FORMAT " 0 obj\n", root);
  g_string_append_len (added, text, end - text);
  g_string_append_printf (added, "%s%s\nxref\n%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n", AMENDMENT,
                          END, root, catalog->length);
  g_string_append_printf (added,
                          "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT
                          " 0 R\n   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT "\n>>\n",
                          size, root, info, table);
  g_string_append_printf (added, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          catalog->length + (gsize) (strstr (added->str, "\nxref\n") + 1 - added->str));
  return added;
}
