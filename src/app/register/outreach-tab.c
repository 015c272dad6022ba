/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/outreach-tab.h"

#include "app/register/record-dialog.h"
#include "app/widgets/bar-chart.h"
#include "core/dates.h"
#include "core/numbers.h"
#include "register/outreach.h"

#include <glib/gi18n-lib.h>

#define MOST_MONTHS 6
#define CHART_HEIGHT 110

struct _SotayOutreachTab
{
  SotayRecordsTab parent_instance;

  GtkWidget *head;
  GtkLabel *total_label;
  SotayBarChart *chart;
};

G_DEFINE_FINAL_TYPE (SotayOutreachTab, sotay_outreach_tab, SOTAY_TYPE_RECORDS_TAB)

static int
compare_outreach (gconstpointer a, gconstpointer b)
{
  int order = -g_strcmp0 (sotay_record_get ((SotayRecord *) a, SOTAY_OUTREACH_DAY),
                          sotay_record_get ((SotayRecord *) b, SOTAY_OUTREACH_DAY));

  return order != 0 ? order : -g_strcmp0 (sotay_record_get_id ((SotayRecord *) a),
                                          sotay_record_get_id ((SotayRecord *) b));
}

static char *
sotay_outreach_tab_dup_group (SotayRecordsTab *tab, SotayRecord *outreach)
{
  return sotay_records_tab_dup_month (sotay_record_get (outreach, SOTAY_OUTREACH_DAY));
}

static void
add_part (GString *text, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
sotay_outreach_tab_fill_row (SotayRecordsTab *tab, SotayRecord *outreach, SotayRecordRow *row)
{
  const char *place = sotay_record_get (outreach, SOTAY_OUTREACH_PLACE);
  const char *form = sotay_record_get (outreach, SOTAY_OUTREACH_FORM);
  const char *day = sotay_record_get (outreach, SOTAY_OUTREACH_DAY);
  g_autofree char *when = day != NULL ? sotay_date_format_iso (day) : NULL;
  g_autofree char *unit = sotay_records_tab_dup_unit_name (tab, sotay_record_get (outreach, SOTAY_OUTREACH_UNIT_ID));
  g_autofree char *reached = sotay_number_format (sotay_outreach_get_reached (outreach));
  g_autoptr (GString) details = g_string_new (when);

  add_part (details, form != NULL && place != NULL ? place : NULL);
  add_part (details, unit);
  add_part (details, sotay_record_get (outreach, SOTAY_OUTREACH_NOTE));
  sotay_record_row_set_texts (row, form != NULL ? form : place, details->str, reached, NULL);
}

static void
saved_cb (SotayRecordsTab *tab, const char *id)
{
  sotay_records_tab_reveal (tab, id);
}

static SotayRecord *
create_draft (SotayRecordsTab *tab)
{
  GDate today = sotay_date_today ();
  g_autofree char *iso = sotay_date_to_iso (&today);
  g_autoptr (SotayRecord) empty = sotay_record_new (SOTAY_RECORD_OUTREACH, NULL);
  g_autoptr (SotayRecord) dated = sotay_record_with (empty, SOTAY_OUTREACH_DAY, iso);

  return sotay_record_with (dated, SOTAY_OUTREACH_UNIT_ID, sotay_records_tab_get_unit_id (tab));
}

static void
sotay_outreach_tab_edit (SotayRecordsTab *tab, SotayRecord *outreach)
{
  const SotayFormField fields[] = {
    { SOTAY_OUTREACH_DAY, SOTAY_FORM_DAY, _("Day"), _("type a day such as 5/3/2024; not one to come"), NULL, NULL },
    { SOTAY_OUTREACH_FORM, SOTAY_FORM_TEXT, _("Form: a meeting of the neighbourhood, loudspeakers…"),
      _("say how or where"), NULL, NULL },
    { SOTAY_OUTREACH_PLACE, SOTAY_FORM_TEXT, _("Venue"), _("say how or where"), NULL, NULL },
    { SOTAY_OUTREACH_REACHED, SOTAY_FORM_NUMBER, _("People reached"), _("type a whole number"), NULL, NULL },
    { SOTAY_OUTREACH_UNIT_ID, SOTAY_FORM_UNIT, _("Unit"), NULL, NULL, NULL },
    { SOTAY_OUTREACH_NOTE, SOTAY_FORM_TEXT, _("Note"), NULL, NULL, NULL },
  };
  g_autoptr (SotayRecord) draft = outreach != NULL ? g_object_ref (outreach) : create_draft (tab);
  GtkWidget *dialog = sotay_record_dialog_new (sotay_records_tab_get_window (tab), sotay_register_tab_get_store (tab),
                                               sotay_records_tab_get_names (tab), NULL,
                                               outreach != NULL ? _("Edit Outreach") : _("Add Outreach"), outreach,
                                               draft, fields, G_N_ELEMENTS (fields));

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), tab, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* "2024-03" of @months_ago months before this one. */
static char *
month_before (guint months_ago)
{
  GDate day = sotay_date_today ();

  g_date_set_day (&day, 1);
  g_date_subtract_months (&day, months_ago);
  return g_strdup_printf ("%04u-%02u", g_date_get_year (&day), g_date_get_month (&day));
}

static guint64
sum_month (GPtrArray *records, const char *month)
{
  guint64 sum = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const char *day = sotay_record_get (records->pdata[i], SOTAY_OUTREACH_DAY);

      if (month == NULL || (day != NULL && g_str_has_prefix (day, month)))
        sum += sotay_outreach_get_reached (records->pdata[i]);
    }
  return sum;
}

static void
show_chart (SotayOutreachTab *self, GPtrArray *records)
{
  SotayBar bars[MOST_MONTHS];
  guint64 sums[MOST_MONTHS];
  guint64 most = 1;

  for (guint i = 0; i < MOST_MONTHS; i++)
    {
      g_autofree char *month = month_before (MOST_MONTHS - 1 - i);

      sums[i] = sum_month (records, month);
      most = MAX (most, sums[i]);
      bars[i].label = sotay_date_format_iso (month);
      bars[i].value = sotay_number_format (sums[i]);
    }
  for (guint i = 0; i < MOST_MONTHS; i++)
    bars[i].share = (double) sums[i] / most;
  sotay_bar_chart_set_bars (self->chart, _("People reached by month"), bars, MOST_MONTHS);
  for (guint i = 0; i < MOST_MONTHS; i++)
    {
      g_free (bars[i].label);
      g_free (bars[i].value);
    }
}

static void
sotay_outreach_tab_show_records (SotayRecordsTab *tab, GPtrArray *records)
{
  SotayOutreachTab *self = SOTAY_OUTREACH_TAB (tab);
  guint64 sum = sum_month (records, NULL);
  g_autofree char *number = sotay_number_format (sum);
  g_autofree char *text = g_strdup_printf (ngettext ("%s person reached", "%s people reached", (gulong) sum), number);

  gtk_label_set_text (self->total_label, text);
  gtk_widget_set_visible (self->head, records->len > 0);
  show_chart (self, records);
}

static void
sotay_outreach_tab_class_init (SotayOutreachTabClass *klass)
{
  SotayRecordsTabClass *tab_class = SOTAY_RECORDS_TAB_CLASS (klass);

  tab_class->kind = SOTAY_RECORD_OUTREACH;
  tab_class->unit_field = SOTAY_OUTREACH_UNIT_ID;
  tab_class->compare = compare_outreach;
  tab_class->dup_group = sotay_outreach_tab_dup_group;
  tab_class->fill_row = sotay_outreach_tab_fill_row;
  tab_class->edit = sotay_outreach_tab_edit;
  tab_class->show_records = sotay_outreach_tab_show_records;
}

static void
sotay_outreach_tab_init (SotayOutreachTab *self)
{
  SotayRecordsTab *tab = SOTAY_RECORDS_TAB (self);

  self->head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->total_label = GTK_LABEL (gtk_label_new (NULL));
  self->chart = g_object_new (SOTAY_TYPE_BAR_CHART, NULL);
  gtk_label_set_xalign (self->total_label, 0);
  gtk_label_set_wrap (self->total_label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->total_label), "title-4");
  gtk_widget_set_size_request (GTK_WIDGET (self->chart), -1, CHART_HEIGHT);
  gtk_widget_set_halign (GTK_WIDGET (self->chart), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->total_label));
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->chart));
  sotay_records_tab_set_head (tab, self->head);
  sotay_records_tab_set_words (tab, _("Add Outreach…"), _("No Outreach Yet"),
                               _("Write down each meeting, broadcast or visit that carries the utilities on to "
                                 "citizens, and how many people it reached."));
  sotay_records_tab_add_action (tab, _("Remove"), "records.remove");
  sotay_records_tab_add_action (tab, _("Edit…"), "records.edit");
}
