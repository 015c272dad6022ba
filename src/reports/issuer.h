/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who issues documents: what stands in the head and at the foot of each. */
#pragma once

#include "reports/report.h"

G_BEGIN_DECLS

/* What stands where nothing is set, to be filled in by hand. */
#define SOTAY_ISSUER_DOTS "……"

/**
 * SotayIssuer:
 * @superior: (nullable): cơ quan chủ quản: "Ủy ban nhân dân Thành phố Hồ Chí Minh"
 * @name: (nullable): cơ quan ban hành, as it stands in a sentence: "Ủy ban nhân dân phường Bến Nghé"
 * @symbol: (nullable): its part of a number: "UBND" in "12/BC-UBND"
 * @place: (nullable): địa danh: "Bến Nghé"
 * @addressees: (nullable): kính gửi, of reports to those above
 * @recipients: (nullable): nơi nhận, each without its "- " and its end mark; %NULL: "Như trên", "Lưu: VT"
 * @authority: (nullable): lines above the role: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"
 * @role: (nullable): of who signs: "PHÓ CHỦ TỊCH"
 * @signer: (nullable): the name, without titles
 * @maker: (nullable): người lập biểu
 *
 * Filled by whoever makes it, read-only afterwards, and then readable from any thread.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *superior;
  char *name;
  char *symbol;
  char *place;
  char **addressees;
  char **recipients;
  char **authority;
  char *role;
  char *signer;
  char *maker;
} SotayIssuer;

SotayIssuer *sotay_issuer_new (void); /* (transfer full): nothing is set */
SotayIssuer *sotay_issuer_ref (SotayIssuer *issuer);
void sotay_issuer_unref (SotayIssuer *issuer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayIssuer, sotay_issuer_unref)

/**
 * sotay_issuer_or_dots:
 * @text: (nullable): what may be set
 *
 * Returns: @text; the dots when it is %NULL or empty
 */
const char *sotay_issuer_or_dots (const char *text);

/**
 * sotay_issuer_in_capitals:
 * @text: (nullable): what may be set
 *
 * Returns: (transfer full): @text in capitals, else the dots
 */
char *sotay_issuer_in_capitals (const char *text);

/**
 * sotay_issuer_number:
 * @kind: the document's part: "BC", "KH"
 * @number: (nullable): a number given by hand, which then stands as it is
 *
 * Returns: (transfer full): "12/BC-UBND", with dots for what is not known yet: "……/BC-UBND"
 */
char *sotay_issuer_number (const SotayIssuer *issuer, const char *kind, const char *number);

/**
 * sotay_issuer_place_and_date:
 * @day: the day of the document
 *
 * Returns: (transfer full): "Bến Nghé, ngày 05 tháng 3 năm 2026", with dots for what is not known
 */
char *sotay_issuer_place_and_date (const SotayIssuer *issuer, const GDate *day);

/**
 * sotay_issuer_fill_head, …_fill_recipients, …_add_signature:
 *
 * Put the issuer into @report: the names at its head, nơi nhận where the template named nobody, the signature of its
 * head. What is not known is left as dots, so that a draft shows what is missing.
 */
void sotay_issuer_fill_head (const SotayIssuer *issuer, SotayReport *report);
void sotay_issuer_fill_recipients (const SotayIssuer *issuer, SotayReport *report);
void sotay_issuer_add_signature (const SotayIssuer *issuer, SotayReport *report);

G_END_DECLS
