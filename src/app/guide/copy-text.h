/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a copy of the manual is described to people. */
#pragma once

#include "guide/manual-copy.h"

G_BEGIN_DECLS

char *sotay_copy_text_day (SotayManualCopy *copy);    /* (transfer full): "Bản ngày 05/3/2024" */
char *sotay_copy_text_size (SotayManualCopy *copy);   /* (transfer full): "5,3 MB · 118 trang" */
char *sotay_copy_text_source (SotayManualCopy *copy); /* (transfer full): an address, or the path of a file */

G_END_DECLS
