/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-lines.h"

static const FuzzSeed corpus[] = {
  FUZZ_SEED ("{\"pages\":2,\"bytes\":16}\n\0\0\xc8\x42\0\0\xc8\x42\0\0\xc8\x42\0\0\xc8\x42"),
  FUZZ_SEED ("{\"text\":2,\"characters\":1,\"links\":[{\"x\":1,\"y\":2.5,\"width\":3,\"height\":4,\"index\":9,\"top\":5}],"
         "\"bytes\":18}\n\xc4\x91\0\0\xc8\x42\0\0\xc8\x42\0\0\xc8\x42\0\0\xc8\x42"),
  FUZZ_SEED ("{\"text\":0,\"characters\":0,\"links\":[{\"x\":1,\"y\":2,\"width\":3,\"height\":4,\"index\":-1,\"top\":0,"
         "\"address\":\"https://vneid.gov.vn/\"}],\"bytes\":0}\n"),
  FUZZ_SEED ("{\"items\":[{\"title\":\"A\\u1ed9\",\"index\":0,\"y\":0,\"depth\":0},{\"title\":\"B\",\"index\":-1,\"y\":1e3,"
         "\"depth\":15},{\"title\":\"C\",\"index\":1,\"y\":0,\"depth\":1}],\"bytes\":0}\n"),
  FUZZ_SEED ("{\"bytes\":20}\n\x05\0\0\x80\xff\xff\xff\xff\x02\0\0\0\1\2\3\4\5\6\7\xff"),
  FUZZ_SEED ("{\"lengths\":[2,3],\"bytes\":5}\n\xc4\x91\x1b\n\xff"),
  FUZZ_SEED ("{\"error\":\"encrypted\",\"bytes\":0}\n"),
};

int
main (int argc, char **argv)
{
  return fuzz_run (argc, argv, "answer", corpus, G_N_ELEMENTS (corpus));
}
