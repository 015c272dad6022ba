/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SotayEmployment:
 *
 * How a person works for a unit. Which of these count towards 100 % is said by the campaign (campaign.h); a person
 * whose kind is not known always counts.
 */
typedef enum
{
  SOTAY_EMPLOYMENT_OFFICIAL,      /* cán bộ, công chức (Luật Cán bộ, công chức) */
  SOTAY_EMPLOYMENT_PUBLIC,        /* viên chức (Luật Viên chức) */
  SOTAY_EMPLOYMENT_WORKER,        /* người lao động, on a contract of employment */
  SOTAY_EMPLOYMENT_PART_TIME,     /* người hoạt động không chuyên trách */
  SOTAY_EMPLOYMENT_NEIGHBOURHOOD, /* tổ dân phố, thôn */
  SOTAY_EMPLOYMENT_OTHER,
  SOTAY_EMPLOYMENT_N
} SotayEmployment;

const char *sotay_employment_to_string (SotayEmployment employment); /* "official", "public", "worker" … */
gboolean sotay_employment_from_string (const char *text, SotayEmployment *employment);

G_END_DECLS
