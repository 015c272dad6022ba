/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/table-xml.h"

#include "register/register-error.h"

#include <libxml/parser.h>
#include <string.h>

/* Five pointers tell an attribute: its name, prefix, namespace, and where its value begins and ends. */
#define PARTS_OF_ATTRIBUTE 5
#define MOST_DEPTH 256

struct _SotayTableXml
{
  xmlParserCtxt *parser;
  char *part;
  const SotayTableXmlFuncs *funcs;
  gpointer data;
  const xmlChar **attributes;
  int n_attributes;
  guint depth;
  GString *value;
  GError *failure;
};

static void
refuse (SotayTableXml *xml, const char *what)
{
  sotay_table_xml_fail (xml, g_error_new (SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_DAMAGED, "%s: %s", xml->part,
                                          what));
}

static void
start_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
          const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  SotayTableXml *xml = data;

  if (++xml->depth > MOST_DEPTH)
    {
      refuse (xml, "depth");
      return;
    }
  xml->attributes = attributes;
  xml->n_attributes = n_attributes;
  xml->funcs->start (xml, (const char *) name, xml->data);
  xml->n_attributes = 0;
}

static void
end_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  SotayTableXml *xml = data;

  xml->depth--;
  xml->funcs->end (xml, (const char *) name, xml->data);
}

static void
text_cb (void *data, const xmlChar *text, int length)
{
  SotayTableXml *xml = data;

  xml->funcs->text (xml, (const char *) text, (gsize) length, xml->data);
}

/* A document type is where entities come from; no program for tables writes one. */
static void
document_type_cb (void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
  refuse (data, "DOCTYPE");
}

/* The parser would print on standard error otherwise. */
static void
complaint_cb (void *data, xmlErrorPtr complaint)
{
}

SotayTableXml *
sotay_table_xml_new (const char *part, const SotayTableXmlFuncs *funcs, gpointer data)
{
  SotayTableXml *xml = g_new0 (SotayTableXml, 1);
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_cb,
    .endElementNs = end_cb,
    .characters = text_cb,
    .cdataBlock = text_cb,
    .internalSubset = document_type_cb,
    .serror = complaint_cb,
  };

  xml->part = g_strdup (part);
  xml->funcs = funcs;
  xml->data = data;
  xml->value = g_string_new (NULL);
  xml->parser = xmlCreatePushParserCtxt (&handler, xml, NULL, 0, NULL);
  /* Without a document type there are no entities but "&amp;" and its four like; they are wanted plain. */
  xmlCtxtUseOptions (xml->parser, XML_PARSE_NONET | XML_PARSE_NOENT);
  return xml;
}

void
sotay_table_xml_free (SotayTableXml *xml)
{
  xmlFreeParserCtxt (xml->parser);
  g_string_free (xml->value, TRUE);
  g_clear_error (&xml->failure);
  g_free (xml->part);
  g_free (xml);
}

gboolean
sotay_table_xml_feed (SotayTableXml *xml, const char *bytes, gsize length, GError **error)
{
  xmlParseChunk (xml->parser, bytes, (int) length, length == 0);
  if (xml->failure == NULL && xml->parser->wellFormed)
    return TRUE;
  if (xml->failure != NULL)
    g_propagate_error (error, g_steal_pointer (&xml->failure));
  else
    g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_DAMAGED, "%s:%d", xml->part,
                 xml->parser->input != NULL ? xml->parser->input->line : 0);
  return FALSE;
}

const char *
sotay_table_xml_get (SotayTableXml *xml, const char *attribute)
{
  for (int i = 0; i < xml->n_attributes; i++)
    {
      const xmlChar **parts = xml->attributes + i * PARTS_OF_ATTRIBUTE;

      if (!g_str_equal (parts[0], attribute))
        continue;
      g_string_truncate (xml->value, 0);
      g_string_append_len (xml->value, (const char *) parts[3], parts[4] - parts[3]);
      return xml->value->str;
    }
  return NULL;
}

guint
sotay_table_xml_get_number (SotayTableXml *xml, const char *attribute, guint most, guint otherwise)
{
  const char *value = sotay_table_xml_get (xml, attribute);
  char *end;
  guint64 number;

  if (value == NULL || !g_ascii_isdigit (*value))
    return otherwise;
  number = g_ascii_strtoull (value, &end, 10);
  return *end != '\0' ? otherwise : (guint) MIN (number, most);
}

void
sotay_table_xml_fail (SotayTableXml *xml, GError *failure)
{
  if (xml->failure == NULL)
    xml->failure = failure;
  else
    g_error_free (failure);
  xmlStopParser (xml->parser);
}
