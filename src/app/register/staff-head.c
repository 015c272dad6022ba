/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-head.h"

#include "app/widgets/progress-ring.h"
#include "core/numbers.h"

#include <glib/gi18n-lib.h>

struct _SotayStaffHead
{
  AdwBin parent_instance;

  SotayProgressRing *ring;
  GtkLabel *title;
  GtkLabel *due_label;
  GtkLabel *trained_label;
  GtkLabel *passed_label;
  GtkLabel *left_label;
};

G_DEFINE_FINAL_TYPE (SotayStaffHead, sotay_staff_head, ADW_TYPE_BIN)

static void
show_number (GtkLabel *label, guint number)
{
  g_autofree char *text = sotay_number_format (number);

  gtk_label_set_text (label, text);
}

static char *
create_left_text (guint due, guint trained)
{
  g_autofree char *left = sotay_number_format (due - trained);

  if (due == 0)
    return g_strdup (_("Nobody has to be trained yet"));
  if (trained == due)
    return g_strdup (_("Everyone has been trained"));
  return g_strdup_printf (ngettext ("%s person left to train", "%s people left to train", due - trained), left);
}

static void
sotay_staff_head_class_init (SotayStaffHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SOTAY_TYPE_PROGRESS_RING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/staff-head.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayStaffHead, ring);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffHead, title);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffHead, due_label);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffHead, trained_label);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffHead, passed_label);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffHead, left_label);
}

static void
sotay_staff_head_init (SotayStaffHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_staff_head_show (SotayStaffHead *self, SotayUnitProgress *part)
{
  SotayUnit *unit = sotay_unit_progress_get_unit (part);
  guint due = sotay_unit_progress_get_due (part);
  guint trained = MIN (sotay_unit_progress_get_trained (part), due);
  guint passed = sotay_unit_progress_get_passed (part);
  g_autofree char *left = create_left_text (due, trained);

  sotay_progress_ring_set_figures (self->ring, due, trained, passed);
  gtk_label_set_text (self->title, unit != NULL ? sotay_unit_get_name (unit) : _("All units"));
  show_number (self->due_label, due);
  show_number (self->trained_label, trained);
  show_number (self->passed_label, passed);
  gtk_label_set_text (self->left_label, left);
}
