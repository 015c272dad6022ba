/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-lines.h"

#define STATEMENT "{\"text\":\"x\",\"source\":\"S0\"}"
#define STEP "{\"text\":\"x\",\"seen_at\":\"\",\"source\":\"S0\"}"
#define PROBLEM "{\"question\":\"q\",\"answer\":\"a\",\"repaired_by\":\"r\",\"to_verify\":true}"

static const FuzzSeed corpus[] = {
  FUZZ_SEED ("{\"id\":\"x\",\"title\":\"T\",\"summary\":\"S\",\"keywords\":[\"k\"],\"sections\":[{\"heading\":\"H\",\"blocks\":["
              "{\"kind\":\"paragraph\",\"text\":\"a [x<&](U1) \\\"\\u1ed9\\ud83d\\ude00\",\"source\":\"S0\"}]}]}"),
  FUZZ_SEED ("{\"id\":\"x\",\"title\":\"T\",\"summary\":\"S\",\"keywords\":[],\"sections\":[{\"heading\":\"H\",\"blocks\":["
              "{\"kind\":\"table\",\"columns\":[\"a\",\"b\"],\"rows\":[{\"cells\":[\"1\",\"\"],\"to_verify\":true}]},"
              "{\"kind\":\"steps\",\"items\":[{\"text\":\"x\",\"seen_at\":\"\",\"source\":\"S0\"}]},"
              "{\"kind\":\"legal\",\"items\":[{\"citation\":\"x\",\"date\":\"2024-07\",\"status\":\"lapsed\",\"source\":\"S0\"}]}]}]}"),
  FUZZ_SEED ("{\"id\":\"U1\",\"level\":1,\"order\":1,\"title\":\"T\",\"original_title\":\"T\",\"keywords\":[],"
             "\"purpose\":[" STATEMENT "],\"eligibility\":[" STATEMENT "],\"steps\":[" STEP "," STEP "," STEP "],"
             "\"result\":[" STATEMENT "],\"problems\":[" PROBLEM "," PROBLEM "," PROBLEM "],"
             "\"legal\":[{\"citation\":\"x\",\"date\":\"2024\",\"status\":\"lapsed\",\"source\":\"S0\"}],"
             "\"changes\":[{\"date\":\"2025-07\",\"text\":\"x\",\"source\":\"S0\"}],\"manual_page\":7,"
             "\"minutes\":60,\"notes\":[\"n\"],\"see_also\":[\"U1\"],\"questions\":[{\"question\":\"q\","
             "\"choices\":[\"a\",\"b\",\"c\"],\"right\":3,\"reason\":\"r\",\"source\":\"S0\"}]}"),
  FUZZ_SEED ("[[[{\"a\":[-1.5e3,true,false,null,\"\\n\"]}]]]"),
};

int
main (int argc, char **argv)
{
  return fuzz_run (argc, argv, "content", corpus, G_N_ELEMENTS (corpus));
}
