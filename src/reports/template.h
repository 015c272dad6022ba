/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wording and the order of a document, as a text file that a unit can change with any editor:
 *
 *   # a remark, which is left out
 *   @ten-loai: BÁO CÁO                a field of the head: ten-loai, trich-yeu, so, dia-danh-ngay, kem-theo; kinh-gui,
 *                                     noi-nhan (both may come several times)
 *   == I. KẾT QUẢ                     a heading; === and ==== are those below
 *   Đã tập huấn {da-tap-huan} người.  a paragraph, with what the document knows in braces; **bold**, __italic__
 *   - Lớp: {lop}                      an item
 *   > Địa điểm: {dia-diem}            a line from the left edge
 *   ^ Lời cảm ơn                      a line in the middle;  ^^ a very large one
 *   ~ Căn cứ …;                       a basis, italic
 *   % Ghi chú                         a note, smaller
 *   ?lop Trong tháng …                any of these lines, only when the number {lop} is above 0; !lop only when it is 0
 *   [theo-don-vi]                     a table, a chart or a code that the document makes
 *   [viet:kho-khan]                   what was written by hand, else what the program proposes
 *   [trang-moi]                       a page break
 *   [trang-ngang]                     the pages of this part lie on their side
 *   [phu-luc] SỐ LIỆU THEO ĐƠN VỊ     an annex begins; [phu-luc-ngang]: on its side. @kem-theo below it is its own
 */
#pragma once

#include "reports/report.h"

G_BEGIN_DECLS

/**
 * SotayTemplateNames:
 * @values: (array zero-terminated=1): what may stand in braces
 * @blocks: (array zero-terminated=1): what may stand in brackets
 * @parts: (array zero-terminated=1): the written parts
 *
 * The names that a kind of document knows.
 */
typedef struct
{
  const char *const *values;
  const char *const *blocks;
  const char *const *parts;
} SotayTemplateNames;

typedef struct _SotayTemplate SotayTemplate;

/**
 * sotay_template_parse:
 * @text: the file's text, not necessarily valid
 * @name: what the file is called in errors
 * @known: the names that may be used
 * @error: %SOTAY_REPORT_ERROR_TEMPLATE or _TEMPLATE_UNKNOWN: "bao-cao-thang.mau:12: {abc}"
 *
 * Returns: (transfer full) (nullable): the template
 */
SotayTemplate *sotay_template_parse (const char *text, gsize length, const char *name,
                                     const SotayTemplateNames *known, GError **error);

/**
 * sotay_template_load:
 * @kind: of which document
 * @folder: (nullable): where the unit keeps templates of its own; the built-in one serves when it has none of @kind
 * @known: the names that may be used
 * @error: as sotay_template_parse(); %SOTAY_REPORT_ERROR_TEMPLATE_UNREADABLE when a file is there and cannot be read
 *
 * Returns: (transfer full) (nullable): the template
 */
SotayTemplate *sotay_template_load (SotayReportKind kind, const char *folder, const SotayTemplateNames *known,
                                    GError **error);
void sotay_template_free (SotayTemplate *template);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayTemplate, sotay_template_free)

/**
 * sotay_template_get_file_name:
 *
 * Returns: what the file of @kind is called: "bao-cao-thang.mau" …
 */
const char *sotay_template_get_file_name (SotayReportKind kind);

/**
 * sotay_template_get_built_in:
 *
 * Returns: (transfer full): the built-in template of @kind, to begin one's own with
 */
GBytes *sotay_template_get_built_in (SotayReportKind kind);

typedef struct _SotayTemplateFiller SotayTemplateFiller;

/**
 * SotayTemplateBlockFunc:
 *
 * Adds a table, a chart, … to @part.
 */
typedef void (*SotayTemplateBlockFunc) (SotayReportPart *part, gpointer data);

/**
 * sotay_template_filler_new:
 * @report: whose figures are meant, and which is filled
 *
 * Returns: (transfer full): what the names of a template stand for
 */
SotayTemplateFiller *sotay_template_filler_new (SotayReport *report);
void sotay_template_filler_free (SotayTemplateFiller *filler);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayTemplateFiller, sotay_template_filler_free)

/**
 * sotay_template_filler_set_text:
 * @text: (nullable): what {@name} stands for; in a "?" line, an empty text counts as 0
 */
void sotay_template_filler_set_text (SotayTemplateFiller *filler, const char *name, const char *text);

/**
 * sotay_template_filler_add_figure:
 * @figure: (transfer full): what the {name} of the figure stands for; becomes one of the report's
 *
 * Returns: its index in the report
 */
int sotay_template_filler_add_figure (SotayTemplateFiller *filler, SotayReportFigure *figure);

/**
 * sotay_template_filler_set_block:
 * @data: not owned; lives as long as the filler
 */
void sotay_template_filler_set_block (SotayTemplateFiller *filler, const char *name, SotayTemplateBlockFunc func,
                                      gpointer data);

/**
 * sotay_template_filler_set_part:
 * @name: a written part
 * @lines: (nullable): its paragraphs, one a line; those that begin with "- " are items
 */
void sotay_template_filler_set_part (SotayTemplateFiller *filler, const char *name, const char *lines);

/**
 * sotay_template_fill:
 *
 * Fills the filler's report: the fields of the head that the template has, and all parts.
 */
void sotay_template_fill (SotayTemplate *template, SotayTemplateFiller *filler);

G_END_DECLS
