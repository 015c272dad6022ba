/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/content-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The parser calls itself for each level; content needs seven. */
#define MAX_DEPTH 32

struct _SotayJsonDocument
{
  char *text;       /* strings are unescaped in place */
  SotayJson root;
  GPtrArray *lists; /* the items of every list and object */
};

typedef struct
{
  char *at;
  guint line; /* ends of lines stand between values only */
  guint depth;
  GArray *open;     /* items of the lists and objects that are still open */
  GPtrArray *lists;
  const char *reason;
} Parser;

static gboolean parse_value (Parser *parser, SotayJson *value);

static gboolean
fail (Parser *parser, const char *reason)
{
  parser->reason = *parser->at == '\0' ? _("the text ends too early") : reason;
  return FALSE;
}

static void
skip_space (Parser *parser)
{
  for (; *parser->at == ' ' || *parser->at == '\n' || *parser->at == '\t' || *parser->at == '\r'; parser->at++)
    parser->line += *parser->at == '\n';
}

static gboolean
take (Parser *parser, char c)
{
  if (*parser->at != c)
    return FALSE;
  parser->at++;
  return TRUE;
}

static gboolean
parse_word (Parser *parser, SotayJson *value, const char *word, SotayJsonKind kind)
{
  if (!g_str_has_prefix (parser->at, word))
    return fail (parser, _("a value was expected"));
  parser->at += strlen (word);
  value->kind = kind;
  return TRUE;
}

static gsize
take_digits (Parser *parser)
{
  gsize count = strspn (parser->at, "0123456789");

  parser->at += count;
  return count;
}

static gboolean
parse_number (Parser *parser, SotayJson *value)
{
  const char *start = parser->at;
  gboolean whole = TRUE;
  gsize digits;

  take (parser, '-');
  digits = take_digits (parser);
  if (digits == 0 || (digits > 1 && parser->at[-(gssize) digits] == '0'))
    return fail (parser, _("not a number"));
  if (take (parser, '.'))
    {
      whole = FALSE;
      if (take_digits (parser) == 0)
        return fail (parser, _("not a number"));
    }
  if (take (parser, 'e') || take (parser, 'E'))
    {
      whole = FALSE;
      if (!take (parser, '+'))
        take (parser, '-');
      if (take_digits (parser) == 0)
        return fail (parser, _("not a number"));
    }
  value->kind = whole && digits <= 18 ? SOTAY_JSON_INTEGER : SOTAY_JSON_NUMBER;
  if (value->kind == SOTAY_JSON_INTEGER)
    value->integer = g_ascii_strtoll (start, NULL, 10);
  return TRUE;
}

/* The four digits after "\u"; -1 when they are none. */
static int
take_code_unit (Parser *parser)
{
  int unit = 0;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (parser->at[i]);

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }
  parser->at += 4;
  return unit;
}

/* What stands after "\u", two units for a character beyond the first plane; returns 0 when it is no character. */
static gunichar
take_character (Parser *parser)
{
  int first = take_code_unit (parser);
  int second;

  if (first <= 0 || (first >= 0xdc00 && first < 0xe000))
    return 0;
  if (first < 0xd800 || first >= 0xe000)
    return (gunichar) first;
  if (!take (parser, '\\') || !take (parser, 'u'))
    return 0;
  second = take_code_unit (parser);
  if (second < 0xdc00 || second >= 0xe000)
    return 0;
  return 0x10000 + ((gunichar) (first - 0xd800) << 10) + (gunichar) (second - 0xdc00);
}

/* Reads what stands after a backslash and writes the character at @out; returns where it ends. */
static char *
unescape (Parser *parser, char *out)
{
  static const char escapes[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *found = *parser->at != '\0' ? strchr (escapes, *parser->at) : NULL;
  gunichar c;

  if (found != NULL)
    {
      parser->at++;
      *out = meanings[found - escapes];
      return out + 1;
    }
  if (!take (parser, 'u'))
    return NULL;
  c = take_character (parser);
  /* Never longer than the escape that it replaces. */
  return c != 0 ? out + g_unichar_to_utf8 (c, out) : NULL;
}

/* The text within quotes, unescaped where it stands. */
static const char *
parse_text (Parser *parser)
{
  char *start, *out;

  if (!take (parser, '"'))
    {
      fail (parser, _("quotes were expected"));
      return NULL;
    }
  start = out = parser->at;
  while (*parser->at != '"')
    {
      if ((guchar) *parser->at < ' ')
        {
          fail (parser, _("a text must end on its line"));
          return NULL;
        }
      if (!take (parser, '\\'))
        {
          *out++ = *parser->at++;
          continue;
        }
      out = unescape (parser, out);
      if (out == NULL)
        {
          fail (parser, _("not a character"));
          return NULL;
        }
    }
  parser->at++;
  *out = '\0';
  return start;
}

/* Moves the items that were read since @first from the open ones to a place of their own. */
static void
close_items (Parser *parser, SotayJson *value, guint first)
{
  guint count = parser->open->len - first;

  value->n_items = count;
  value->items = NULL;
  if (count == 0)
    return;
  value->items = g_memdup2 (&g_array_index (parser->open, SotayJson, first), count * sizeof (SotayJson));
  g_ptr_array_add (parser->lists, (gpointer) value->items);
  g_array_set_size (parser->open, first);
}

static gboolean
parse_item (Parser *parser, gboolean named)
{
  SotayJson item = { .name = NULL };

  skip_space (parser);
  if (named)
    {
      item.name = parse_text (parser);
      if (item.name == NULL)
        return FALSE;
      skip_space (parser);
      if (!take (parser, ':'))
        return fail (parser, _("a colon was expected"));
    }
  if (!parse_value (parser, &item))
    return FALSE;
  g_array_append_val (parser->open, item);
  skip_space (parser);
  return TRUE;
}

static gboolean
parse_items (Parser *parser, SotayJson *value, SotayJsonKind kind, char end)
{
  guint first = parser->open->len;

  if (++parser->depth > MAX_DEPTH)
    return fail (parser, _("too many levels of brackets"));
  parser->at++;
  skip_space (parser);
  if (*parser->at != end)
    do
      if (!parse_item (parser, kind == SOTAY_JSON_OBJECT))
        return FALSE;
    while (take (parser, ','));
  if (!take (parser, end))
    return fail (parser, _("a comma or the closing bracket was expected"));
  parser->depth--;
  value->kind = kind;
  close_items (parser, value, first);
  return TRUE;
}

static gboolean
parse_value (Parser *parser, SotayJson *value)
{
  skip_space (parser);
  switch (*parser->at)
    {
    case '{':
      return parse_items (parser, value, SOTAY_JSON_OBJECT, '}');
    case '[':
      return parse_items (parser, value, SOTAY_JSON_LIST, ']');
    case '"':
      value->kind = SOTAY_JSON_TEXT;
      value->text = parse_text (parser);
      return value->text != NULL;
    case 't':
      return parse_word (parser, value, "true", SOTAY_JSON_TRUE);
    case 'f':
      return parse_word (parser, value, "false", SOTAY_JSON_FALSE);
    case 'n':
      return parse_word (parser, value, "null", SOTAY_JSON_NULL);
    default:
      if (*parser->at == '-' || g_ascii_isdigit (*parser->at))
        return parse_number (parser, value);
      return fail (parser, _("a value was expected"));
    }
}

SotayJsonDocument *
sotay_json_parse (char *text, SotayJsonFault *fault)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (SotayJson));
  SotayJsonDocument *document = g_new0 (SotayJsonDocument, 1);
  Parser parser = { .at = text, .line = 1, .open = open };

  document->text = text;
  document->lists = parser.lists = g_ptr_array_new_with_free_func (g_free);
  if (parse_value (&parser, &document->root))
    {
      skip_space (&parser);
      if (*parser.at == '\0')
        return document;
      parser.reason = _("something follows the end");
    }
  fault->line = parser.line;
  fault->reason = parser.reason;
  sotay_json_document_free (document);
  return NULL;
}

const SotayJson *
sotay_json_document_get_root (SotayJsonDocument *document)
{
  return &document->root;
}

void
sotay_json_document_free (SotayJsonDocument *document)
{
  g_ptr_array_unref (document->lists);
  g_free (document->text);
  g_free (document);
}

const SotayJson *
sotay_json_find (const SotayJson *object, const char *name)
{
  for (guint i = 0; i < object->n_items; i++)
    if (g_str_equal (object->items[i].name, name))
      return &object->items[i];
  return NULL;
}
