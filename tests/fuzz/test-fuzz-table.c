/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the fuzzer of tables over a small corpus and over mutations of it. */
#include "fuzz-lines.h"

static const FuzzSeed corpus[] = {
  /* Texts, in each encoding. */
  FUZZ_SEED ("wsep=;\r\nHọ và tên;Năm sinh\r\n\"Nguyễn\nVăn\";\"1975\"\"\"\r\n"),
  FUZZ_SEED ("wSTT\tH\xe4 v\xb5 t\xaan\n1\tNguy\xd4n V\xa8n An, NGUY\xd4N\n"),
  FUZZ_SEED ("wHo\xef v\xe0\xf8 te\xe2n,Nguye\xe3n Va\xean A\xd9nh\n1,\xd1\xe6nh Th\xf2\n"),
  FUZZ_SEED ("wH\xf2\xf2 v\xe0 t\xean,Nguy\xea\xden V\xe3n\n"),
  FUZZ_SEED ("w\xff\xfeH\0\xcd\x1e,\0b\0\n\0" "1\0,\0" "2\0\n\0"),
  FUZZ_SEED ("wNguyÔn V¨n An,H­ng\nVò ThÞ Tó,Nguyeãn Vaên\n25 m²,Ñaëng\n"),
  FUZZ_SEED ("w\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0k\0b\0o\0o\0k\0"),
  FUZZ_SEED ("wPK\x03\x04\x14\0\0\0\0\0"),
  /* Parts of workbooks. */
  FUZZ_SEED ("x<w><sheetData><row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c t=\"b\"><v>1</v></c><c t=\"d\"><v>2024-03-05T07:30:00"
             "</v></c><c s=\"0\"><v>60.25</v></c></row></sheetData><mergeCells><mergeCell ref=\"A2:F2\"/></mergeCells></w>"),
  FUZZ_SEED ("x<w><row><c t=\"inlineStr\"><is><r><t>a_x000D_&#x1b0;</t></r><rPh><t>b</t></rPh></is></c><c><v>-1.5E+300</v></c>"
             "<c t=\"e\"><v>#REF!</v></c><c t=\"str\"><v><![CDATA[x]]></v></c></row></w>"),
  FUZZ_SEED ("s<sst><si><t>H\xc2\xadng</t></si><si><r><t>a</t></r></si></sst>"),
  FUZZ_SEED ("f<s><numFmt numFmtId=\"164\" formatCode=\"[$-42A]dd\\/mm\\/yyyy;@\"/><numFmt numFmtId=\"165\" formatCode=\"0000\"/>"
             "<cellXfs><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs></s>"),
  FUZZ_SEED ("b<w xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheet name=\"a\" state=\"hidden\" r:id=\"r1\"/></w>"),
  FUZZ_SEED ("r<R><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"../xl/worksheets/sheet1.xml\"/></R>"),
  FUZZ_SEED ("o<d xmlns:t=\"t\" xmlns:x=\"x\"><style name=\"a\"/><table-properties display=\"false\"/><table name=\"T\" style-name=\"a\">"
             "<table-row number-rows-repeated=\"3\"><table-cell number-columns-repeated=\"2\" value-type=\"date\" "
             "date-value=\"1975-03-01T01:02:03\"><p>03/1975</p></table-cell><covered-table-cell/></table-row></table></d>"),
  FUZZ_SEED ("o<d><table><table-row><table-cell value-type=\"time\" time-value=\"PT07H30M1.5S\"><annotation><p>n</p></annotation>"
             "<p>a<s/>b</p><p>c</p></table-cell><table-cell value-type=\"float\" value=\"912\"><p>0912</p></table-cell>"
             "</table-row></table></d>"),
};

int
main (int argc, char **argv)
{
  return fuzz_run (argc, argv, "table", corpus, G_N_ELEMENTS (corpus));
}
