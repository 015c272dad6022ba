/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/docx-parts.h"

#include "core/dates.h"
#include "reports/docx-document.h"

#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define TAB 720

static void
add_type (xmlTextWriter *xml, const char *element, const char *key, const char *name, const char *type)
{
  sotay_docx_open (xml, element);
  sotay_docx_set (xml, key, name);
  sotay_docx_set (xml, "ContentType", type);
  sotay_docx_close (xml);
}

void
sotay_docx_write_types (xmlTextWriter *xml)
{
  sotay_docx_open (xml, "Types");
  sotay_docx_set (xml, "xmlns", PACKAGE "content-types");
  add_type (xml, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
  add_type (xml, "Default", "Extension", "xml", "application/xml");
  add_type (xml, "Default", "Extension", "png", "image/png");
  add_type (xml, "Override", "PartName", "/word/document.xml", WORD_TYPE "document.main+xml");
  add_type (xml, "Override", "PartName", "/word/styles.xml", WORD_TYPE "styles+xml");
  add_type (xml, "Override", "PartName", "/word/settings.xml", WORD_TYPE "settings+xml");
  add_type (xml, "Override", "PartName", "/word/header1.xml", WORD_TYPE "header+xml");
  add_type (xml, "Override", "PartName", "/word/header2.xml", WORD_TYPE "header+xml");
  add_type (xml, "Override", "PartName", "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml");
  sotay_docx_close (xml);
}

static void
add_relation (xmlTextWriter *xml, const char *id, const char *type, const char *target)
{
  sotay_docx_open (xml, "Relationship");
  sotay_docx_set (xml, "Id", id);
  sotay_docx_set (xml, "Type", type);
  sotay_docx_set (xml, "Target", target);
  sotay_docx_close (xml);
}

void
sotay_docx_write_root_relations (xmlTextWriter *xml)
{
  sotay_docx_open (xml, "Relationships");
  sotay_docx_set (xml, "xmlns", PACKAGE "relationships");
  add_relation (xml, "rId1", SOTAY_DOCX_R "/officeDocument", "word/document.xml");
  add_relation (xml, "rId2", PACKAGE "relationships/metadata/core-properties", "docProps/core.xml");
  sotay_docx_close (xml);
}

void
sotay_docx_write_relations (xmlTextWriter *xml, guint n_pictures)
{
  sotay_docx_open (xml, "Relationships");
  sotay_docx_set (xml, "xmlns", PACKAGE "relationships");
  add_relation (xml, SOTAY_DOCX_RELATION_STYLES, SOTAY_DOCX_R "/styles", "styles.xml");
  add_relation (xml, SOTAY_DOCX_RELATION_SETTINGS, SOTAY_DOCX_R "/settings", "settings.xml");
  add_relation (xml, SOTAY_DOCX_RELATION_HEADER, SOTAY_DOCX_R "/header", "header1.xml");
  add_relation (xml, SOTAY_DOCX_RELATION_FIRST_HEADER, SOTAY_DOCX_R "/header", "header2.xml");
  for (guint i = 0; i < n_pictures; i++)
    {
      g_autofree char *id = g_strdup_printf ("rId%u", SOTAY_DOCX_FIRST_PICTURE + i);
      g_autofree char *target = g_strdup_printf ("media/image%u.png", i + 1);

      add_relation (xml, id, SOTAY_DOCX_R "/image", target);
    }
  sotay_docx_close (xml);
}

void
sotay_docx_write_settings (xmlTextWriter *xml)
{
  sotay_docx_open (xml, "w:settings");
  sotay_docx_set (xml, "xmlns:w", SOTAY_DOCX_W);
  sotay_docx_open (xml, "w:zoom");
  sotay_docx_set (xml, "w:percent", "100");
  sotay_docx_close (xml);
  sotay_docx_add_number (xml, "w:defaultTabStop", TAB);
  sotay_docx_open (xml, "w:compat");
  sotay_docx_open (xml, "w:compatSetting");
  sotay_docx_set (xml, "w:name", "compatibilityMode");
  sotay_docx_set (xml, "w:uri", "http://schemas.microsoft.com/office/word");
  sotay_docx_set (xml, "w:val", "15");
  sotay_docx_close (xml);
  sotay_docx_close (xml);
  sotay_docx_add (xml, "w:themeFontLang", "vi-VN");
  sotay_docx_add (xml, "w:decimalSymbol", ",");
  sotay_docx_add (xml, "w:listSeparator", ";");
  sotay_docx_close (xml);
}

void
sotay_docx_write_header (xmlTextWriter *xml, gboolean number)
{
  sotay_docx_open (xml, "w:hdr");
  sotay_docx_set (xml, "xmlns:w", SOTAY_DOCX_W);
  sotay_docx_begin_paragraph (xml, SOTAY_DOCX_HEADER);
  if (number)
    {
      sotay_docx_open (xml, "w:fldSimple");
      sotay_docx_set (xml, "w:instr", "PAGE");
      sotay_docx_add_run (xml, "2", SOTAY_RUN_PLAIN);
      sotay_docx_close (xml);
    }
  sotay_docx_close (xml);
  sotay_docx_close (xml);
}

static void
add_day (xmlTextWriter *xml, const char *element, const GDate *day)
{
  g_autofree char *iso = sotay_date_to_iso (day);

  sotay_docx_open (xml, element);
  sotay_docx_set (xml, "xsi:type", "dcterms:W3CDTF");
  sotay_docx_put (xml, iso);
  sotay_docx_close (xml);
}

static void
add_word (xmlTextWriter *xml, const char *element, const char *word)
{
  sotay_docx_open (xml, element);
  sotay_docx_put (xml, word);
  sotay_docx_close (xml);
}

void
sotay_docx_write_description (xmlTextWriter *xml, SotayReport *report)
{
  g_autofree char *title = sotay_report_get_title (report);

  sotay_docx_open (xml, "cp:coreProperties");
  sotay_docx_set (xml, "xmlns:cp", PACKAGE "metadata/core-properties");
  sotay_docx_set (xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  sotay_docx_set (xml, "xmlns:dcterms", "http://purl.org/dc/terms/");
  sotay_docx_set (xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  add_word (xml, "dc:title", title);
  if (report->author != NULL)
    add_word (xml, "dc:creator", report->author);
  add_word (xml, "dc:language", "vi-VN");
  if (g_date_valid (&report->dated))
    {
      add_day (xml, "dcterms:created", &report->dated);
      add_day (xml, "dcterms:modified", &report->dated);
    }
  sotay_docx_close (xml);
}
