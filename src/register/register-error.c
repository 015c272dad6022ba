/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/register-error.h"

G_DEFINE_QUARK (sotay-register-error-quark, sotay_register_error)
