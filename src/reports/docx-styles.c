/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/docx-styles.h"

#define FONT "Times New Roman"
#define FIRST_LINE 720 /* 1,27 cm */
#define GAP 120        /* 6 pt between paragraphs */
#define CELL_GAP 40    /* above and below the words of a cell */
#define SINGLE 240
#define PITCH 269 /* of the body: 1,12 of a single space */
#define ADDRESSEES 1417 /* 25 mm */
#define RULE_LINE 100
#define SIGNATURE_ROOM 1400

typedef enum
{
  BOLD = 1 << 0,
  ITALIC = 1 << 1,
  KEEP_NEXT = 1 << 2,
  OWN = 1 << 3,  /* not one that Word knows by name */
  WIDE = 1 << 4, /* the lines of the body */
} Flags;

/* Lengths are twips, sizes half points; outline is the level of a heading, from 1. */
typedef struct
{
  const char *id;
  const char *name;
  Flags flags;
  int size;
  const char *align;
  int first_line;
  int before;
  int after;
  int exact_line;
  int outline;
  int left;
} Style;

static const Style styles[SOTAY_DOCX_N_STYLES] = {
  [SOTAY_DOCX_NORMAL] = { "Normal", "Normal", 0, 28, "left", 0, 0, GAP },
  [SOTAY_DOCX_HEADING_1] = { "Heading1", "heading 1", BOLD | WIDE | KEEP_NEXT, 28, "both", FIRST_LINE, GAP, GAP, 0, 1 },
  [SOTAY_DOCX_HEADING_2] = { "Heading2", "heading 2", BOLD | WIDE | KEEP_NEXT, 28, "both", FIRST_LINE, 0, GAP, 0, 2 },
  [SOTAY_DOCX_HEADING_3]
  = { "Heading3", "heading 3", BOLD | ITALIC | WIDE | KEEP_NEXT, 28, "both", FIRST_LINE, 0, GAP, 0, 3 },
  [SOTAY_DOCX_TITLE] = { "Title", "Title", BOLD | WIDE | KEEP_NEXT, 28, "center", 0, 360, 0 },
  [SOTAY_DOCX_SUBTITLE] = { "Subtitle", "Subtitle", BOLD | WIDE | KEEP_NEXT, 28, "center", 0, 0, 0 },
  [SOTAY_DOCX_HEADER] = { "Header", "header", 0, 28, "center", 0, 0, 0 },
  [SOTAY_DOCX_BODY] = { "BodyText", "Body Text", WIDE, 28, "both", FIRST_LINE, 0, GAP },
  [SOTAY_DOCX_ITEM] = { "Item", "Gạch đầu dòng", OWN | WIDE, 28, "both", FIRST_LINE, 0, GAP },
  [SOTAY_DOCX_LINE] = { "Line", "Dòng", OWN | WIDE, 28, "left", 0, 0, GAP },
  [SOTAY_DOCX_CENTRED] = { "Centred", "Giữa dòng", OWN | WIDE, 28, "center", 0, 0, GAP },
  [SOTAY_DOCX_BASIS] = { "Basis", "Căn cứ", OWN | WIDE | ITALIC, 28, "both", FIRST_LINE, 0, GAP },
  [SOTAY_DOCX_NOTE] = { "Note", "Ghi chú", OWN | WIDE | ITALIC, 24, "both", 0, 0, GAP },
  [SOTAY_DOCX_DISPLAY] = { "Display", "Chữ lớn", OWN | BOLD, 72, "center", 0, 2 * GAP, 2 * GAP },
  [SOTAY_DOCX_COUNTRY] = { "Country", "Quốc hiệu", OWN | BOLD, 26, "center" },
  [SOTAY_DOCX_MOTTO] = { "Motto", "Tiêu ngữ", OWN | BOLD, 28, "center" },
  [SOTAY_DOCX_SUPERIOR] = { "Superior", "Cơ quan chủ quản", OWN, 26, "center" },
  [SOTAY_DOCX_ISSUER] = { "Issuer", "Cơ quan ban hành", OWN | BOLD, 26, "center" },
  [SOTAY_DOCX_SYMBOL] = { "Symbol", "Số, ký hiệu", OWN, 26, "center" },
  [SOTAY_DOCX_PLACE] = { "Place", "Địa danh, thời gian", OWN | ITALIC, 28, "center" },
  [SOTAY_DOCX_ATTACHED] = { "Attached", "Kèm theo", OWN | WIDE | ITALIC, 28, "center", 0, 0, GAP },
  [SOTAY_DOCX_ADDRESSEE] = { "Addressee", "Kính gửi", OWN | WIDE, 28, "center", 0, 2 * GAP, GAP },
  [SOTAY_DOCX_ADDRESSEES]
  = { "Addressees", "Kính gửi nhiều nơi", OWN | WIDE, 28, "left", .before = 2 * GAP, .left = ADDRESSEES },
  [SOTAY_DOCX_ONE_ADDRESSEE] = { "OneAddressee", "Nơi được gửi", OWN | WIDE, 28, "left", .left = 2 * ADDRESSEES },
  [SOTAY_DOCX_RULE] = { "Rule", "Đường kẻ", OWN, 8, "center", 0, 40, 0, RULE_LINE },
  [SOTAY_DOCX_GAP] = { "Gap", "Khoảng trống", OWN, 8, "left", 0, 0, 0, GAP },
  [SOTAY_DOCX_AUTHORITY] = { "Authority", "Quyền hạn, chức vụ", OWN | BOLD | KEEP_NEXT, 28, "center" },
  [SOTAY_DOCX_HINT] = { "Hint", "Cách ký", OWN | ITALIC | KEEP_NEXT, 24, "center" },
  [SOTAY_DOCX_SIGNATORY] = { "Signatory", "Người ký", OWN | BOLD, 28, "center", 0, SIGNATURE_ROOM, 0 },
  [SOTAY_DOCX_RECIPIENTS_LABEL] = { "RecipientsLabel", "Nơi nhận", OWN | BOLD | ITALIC | KEEP_NEXT, 24, "left" },
  [SOTAY_DOCX_RECIPIENT] = { "Recipient", "Tên nơi nhận", OWN | KEEP_NEXT, 22, "left" },
  [SOTAY_DOCX_ANNEX] = { "Annex", "Phụ lục", OWN | WIDE | BOLD | KEEP_NEXT, 28, "center", 0, 0, 0 },
};

/* The form asks for 12 to 13; smaller where words would break. */
const int sotay_docx_table_sizes[] = { 13, 12, 11, 10, 9, 8, 7, 6, 0 };

#define TABLE_STYLES(size) \
  { { "TableCell" #size, "Ô bảng " #size, OWN, 2 * size, "left", .before = CELL_GAP, .after = CELL_GAP }, \
    { "TableHead" #size, "Đầu bảng " #size, OWN | BOLD, 2 * size, "center", .before = CELL_GAP, .after = CELL_GAP } }

static const Style table_styles[][2] = {
  TABLE_STYLES (13), TABLE_STYLES (12), TABLE_STYLES (11), TABLE_STYLES (10),
  TABLE_STYLES (9),  TABLE_STYLES (8),  TABLE_STYLES (7),  TABLE_STYLES (6),
};

static void
write_font (xmlTextWriter *xml)
{
  sotay_docx_open (xml, "w:rFonts");
  sotay_docx_set (xml, "w:ascii", FONT);
  sotay_docx_set (xml, "w:hAnsi", FONT);
  sotay_docx_set (xml, "w:eastAsia", FONT);
  sotay_docx_set (xml, "w:cs", FONT);
  sotay_docx_close (xml);
}

static void
write_defaults (xmlTextWriter *xml)
{
  sotay_docx_open (xml, "w:docDefaults");
  sotay_docx_open (xml, "w:rPrDefault");
  sotay_docx_open (xml, "w:rPr");
  write_font (xml);
  sotay_docx_add_number (xml, "w:sz", styles[SOTAY_DOCX_NORMAL].size);
  sotay_docx_add_number (xml, "w:szCs", styles[SOTAY_DOCX_NORMAL].size);
  sotay_docx_open (xml, "w:lang");
  sotay_docx_set (xml, "w:val", "vi-VN");
  sotay_docx_set (xml, "w:eastAsia", "vi-VN");
  sotay_docx_set (xml, "w:bidi", "vi-VN");
  sotay_docx_close (xml);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
  sotay_docx_add (xml, "w:pPrDefault", NULL);
  sotay_docx_close (xml);
}

/* Words that go over many lines stand wider. */
static int
find_pitch (const Style *style)
{
  return style->flags & WIDE ? PITCH : SINGLE;
}

static void
write_paragraph (xmlTextWriter *xml, const Style *style)
{
  sotay_docx_open (xml, "w:pPr");
  if (style->flags & KEEP_NEXT)
    sotay_docx_add (xml, "w:keepNext", NULL);
  sotay_docx_open (xml, "w:spacing");
  sotay_docx_set_number (xml, "w:before", style->before);
  sotay_docx_set_number (xml, "w:after", style->after);
  sotay_docx_set_number (xml, "w:line", style->exact_line > 0 ? style->exact_line : find_pitch (style));
  sotay_docx_set (xml, "w:lineRule", style->exact_line > 0 ? "exact" : "auto");
  sotay_docx_close (xml);
  if (style->first_line > 0 || style->left > 0)
    {
      sotay_docx_open (xml, "w:ind");
      sotay_docx_set_number (xml, "w:left", style->left);
      sotay_docx_set_number (xml, "w:firstLine", style->first_line);
      sotay_docx_close (xml);
    }
  sotay_docx_add (xml, "w:jc", style->align);
  if (style->outline > 0)
    sotay_docx_add_number (xml, "w:outlineLvl", style->outline - 1);
  sotay_docx_close (xml);
}

static void
write_letters (xmlTextWriter *xml, const Style *style)
{
  sotay_docx_open (xml, "w:rPr");
  if (style->flags & BOLD)
    {
      sotay_docx_add (xml, "w:b", NULL);
      sotay_docx_add (xml, "w:bCs", NULL);
    }
  if (style->flags & ITALIC)
    {
      sotay_docx_add (xml, "w:i", NULL);
      sotay_docx_add (xml, "w:iCs", NULL);
    }
  sotay_docx_add_number (xml, "w:sz", style->size);
  sotay_docx_add_number (xml, "w:szCs", style->size);
  sotay_docx_close (xml);
}

static void
begin_style (xmlTextWriter *xml, const char *type, const char *id, const char *name, Flags flags, gboolean is_default)
{
  sotay_docx_open (xml, "w:style");
  sotay_docx_set (xml, "w:type", type);
  if (is_default)
    sotay_docx_set (xml, "w:default", "1");
  if (flags & OWN)
    sotay_docx_set (xml, "w:customStyle", "1");
  sotay_docx_set (xml, "w:styleId", id);
  sotay_docx_add (xml, "w:name", name);
}

static void
write_style (xmlTextWriter *xml, const Style *style)
{
  gboolean is_default = style == &styles[SOTAY_DOCX_NORMAL];

  begin_style (xml, "paragraph", style->id, style->name, style->flags, is_default);
  if (!is_default)
    sotay_docx_add (xml, "w:basedOn", styles[SOTAY_DOCX_NORMAL].id);
  if (style->outline > 0)
    sotay_docx_add (xml, "w:next", styles[SOTAY_DOCX_BODY].id);
  sotay_docx_add (xml, "w:qFormat", NULL);
  write_paragraph (xml, style);
  write_letters (xml, style);
  sotay_docx_close (xml);
}

static void
write_margin (xmlTextWriter *xml, const char *side, int width)
{
  sotay_docx_open (xml, side);
  sotay_docx_set_number (xml, "w:w", width);
  sotay_docx_set (xml, "w:type", "dxa");
  sotay_docx_close (xml);
}

void
sotay_docx_add_margins (xmlTextWriter *xml, int beside)
{
  sotay_docx_open (xml, "w:tblCellMar");
  write_margin (xml, "w:top", 0);
  write_margin (xml, "w:left", beside);
  write_margin (xml, "w:bottom", 0);
  write_margin (xml, "w:right", beside);
  sotay_docx_close (xml);
}

static void
write_borders (xmlTextWriter *xml)
{
  static const char *const sides[] = { "w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV" };

  sotay_docx_open (xml, "w:tblBorders");
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      sotay_docx_open (xml, sides[i]);
      sotay_docx_set (xml, "w:val", "single");
      sotay_docx_set (xml, "w:sz", "4");
      sotay_docx_set (xml, "w:space", "0");
      sotay_docx_set (xml, "w:color", "auto");
      sotay_docx_close (xml);
    }
  sotay_docx_close (xml);
}

static void
write_tables (xmlTextWriter *xml)
{
  begin_style (xml, "table", "TableNormal", "Normal Table", 0, TRUE);
  sotay_docx_open (xml, "w:tblPr");
  sotay_docx_add_margins (xml, 0);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
  begin_style (xml, "table", "TableGrid", "Table Grid", 0, FALSE);
  sotay_docx_add (xml, "w:basedOn", "TableNormal");
  sotay_docx_open (xml, "w:tblPr");
  write_borders (xml);
  sotay_docx_add_margins (xml, SOTAY_DOCX_CELL_MARGIN);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
}

const char *
sotay_docx_style_get_id (SotayDocxStyle style)
{
  return styles[style].id;
}

int
sotay_docx_style_get_size (SotayDocxStyle style)
{
  return styles[style].size / 2;
}

const char *
sotay_docx_style_get_table_id (guint size, gboolean head)
{
  return table_styles[size][head ? 1 : 0].id;
}

void
sotay_docx_write_styles (xmlTextWriter *xml)
{
  sotay_docx_open (xml, "w:styles");
  sotay_docx_set (xml, "xmlns:w", SOTAY_DOCX_W);
  write_defaults (xml);
  for (SotayDocxStyle style = 0; style < SOTAY_DOCX_N_STYLES; style++)
    write_style (xml, &styles[style]);
  for (guint i = 0; i < G_N_ELEMENTS (table_styles); i++)
    {
      write_style (xml, &table_styles[i][0]);
      write_style (xml, &table_styles[i][1]);
    }
  write_tables (xml);
  sotay_docx_close (xml);
}
