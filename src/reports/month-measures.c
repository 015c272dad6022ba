/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/month-measures.h"

static const SotayMonthMeasure measures[] = {
  { "phai-tap-huan", "Số người phải tập huấn",
    "Người thuộc đơn vị vào ngày %s, thuộc diện phải tập huấn theo kế hoạch.", SOTAY_STAFF_DUE, NULL },
  { "da-tap-huan", "Số người đã tập huấn",
    "Trong số người phải tập huấn, người đã được hướng dẫn đủ các tiện ích bắt buộc tính đến ngày %s.",
    SOTAY_STAFF_TRAINED, NULL },
  { "chua-tap-huan", "Số người chưa tập huấn",
    "Trong số người phải tập huấn, người chưa được hướng dẫn đủ các tiện ích bắt buộc tính đến ngày %s.",
    SOTAY_STAFF_UNTRAINED, NULL },
  { "dat", "Số người đạt (sử dụng thành thạo)",
    "Trong số người đã tập huấn, người sử dụng thành thạo các tiện ích bắt buộc tính đến ngày %s.",
    SOTAY_STAFF_PASSED, NULL },
  { "moi-tap-huan", "Số người hoàn thành tập huấn trong tháng",
    "Trong số người phải tập huấn, người hoàn thành tập huấn trong tháng, tính đến ngày %s.", -1, "da-tap-huan" },
  { "so-lop", "Số lớp tập huấn", "Lớp do đơn vị tổ chức trong tháng, tính đến ngày %s; lớp chia nhiều ca tính một.", -1,
    "so-lop-luy-ke" },
  { "luot-nguoi", "Lượt người tham gia tập huấn",
    "Lượt người có mặt hoặc đến muộn tại các lớp trong tháng, tính đến ngày %s; mỗi lớp tính một lượt.", -1,
    "luot-nguoi-luy-ke" },
  { "so-nguoi", "Số người tham gia tập huấn",
    "Người có mặt hoặc đến muộn tại các lớp trong tháng, tính đến ngày %s; mỗi người tính một lần.", -1,
    "so-nguoi-luy-ke" },
  { "so-lop-luy-ke", "Số lớp tập huấn, lũy kế", "Lớp do đơn vị tổ chức từ trước đến ngày %s.", -1, NULL },
  { "luot-nguoi-luy-ke", "Lượt người tham gia tập huấn, lũy kế",
    "Lượt người có mặt hoặc đến muộn tại các lớp từ trước đến ngày %s.", -1, NULL },
  { "so-nguoi-luy-ke", "Số người tham gia tập huấn, lũy kế",
    "Người có mặt hoặc đến muộn tại các lớp từ trước đến ngày %s; mỗi người tính một lần.", -1, NULL },
  { "so-dot-tuyen-truyen", "Số đợt tuyên truyền đến nhân dân",
    "Đợt tuyên truyền ghi trong sổ có ngày trong tháng, tính đến ngày %s.", -1, "so-dot-tuyen-truyen-luy-ke" },
  { "luot-tuyen-truyen", "Lượt người dân được tuyên truyền",
    "Tổng số người của các đợt tuyên truyền trong tháng, tính đến ngày %s.", -1, "luot-tuyen-truyen-luy-ke" },
  { "so-dot-tuyen-truyen-luy-ke", "Số đợt tuyên truyền, lũy kế",
    "Đợt tuyên truyền ghi trong sổ từ trước đến ngày %s.", -1, NULL },
  { "luot-tuyen-truyen-luy-ke", "Lượt người dân được tuyên truyền, lũy kế",
    "Tổng số người của các đợt tuyên truyền từ trước đến ngày %s.", -1, NULL },
  { "so-vuong-mac", "Số khó khăn, vướng mắc chưa giải quyết",
    "Khó khăn, vướng mắc ghi trong sổ, chưa được giải quyết đến ngày %s.", -1, NULL },
  { "so-de-xuat", "Số đề xuất, kiến nghị chưa giải quyết",
    "Đề xuất, kiến nghị ghi trong sổ, chưa được giải quyết đến ngày %s.", -1, NULL },
};

const SotayMonthMeasure *
sotay_month_measures_get (guint *n_measures)
{
  *n_measures = G_N_ELEMENTS (measures);
  return measures;
}

const SotayMonthMeasure *
sotay_month_measures_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (g_str_equal (measures[i].name, name))
      return &measures[i];
  return NULL;
}

char *
sotay_month_measures_name_taught (guint utility)
{
  return g_strdup_printf ("huong-dan-u%u", utility + 1);
}

char *
sotay_month_measures_name_fluent (guint utility)
{
  return g_strdup_printf ("thanh-thao-u%u", utility + 1);
}
