/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalogue/block-widget.h"

#include "core/dates.h"
#include "core/numbers.h"
#include "core/text.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PAGE_SCHEME "page:"

static gboolean
link_activated_cb (GtkLabel *label, const char *uri, gpointer data)
{
  if (!g_str_has_prefix (uri, PAGE_SCHEME))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (label), "win.show-page", "s", uri + strlen (PAGE_SCHEME));
  return TRUE;
}

static GtkWidget *
new_label (const char *markup, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_activated_cb), NULL);
  return label;
}

/* The text, and behind it what a reader has to know about it: where it was seen, that nobody has confirmed it yet. */
static char *
markup_with_marks (const char *text, const char *seen_at, gboolean to_verify, const char *const *words)
{
  g_autofree char *body = sotay_inline_markup (text, words);
  GString *markup = g_string_new (body);

  if (seen_at != NULL && *seen_at != '\0')
    {
      g_autofree char *note = g_markup_printf_escaped (_("(seen in %s)"), seen_at);

      g_string_append_printf (markup, " <span size=\"small\" alpha=\"75%%\">%s</span>", note);
    }
  if (to_verify)
    g_string_append_printf (markup, " <span size=\"small\" style=\"italic\" alpha=\"75%%\">[%s]</span>", _("to be verified"));
  return g_string_free (markup, FALSE);
}

static GtkWidget *
new_text (const SotayContentBlock *block, const char *const *words, const char *style)
{
  g_autofree char *markup = markup_with_marks (block->text, NULL, block->to_verify, words);

  return new_label (markup, style);
}

static GtkWidget *
new_heading (const SotayContentBlock *block, const char *const *words)
{
  return new_text (block, words, "section");
}

/* A grid and not a box: a box asks wrapped labels how wide they would be at many heights. */
static GtkWidget *
new_led (const char *lead, const char *lead_style, GtkWidget *content)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *label = gtk_label_new (lead);

  gtk_widget_add_css_class (label, lead_style);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_attach (GTK_GRID (grid), label, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), content, 1, 0, 1, 1);
  return grid;
}

static GtkWidget *
new_point (const SotayContentBlock *block, const char *const *words)
{
  return new_led ("•", "bullet", new_text (block, words, NULL));
}

static GtkWidget *
new_step (const SotayContentBlock *block, const char *const *words)
{
  g_autofree char *number = g_strdup_printf ("%u", block->number);
  g_autofree char *markup = markup_with_marks (block->text, block->detail, block->to_verify, words);

  return new_led (number, "step-number", new_label (markup, NULL));
}

static GtkWidget *
new_answer_row (const SotayContentBlock *block, const char *const *words)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *answer = markup_with_marks (block->answer, NULL, block->to_verify, words);
  g_autofree char *repairer = sotay_inline_markup (block->detail, words);
  g_autofree char *repaired_by = g_strdup_printf ("<b>%s</b> %s", _("Who repairs the data:"), repairer);

  gtk_widget_add_css_class (box, "answer");
  gtk_box_append (GTK_BOX (box), new_label (answer, NULL));
  gtk_box_append (GTK_BOX (box), new_label (repaired_by, NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static gboolean
mentions (const char *text, const char *const *words)
{
  g_autoptr (GArray) ranges = words != NULL ? sotay_text_find (text, words) : NULL;

  return ranges != NULL && ranges->len > 0;
}

/* What was searched for is open to see. */
static GtkWidget *
new_problem (const SotayContentBlock *block, const char *const *words)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *question = sotay_inline_markup (block->text, words);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), question);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_answer_row (block, words));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 mentions (block->text, words) || mentions (block->answer, words));
  return row;
}

static GtkWidget *
new_legal (const SotayContentBlock *block, const char *const *words)
{
  static const char *const styles[] = { "in-force", "amended", "lapsed" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *citation = markup_with_marks (block->text, NULL, block->to_verify, words);
  g_autofree char *status = sotay_block_describe_legal (block);
  GtkWidget *status_label = gtk_label_new (status);

  gtk_box_append (GTK_BOX (box), new_label (citation, NULL));
  gtk_widget_set_halign (status_label, GTK_ALIGN_START);
  gtk_widget_add_css_class (status_label, "legal-status");
  gtk_widget_add_css_class (status_label, styles[block->status]);
  gtk_box_append (GTK_BOX (box), status_label);
  if (block->detail != NULL && *block->detail != '\0')
    {
      g_autofree char *note = sotay_inline_markup (block->detail, words);

      gtk_box_append (GTK_BOX (box), new_label (note, "dim-label"));
    }
  return new_led ("§", "bullet", box);
}

static GtkWidget *
new_change (const SotayContentBlock *block, const char *const *words)
{
  g_autofree char *date = sotay_date_format_iso (block->date);

  return new_led (date, "change-date", new_text (block, words, NULL));
}

static GtkWidget *
new_table (const SotayContentBlock *block, const char *const *words)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "table");
  for (guint row = 0; row < block->rows->len; row++)
    {
      char **cells = block->rows->pdata[row];

      for (int column = 0; cells[column] != NULL; column++)
        {
          g_autofree char *markup = sotay_inline_markup (cells[column], words);
          GtkWidget *label = new_label (markup, row == 0 ? "table-head" : "table-cell");

          if (row > 0 && column == 0)
            gtk_widget_add_css_class (label, "heading");
          gtk_label_set_width_chars (GTK_LABEL (label), 8);
          gtk_widget_set_vexpand (label, FALSE);
          gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
        }
    }
  return grid;
}

static GtkWidget *
new_figures (const SotayContentBlock *block, const char *const *words)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "figures");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  for (guint i = 0; i < block->figures->len; i++)
    {
      const SotayContentFigure *figure = block->figures->pdata[i];
      g_autofree char *number = sotay_number_format (figure->value);
      g_autofree char *percent = sotay_percent_format (figure->value, figure->whole);
      g_autofree char *value = g_strdup_printf ("<b>%s</b> · %s", number, percent);
      GtkWidget *bar = gtk_progress_bar_new ();
      GtkWidget *value_label = new_label (value, "figure-value");

      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar),
                                     figure->whole > 0 ? (double) figure->value / figure->whole : 0);
      gtk_widget_set_hexpand (bar, TRUE);
      gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (bar, "figure-bar");
      gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, figure->label, -1);
      gtk_label_set_xalign (GTK_LABEL (value_label), 1);
      gtk_grid_attach (GTK_GRID (grid), new_label (figure->label, NULL), 0, (int) i * 2, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), value_label, 1, (int) i * 2, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), bar, 0, (int) i * 2 + 1, 2, 1);
    }
  if (block->text != NULL && *block->text != '\0')
    gtk_grid_attach (GTK_GRID (grid), new_text (block, words, "dim-label"), 0, (int) block->figures->len * 2, 2, 1);
  return grid;
}

static void
number_applied_cb (AdwEntryRow *row, GSettings *settings)
{
  g_autoptr (GVariant) numbers = g_settings_get_value (settings, SOTAY_SETTING_CONTACT_NUMBERS);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *contact = g_object_get_data (G_OBJECT (row), "contact");
  const char *id, *number;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, numbers);
  while (g_variant_iter_next (&iter, "{&s&s}", &id, &number))
    if (!g_str_equal (id, contact))
      g_variant_builder_add (&builder, "{ss}", id, number);
  g_variant_builder_add (&builder, "{ss}", contact, gtk_editable_get_text (GTK_EDITABLE (row)));
  g_settings_set_value (settings, SOTAY_SETTING_CONTACT_NUMBERS, g_variant_builder_end (&builder));
}

/* The letter names two officers with their numbers; we show role and office, and the number is the unit's own. */
static GtkWidget *
new_contact (const SotayContentBlock *block, const char *const *words, GSettings *settings)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();
  g_autoptr (GVariant) numbers = g_settings_get_value (settings, SOTAY_SETTING_CONTACT_NUMBERS);
  g_autofree char *purpose = sotay_inline_markup (block->detail != NULL ? block->detail : "", words);
  const char *number = "";

  g_variant_lookup (numbers, block->target, "&s", &number);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Telephone number (enter your unit's own)"));
  gtk_editable_set_text (GTK_EDITABLE (row), number);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_PHONE);
  g_object_set_data_full (G_OBJECT (row), "contact", g_strdup (block->target), g_free);
  g_signal_connect_object (row, "apply", G_CALLBACK (number_applied_cb), settings, 0);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_box_append (GTK_BOX (box), new_text (block, words, "heading"));
  gtk_box_append (GTK_BOX (box), new_label (purpose, NULL));
  gtk_box_append (GTK_BOX (box), list);
  return box;
}

static GtkWidget *
new_quote (const SotayContentBlock *block, const char *const *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (box, "quote");
  gtk_box_append (GTK_BOX (box), new_text (block, words, "quoted"));
  if (block->detail != NULL && *block->detail != '\0')
    {
      g_autofree char *comment = sotay_inline_markup (block->detail, words);

      gtk_box_append (GTK_BOX (box), new_label (comment, NULL));
    }
  return box;
}

GtkWidget *
sotay_block_widget_new (const SotayContentBlock *block, const char *const *words, GSettings *settings)
{
  switch (block->kind)
    {
    case SOTAY_CONTENT_HEADING:
      return new_heading (block, words);
    case SOTAY_CONTENT_POINT:
      return new_point (block, words);
    case SOTAY_CONTENT_STEP:
      return new_step (block, words);
    case SOTAY_CONTENT_PROBLEM:
      return new_problem (block, words);
    case SOTAY_CONTENT_LEGAL:
      return new_legal (block, words);
    case SOTAY_CONTENT_CHANGE:
      return new_change (block, words);
    case SOTAY_CONTENT_TABLE:
      return new_table (block, words);
    case SOTAY_CONTENT_FIGURES:
      return new_figures (block, words);
    case SOTAY_CONTENT_CONTACT:
      return new_contact (block, words, settings);
    case SOTAY_CONTENT_QUOTE:
      return new_quote (block, words);
    case SOTAY_CONTENT_PARAGRAPH:
    default:
      return new_text (block, words, NULL);
    }
}
