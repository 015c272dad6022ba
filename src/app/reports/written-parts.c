/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/written-parts.h"

#include "app/reports/written-part.h"
#include "app/widgets/field-row.h"
#include "core/dates.h"
#include "core/text.h"
#include "reports/month-words.h"

#include <glib/gi18n-lib.h>

#define N_PARTS (SOTAY_MONTHLY_PROPOSALS - SOTAY_MONTHLY_DIRECTION + 1)

struct _SotayWrittenParts
{
  AdwBin parent_instance;

  SotayFieldRow *number_row;
  SotayFieldRow *dated_row;
  SotayWrittenPart *direction;
  SotayWrittenPart *results;
  SotayWrittenPart *obstacles;
  SotayWrittenPart *tasks;
  SotayWrittenPart *proposals;
  GtkWidget *locked_label;

  char *number; /* what is kept, as it stands in the row */
  char *dated;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayWrittenParts, sotay_written_parts, ADW_TYPE_BIN)

static SotayWrittenPart *
get_part (SotayWrittenParts *self, guint index)
{
  SotayWrittenPart *parts[N_PARTS] = { self->direction, self->results, self->obstacles, self->tasks, self->proposals };

  return parts[index];
}

static void
part_edited_cb (SotayWrittenParts *self, const char *text, SotayWrittenPart *part)
{
  for (guint i = 0; i < N_PARTS; i++)
    if (get_part (self, i) == part)
      g_signal_emit (self, signals[EDITED], 0, SOTAY_MONTHLY_DIRECTION + i, text);
}

static gboolean
take (SotayFieldRow *row, char **kept)
{
  const char *typed = sotay_field_row_get_text (row);

  if (*kept == NULL || g_str_equal (typed, *kept))
    return FALSE;
  g_free (*kept);
  *kept = g_strdup (typed);
  return TRUE;
}

static void
flush_number (SotayWrittenParts *self)
{
  g_autofree char *number = NULL;

  if (!take (self->number_row, &self->number))
    return;
  number = sotay_text_tidy (self->number);
  g_signal_emit (self, signals[EDITED], 0, SOTAY_MONTHLY_NUMBER, number != NULL && *number != '\0' ? number : NULL);
}

/* A date that cannot be read is not kept; the row says so until it is put right. */
static void
flush_dated (SotayWrittenParts *self)
{
  const char *typed = sotay_field_row_get_text (self->dated_row);
  GDate today = sotay_date_today ();
  GDate day;
  gboolean is_empty = *typed == '\0';
  g_autofree char *iso = NULL;

  if (!is_empty && (!sotay_date_parse (typed, &today, &day) || g_date_compare (&day, &today) > 0))
    {
      sotay_field_row_set_problem (self->dated_row, _("type a day such as 5/3/2024, not one to come"));
      return;
    }
  if (!take (self->dated_row, &self->dated))
    return;
  iso = is_empty ? NULL : sotay_date_to_iso (&day);
  g_signal_emit (self, signals[EDITED], 0, SOTAY_MONTHLY_DATED, iso);
}

static void
show_row (SotayFieldRow *row, char **kept, const char *text)
{
  const char *typed = sotay_field_row_get_text (row);

  if (*kept != NULL && !g_str_equal (typed, *kept))
    return; /* it is being written */
  g_free (*kept);
  *kept = g_strdup (text);
  if (!g_str_equal (typed, text))
    sotay_field_row_set_text (row, text);
}

static const char *
get_field (SotayRecord *record, guint field)
{
  return record != NULL ? sotay_record_get (record, field) : NULL;
}

void
sotay_written_parts_show (SotayWrittenParts *self, SotayMonthData *data)
{
  const char *number = get_field (data->record, SOTAY_MONTHLY_NUMBER);
  const char *iso = get_field (data->record, SOTAY_MONTHLY_DATED);
  g_autofree char *dated = iso != NULL ? sotay_date_format_iso (iso) : g_strdup ("");
  gboolean is_sent = sotay_monthly_get_state (data->record) == SOTAY_MONTHLY_SENT;

  show_row (self->number_row, &self->number, number != NULL ? number : "");
  show_row (self->dated_row, &self->dated, dated);
  for (guint i = 0; i < N_PARTS; i++)
    {
      g_autofree char *proposed = sotay_month_words_propose (data, SOTAY_MONTHLY_DIRECTION + i);

      sotay_written_part_show (get_part (self, i), get_field (data->record, SOTAY_MONTHLY_DIRECTION + i), proposed);
      sotay_written_part_set_editable (get_part (self, i), !is_sent);
    }
  gtk_editable_set_editable (GTK_EDITABLE (self->number_row), !is_sent);
  gtk_editable_set_editable (GTK_EDITABLE (self->dated_row), !is_sent);
  gtk_widget_set_visible (self->locked_label, is_sent);
}

void
sotay_written_parts_forget (SotayWrittenParts *self)
{
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->dated, g_free);
  for (guint i = 0; i < N_PARTS; i++)
    sotay_written_part_forget (get_part (self, i));
}

void
sotay_written_parts_flush (SotayWrittenParts *self)
{
  flush_number (self);
  flush_dated (self);
  for (guint i = 0; i < N_PARTS; i++)
    sotay_written_part_flush (get_part (self, i));
}

void
sotay_written_parts_edit_part (SotayWrittenParts *self, const char *part)
{
  SotayMonthlyField field;

  if (sotay_month_words_find_field (part, &field))
    sotay_written_part_edit (get_part (self, field - SOTAY_MONTHLY_DIRECTION));
}

void
sotay_written_parts_edit_field (SotayWrittenParts *self, const char *field)
{
  gtk_widget_grab_focus (GTK_WIDGET (g_str_equal (field, "dated") ? self->dated_row : self->number_row));
}

static void
sotay_written_parts_dispose (GObject *object)
{
  SotayWrittenParts *self = SOTAY_WRITTEN_PARTS (object);

  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->dated, g_free);
  G_OBJECT_CLASS (sotay_written_parts_parent_class)->dispose (object);
}

static void
sotay_written_parts_class_init (SotayWrittenPartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_written_parts_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  g_type_ensure (SOTAY_TYPE_WRITTEN_PART);
  g_type_ensure (SOTAY_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/reports/written-parts.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayWrittenParts, number_row);
  gtk_widget_class_bind_template_child (widget_class, SotayWrittenParts, dated_row);
  gtk_widget_class_bind_template_child (widget_class, SotayWrittenParts, direction);
  gtk_widget_class_bind_template_child (widget_class, SotayWrittenParts, results);
  gtk_widget_class_bind_template_child (widget_class, SotayWrittenParts, obstacles);
  gtk_widget_class_bind_template_child (widget_class, SotayWrittenParts, tasks);
  gtk_widget_class_bind_template_child (widget_class, SotayWrittenParts, proposals);
  gtk_widget_class_bind_template_child (widget_class, SotayWrittenParts, locked_label);
  gtk_widget_class_bind_template_callback (widget_class, part_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, flush_number);
  gtk_widget_class_bind_template_callback (widget_class, flush_dated);
}

static void
sotay_written_parts_init (SotayWrittenParts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
