/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/headings.h"

#include "core/text.h"
#include "register/column.h"

#include <string.h>

#define LONGEST_HEADING 200
#define MOST_WORDS 10

/* Folded, without punctuation and what stands in brackets; several are separated by '|'. */
static const struct
{
  int column;
  const char *headings;
} known[] = {
  { SOTAY_COLUMN_ORDER, "stt|tt|so tt|so thu tu|thu tu|no|s t t|t t|number" },
  { SOTAY_STAFF_NAME, "ho va ten|ho ten|hoten|h ten|h va ten|ho va ten can bo|ho ten can bo|ho va ten cbcc|"
                      "ho va ten cbccvc|ten can bo|ten nhan vien|ho va ten nhan vien|ho va ten nguoi lao dong|"
                      "ho chu dem va ten|ho dem va ten|ho ten khai sinh|ho va ten khai sinh|can bo|hvt|"
                      "ho va ten giao vien|ho ten giao vien|full name|fullname|name|staff name" },
  { SOTAY_COLUMN_FAMILY_NAME, "ho dem|ho va dem|ho va ten dem|ho ten dem|ho va chu dem|ho chu dem|ho lot|ho va ten lot|"
                              "ho va chu lot|ho chu lot|ho|family name|last name|surname" },
  { SOTAY_COLUMN_GIVEN_NAME, "ten|given name|first name" },
  { SOTAY_STAFF_BIRTH, "nam sinh|ngay sinh|ngay thang nam sinh|ngay thang sinh|ngay nam sinh|sinh ngay|sinh nam|"
                       "ng sinh|n sinh|ntns|ng th nam sinh|ngay thang nam|"
                       "birth|birth year|year of birth|birth date|date of birth|birthday|born|dob" },
  { SOTAY_STAFF_POSITION, "chuc vu|chuc danh|chuc vu chuc danh|chuc danh chuc vu|vi tri|vi tri viec lam|c vu|cv|"
                          "chuc vu cong tac|chuc vu hien tai|chuc danh nghe nghiep|cong viec|nghe nghiep|nhiem vu|"
                          "position|title|job title" },
  { SOTAY_COLUMN_UNIT_NAME, "don vi|ten don vi|don vi cong tac|dv cong tac|dvct|dv|noi cong tac|co quan|"
                            "co quan don vi|don vi co quan|phong ban|phong ban don vi|don vi phong ban|phong|bo phan|"
                            "to|to dan pho|to chuyen mon|to bo mon|co quan cong tac|don vi truc thuoc|khoa phong|doi|"
                            "unit|department" },
  { SOTAY_STAFF_LEVEL, "muc do|muc do dinh danh|muc dinh danh|muc do tai khoan|muc tai khoan|muc do dinh danh dien tu|"
                       "cap do|cap do dinh danh|tai khoan dinh danh|muc do tai khoan dinh danh dien tu|muc do vneid|"
                       "muc dd|muc do dd|mddd|level|account level" },
  { SOTAY_COLUMN_LEVEL_1, "muc 1|muc do 1|muc do 01|muc 01|cap do 1|dinh danh muc 1|dinh danh muc do 1|level 1" },
  { SOTAY_COLUMN_LEVEL_2, "muc 2|muc do 2|muc do 02|muc 02|cap do 2|dinh danh muc 2|dinh danh muc do 2|level 2" },
  { SOTAY_STAFF_ACTIVATED, "kich hoat|da kich hoat|kich hoat vneid|kich hoat tai khoan|tinh trang kich hoat|"
                           "da kich hoat tai khoan|kich hoat tai khoan dinh danh|kich hoat dinh danh|"
                           "trang thai kich hoat|activated|active" },
  { SOTAY_STAFF_EMPLOYMENT, "loai hinh|doi tuong|loai hinh lao dong|loai can bo|loai lao dong|loai hop dong|hinh thuc|"
                            "dien|ngach|loai|loai doi tuong|nhom doi tuong|loai hinh doi tuong|employment|"
                            "employment type|kind of employment" },
  { SOTAY_STAFF_TRAINED_ON, "ngay tap huan|tap huan|da tap huan|tap huan ngay|da tap huan ngay|ngay duoc tap huan|"
                            "da duoc tap huan|thoi gian tap huan|trained on|trained|training date|date trained" },
  { SOTAY_STAFF_PASSED_ON, "ngay dat|passed on|passed" },
  { SOTAY_STAFF_JOINED_ON, "ngay vao|ngay vao lam|ngay tiep nhan|ngay vao co quan|ngay tuyen dung|ngay ve don vi|"
                           "joined on|joined|start date" },
  { SOTAY_STAFF_LEFT_ON, "ngay nghi|ngay nghi viec|ngay chuyen di|ngay nghi huu|ngay nghi hoac chuyen di|"
                         "left on|left|end date" },
  { SOTAY_STAFF_PHONE, "dien thoai|so dien thoai|so dien thoai di dong|dien thoai di dong|dien thoai lien he|"
                       "so dien thoai lien he|sdt|so dt|dt|d thoai|dtdd|so dtdd|di dong|dt lien he|sdt lien he|"
                       "phone|phone number|mobile|telephone|tel" },
  { SOTAY_STAFF_CODE, "ma cb|ma so|ma can bo|ma so can bo|ma cbcc|ma cbccvc|ma nhan vien|ma nv|so hieu|ma gv|ma|"
                      "ma giao vien|ma cc|ma vien chuc|ma cong chuc|ma dinh danh can bo|so hieu cbcc|so hieu cand|"
                      "code|staff code|employee id" },
  { SOTAY_STAFF_NOTE, "ghi chu|g chu|gc|note|notes|remark|remarks" },
  { SOTAY_HEADING_SEX, "nam|nu|male|female" },
};

/* What a longer heading can hold, the more telling first. */
static const struct
{
  int column;
  const char *words;
} loose[] = {
  { SOTAY_STAFF_NAME, "ho va ten" },        { SOTAY_STAFF_NAME, "ho ten" },
  { SOTAY_STAFF_PHONE, "dien thoai" },      { SOTAY_STAFF_PHONE, "sdt" },
  { SOTAY_STAFF_BIRTH, "nam sinh" },        { SOTAY_STAFF_BIRTH, "ngay sinh" },
  { SOTAY_STAFF_ACTIVATED, "kich hoat" },   { SOTAY_STAFF_LEVEL, "muc do" },
  { SOTAY_STAFF_TRAINED_ON, "tap huan" },   { SOTAY_STAFF_POSITION, "chuc vu" },
  { SOTAY_STAFF_POSITION, "chuc danh" },    { SOTAY_COLUMN_UNIT_NAME, "don vi" },
  { SOTAY_COLUMN_UNIT_NAME, "noi cong tac" }, { SOTAY_STAFF_NOTE, "ghi chu" },
};

static char *
normalize (const char *heading)
{
  g_autofree char *folded = sotay_text_fold (heading);
  g_auto (GStrv) words = sotay_text_split (folded);

  return g_strjoinv (" ", words);
}

/* Without "(dd/mm/yyyy)". */
static char *
drop_brackets (const char *heading)
{
  GString *rest = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = heading; *p != '\0'; p++)
    {
      depth += *p == '(';
      if (depth == 0)
        g_string_append_c (rest, *p);
      if (*p == ')' && depth > 0)
        depth--;
    }
  return g_string_free (rest, FALSE);
}

static gboolean
is_listed (const char *headings, const char *heading)
{
  gsize length = strlen (heading);

  for (const char *p = headings;;)
    {
      gsize listed = strcspn (p, "|");

      if (listed == length && strncmp (p, heading, length) == 0)
        return TRUE;
      if (p[listed] == '\0')
        return FALSE;
      p += listed + 1;
    }
}

static int
find_exactly (const char *heading)
{
  for (guint i = 0; *heading != '\0' && i < G_N_ELEMENTS (known); i++)
    if (is_listed (known[i].headings, heading))
      return known[i].column;
  return SOTAY_COLUMN_NONE;
}

static int
find_loosely (const char *heading)
{
  g_autofree char *padded = g_strconcat (" ", heading, " ", NULL);
  guint words = 1;

  for (const char *p = heading; *p != '\0'; p++)
    words += *p == ' ';
  for (guint i = 0; words <= MOST_WORDS && i < G_N_ELEMENTS (loose); i++)
    {
      g_autofree char *word = g_strconcat (" ", loose[i].words, " ", NULL);

      if (strstr (padded, word) != NULL)
        return loose[i].column;
    }
  return SOTAY_COLUMN_NONE;
}

int
sotay_heading_find (const char *heading, gboolean loosely)
{
  g_autofree char *plain = NULL;
  g_autofree char *bare = NULL;
  g_autofree char *whole = NULL;
  int column;

  if (*heading == '\0' || strlen (heading) > LONGEST_HEADING)
    return SOTAY_COLUMN_NONE;
  bare = drop_brackets (heading);
  plain = normalize (bare);
  column = find_exactly (plain);
  if (column != SOTAY_COLUMN_NONE)
    return column;
  whole = normalize (heading);
  column = find_exactly (whole);
  return column == SOTAY_COLUMN_NONE && loosely ? find_loosely (plain) : column;
}
