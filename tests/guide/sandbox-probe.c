/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tries to get out of where it was put, and prints a line for each attempt: a name and "done" or "refused". Its
 * argument is a file of four lines: a secret file, a folder to write to, a port of this PC, and "lock" or "stay".
 */
#include "core/sandbox-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define FONTS "/etc/fonts/fonts.conf"

static void
tell (const char *name, gboolean done)
{
  printf ("%s %s\n", name, done ? "done" : "refused");
  fflush (stdout);
}

static void
try_open (const char *name, const char *path, int flags)
{
  int fd = open (path, flags, 0600);

  tell (name, fd >= 0);
  if (fd >= 0)
    close (fd);
}

static void
try_connect (int port)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons ((guint16) port) };
  int fd = socket (AF_INET, SOCK_STREAM, 0);

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  tell ("connect", fd >= 0 && connect (fd, (struct sockaddr *) &address, sizeof address) == 0);
}

static void
try_programs (const char *program)
{
  char *const words[] = { (char *) program, NULL };
  pid_t child = fork ();
  int status = -1;

  if (child == 0)
    {
      execv (program, words);
      _exit (99);
    }
  tell ("fork", child > 0);
  if (child > 0)
    {
      waitpid (child, &status, 0);
      tell ("exec", WIFEXITED (status) && WEXITSTATUS (status) == 2);
      tell ("kill", kill (getppid (), 0) == 0);
      return;
    }
  execv (program, words);
  tell ("exec", FALSE);
  tell ("kill", kill (getppid (), 0) == 0 || kill (1, 0) == 0);
}

static void *
rest (void *data)
{
  return data;
}

static void
try_thread (void)
{
  pthread_t thread;
  gboolean done = pthread_create (&thread, NULL, rest, NULL) == 0;

  if (done)
    pthread_join (thread, NULL);
  tell ("thread", done);
}

static void
try_memory (void)
{
  void *page = mmap (NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  tell ("run-written", page != MAP_FAILED && mprotect (page, 4096, PROT_READ | PROT_EXEC) == 0);
  tell ("run-writable",
        mmap (NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
}

int
main (int argc, char **argv)
{
  g_autofree char *contents = NULL;
  g_autofree char *new_file = NULL;
  g_autofree char *new_folder = NULL;
  g_auto (GStrv) lines = NULL;

  if (argc != 2)
    return 2;
  if (!g_file_get_contents (argv[1], &contents, NULL, NULL))
    return 3;
  lines = g_strsplit (contents, "\n", 4);
  if (g_str_equal (lines[3], "lock") && !sotay_sandbox_lock (G_GINT64_CONSTANT (1) << 30, argv[1], NULL))
    return 4;
  new_file = g_build_filename (lines[1], "new", NULL);
  new_folder = g_build_filename (lines[1], "folder", NULL);
  try_open ("document", argv[1], O_RDONLY);
  try_open ("fonts", FONTS, O_RDONLY);
  try_open ("secret", lines[0], O_RDONLY);
  try_open ("passwd", "/etc/passwd", O_RDONLY);
  try_open ("home", "/home", O_RDONLY);
  try_open ("write-document", argv[1], O_WRONLY);
  try_open ("write-new", new_file, O_RDWR | O_CREAT);
  tell ("write-folder", mkdir (new_folder, 0700) == 0);
  tell ("remove", unlink (lines[0]) == 0);
  try_connect ((int) g_ascii_strtoll (lines[2], NULL, 10));
  try_thread ();
  try_programs ("/proc/self/exe");
  try_memory ();
  tell ("namespace", syscall (SYS_unshare, 0) == 0);
  tell ("ring", syscall (SYS_io_uring_setup, 1, NULL) == 0 || errno == EFAULT || errno == EINVAL);
  tell ("ptrace", ptrace (PTRACE_TRACEME, 0, NULL, NULL) == 0);
  return 0;
}
