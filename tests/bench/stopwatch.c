/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stopwatch [LIBRARY] -- PROGRAM…: starts a program as cheaply as possible and prints µs and kB.
 * With the library of first-frame.c: from just before exec to the first frame, and the memory then.
 * Without: from just before fork to the end of the program, and its largest memory. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

static void
become (char **command, const char *library, int answer)
{
  char start[32];
  int nothing = open ("/dev/null", O_RDWR);

  dup2 (nothing, STDIN_FILENO);
  dup2 (nothing, STDOUT_FILENO);
  if (library != NULL)
    {
      dup2 (answer, 3);
      setenv ("LD_PRELOAD", library, 1);
      snprintf (start, sizeof start, "%lld", now ());
      setenv ("SOTAY_BENCH_START", start, 1);
    }
  execvp (command[0], command);
  perror (command[0]);
  _exit (127);
}

int
main (int argc, char **argv)
{
  const char *library = argc > 2 && strcmp (argv[1], "--") != 0 ? argv[1] : NULL;
  char **command = argv + (library != NULL ? 3 : 2);
  char answer[64] = "";
  int ends[2], status;
  struct rusage usage;
  long long start, end;
  pid_t child;

  if (argc < 3 || *command == NULL || pipe2 (ends, O_CLOEXEC) != 0)
    return 2;
  start = now ();
  child = fork ();
  if (child == 0)
    become (command, library, ends[1]);
  close (ends[1]);
  if (child < 0 || wait4 (child, &status, 0, &usage) != child)
    return 1;
  end = now ();
  if (!WIFEXITED (status) || WEXITSTATUS (status) != 0)
    return 1;
  if (library == NULL)
    printf ("%lld %ld\n", end - start, usage.ru_maxrss);
  else if (read (ends[0], answer, sizeof answer - 1) > 0)
    fputs (answer, stdout);
  else
    return 1;
  return 0;
}
