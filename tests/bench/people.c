/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "people.h"

#include "core/uuid.h"

#define OFFICES 100 /* in a ward */

/* By how common they are: a draw takes the smaller of two numbers. */
static const char *const families[] = {
  "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý",
  "Đoàn", "Trịnh", "Đinh", "Mai", "Trương", "Lâm", "Cao", "Hà", "Tạ", "Thái", "Chu", "Châu", "Quách", "Tôn", "Lương",
  "Vương", "Tô", "Kiều", "Nông", "Triệu", "Lò", "Giàng", "Niê", "Thạch",
};
static const char *const middles[] = {
  "Thị", "Văn", "Thanh", "Minh", "Ngọc", "Thị Thu", "Hữu", "Đức", "Quốc", "Xuân", "Thị Kim", "Hồng", "Thị Mỹ", "Công",
  "Đình", "Quang", "Anh", "Thị Bích", "Hoàng", "Trọng", "Gia", "Bảo", "Thị Ngọc", "Duy", "Tuấn", "Khánh", "Phương",
  "Thị Hồng", "Thế", "Mạnh", "Bá", "Thùy", "Diệu", "Nhật", "Hải", "Trung", "Thị Phương", "Kim", "Việt", "Thiên",
};
static const char *const givens[] = {
  "Anh", "Hương", "Hùng", "Linh", "Hoa", "Lan", "Dũng", "Hà", "Tuấn", "Nga", "Thảo", "Nam", "Bình", "Hải", "Yến", "Mai",
  "Long", "Trang", "Sơn", "Hạnh", "Phúc", "Thủy", "Đạt", "Vân", "Khoa", "Quân", "Huy", "Ngọc", "Tâm", "Giang", "Ánh",
  "Châu", "Hiếu", "Nhung", "Oanh", "Phong", "Quỳnh", "Thắng", "Trâm", "Vinh", "Xuân", "Ân", "Bảo", "Cường", "Diễm",
  "Đông", "Duyên", "Hằng", "Hoàng", "Khang", "Kiên", "Lộc", "Loan", "My", "Nghĩa", "Nhi", "Phượng", "Quý", "Sang",
  "Thịnh", "Thư", "Tiến", "Toàn", "Trinh", "Trúc", "Tùng", "Uyên", "Việt", "Vy", "Ý", "Đức", "Hậu", "Lợi", "Nguyên",
};
static const char *const positions[] = {
  "Chuyên viên", "Giáo viên", "Văn thư", "Kế toán", "Điều dưỡng", "Phó trưởng phòng", "Trưởng phòng", "Tư pháp - Hộ tịch",
  "Địa chính - Xây dựng", "Văn hóa - Xã hội", "Công an phường", "Bác sĩ", "Nhân viên một cửa", "Tổ trưởng tổ dân phố",
  "Hiệu trưởng", "Phó Chủ tịch UBND", "Chủ tịch UBND", "Bí thư Đoàn", "Thủ quỹ", "Bảo vệ",
};
static const char *const wards[] = { "Phường", "Xã", "Phường", "Xã", "Đặc khu" };
static const char *const offices[] = { "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Trung tâm Phục vụ hành chính công",
                                       "Trường Tiểu học", "Trường THCS", "Trường Mầm non", "Trạm Y tế", "Văn phòng" };

/* splitmix64: the same for the same number, everywhere. */
static guint64
draw (guint64 *state)
{
  guint64 z = *state += 0x9e3779b97f4a7c15u;

  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
  z = (z ^ z >> 27) * 0x94d049bb133111ebu;
  return z ^ z >> 31;
}

static const char *
draw_common (guint64 *state, const char *const *from, guint n)
{
  return from[MIN (draw (state) % n, draw (state) % n)];
}

SotayUnit *
people_unit (guint number, GPtrArray *units)
{
  guint64 state = number;
  guint ward = (number - 1) / OFFICES * OFFICES + 1;
  const char *place = draw_common (&state, givens, G_N_ELEMENTS (givens));
  g_autofree char *name = NULL;

  if (number == 0)
    return sotay_unit_new (NULL, NULL, "Tỉnh");
  if (number == ward)
    {
      name = g_strdup_printf ("%s %s %s %u", wards[number / OFFICES % G_N_ELEMENTS (wards)],
                              draw_common (&state, families, G_N_ELEMENTS (families)), place, number / OFFICES + 1);
      return sotay_unit_new (NULL, sotay_unit_get_id (g_ptr_array_index (units, 0)), name);
    }
  name = g_strdup_printf ("%s %s", offices[number % G_N_ELEMENTS (offices)], place);
  return sotay_unit_new (NULL, sotay_unit_get_id (g_ptr_array_index (units, ward)), name);
}

SotayStaff *
people_staff (guint number, GPtrArray *units)
{
  guint64 state = (guint64) number << 20;
  const char *family = draw_common (&state, families, G_N_ELEMENTS (families));
  const char *middle = draw_common (&state, middles, G_N_ELEMENTS (middles));
  const char *given = draw_common (&state, givens, G_N_ELEMENTS (givens));
  const char *more = draw (&state) % 3 == 0 ? givens[draw (&state) % G_N_ELEMENTS (givens)] : NULL;
  const char *fields[SOTAY_STAFF_N_FIELDS] = { NULL };
  g_autofree char *name
      = g_strjoin (" ", family, middle, more != NULL ? more : given, more != NULL ? given : NULL, NULL);
  g_autofree char *code = g_strdup_printf ("CB%07u", number);
  g_autofree char *id = sotay_uuid_new ();
  g_autofree char *birth = g_strdup_printf ("%u", 1963 + (guint) (draw (&state) % 40));
  guint unit = (guint) (draw (&state) % units->len);

  fields[SOTAY_STAFF_NAME] = name;
  fields[SOTAY_STAFF_UNIT_ID] = sotay_unit_get_id (g_ptr_array_index (units, unit));
  fields[SOTAY_STAFF_POSITION] = draw_common (&state, positions, G_N_ELEMENTS (positions));
  fields[SOTAY_STAFF_CODE] = code;
  fields[SOTAY_STAFF_BIRTH] = birth;
  fields[SOTAY_STAFF_EMPLOYMENT] = "official";
  fields[SOTAY_STAFF_TRAINED_ON] = draw (&state) % 5 < 2 ? "2025-03-05" : NULL;
  return sotay_staff_restore (id, fields);
}
