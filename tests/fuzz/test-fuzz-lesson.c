/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-lines.h"

#define HEAD "{\"format\":1,\"plan\":{\"stops\":[{\"utility\":10,\"minutes\":15},{\"utility\":3,\"minutes\":7}]}," \
  "\"session\":\"0193a1b2-0000-7000-8000-000000000001\",\"started\":1764000000000000}\n"

static const FuzzSeed corpus[] = {
  FUZZ_SEED (HEAD "{\"at\":0,\"slide\":\"title\"}\n{\"at\":10,\"slide\":\"U3/step-1\"}\n{\"at\":20,\"pause\":true}\n"
                  "{\"at\":30,\"slide\":\"U3/step-1\"}\n{\"at\":40}\n"),
  FUZZ_SEED (HEAD "{\"at\":0,\"slide\":\"U10/check-1\"}\n{\"at\":5,\"tally\":[{\"slide\":\"U10/check-1\",\"utility\":10,"
                  "\"right\":1,\"hands\":[0,30,4]}]}\n{\"at\":9,\"session\":null}\n{\"at\":2592000000}\n"),
  FUZZ_SEED ("{\"format\":1,\"entries\":{\"a\":{\"name\":\"a\",\"stops\":[{\"utility\":1,\"minutes\":240}]},"
             "\"b\":{\"name\":\"b\",\"stops\":[{\"utility\":16,\"minutes\":1},{\"utility\":1,\"minutes\":9}]}}}"),
  FUZZ_SEED ("{\"format\":1,\"entries\":{\"U1\":\"H\\u1ecfi \\\"ai\\\"?\\n\",\"U16\":\"\"}}"),
};

int
main (int argc, char **argv)
{
  return fuzz_run (argc, argv, "lesson", corpus, G_N_ELEMENTS (corpus));
}
