/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-lines.h"

static const FuzzSeed corpus[] = {
  FUZZ_SEED ("{\"do\":\"open\",\"first\":0,\"count\":0}\n"),
  FUZZ_SEED ("{\"do\":\"render\",\"index\":3,\"scale\":1.5,\"x\":-4,\"y\":5,\"width\":600,\"height\":800,\"night\":1,"
         "\"first\":0,\"count\":0}\n"),
  FUZZ_SEED ("{\"do\":\"text\",\"first\":16,\"count\":16}\n"),
};

int
main (int argc, char **argv)
{
  return fuzz_run (argc, argv, "request", corpus, G_N_ELEMENTS (corpus));
}
