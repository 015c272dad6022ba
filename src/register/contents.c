/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/contents.h"

void
sotay_contents_free (SotayContents *contents)
{
  g_clear_object (&contents->last_step);
  g_free (contents);
}
