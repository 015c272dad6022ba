/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_CAMPAIGN_DIALOG (sotay_campaign_dialog_get_type ())
/**
 * SotayCampaignDialog:
 *
 * What 100 % means: which utilities, for whom, until when.
 */
G_DECLARE_FINAL_TYPE (SotayCampaignDialog, sotay_campaign_dialog, SOTAY, CAMPAIGN_DIALOG, AdwWindow)

/**
 * sotay_campaign_dialog_new:
 * @parent: the main window
 * @services: the register, and the names of the utilities
 * @campaign: (nullable): what was set before
 *
 * Returns: the dialog, to be presented
 */
GtkWidget *sotay_campaign_dialog_new (GtkWindow *parent, SotayServices *services, SotayRecord *campaign);

G_END_DECLS
