/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/import-table.h"

#include "app/register/import-columns.h"
#include "core/numbers.h"

#include <glib/gi18n-lib.h>

/* What is shown of the table: enough to see what its columns hold. */
#define MOST_COLUMNS 40
#define MOST_ROWS 15
#define WIDEST 24 /* characters of a cell */
#define NARROWEST 14 /* of a cell with so much text */

struct _SotayImportTable
{
  AdwBin parent_instance;
  GtkWidget *grid;
  GPtrArray *choices; /* GtkDropDown for each column */
  guint last;         /* the column chosen last */
};

G_DEFINE_FINAL_TYPE (SotayImportTable, sotay_import_table, ADW_TYPE_BIN)

enum
{
  SIGNAL_MAPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The order of the choice: nothing, then the fields as people look for them. */
static const int fields[] = {
  SOTAY_COLUMN_NONE,      SOTAY_STAFF_NAME,       SOTAY_COLUMN_FAMILY_NAME, SOTAY_COLUMN_GIVEN_NAME,
  SOTAY_STAFF_BIRTH,      SOTAY_COLUMN_UNIT_NAME, SOTAY_STAFF_POSITION,     SOTAY_STAFF_EMPLOYMENT,
  SOTAY_STAFF_PHONE,      SOTAY_STAFF_CODE,       SOTAY_STAFF_LEVEL,        SOTAY_COLUMN_LEVEL_1,
  SOTAY_COLUMN_LEVEL_2,   SOTAY_STAFF_ACTIVATED,  SOTAY_STAFF_TRAINED_ON,   SOTAY_STAFF_PASSED_ON,
  SOTAY_STAFF_JOINED_ON,  SOTAY_STAFF_LEFT_ON,    SOTAY_STAFF_NOTE,         SOTAY_COLUMN_ORDER,
  SOTAY_STAFF_REASON,
};

static guint
find_field (int field)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i] == field)
      return i;
  return 0;
}

static void
chosen_cb (SotayImportTable *self, GParamSpec *pspec, GtkWidget *choice)
{
  guint column;

  if (g_ptr_array_find (self->choices, choice, &column))
    self->last = column;
  g_signal_emit (self, signals[SIGNAL_MAPPED], 0);
}

static GtkWidget *
make_choice (SotayImportTable *self, guint column, const char *heading, int meaning)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  g_autofree char *number = sotay_number_format (column + 1);
  /* Translators: the name of a choice for the one who does not see the table: "What column 3 holds: Năm sinh" */
  g_autofree char *name = g_strdup_printf (_("What column %s holds: %s"), number, heading);
  GtkWidget *choice;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_string_list_append (titles, sotay_import_field_title (fields[i]));
  choice = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), find_field (meaning));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return choice;
}

static GtkWidget *
make_cell (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (text, -1) + 1, NARROWEST));
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
attach (SotayImportTable *self, GtkWidget *child, guint column, guint row)
{
  gtk_grid_attach (GTK_GRID (self->grid), child, (int) column, (int) row, 1, 1);
}

static void
show_rows (SotayImportTable *self, SotayRosterTable *table, const SotayTableColumns *columns, guint n_columns)
{
  g_autofree const char **cells = sotay_roster_table_new_cells (table);
  guint first = columns->first_row;
  guint last = MIN (first + MOST_ROWS, sotay_roster_table_get_n_rows (table));

  for (guint row = first; row < last; row++)
    {
      guint number = sotay_roster_table_get (table, row, cells);
      g_autofree char *shown = sotay_number_format (number);
      const char *style = row < first + columns->n_header_rows ? "heading" : NULL;

      attach (self, make_cell (shown, "dim-label"), 0, row - first + 1);
      for (guint i = 0; i < n_columns; i++)
        attach (self, make_cell (cells[i], style), i + 1, row - first + 1);
    }
}

static void
sotay_import_table_dispose (GObject *object)
{
  g_clear_pointer (&SOTAY_IMPORT_TABLE (object)->choices, g_ptr_array_unref);
  G_OBJECT_CLASS (sotay_import_table_parent_class)->dispose (object);
}

static void
sotay_import_table_class_init (SotayImportTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sotay_import_table_dispose;
  signals[SIGNAL_MAPPED] = g_signal_new ("mapped", SOTAY_TYPE_IMPORT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
sotay_import_table_init (SotayImportTable *self)
{
  self->choices = g_ptr_array_new ();
}

void
sotay_import_table_show (SotayImportTable *self, SotayRosterTable *table, const SotayTableColumns *columns)
{
  guint n_columns = MIN (columns->n_columns, MOST_COLUMNS);

  g_ptr_array_set_size (self->choices, 0);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  for (guint i = 0; i < n_columns; i++)
    {
      GtkWidget *choice = make_choice (self, i, columns->headings[i], columns->meanings[i]);

      g_ptr_array_add (self->choices, choice);
      attach (self, choice, i + 1, 0);
    }
  show_rows (self, table, columns, n_columns);
  adw_bin_set_child (ADW_BIN (self), self->grid);
}

char **
sotay_import_table_dup_map (SotayImportTable *self)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **map;

  for (guint i = 0; i < self->choices->len; i++)
    {
      /* From the one after the last choice round to it. */
      guint column = (self->last + 1 + i) % self->choices->len;
      guint chosen = gtk_drop_down_get_selected (g_ptr_array_index (self->choices, column));
      g_autofree char *said = g_strdup_printf ("%u=%s", column + 1, sotay_column_to_string (fields[chosen]));

      g_strv_builder_add (builder, said);
    }
  map = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return map;
}
