/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/table.h"

#include <stdarg.h>

struct _SotayTable
{
  guint n_columns;
  guint right;
  GPtrArray *rows; /* (element-type GStrv) */
  guint *widths;
};

/* Columns of a terminal that @text takes. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

SotayTable *
sotay_table_new (guint n_columns, guint right)
{
  SotayTable *table = g_new0 (SotayTable, 1);

  table->n_columns = n_columns;
  table->right = right;
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  table->widths = g_new0 (guint, n_columns);
  return table;
}

void
sotay_table_add (SotayTable *table, ...)
{
  g_autofree const char **cells = g_new (const char *, table->n_columns);
  va_list list;

  va_start (list, table);
  for (guint i = 0; i < table->n_columns; i++)
    cells[i] = va_arg (list, const char *);
  va_end (list);
  sotay_table_add_cells (table, cells);
}

void
sotay_table_add_cells (SotayTable *table, const char *const *cells)
{
  char **row = g_new0 (char *, table->n_columns + 1);

  for (guint i = 0; i < table->n_columns; i++)
    {
      row[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
      table->widths[i] = MAX (table->widths[i], measure (row[i]));
    }
  g_ptr_array_add (table->rows, row);
}

static void
append_cell (GString *line, const char *cell, guint width, gboolean right)
{
  guint padding = width - measure (cell);

  if (!right)
    g_string_append (line, cell);
  for (guint i = 0; i < padding; i++)
    g_string_append_c (line, ' ');
  if (right)
    g_string_append (line, cell);
}

void
sotay_table_print (SotayTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **row = table->rows->pdata[i];
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint j = 0; j < table->n_columns; j++)
        {
          if (j > 0)
            g_string_append (line, "  ");
          append_cell (line, row[j], table->widths[j], (table->right >> j & 1) != 0);
        }
      g_print ("%s\n", g_strchomp (line->str));
    }
}

void
sotay_table_free (SotayTable *table)
{
  g_ptr_array_unref (table->rows);
  g_free (table->widths);
  g_free (table);
}
