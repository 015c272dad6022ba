/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/register/register-tab.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_LOG_TAB (sotay_log_tab_get_type ())
/**
 * SotayLogTab:
 *
 * The change log of the whole register in words, the newest first. Older steps are read when somebody scrolls to them.
 */
G_DECLARE_FINAL_TYPE (SotayLogTab, sotay_log_tab, SOTAY, LOG_TAB, SotayRegisterTab)

G_END_DECLS
