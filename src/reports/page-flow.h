/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages are made of. A piece (a paragraph, a table …) is measured once into strips (lines, rows …), which are
 * then dealt out to pages; only strips and what the report holds are kept, never what was laid out. */
#pragma once

#include "reports/page-pen.h"
#include "reports/report.h"

G_BEGIN_DECLS

typedef struct _SotayPagePiece SotayPagePiece;

/**
 * SotayPageStrip:
 * @piece: the index of its piece
 * @row: which of the piece's lines or rows it is
 * @line: of a row that goes over several strips: the first of its lines here
 * @n_lines: of such a row: how many are here; 0: the row is whole
 * @before: the space above it, unless it begins a page
 * @height: of itself
 * @y: where it stands below the top margin, once it has its page
 * @keep: it never stands on another page than the next strip
 * @opens: it begins a new page
 *
 * What stands on one page as a whole.
 */
typedef struct
{
  guint piece;
  guint row;
  guint line;
  guint n_lines;
  float before;
  float height;
  float y;
  guint keep : 1;
  guint opens : 1;
} SotayPageStrip;

/**
 * SotayPagePieceClass:
 * @draw: draws strips that stand on one page, from the left margin and the top margin on
 * @find_figure: the figure at a point of a strip, from its own top left corner; %NULL: there is none
 * @free: frees the piece
 */
typedef struct
{
  void (*draw) (SotayPagePiece *piece, SotayPagePen *pen, const SotayPageStrip *strips, guint n_strips, cairo_t *cr);
  int (*find_figure) (SotayPagePiece *piece, SotayPagePen *pen, const SotayPageStrip *strip, double x, double y);
  void (*free) (SotayPagePiece *piece);
} SotayPagePieceClass;

/**
 * SotayPagePiece:
 * @role: (nullable): what the file calls it for those who hear it read: "P", "H1" …; %NULL: the piece says itself
 * @block: (nullable): what it shows; letterhead and signatures show none
 * @first_strip: the index of its first strip
 * @repeated: the height of what it repeats at the top of each further page
 *
 * Each kind of piece has this structure first.
 */
struct _SotayPagePiece
{
  const SotayPagePieceClass *klass;
  const char *role;
  const SotayReportBlock *block;
  guint first_strip;
  double repeated;
};

/**
 * SotayPageFlow:
 * @pieces: (element-type SotayPagePiece): in order
 * @strips: (element-type SotayPageStrip): of all pieces, in order
 * @width, @height: between the margins
 * @display: how large very large words may be, 1: as the form says
 * @gap: more space above the next strip
 * @opens: the next strip begins a new page
 */
typedef struct
{
  SotayPagePen *pen;
  GPtrArray *pieces;
  GArray *strips;
  double width;
  double height;
  double display;
  double gap;
  gboolean opens;
} SotayPageFlow;

/**
 * sotay_page_flow_add_piece:
 * @piece: (transfer full): a piece, whose strips are then added one by one
 */
void sotay_page_flow_add_piece (SotayPageFlow *flow, SotayPagePiece *piece);

/**
 * sotay_page_flow_add_strip:
 *
 * Adds a strip of the last piece.
 *
 * Returns: (transfer none): the strip, until the next is added
 */
SotayPageStrip *sotay_page_flow_add_strip (SotayPageFlow *flow, guint row, double before, double height);

/**
 * sotay_page_flow_keep_last:
 * @count: so many strips at the end are kept together with what comes next
 */
void sotay_page_flow_keep_last (SotayPageFlow *flow, guint count);

/**
 * sotay_page_flow_fill:
 * @first: a strip
 * @end: one after the last
 *
 * Fills one page: gives each strip that stands on it its place.
 *
 * Returns: the strip that begins the next page; @end when there is none
 */
guint sotay_page_flow_fill (SotayPageFlow *flow, guint first, guint end);

void sotay_page_piece_free (SotayPagePiece *piece);

G_END_DECLS
