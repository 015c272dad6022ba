/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster-sections.h"

#include "core/text.h"
#include "register/cell-values.h"
#include "register/unit.h"

#include <string.h>

#define DIGITS "0123456789"
#define BEHIND_MARK ".)-:/ "

/* How a heading is numbered. Each kind has its place in the order in which the kinds are met. */
typedef enum
{
  ROMAN,
  LETTER,
  SMALL_LETTER,
  NUMBER,
  DOTTED, /* "1.1", "I.2" */
  PLAIN,
} Kind;

typedef struct
{
  Kind kind;
  char letter; /* of LETTER */
  char *name;
  const char *employment; /* it names a kind of employment and no unit */
  gboolean is_unit;       /* it begins as names of units do */
} Section;

struct _SotayRosterSections
{
  GArray *stack;
};

static void
clear_section (gpointer data)
{
  g_free (((Section *) data)->name);
}

gboolean
sotay_roster_has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

gboolean
sotay_roster_is_number (const char *text)
{
  gsize digits = strspn (text, DIGITS);

  return digits > 0 && strspn (text + digits, ".)") == strlen (text + digits);
}

/* Without accents it could be the beginning of a name ("Tống Công Danh"), so nothing may follow then. */
gboolean
sotay_roster_is_total (const char *text)
{
  static const char first_letters[] = "TtCcDd(";
  static const char *const accented[] = { "tổng số", "tổng cộng", "tổng:", "cộng:", "cộng (", "danh sách này có",
                                          "(danh sách này có", "danh sách có", "(danh sách có", "ấn định danh sách" };
  static const char *const bare[] = { "tong so", "tong cong", "tong", "cong", "total", "tổng", "cộng" };
  g_autofree char *lower = NULL;

  /* A million names are asked. */
  if (*text == '\0' || ((guint8) *text < 0x80 && strchr (first_letters, *text) == NULL))
    return FALSE;
  lower = sotay_text_fold_case (text);
  for (guint i = 0; i < G_N_ELEMENTS (accented); i++)
    if (g_str_has_prefix (lower, accented[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (bare); i++)
    if (g_str_has_prefix (lower, bare[i]) && !sotay_roster_has_letter (lower + strlen (bare[i])))
      return TRUE;
  return FALSE;
}

gboolean
sotay_roster_is_signature (const char *text)
{
  static const char *const beginnings[] = {
    "nguoi lap",   "thu truong",    "nguoi duyet", "ky ghi ro",   "(ky",        "ky ten",   "xac nhan",
    "noi nhan",    "ngay ",         "lap bang",    "tm.",         "t.m",        "kt.",      "k.t",
    "tl.",         "tuq.",          "q. chu tich", "- nhu ",      "- luu",      "nguoi tong hop", "can bo lap",
    "nguoi kiem",  "ghi chu:",      "luu y",       "chu tich",    "pho chu tich", "hieu truong", "truong cong an",
    "giam doc",    "cong hoa xa hoi", "doc lap -", "doc lap tu do",
  };
  g_autofree char *folded = sotay_text_fold (text);
  const char *day = strstr (folded, "ngay ");
  const char *month = day != NULL ? strstr (day, "thang ") : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (folded, beginnings[i]))
      return TRUE;
  return month != NULL && strstr (month, "nam ") != NULL;
}

/* With accents: "Tô", "Đoàn" and "Văn" are family names. */
static gboolean
begins_like_unit (const char *text)
{
  static const char *const words[] = {
    "phòng ",    "tổ ",       "ban ",      "khối ",     "trường ",   "công an",   "văn phòng", "ubnd",       "ủy ban",
    "uỷ ban",    "đảng ủy",   "đảng uỷ",   "hđnd",      "hội ",      "hội đồng",  "mttq",      "mặt trận",   "ubmttq",
    "ub mttq",   "trạm ",     "trung tâm", "thôn ",     "xã ",       "phường ",   "đội ",      "khoa ",      "sở ",
    "bộ phận",   "chi bộ",    "khu phố",   "ấp ",       "quận ",     "huyện ",    "đoàn thanh niên", "đoàn tn", "liên đoàn",
    "công đoàn", "chi cục",   "cục ",      "hạt kiểm",  "nhóm trẻ",  "bệnh viện", "xí nghiệp", "công ty",    "thành phố ",
    "thị trấn ", "đặc khu ",  "chi hội",   "hợp tác xã", "bản ",     "buôn ",     "quân sự",   "ban chqs",   "bch ",
  };
  g_autofree char *lower = sotay_text_fold_case (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (lower, words[i]))
      return TRUE;
  return FALSE;
}

/* The kind and the length of the number at the beginning of @text; PLAIN and 0 when there is none. */
static Kind
find_mark (const char *text, gsize *length)
{
  gsize roman = strspn (text, "IVX");
  gsize dotted = strspn (text, DIGITS "IVX.");
  gsize digits = strspn (text, DIGITS);

  *length = 0;
  while (dotted > 0 && text[dotted - 1] == '.')
    dotted--;
  if (dotted > MAX (roman, digits) && strpbrk (text, DIGITS) != NULL && strpbrk (text, DIGITS) < text + dotted)
    return *length = dotted, DOTTED;
  if (roman > 0)
    return *length = roman, ROMAN;
  if (digits > 0)
    return *length = digits, NUMBER;
  if (!g_ascii_isalpha (*text) || g_ascii_isalnum (text[1]) || (guint8) text[1] >= 0x80)
    return PLAIN;
  *length = 1;
  return g_ascii_isupper (*text) ? LETTER : SMALL_LETTER;
}

/* "I" may be the ninth letter as well. */
static Kind
settle_letter (SotayRosterSections *self, const char *text, gsize length, Kind kind)
{
  if (kind != ROMAN || length != 1)
    return kind;
  for (guint i = 0; i < self->stack->len; i++)
    {
      const Section *section = &g_array_index (self->stack, Section, i);

      if (section->kind == LETTER && section->letter + 1 == *text)
        return LETTER;
    }
  return kind;
}

/* Whether @text is a number as in the column STT, and nothing else. */
static gboolean
is_mark (const char *text, Kind *kind)
{
  gsize length;

  *kind = find_mark (text, &length);
  return length > 0 && strspn (text + length, ".)") == strlen (text + length);
}

/* Takes the number before a heading away; FALSE when there is none. */
static gboolean
split_mark (const char *text, Kind *kind, const char **rest)
{
  gsize length;

  *kind = find_mark (text, &length);
  if (length == 0 || strchr (".)-:/", text[length + (text[length] == ' ')]) == NULL || text[length] == '\0')
    return FALSE;
  *rest = text + length + strspn (text + length, BEHIND_MARK);
  return sotay_roster_has_letter (*rest);
}

/* "Phòng Tư pháp (12 người):" is Phòng Tư pháp. */
static char *
clean_name (const char *text)
{
  g_autofree char *name = g_strdup (text);

  for (char *p = name; *p != '\0'; p++)
    if ((*p == '(' || *p == ':') && g_ascii_isdigit (p[1 + strspn (p + 1, " ")]))
      {
        *p = '\0';
        break;
      }
  for (gsize length = strlen (name); length > 0 && strchr (" :.-;", name[length - 1]) != NULL; length--)
    name[length - 1] = '\0';
  return g_steal_pointer (&name);
}

static void
push (SotayRosterSections *self, Kind kind, char letter, const char *text)
{
  Section section = { .kind = kind, .letter = letter, .name = clean_name (text), .is_unit = begins_like_unit (text) };
  guint notes = 0;

  if (!section.is_unit)
    section.employment = sotay_roster_read_employment (section.name, &notes);
  for (guint i = 0; i < self->stack->len; i++)
    if (g_array_index (self->stack, Section, i).kind == kind)
      g_array_set_size (self->stack, i);
  g_array_append_val (self->stack, section);
}

/* Whether a heading numbered in this way is one, and not somebody of whom only the name is known. */
static gboolean
is_heading (const SotayRosterHeadline *row, Kind kind, const char *text)
{
  if (!sotay_roster_has_letter (text) || g_utf8_strlen (text, -1) > SOTAY_LONGEST_NAME)
    return FALSE;
  switch (kind)
    {
    case NUMBER:
    case SMALL_LETTER:
      return row->informative && begins_like_unit (text);
    case PLAIN:
      if (row->numbered || row->informative)
        return begins_like_unit (text) || !row->in_names || (row->merged && row->numbered);
      return FALSE;
    default:
      return TRUE;
    }
}

SotayRosterSections *
sotay_roster_sections_new (void)
{
  SotayRosterSections *sections = g_new0 (SotayRosterSections, 1);

  sections->stack = g_array_new (FALSE, FALSE, sizeof (Section));
  g_array_set_clear_func (sections->stack, clear_section);
  return sections;
}

void
sotay_roster_sections_free (SotayRosterSections *sections)
{
  g_array_unref (sections->stack);
  g_free (sections);
}

gboolean
sotay_roster_sections_take (SotayRosterSections *sections, const SotayRosterHeadline *row)
{
  const char *mark = row->order;
  const char *text = row->only != NULL ? row->only : row->name;
  Kind kind = PLAIN;

  if (row->only == NULL && *row->name == '\0')
    return FALSE;
  if (*mark != '\0' && !is_mark (mark, &kind))
    return FALSE;
  if (*mark == '\0')
    {
      mark = text;
      if (!split_mark (mark, &kind, &text))
        kind = PLAIN;
      if (kind == PLAIN && row->only == NULL)
        return FALSE;
    }
  kind = settle_letter (sections, mark, strcspn (mark, BEHIND_MARK), kind);
  if (!is_heading (row, kind, text))
    return FALSE;
  push (sections, kind, kind == LETTER ? *mark : '\0', text);
  return TRUE;
}

void
sotay_roster_sections_add_path (SotayRosterSections *sections, gboolean named, GPtrArray *path)
{
  for (guint i = 0; i < sections->stack->len; i++)
    {
      const Section *section = &g_array_index (sections->stack, Section, i);

      if (section->employment == NULL && (section->is_unit || !named))
        g_ptr_array_add (path, section->name);
    }
}

const char *
sotay_roster_sections_get_employment (SotayRosterSections *sections)
{
  const char *employment = NULL;

  for (guint i = 0; i < sections->stack->len; i++)
    if (g_array_index (sections->stack, Section, i).employment != NULL)
      employment = g_array_index (sections->stack, Section, i).employment;
  return employment;
}
