/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests, which do not wait ten seconds. */
#pragma once

#include "presentation/journal.h"

G_BEGIN_DECLS

/* How often it is written down that the slide is still there, in milliseconds; before a show is followed. */
void sotay_journal_set_interval (SotayJournal *journal, guint interval);

G_END_DECLS
