/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* O_PATH, O_TMPFILE */
#include "core/sandbox-lock.h"

#include "core/sandbox.h"
#include "core/system.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SECONDS_LIMIT (24 * 60 * 60) /* it lives long; how long one request may take is for the one that asks */
#define WRITING (O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | O_TMPFILE)

/* What reading, drawing and answering need, whatever the arguments. */
static const int permitted[] = {
  SCMP_SYS (access),          SCMP_SYS (brk),             SCMP_SYS (clock_getres),   SCMP_SYS (clock_gettime),
  SCMP_SYS (close),           SCMP_SYS (exit),            SCMP_SYS (exit_group),     SCMP_SYS (faccessat),
  SCMP_SYS (faccessat2),      SCMP_SYS (fadvise64),       SCMP_SYS (fcntl),          SCMP_SYS (fstat),
  SCMP_SYS (fstat64),         SCMP_SYS (fstatfs),         SCMP_SYS (fstatfs64),      SCMP_SYS (futex),
  SCMP_SYS (getcwd),          SCMP_SYS (getdents64),      SCMP_SYS (getegid),        SCMP_SYS (geteuid),
  SCMP_SYS (getgid),          SCMP_SYS (getpid),          SCMP_SYS (getrandom),      SCMP_SYS (getrusage),
  SCMP_SYS (gettid),          SCMP_SYS (gettimeofday),    SCMP_SYS (getuid),         SCMP_SYS (lseek),
  SCMP_SYS (lstat),           SCMP_SYS (madvise),         SCMP_SYS (mremap),         SCMP_SYS (munmap),
  SCMP_SYS (nanosleep),       SCMP_SYS (clock_nanosleep), SCMP_SYS (newfstatat),     SCMP_SYS (poll),
  SCMP_SYS (ppoll),           SCMP_SYS (pread64),         SCMP_SYS (read),           SCMP_SYS (readlink),
  SCMP_SYS (readlinkat),      SCMP_SYS (readv),           SCMP_SYS (restart_syscall), SCMP_SYS (rt_sigaction),
  SCMP_SYS (rt_sigprocmask),  SCMP_SYS (rt_sigreturn),    SCMP_SYS (sched_getaffinity), SCMP_SYS (sched_yield),
  SCMP_SYS (sigaltstack),     SCMP_SYS (stat),            SCMP_SYS (statfs),         SCMP_SYS (statfs64),
  SCMP_SYS (statx),           SCMP_SYS (sysinfo),         SCMP_SYS (time),           SCMP_SYS (uname),
  SCMP_SYS (write),           SCMP_SYS (writev),
};

/* What is permitted with some arguments only; all other calls answer that they are not permitted. */
static int
permit_in_part (scmp_filter_ctx filter)
{
  const struct scmp_arg_cmp own = SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) getpid ());

  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (open), 1, SCMP_A1 (SCMP_CMP_MASKED_EQ, WRITING, O_RDONLY))
         | seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (openat), 1,
                             SCMP_A2 (SCMP_CMP_MASKED_EQ, WRITING, O_RDONLY))
         /* No memory that was written can be run. */
         | seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mmap), 1, SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
         | seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mprotect), 1,
                             SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
         /* Limits are read, not changed; abort() signals this process. */
         | seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 2, SCMP_A0 (SCMP_CMP_EQ, 0),
                             SCMP_A2 (SCMP_CMP_EQ, 0))
         | seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 1, own);
}

static gboolean
load_filter (GError **error)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  int failure = filter == NULL ? -ENOMEM : 0;

  for (gsize i = 0; i < G_N_ELEMENTS (permitted) && failure == 0; i++)
    failure = seccomp_rule_add (filter, SCMP_ACT_ALLOW, permitted[i], 0);
  if (failure == 0 && permit_in_part (filter) != 0)
    failure = -EINVAL;
  if (failure == 0)
    failure = seccomp_load (filter);
  if (filter != NULL)
    seccomp_release (filter);
  if (failure == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (-failure), "seccomp: %s", g_strerror (-failure));
  return FALSE;
}

static void
show (int rules, const char *path)
{
  struct landlock_path_beneath_attr beneath = { .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE };

  beneath.parent_fd = open (path, O_PATH | O_CLOEXEC);
  if (beneath.parent_fd < 0)
    return;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    beneath.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
  syscall (SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
  close (beneath.parent_fd);
}

/* A kernel without Landlock leaves the walls to the sandbox around this process. */
static void
hide_files (const char *document)
{
  const struct landlock_ruleset_attr all = { .handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1 };
  const char *const *visible = sotay_sandbox_get_visible ();
  int rules = (int) syscall (SYS_landlock_create_ruleset, &all, sizeof all, 0);

  if (rules < 0)
    return;
  for (gsize i = 0; visible[i] != NULL; i++)
    show (rules, visible[i]);
  show (rules, document);
  syscall (SYS_landlock_restrict_self, rules, 0);
  close (rules);
}

gboolean
sotay_sandbox_lock (gint64 memory_bytes, const char *document, GError **error)
{
  sotay_system_limit_self (memory_bytes, SECONDS_LIMIT);
  prctl (PR_SET_DUMPABLE, 0);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), "privileges cannot be given up");
      return FALSE;
    }
  hide_files (document);
  return load_filter (error);
}
