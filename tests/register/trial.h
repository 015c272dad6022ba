/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work that is disturbed at any moment: kinds of it, each from a register of its own, and what must hold afterwards. */
#pragma once

#include "account.h"
#include "backups-fixture.h"

G_BEGIN_DECLS

typedef enum
{
  TRIAL_IMPORT,
  TRIAL_MARKING,
  TRIAL_UNDO,
  TRIAL_MIGRATION,
  TRIAL_BACKUP,
  TRIAL_RESTORE,
  TRIAL_REPAIR, /* a backup takes the place of a register that cannot be opened */
  TRIAL_BEGINNING, /* there is no register yet */
  TRIAL_N_KINDS
} TrialKind;

const char *trial_kind_name (TrialKind kind);

/* (transfer full): a folder with what the work of @kind begins with; trial_copy() gives each trial its own. */
char *trial_prepare (TrialKind kind);
char *trial_copy (const char *base);

/* One after the other what @kind does, with chance from @seed; @note is told of it in the lines of account.h.
 * Returns %FALSE when something failed, or when the disk has struck. */
typedef void (*TrialNote) (const char *line, gpointer data);

gboolean trial_work (TrialKind kind, Place *place, guint32 seed, TrialNote note, gpointer data, GError **error);

void trial_open (Place *place, const char *folder); /* the register of that folder, not opened yet */
void trial_begin_account (const char *folder, Account *account); /* where the register stands before the work */

/* Whatever happened: the register and its backups in @folder are whole, stand where @account lets them, and the next
 * use works. */
void trial_check (TrialKind kind, const char *folder, Account *account);

G_END_DECLS
