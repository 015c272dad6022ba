/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/columns.h"

#include "core/text.h"

#include <string.h>

/* The headings that offices use, folded, without punctuation; several are separated by '|'. */
static const struct
{
  guint column;
  const char *headings;
} known[] = {
  { SOTAY_COLUMN_ORDER, "stt|tt|so tt|so thu tu|no" },
  { SOTAY_STAFF_NAME, "ho va ten|ho ten|hoten|ho va ten can bo|ho ten can bo|ho va ten cbcc|ho va ten cbccvc|ten can bo|"
                      "ten nhan vien|ho va ten nhan vien|ho va ten nguoi lao dong|ho chu dem va ten|ho ten khai sinh|"
                      "ho va ten khai sinh|can bo|full name|fullname|name" },
  { SOTAY_COLUMN_FAMILY_NAME, "ho dem|ho va dem|ho va ten dem|ho ten dem|ho va chu dem|ho chu dem|ho lot|ho va ten lot|"
                              "ho|family name|last name|surname" },
  { SOTAY_COLUMN_GIVEN_NAME, "ten|given name|first name" },
  { SOTAY_STAFF_BIRTH, "nam sinh|ngay sinh|ngay thang nam sinh|ngay thang sinh|ngay nam sinh|sinh ngay|sinh nam|"
                       "birth|birth year|year of birth|birth date|date of birth|birthday|born|dob" },
  { SOTAY_STAFF_POSITION, "chuc vu|chuc danh|chuc vu chuc danh|chuc danh chuc vu|vi tri|vi tri viec lam|"
                          "chuc vu cong tac|cong viec|nghe nghiep|position|title|job title" },
  { SOTAY_COLUMN_UNIT_NAME, "don vi|ten don vi|don vi cong tac|noi cong tac|co quan|co quan don vi|phong ban|"
                            "phong ban don vi|don vi phong ban|phong|bo phan|unit|department" },
  { SOTAY_STAFF_LEVEL, "muc do|muc do dinh danh|muc dinh danh|muc do tai khoan|muc tai khoan|muc do dinh danh dien tu|"
                       "cap do|tai khoan dinh danh|level|account level" },
  { SOTAY_STAFF_TRAINED_ON, "ngay tap huan|tap huan|da tap huan|tap huan ngay|da tap huan ngay|ngay duoc tap huan|"
                            "trained on|trained|training date|date trained" },
  { SOTAY_STAFF_PASSED_ON, "ngay dat|passed on" },
  { SOTAY_STAFF_JOINED_ON, "ngay vao|ngay vao lam|ngay tiep nhan|joined on|joined" },
  { SOTAY_STAFF_LEFT_ON, "ngay nghi|ngay nghi viec|ngay chuyen di|ngay nghi hoac chuyen di|left on|left" },
  { SOTAY_STAFF_PHONE, "dien thoai|so dien thoai|so dien thoai di dong|dien thoai di dong|dien thoai lien he|"
                       "so dien thoai lien he|sdt|so dt|dt|di dong|phone|phone number|mobile|telephone" },
  { SOTAY_STAFF_CODE, "ma cb|ma so|ma can bo|ma so can bo|ma cbcc|ma cbccvc|ma nhan vien|ma nv|so hieu|"
                      "so hieu cbcc|code|staff code" },
  { SOTAY_STAFF_NOTE, "ghi chu|note|notes|remark|remarks" },
};

static char *
normalize (const char *heading)
{
  g_autofree char *folded = sotay_text_fold (heading);
  g_auto (GStrv) words = sotay_text_split (folded);

  return g_strjoinv (" ", words);
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
find_column (const char *field)
{
  g_autofree char *heading = NULL;

  if (strlen (field) > 200)
    return -1;
  heading = normalize (field);
  if (*heading == '\0')
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (is_listed (known[i].headings, heading))
      return (int) known[i].column;
  return -1;
}

gboolean
sotay_columns_recognize (SotayColumns *columns, const char *const *fields)
{
  int *places = columns->places;

  columns->n_known = 0;
  for (guint i = 0; i < SOTAY_COLUMN_N; i++)
    places[i] = -1;
  for (guint i = 0; fields[i] != NULL; i++)
    {
      int column = find_column (fields[i]);

      if (column < 0 || places[column] >= 0)
        continue;
      places[column] = (int) i;
      columns->n_known++;
    }
  /* "Họ và tên" above two columns, joined in the sheet: family name, given name. */
  if (places[SOTAY_STAFF_NAME] >= 0 && g_strcmp0 (fields[places[SOTAY_STAFF_NAME] + 1], "") == 0)
    {
      places[SOTAY_COLUMN_FAMILY_NAME] = places[SOTAY_STAFF_NAME];
      places[SOTAY_COLUMN_GIVEN_NAME] = places[SOTAY_STAFF_NAME] + 1;
      places[SOTAY_STAFF_NAME] = -1;
    }
  /* "Tên" alone is the whole name; beside "Họ đệm" it is the given name. */
  if (places[SOTAY_STAFF_NAME] < 0 && places[SOTAY_COLUMN_FAMILY_NAME] < 0)
    places[SOTAY_STAFF_NAME] = places[SOTAY_COLUMN_GIVEN_NAME];
  return places[SOTAY_STAFF_NAME] >= 0
         || (places[SOTAY_COLUMN_FAMILY_NAME] >= 0 && places[SOTAY_COLUMN_GIVEN_NAME] >= 0);
}

const char *
sotay_columns_get (const SotayColumns *columns, const char *const *fields, guint column)
{
  int place = columns->places[column];

  for (int i = 0; i <= place && fields[i] != NULL; i++)
    if (i == place)
      return fields[i];
  return "";
}

char *
sotay_columns_dup_name (const SotayColumns *columns, const char *const *fields)
{
  const char *family;
  const char *given;

  if (columns->places[SOTAY_STAFF_NAME] >= 0)
    return g_strdup (sotay_columns_get (columns, fields, SOTAY_STAFF_NAME));
  family = sotay_columns_get (columns, fields, SOTAY_COLUMN_FAMILY_NAME);
  given = sotay_columns_get (columns, fields, SOTAY_COLUMN_GIVEN_NAME);
  return g_strconcat (family, *family != '\0' && *given != '\0' ? " " : "", given, NULL);
}
