/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/guide-error.h"

G_DEFINE_QUARK (sotay-guide-error-quark, sotay_guide_error)
