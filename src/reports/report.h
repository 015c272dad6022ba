/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as data: parts, paragraphs, tables, charts, and figures that know whom they count. It is built once from
 * the register and the catalogue; the writers (pages, .docx, .xlsx, .csv) only lay it out. Its language is Vietnamese
 * whatever that of the interface is: it is an administrative document (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 *
 * Plain structures, whose texts belong to the report: filled by whoever builds it, read-only afterwards, and then
 * readable from any thread. */
#pragma once

#include "reports/report-chart.h"
#include "reports/report-figure.h"
#include "reports/report-table.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_REPORT_MONTHLY,      /* báo cáo kết quả tập huấn, tuyên truyền của tháng */
  SOTAY_REPORT_PARTICIPANTS, /* danh sách tham gia tập huấn, to be signed */
  SOTAY_REPORT_MINUTES,      /* biên bản lớp tập huấn */
  SOTAY_REPORT_UNTRAINED,    /* danh sách chưa tập huấn */
  SOTAY_REPORT_CONFIRMATION, /* giấy xác nhận of one person */
  SOTAY_REPORT_PLAN,         /* kế hoạch of a session */
  SOTAY_REPORT_POSTER,       /* the manual's QR code for a wall */
  SOTAY_REPORT_HANDOUT,      /* the 9 or 16 utilities on paper */
  SOTAY_REPORT_CERTIFICATE,
  SOTAY_REPORT_N_KINDS
} SotayReportKind;

/**
 * sotay_report_kind_to_string:
 *
 * Returns: the word of the command line and of template files: "monthly", "participants" …
 */
const char *sotay_report_kind_to_string (SotayReportKind kind);
gboolean sotay_report_kind_from_string (const char *text, SotayReportKind *kind);

typedef enum
{
  SOTAY_RUN_PLAIN = 0,
  SOTAY_RUN_BOLD = 1 << 0,
  SOTAY_RUN_ITALIC = 1 << 1,
} SotayRunStyle;

/**
 * SotayRun:
 * @text: a piece of a paragraph, NFC, without line ends
 * @figure: the index of the figure that @text shows; -1: none
 */
typedef struct
{
  char *text;
  SotayRunStyle style;
  int figure;
} SotayRun;

typedef enum
{
  SOTAY_PARAGRAPH_BODY,    /* justified, the first line moved in by 1,27 cm */
  SOTAY_PARAGRAPH_ITEM,    /* the same, after "- " */
  SOTAY_PARAGRAPH_LINE,    /* from the left edge: "Địa điểm: …" */
  SOTAY_PARAGRAPH_CENTRED,
  SOTAY_PARAGRAPH_BASIS,   /* căn cứ: italic */
  SOTAY_PARAGRAPH_NOTE,    /* below a table: italic, smaller */
  SOTAY_PARAGRAPH_DISPLAY, /* centred and very large: a poster's words, the name on a certificate */
} SotayParagraphStyle;

typedef enum
{
  SOTAY_REPORT_BLOCK_HEADING,
  SOTAY_REPORT_BLOCK_PARAGRAPH,
  SOTAY_REPORT_BLOCK_TABLE,
  SOTAY_REPORT_BLOCK_CHART,
  SOTAY_REPORT_BLOCK_QR,
  SOTAY_REPORT_BLOCK_PAGE_BREAK,
} SotayReportBlockKind;

/**
 * SotayReportBlock:
 * @level: of a heading: 1 "I.", 2 "1.", 3 "a)"; the number stands in the text
 * @style: of a paragraph
 * @runs: (element-type SotayRun) (nullable): of a heading and of a paragraph
 * @table: (nullable): of a table
 * @chart: (nullable): of a chart
 * @text: (nullable): what a QR code says
 * @size: of a QR code: its width in millimetres
 * @part: (nullable): the written part that the block comes from: "obstacles" …; an interned string
 */
typedef struct
{
  SotayReportBlockKind kind;
  guint level;
  SotayParagraphStyle style;
  GArray *runs;
  SotayReportTable *table;
  SotayReportChart *chart;
  char *text;
  double size;
  const char *part;
} SotayReportBlock;

/**
 * SotayReportPart:
 * @label: (nullable): "Phụ lục I", of an annex
 * @title: (nullable): its title, which stands in the middle
 * @note: (nullable): below it: "(Kèm theo Báo cáo số …)"
 * @landscape: its pages lie on their side
 * @blocks: (element-type SotayReportBlock)
 *
 * The body of the report (the first part) or an annex: it begins on a new page and counts its own pages.
 */
typedef struct
{
  char *label;
  char *title;
  char *note;
  gboolean landscape;
  GPtrArray *blocks;
} SotayReportPart;

/**
 * SotaySignature:
 * @authority: (nullable): lines in capitals: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"
 * @role: (nullable): the line above the name: "PHÓ CHỦ TỊCH", "NGƯỜI LẬP BIỂU"
 * @hint: (nullable): in italics and brackets below: "(Ký, ghi rõ họ tên)"
 * @name: (nullable): without titles
 */
typedef struct
{
  char **authority;
  char *role;
  char *hint;
  char *name;
} SotaySignature;

/**
 * SotayReport:
 * @kind: what document it is
 * @superior: (nullable): cơ quan chủ quản, in capitals
 * @issuer: (nullable): cơ quan ban hành, in capitals; %NULL: no letterhead at all (a poster)
 * @number: (nullable): số, ký hiệu: "Số: 12/BC-UBND"
 * @place_and_date: (nullable): "Bến Nghé, ngày 05 tháng 3 năm 2026"
 * @type: (nullable): tên loại, in capitals: "BÁO CÁO"
 * @subject: (nullable): trích yếu
 * @attached_to: (nullable): in italics below: "(Kèm theo …)"
 * @addressees: (nullable): kính gửi
 * @parts: (element-type SotayReportPart): at least one
 * @figures: (element-type SotayReportFigure): every figure of the report that is told in words or stands in a table
 * @signatures: (element-type SotaySignature): from left to right; none: no block of signatures
 * @recipients: (nullable): nơi nhận, each without its "- " and its end mark
 * @author: (nullable): for the file's description
 * @dated: the day it is dated
 */
typedef struct
{
  gatomicrefcount ref_count;
  SotayReportKind kind;
  char *superior;
  char *issuer;
  char *number;
  char *place_and_date;
  char *type;
  char *subject;
  char *attached_to;
  char **addressees;
  GPtrArray *parts;
  GPtrArray *figures;
  GPtrArray *signatures;
  char **recipients;
  char *author;
  GDate dated;
} SotayReport;

SotayReport *sotay_report_new (SotayReportKind kind); /* (transfer full) */
SotayReport *sotay_report_ref (SotayReport *report);
void sotay_report_unref (SotayReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayReport, sotay_report_unref)

/**
 * sotay_report_get_title:
 *
 * Returns: (transfer full): type and subject in one line, for the file's description and its name
 */
char *sotay_report_get_title (SotayReport *report);

/**
 * sotay_report_add_figure:
 * @figure: (transfer full): a figure, whose name no other has
 *
 * Returns: its index
 */
int sotay_report_add_figure (SotayReport *report, SotayReportFigure *figure);

/**
 * sotay_report_find_figure:
 *
 * Returns: (transfer none) (nullable): the figure of this name
 */
const SotayReportFigure *sotay_report_find_figure (SotayReport *report, const char *name);

/**
 * sotay_report_add_part:
 * @label, @title, @note: (nullable): see #SotayReportPart
 *
 * Returns: (transfer none): a new last part
 */
SotayReportPart *sotay_report_add_part (SotayReport *report, const char *label, const char *title, const char *note,
                                        gboolean landscape);

/**
 * sotay_report_add_signature:
 * @authority: (nullable) (array zero-terminated=1): see #SotaySignature
 */
void sotay_report_add_signature (SotayReport *report, const char *const *authority, const char *role,
                                 const char *hint, const char *name);

/**
 * sotay_report_part_add_heading, …_add_paragraph:
 *
 * Returns: (transfer none): the block, which gets its words by sotay_report_block_add_run()
 */
SotayReportBlock *sotay_report_part_add_heading (SotayReportPart *part, guint level);
SotayReportBlock *sotay_report_part_add_paragraph (SotayReportPart *part, SotayParagraphStyle style);

void sotay_report_part_add_table (SotayReportPart *part, SotayReportTable *table); /* (transfer full) */
void sotay_report_part_add_chart (SotayReportPart *part, SotayReportChart *chart); /* (transfer full) */
void sotay_report_part_add_page_break (SotayReportPart *part);

/**
 * sotay_report_part_add_qr:
 * @text: what the code says
 * @size: its width in millimetres
 */
void sotay_report_part_add_qr (SotayReportPart *part, const char *text, double size);

/**
 * sotay_report_block_add_run:
 * @text: any text: it is made valid UTF-8 and NFC; line ends and control characters become spaces
 * @figure: the index of the figure that it shows; -1: none
 */
void sotay_report_block_add_run (SotayReportBlock *block, const char *text, SotayRunStyle style, int figure);

/**
 * sotay_report_block_get_text:
 *
 * Returns: (transfer full): the words of a heading or a paragraph in one
 */
char *sotay_report_block_get_text (const SotayReportBlock *block);

G_END_DECLS
