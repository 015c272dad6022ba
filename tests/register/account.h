/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program that may end at any moment has said of its work, and whether a register keeps to it. */
#pragma once

#include "register/store.h"

G_BEGIN_DECLS

/* Where a register stands: "NEWEST DONE UNDONE DROPPED DIGEST", the numbers being those of its steps. */
char *position_of (SotayStore *store);              /* (transfer full) */
char *position_after_step (const char *position);   /* (transfer full): "*" for the digest, which nobody knows yet */
char *position_after_undo (const char *position);   /* (transfer full) */
char *position_after_redo (const char *position);   /* (transfer full) */

/* The lines: "at POSITION": so it stands; "next POSITION": what is asked now leads there; "did": and it was done;
 * "kept ID": this backup is made. */
typedef struct
{
  char *at;
  char *next;
  gboolean did;
  GPtrArray *kept;
} Account;

void account_clear (Account *account);
void account_note (Account *account, const char *line);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Account, account_clear)

/* The register is whole, its log tells exactly what it holds, and it stands where the account lets it. */
void account_check (Account *account, SotayStore *store, const char *path);

G_END_DECLS
