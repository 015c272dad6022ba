/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/report-error.h"

G_DEFINE_QUARK (sotay-report-error-quark, sotay_report_error)
