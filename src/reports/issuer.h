/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who issues the documents of a unit: what stands at their head and their foot (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
#pragma once

#include "reports/report.h"

G_BEGIN_DECLS

/**
 * SotayIssuer:
 * @superior: (nullable): cơ quan chủ quản
 * @name: (nullable): cơ quan ban hành, as in a sentence: "Ủy ban nhân dân phường Bến Nghé"
 * @symbol: (nullable): its abbreviation in numbers: "UBND"
 * @place: (nullable): "Bến Nghé"
 * @addressees: (nullable): kính gửi, of the month's report
 * @recipients: (nullable): nơi nhận
 * @authority: (nullable): "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"
 * @role: (nullable): "PHÓ CHỦ TỊCH"
 * @signer: (nullable): the name of who signs
 * @maker: (nullable): the name of who draws up lists
 *
 * Plain and read-only once made; may be shared between threads.
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

SotayIssuer *sotay_issuer_new (void); /* (transfer full): nothing is known */
SotayIssuer *sotay_issuer_ref (SotayIssuer *issuer);
void sotay_issuer_unref (SotayIssuer *issuer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayIssuer, sotay_issuer_unref)

/**
 * sotay_issuer_or_dots:
 * @text: (nullable): what may be set
 *
 * Returns: @text; dots to be written over when it is %NULL or empty
 */
const char *sotay_issuer_or_dots (const char *text);

/**
 * sotay_issuer_format_number:
 * @number: (nullable): "12/BC-UBND"; %NULL leaves room to write it in
 *
 * Returns: (transfer full): @number, or "……/BC-UBND" with the abbreviation of the kind of document
 */
char *sotay_issuer_format_number (SotayIssuer *issuer, SotayReportKind kind, const char *number);

/**
 * sotay_issuer_format_place_and_date:
 *
 * Returns: (transfer full): "Bến Nghé, ngày 05 tháng 3 năm 2026"
 */
char *sotay_issuer_format_place_and_date (SotayIssuer *issuer, const GDate *day);

/**
 * sotay_issuer_fill_head, …_fill_recipients, …_add_signature:
 *
 * Put what is known of the issuer into @report: the names at its head, nơi nhận, the signature of its head. What is
 * not known is left as dots to be written over, so that a draft shows what is missing.
 */
void sotay_issuer_fill_head (SotayIssuer *issuer, SotayReport *report);
void sotay_issuer_fill_recipients (SotayIssuer *issuer, SotayReport *report);
void sotay_issuer_add_signature (SotayIssuer *issuer, SotayReport *report);

G_END_DECLS
