/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/clean-text.h"
#include "reports/template-line.h"

#include <string.h>

typedef struct
{
  char *text;
  int figure; /* -1: none */
} Value;

typedef struct
{
  SotayTemplateBlockFunc func;
  gpointer data;
} Block;

struct _SotayTemplateFiller
{
  SotayReport *report;
  SotayReportPart *part; /* the one that is filled; NULL: none yet */
  guint n_annexes;
  GHashTable *values; /* name → Value */
  GHashTable *blocks; /* name → Block */
  GHashTable *parts;  /* name → lines */
};

/* Where a text of the head goes. */
static const struct
{
  const char *name;
  goffset offset;
} texts[] = {
  { "ten-loai", G_STRUCT_OFFSET (SotayReport, type) },
  { "trich-yeu", G_STRUCT_OFFSET (SotayReport, subject) },
  { "so", G_STRUCT_OFFSET (SotayReport, number) },
  { "dia-danh-ngay", G_STRUCT_OFFSET (SotayReport, place_and_date) },
  { "kem-theo", G_STRUCT_OFFSET (SotayReport, attached_to) },
};

static void
free_value (gpointer data)
{
  Value *value = data;

  g_free (value->text);
  g_free (value);
}

SotayTemplateFiller *
sotay_template_filler_new (SotayReport *report)
{
  SotayTemplateFiller *filler = g_new0 (SotayTemplateFiller, 1);

  filler->report = sotay_report_ref (report);
  filler->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
  filler->blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  filler->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return filler;
}

void
sotay_template_filler_free (SotayTemplateFiller *filler)
{
  sotay_report_unref (filler->report);
  g_hash_table_unref (filler->values);
  g_hash_table_unref (filler->blocks);
  g_hash_table_unref (filler->parts);
  g_free (filler);
}

static void
set_value (SotayTemplateFiller *filler, const char *name, char *text, int figure)
{
  Value *value = g_new (Value, 1);

  value->text = text;
  value->figure = figure;
  g_hash_table_replace (filler->values, g_strdup (name), value);
}

void
sotay_template_filler_set_text (SotayTemplateFiller *filler, const char *name, const char *text)
{
  set_value (filler, name, g_strdup (text != NULL ? text : ""), -1);
}

int
sotay_template_filler_add_figure (SotayTemplateFiller *filler, SotayReportFigure *figure)
{
  int index = sotay_report_add_figure (filler->report, figure);

  set_value (filler, figure->name, sotay_report_figure_format (figure), index);
  return index;
}

void
sotay_template_filler_set_block (SotayTemplateFiller *filler, const char *name, SotayTemplateBlockFunc func,
                                 gpointer data)
{
  Block *block = g_new (Block, 1);

  block->func = func;
  block->data = data;
  g_hash_table_replace (filler->blocks, g_strdup (name), block);
}

void
sotay_template_filler_set_part (SotayTemplateFiller *filler, const char *name, const char *lines)
{
  g_hash_table_replace (filler->parts, g_strdup (name), g_strdup (lines != NULL ? lines : ""));
}

/* Whether a value counts as more than nothing. */
static gboolean
is_there (SotayTemplateFiller *filler, const char *name)
{
  const Value *value = g_hash_table_lookup (filler->values, name);

  if (value == NULL)
    return FALSE;
  if (value->figure < 0)
    return *value->text != '\0';
  return ((SotayReportFigure *) filler->report->figures->pdata[value->figure])->number > 0;
}

static SotayReportPart *
get_part (SotayTemplateFiller *filler)
{
  if (filler->part == NULL)
    filler->part = sotay_report_add_part (filler->report, NULL, NULL, NULL, FALSE);
  return filler->part;
}

/* Adds @text, in which "**" and "__" turn bold and italic on and off. */
static void
add_styled (SotayReportBlock *block, const char *text, gsize length, SotayRunStyle *style)
{
  const char *start = text;
  const char *end = text + length;

  for (const char *place = text; place < end; place++)
    {
      gboolean bold = place + 1 < end && place[0] == '*' && place[1] == '*';
      gboolean italic = place + 1 < end && place[0] == '_' && place[1] == '_';
      g_autofree char *piece = NULL;

      if (!bold && !italic)
        continue;
      piece = g_strndup (start, (gsize) (place - start));
      if (*piece != '\0')
        sotay_report_block_add_run (block, piece, *style, -1);
      *style ^= bold ? SOTAY_RUN_BOLD : SOTAY_RUN_ITALIC;
      start = ++place + 1;
    }
  if (start < end)
    {
      g_autofree char *piece = g_strndup (start, (gsize) (end - start));

      sotay_report_block_add_run (block, piece, *style, -1);
    }
}

static void
add_words (SotayTemplateFiller *filler, SotayReportBlock *block, const char *words)
{
  SotayRunStyle style = SOTAY_RUN_PLAIN;
  const char *open, *end;

  while ((open = sotay_template_find_brace (words, &end)) != NULL)
    {
      g_autofree char *name = g_strndup (open + 1, (gsize) (end - open - 2));
      const Value *value = g_hash_table_lookup (filler->values, name);

      add_styled (block, words, (gsize) (open - words), &style);
      if (value != NULL && *value->text != '\0')
        sotay_report_block_add_run (block, value->text, style, value->figure);
      words = end;
    }
  add_styled (block, words, strlen (words), &style);
}

static char *
expand (SotayTemplateFiller *filler, const char *words)
{
  GString *text = g_string_new (NULL);
  const char *open, *end;

  while ((open = sotay_template_find_brace (words, &end)) != NULL)
    {
      g_autofree char *name = g_strndup (open + 1, (gsize) (end - open - 2));
      const Value *value = g_hash_table_lookup (filler->values, name);

      g_string_append_len (text, words, open - words);
      g_string_append (text, value != NULL ? value->text : "");
      words = end;
    }
  g_string_append (text, words);
  return g_string_free (text, FALSE);
}

/* A text of several lines becomes several entries. */
static void
append_to_list (char ***list, const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (*list != NULL)
    g_strv_builder_addv (builder, (const char **) *list);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      {
        g_autofree char *clean = sotay_report_clean (lines[i]);

        g_strv_builder_add (builder, clean);
      }
  g_strfreev (*list);
  *list = g_strv_builder_end (builder);
}

/* After an annex has begun, what it is attached to is its own. */
static char **
find_field (SotayTemplateFiller *filler, gsize offset)
{
  if (offset == G_STRUCT_OFFSET (SotayReport, attached_to) && filler->n_annexes > 0)
    return &filler->part->note;
  return G_STRUCT_MEMBER_P (filler->report, offset);
}

static void
set_field (SotayTemplateFiller *filler, const char *name, const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].name, name))
      {
        char **field = find_field (filler, texts[i].offset);

        g_free (*field);
        *field = *text != '\0' ? sotay_report_clean (text) : NULL;
        return;
      }
  append_to_list (g_str_equal (name, "kinh-gui") ? &filler->report->addressees : &filler->report->recipients, text);
}

static void
add_annex (SotayTemplateFiller *filler, const SotayTemplateLine *line)
{
  static const char *const numbers[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X" };
  guint number = MIN (filler->n_annexes, G_N_ELEMENTS (numbers) - 1);
  g_autofree char *label = g_strdup_printf ("Phụ lục %s", numbers[number]);
  g_autofree char *title = expand (filler, line->words);

  filler->n_annexes++;
  get_part (filler);
  filler->part = sotay_report_add_part (filler->report, label, title, NULL, line->landscape);
}

static void
add_written (SotayTemplateFiller *filler, const char *name)
{
  const char *lines = g_hash_table_lookup (filler->parts, name);
  g_auto (GStrv) split = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    {
      gboolean is_item = g_str_has_prefix (split[i], "- ");
      SotayReportBlock *block;

      if (*split[i] == '\0')
        continue;
      block = sotay_report_part_add_paragraph (get_part (filler),
                                               is_item ? SOTAY_PARAGRAPH_ITEM : SOTAY_PARAGRAPH_BODY);
      block->part = g_intern_string (name);
      sotay_report_block_add_run (block, split[i] + (is_item ? strlen ("- ") : 0), SOTAY_RUN_PLAIN, -1);
    }
}

static void
add_made (SotayTemplateFiller *filler, const char *name)
{
  const Block *block = g_hash_table_lookup (filler->blocks, name);

  if (block != NULL)
    block->func (get_part (filler), block->data);
}

void
sotay_template_filler_add_line (SotayTemplateFiller *filler, const SotayTemplateLine *line)
{
  g_autofree char *text = NULL;

  if (line->condition != NULL && is_there (filler, line->condition) == line->negated)
    return;
  switch (line->kind)
    {
    case SOTAY_LINE_FIELD:
      text = expand (filler, line->words);
      set_field (filler, line->name, text);
      break;
    case SOTAY_LINE_HEADING:
      add_words (filler, sotay_report_part_add_heading (get_part (filler), line->level), line->words);
      break;
    case SOTAY_LINE_PARAGRAPH:
      add_words (filler, sotay_report_part_add_paragraph (get_part (filler), line->style), line->words);
      break;
    case SOTAY_LINE_BLOCK:
      add_made (filler, line->name);
      break;
    case SOTAY_LINE_WRITTEN:
      add_written (filler, line->name);
      break;
    case SOTAY_LINE_PAGE:
      sotay_report_part_add_page_break (get_part (filler));
      break;
    case SOTAY_LINE_LANDSCAPE:
      get_part (filler)->landscape = TRUE;
      break;
    case SOTAY_LINE_ANNEX:
      add_annex (filler, line);
      break;
    }
}

void
sotay_template_filler_finish (SotayTemplateFiller *filler)
{
  SotayReportPart *annex;

  get_part (filler);
  if (filler->n_annexes != 1)
    return;
  annex = filler->report->parts->pdata[filler->report->parts->len - 1];
  g_free (annex->label);
  annex->label = g_strdup ("Phụ lục");
}
