/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands below the head of a slide. Private to this room. */
#pragma once

#include "presentation/slide-setting.h"

G_BEGIN_DECLS

void sotay_slide_body_set (SotaySlideSetting *setting); /* sets the texts, and the columns that they are poured into */

G_END_DECLS
