/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/table-xlsx.h"

#include "register/register-error.h"
#include "register/table-format.h"
#include "register/table-limits.h"
#include "register/table-xlsx-sheet.h"

#include <string.h>

#define MOST_SHEETS 256
#define MOST_STYLES 65536

/* One part names another; all names are relative to the part that says them. */
typedef struct
{
  char *id;
  char *type;
  char *target;
} Relation;

typedef struct
{
  char *name;
  char *relation;
  gboolean hidden;
} Tab;

typedef struct
{
  SotayTablePackage *package;
  GPtrArray *relations;
  GPtrArray *tabs;
  GHashTable *codes; /* the formats that the workbook defines: id → code */
  gboolean in_styles;
  const char *base; /* the part that the relations are about */
  SotayTableBook book;
} Reader;

static void
relation_free (gpointer data)
{
  Relation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

static void
tab_free (gpointer data)
{
  Tab *tab = data;

  g_free (tab->name);
  g_free (tab->relation);
  g_free (tab);
}

static void
ignore_cb (SotayTableXml *xml, const char *name, gpointer data)
{
}

static void
ignore_text_cb (SotayTableXml *xml, const char *text, gsize length, gpointer data)
{
}

/* "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml" or "../xl/…" as a name in the package. */
static char *
resolve (const char *base, const char *target)
{
  g_autofree char *from = g_strconcat ("part:///", base, NULL);
  g_autofree char *address = g_uri_resolve_relative (from, target, G_URI_FLAGS_NONE, NULL);

  return g_strdup (address != NULL && g_str_has_prefix (address, "part:///") ? address + strlen ("part:///") : "");
}

static void
relation_cb (SotayTableXml *xml, const char *name, gpointer data)
{
  Reader *reader = data;
  const char *target;
  Relation *relation;

  if (!g_str_equal (name, "Relationship") || reader->relations->len == MOST_STYLES)
    return;
  target = sotay_table_xml_get (xml, "Target");
  if (target == NULL)
    return;
  relation = g_new0 (Relation, 1);
  relation->target = resolve (reader->base, target);
  relation->id = g_strdup (sotay_table_xml_get (xml, "Id"));
  relation->type = g_strdup (sotay_table_xml_get (xml, "Type"));
  g_ptr_array_add (reader->relations, relation);
}

/* Of two dialects of the type's address only the end is the same. */
static const char *
find_by_type (const Reader *reader, const char *ending)
{
  for (guint i = 0; i < reader->relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (reader->relations, i);

      if (relation->type != NULL && g_str_has_suffix (relation->type, ending))
        return relation->target;
    }
  return NULL;
}

static const Relation *
find_by_id (const Reader *reader, const char *id)
{
  for (guint i = 0; i < reader->relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (reader->relations, i);

      if (g_strcmp0 (relation->id, id) == 0)
        return relation;
    }
  return NULL;
}

static gboolean
read_relations (Reader *reader, const char *base, GError **error)
{
  static const SotayTableXmlFuncs funcs = { relation_cb, ignore_cb, ignore_text_cb };
  g_autofree char *folder = g_path_get_dirname (base);
  g_autofree char *name = g_path_get_basename (base);
  g_autofree char *part = *base == '\0'                  ? g_strdup ("_rels/.rels")
                          : g_str_equal (folder, ".") ? g_strdup_printf ("_rels/%s.rels", name)
                                                      : g_strdup_printf ("%s/_rels/%s.rels", folder, name);

  reader->base = base;
  g_ptr_array_set_size (reader->relations, 0);
  return sotay_table_package_parse (reader->package, part, &funcs, reader, error);
}

static void
add_tab (Reader *reader, SotayTableXml *xml)
{
  const char *name = sotay_table_xml_get (xml, "name");
  Tab *tab = g_new0 (Tab, 1);

  tab->name = g_strdup (name != NULL ? name : "");
  tab->relation = g_strdup (sotay_table_xml_get (xml, "id"));
  tab->hidden = g_strcmp0 (sotay_table_xml_get (xml, "state"), "hidden") == 0
                || g_strcmp0 (sotay_table_xml_get (xml, "state"), "veryHidden") == 0;
  g_ptr_array_add (reader->tabs, tab);
}

static void
workbook_cb (SotayTableXml *xml, const char *name, gpointer data)
{
  Reader *reader = data;
  const char *date_1904;

  if (g_str_equal (name, "sheet") && reader->tabs->len < MOST_SHEETS)
    add_tab (reader, xml);
  if (!g_str_equal (name, "workbookPr"))
    return;
  date_1904 = sotay_table_xml_get (xml, "date1904");
  reader->book.since_1904 = date_1904 != NULL && (g_str_equal (date_1904, "1") || g_str_equal (date_1904, "true"));
}

static void
add_format (Reader *reader, guint id)
{
  const char *code = g_hash_table_lookup (reader->codes, GUINT_TO_POINTER (id));
  SotayTableFormat format = code != NULL ? sotay_table_format_parse (code) : sotay_table_format_get_built_in (id);

  if (reader->book.formats->len < MOST_STYLES)
    g_array_append_val (reader->book.formats, format);
}

static void
style_cb (SotayTableXml *xml, const char *name, gpointer data)
{
  Reader *reader = data;
  const char *code;
  guint id = sotay_table_xml_get_number (xml, "numFmtId", G_MAXUINT16, 0);

  if (g_str_equal (name, "cellXfs"))
    reader->in_styles = TRUE;
  else if (g_str_equal (name, "xf") && reader->in_styles)
    add_format (reader, id);
  else if (g_str_equal (name, "numFmt"))
    {
      code = sotay_table_xml_get (xml, "formatCode");
      if (code != NULL && g_hash_table_size (reader->codes) < MOST_STYLES)
        g_hash_table_insert (reader->codes, GUINT_TO_POINTER (id), g_strdup (code));
    }
}

static void
style_end_cb (SotayTableXml *xml, const char *name, gpointer data)
{
  Reader *reader = data;

  if (g_str_equal (name, "cellXfs"))
    reader->in_styles = FALSE;
}

/* The names of sheets, how days are counted, number formats and shared texts; the relations stay those of the book. */
static gboolean
read_book (Reader *reader, gsize *memory, GError **error)
{
  static const SotayTableXmlFuncs book_funcs = { workbook_cb, ignore_cb, ignore_text_cb };
  static const SotayTableXmlFuncs style_funcs = { style_cb, style_end_cb, ignore_text_cb };
  g_autofree char *book = NULL;
  const char *styles;

  if (!read_relations (reader, "", error))
    return FALSE;
  book = g_strdup (find_by_type (reader, "/officeDocument"));
  if (book == NULL)
    book = g_strdup ("xl/workbook.xml");
  if (!sotay_table_package_parse (reader->package, book, &book_funcs, reader, error)
      || !read_relations (reader, book, error))
    return FALSE;
  styles = find_by_type (reader, "/styles");
  if (styles != NULL && !sotay_table_package_parse (reader->package, styles, &style_funcs, reader, error))
    return FALSE;
  reader->book.strings
      = sotay_table_strings_read (reader->package, find_by_type (reader, "/sharedStrings"), memory, error);
  return reader->book.strings != NULL;
}

static gboolean
read_sheets (Reader *reader, GPtrArray *sheets, gsize *memory, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < reader->tabs->len; i++)
    {
      const Tab *tab = g_ptr_array_index (reader->tabs, i);
      const Relation *relation = find_by_id (reader, tab->relation);
      g_autoptr (SotayTableSheet) sheet = NULL;

      if (relation == NULL)
        {
          g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_DAMAGED, tab->name);
          return FALSE;
        }
      /* Sheets that are one chart hold no rows. */
      if (relation->type == NULL || !g_str_has_suffix (relation->type, "/worksheet"))
        continue;
      sheet = sotay_table_sheet_new (tab->name, tab->hidden, memory);
      if (!sotay_table_xlsx_read_sheet (reader->package, relation->target, &reader->book, sheet, error)
          || !sotay_table_sheet_finish (sheet, cancellable, error))
        return FALSE;
      g_ptr_array_add (sheets, g_steal_pointer (&sheet));
    }
  return TRUE;
}

gboolean
sotay_table_xlsx_read (SotayTablePackage *package, GPtrArray *sheets, gsize *memory, GCancellable *cancellable,
                       GError **error)
{
  Reader reader = { .package = package };
  gboolean read;

  reader.relations = g_ptr_array_new_with_free_func (relation_free);
  reader.tabs = g_ptr_array_new_with_free_func (tab_free);
  reader.codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  reader.book.formats = g_array_new (FALSE, FALSE, sizeof (SotayTableFormat));
  read = read_book (&reader, memory, error) && read_sheets (&reader, sheets, memory, cancellable, error);
  g_ptr_array_unref (reader.relations);
  g_ptr_array_unref (reader.tabs);
  g_hash_table_unref (reader.codes);
  g_array_unref (reader.book.formats);
  g_clear_pointer (&reader.book.strings, sotay_table_strings_free);
  return read;
}
