/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/thread.h"

#include <sys/resource.h>

#define NICENESS 10

/* On Linux each thread has a niceness of its own, and 0 is the calling one. */
void
sotay_thread_give_way (void)
{
  setpriority (PRIO_PROCESS, 0, NICENESS);
}
