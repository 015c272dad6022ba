/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-lines.h"

static const FuzzSeed corpus[] = {
  FUZZ_SEED ("# ghi chú\n@ten-loai: BÁO CÁO\n@so: {thang}\n@kinh-gui: a\n@noi-nhan: b\n== I. {lop}\nCó **{lop}** __x__\n"),
  FUZZ_SEED ("?lop - Lớp {lop}\n!lop Không\n[bang]\n[viet:kho-khan]\n[trang-moi]\n^^ A\n~ b\n% c\n> d\n==== e\n"),
  FUZZ_SEED ("\xef\xbb\xbf[phu-luc] MỘT {thang}\r\n[trang-ngang]\r\n[phu-luc-ngang] HAI\r\nx\r\n"),
  FUZZ_SEED ("2026-03-31\nda-tap-huan 37\nunit/018f-ward 40 37 12 5\nunit/a%20%ff%0A%25 4294967295 1 0 1"),
  FUZZ_SEED ("2026-03-31"),
};

int
main (int argc, char **argv)
{
  return fuzz_run (argc, argv, "template", corpus, G_N_ELEMENTS (corpus));
}
