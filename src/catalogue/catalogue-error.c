/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/catalogue-error.h"

G_DEFINE_QUARK (sotay-catalogue-error-quark, sotay_catalogue_error)
