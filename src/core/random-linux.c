/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/random.h"

#include <errno.h>
#include <sys/random.h>

gboolean
sotay_random_bytes (guint8 *bytes, gsize length)
{
  gsize filled = 0;

  while (filled < length)
    {
      gssize got = getrandom (bytes + filled, length - filled, 0);

      if (got < 0 && errno != EINTR)
        return FALSE;
      filled += got > 0 ? (gsize) got : 0;
    }
  return TRUE;
}
