/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/hit.h"

void
sotay_hit_free (SotayHit *hit)
{
  g_object_unref (hit->page);
  g_free (hit->snippet);
  g_free (hit);
}
