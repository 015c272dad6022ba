/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/table-strings.h"

#include "register/table-limits.h"
#include "register/table-sheet.h"

#include <string.h>

#define MOST_STRINGS (4 * 1024 * 1024)
#define ENOUGH_BYTES (SOTAY_TABLE_LONGEST_TEXT * 4 + 4)

struct _SotayTableStrings
{
  GString *texts;
  GArray *ends; /* gsize: where in @texts each one ends */
  gsize *memory;
  SotayTableRuns runs;
};

void
sotay_table_runs_start (SotayTableRuns *runs, const char *element)
{
  if (g_str_equal (element, "rPh"))
    runs->reading = TRUE;
  else if (g_str_equal (element, "t"))
    runs->inside = !runs->reading;
}

void
sotay_table_runs_end (SotayTableRuns *runs, const char *element)
{
  if (g_str_equal (element, "rPh"))
    runs->reading = FALSE;
  else if (g_str_equal (element, "t"))
    runs->inside = FALSE;
}

void
sotay_table_runs_add (SotayTableRuns *runs, const char *text, gsize length)
{
  if (runs->inside && runs->text->len <= ENOUGH_BYTES)
    g_string_append_len (runs->text, text, (gssize) length);
}

/* "_x000D_" at @p: what it stands for. */
static gboolean
read_escape (const char *p, gunichar *c)
{
  *c = 0;
  if (!g_str_has_prefix (p, "_x"))
    return FALSE;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return FALSE;
      *c = *c * 16 + (gunichar) g_ascii_xdigit_value (p[i]);
    }
  return p[6] == '_' && *c != 0 && g_unichar_validate (*c);
}

void
sotay_table_runs_unescape (GString *text)
{
  char *p = strstr (text->str, "_x");
  char *out = p;
  gunichar c;

  if (p == NULL)
    return;
  while (*p != '\0')
    if (read_escape (p, &c))
      {
        out += g_unichar_to_utf8 (c, out);
        p += 7;
      }
    else
      *out++ = *p++;
  g_string_truncate (text, (gsize) (out - text->str));
}

static void
start_cb (SotayTableXml *xml, const char *name, gpointer data)
{
  SotayTableStrings *strings = data;

  if (g_str_equal (name, "si"))
    g_string_truncate (strings->runs.text, 0);
  sotay_table_runs_start (&strings->runs, name);
}

static void
end_cb (SotayTableXml *xml, const char *name, gpointer data)
{
  SotayTableStrings *strings = data;
  GString *text = strings->runs.text;
  GError *error = NULL;
  gsize end;

  sotay_table_runs_end (&strings->runs, name);
  if (!g_str_equal (name, "si"))
    return;
  sotay_table_runs_unescape (text);
  if (strings->ends->len == MOST_STRINGS)
    sotay_table_too_large ("> 4194304", &error);
  else if (sotay_table_spend (strings->memory, text->len + sizeof end, &error))
    {
      g_string_append_len (strings->texts, text->str, (gssize) text->len);
      end = strings->texts->len;
      g_array_append_val (strings->ends, end);
    }
  if (error != NULL)
    sotay_table_xml_fail (xml, error);
}

static void
text_cb (SotayTableXml *xml, const char *text, gsize length, gpointer data)
{
  SotayTableStrings *strings = data;

  sotay_table_runs_add (&strings->runs, text, length);
}

SotayTableStrings *
sotay_table_strings_read (SotayTablePackage *package, const char *part, gsize *memory, GError **error)
{
  static const SotayTableXmlFuncs funcs = { start_cb, end_cb, text_cb };
  g_autoptr (SotayTableStrings) strings = g_new0 (SotayTableStrings, 1);

  strings->texts = g_string_new (NULL);
  strings->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  strings->memory = memory;
  strings->runs.text = g_string_new (NULL);
  if (part != NULL && !sotay_table_package_parse (package, part, &funcs, strings, error))
    return NULL;
  return g_steal_pointer (&strings);
}

void
sotay_table_strings_free (SotayTableStrings *strings)
{
  g_string_free (strings->texts, TRUE);
  g_array_unref (strings->ends);
  g_string_free (strings->runs.text, TRUE);
  g_free (strings);
}

const char *
sotay_table_strings_get (const SotayTableStrings *strings, guint index, gsize *length)
{
  gsize start;

  if (index >= strings->ends->len)
    return NULL;
  start = index > 0 ? g_array_index (strings->ends, gsize, index - 1) : 0;
  *length = g_array_index (strings->ends, gsize, index) - start;
  return strings->texts->str + start;
}
