/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/handout-help.h"

#include <glib/gi18n-lib.h>

struct _SotayHandoutHelp
{
  AdwBin parent_instance;

  AdwExpanderRow *expander;
};

G_DEFINE_FINAL_TYPE (SotayHandoutHelp, sotay_handout_help, ADW_TYPE_BIN)

static void
sotay_handout_help_class_init (SotayHandoutHelpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/handout-help.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutHelp, expander);
}

static void
sotay_handout_help_init (SotayHandoutHelp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sotay_handout_help_set_urgent (self, FALSE);
}

void
sotay_handout_help_set_urgent (SotayHandoutHelp *self, gboolean urgent)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander),
                                 urgent ? _("No phone has come yet. It may be this:")
                                        : _("If phones do not come through"));
  adw_expander_row_set_expanded (self->expander, urgent);
}
