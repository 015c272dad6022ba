/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/findings-list.h"

#include "services/describe-finding.h"

#include <glib/gi18n-lib.h>

/* More are said in a number: nobody reads on. */
#define MOST_ROWS 50

struct _SotayFindingsList
{
  AdwBin parent_instance;

  GtkExpander *expander;
  GtkLabel *summary_label;
  GtkListBox *list_box;
  GtkLabel *more_label;

  GPtrArray *findings;
};

enum
{
  MEND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayFindingsList, sotay_findings_list, ADW_TYPE_BIN)

static const char *
get_icon (SotayFindingSeverity severity)
{
  switch (severity)
    {
    case SOTAY_FINDING_ERROR:
      return "dialog-error-symbolic";
    case SOTAY_FINDING_WARNING:
      return "dialog-warning-symbolic";
    default:
      return "dialog-information-symbolic";
    }
}

static const char *
get_word (SotayFindingSeverity severity)
{
  switch (severity)
    {
    case SOTAY_FINDING_ERROR:
      return _("To mend");
    case SOTAY_FINDING_WARNING:
      return _("To look at");
    default:
      return _("To know");
    }
}

static GtkWidget *
new_row (const SotayFinding *finding)
{
  g_autofree char *sentence = sotay_describe_finding (finding);
  /* Translators: how serious a finding is, then what was found */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), get_word (finding->severity), sentence);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (finding->severity));
  GtkWidget *label = gtk_label_new (sentence);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (icon, get_word (finding->severity));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (row, "finding");
  if (finding->severity == SOTAY_FINDING_ERROR)
    gtk_widget_add_css_class (icon, "error");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
activated_cb (SotayFindingsList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[MEND], 0, self->findings->pdata[gtk_list_box_row_get_index (row)]);
}

static guint
count_errors (GPtrArray *findings)
{
  guint n_errors = 0;

  for (guint i = 0; i < findings->len; i++)
    n_errors += ((const SotayFinding *) findings->pdata[i])->severity == SOTAY_FINDING_ERROR;
  return n_errors;
}

static char *
create_summary (GPtrArray *findings)
{
  guint n_errors = count_errors (findings);

  if (findings->len == 0)
    return g_strdup (_("The check found nothing to mend"));
  if (n_errors == 0)
    return g_strdup_printf (ngettext ("%u remark of the check", "%u remarks of the check", findings->len),
                            findings->len);
  return g_strdup_printf (ngettext ("%u thing to mend before the report is issued",
                                    "%u things to mend before the report is issued", n_errors), n_errors);
}

static void
sotay_findings_list_dispose (GObject *object)
{
  g_clear_pointer (&SOTAY_FINDINGS_LIST (object)->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (sotay_findings_list_parent_class)->dispose (object);
}

static void
sotay_findings_list_class_init (SotayFindingsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_findings_list_dispose;
  signals[MEND] = g_signal_new ("mend", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/reports/findings-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayFindingsList, expander);
  gtk_widget_class_bind_template_child (widget_class, SotayFindingsList, summary_label);
  gtk_widget_class_bind_template_child (widget_class, SotayFindingsList, list_box);
  gtk_widget_class_bind_template_child (widget_class, SotayFindingsList, more_label);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
sotay_findings_list_init (SotayFindingsList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_findings_list_show (SotayFindingsList *self, GPtrArray *findings)
{
  guint n_rows = MIN (findings->len, MOST_ROWS);
  g_autofree char *summary = create_summary (findings);
  g_autofree char *more = g_strdup_printf (ngettext ("And %u more", "And %u more", findings->len - n_rows),
                                           findings->len - n_rows);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  g_ptr_array_ref (findings);
  /* What must be mended is seen at once; whether the rest is seen is up to the person. */
  if (self->findings == NULL || count_errors (self->findings) == 0)
    gtk_expander_set_expanded (self->expander,
                               count_errors (findings) > 0 || gtk_expander_get_expanded (self->expander));
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = findings;
  for (guint i = 0; i < n_rows; i++)
    gtk_list_box_append (self->list_box, new_row (findings->pdata[i]));
  gtk_label_set_text (self->summary_label, summary);
  gtk_label_set_text (self->more_label, more);
  gtk_widget_set_visible (GTK_WIDGET (self->list_box), n_rows > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), findings->len > n_rows);
}

void
sotay_findings_list_edit (SotayFindingsList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, 0);

  gtk_expander_set_expanded (self->expander, TRUE);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
