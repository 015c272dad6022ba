/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs by operating system. One implementation for each: system-linux.c here; system-files.c is for all. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sotay_system_executable_dir:
 *
 * Returns: (transfer full) (nullable): the folder of the running program
 */
char *sotay_system_executable_dir (void);

/**
 * sotay_system_find_real_path:
 * @path: something that may be reached by links
 *
 * Returns: (transfer full) (nullable): where it really is; %NULL when it is not there
 */
char *sotay_system_find_real_path (const char *path);

/**
 * sotay_system_on_interrupt:
 * @func: called on the main context when the person presses Ctrl+C or the session ends
 * @data: passed to @func
 */
void sotay_system_on_interrupt (GSourceFunc func, gpointer data);

/**
 * sotay_system_use_language:
 * @language: (nullable): "vi", "en", or %NULL for the system's own
 *
 * Makes gettext answer in @language whatever locale the machine has. Call once, before any translation.
 */
void sotay_system_use_language (const char *language);

/**
 * sotay_system_become:
 * @program: the path of another program
 * @arguments: (array zero-terminated=1): its arguments, from its name on
 *
 * Runs @program in place of this one. Returns only when that cannot be done.
 */
void sotay_system_become (const char *program, char **arguments);

/**
 * sotay_system_limit_self:
 * @memory_bytes: the most memory that this process may use
 * @seconds: the most processor time that it may use
 *
 * For a program that reads what a stranger made: beyond the limits it ends.
 */
void sotay_system_limit_self (gint64 memory_bytes, guint seconds);

/**
 * sotay_system_survive_broken_pipes:
 *
 * From now on, writing to a program that has ended is an error like any other and does not end this one.
 */
void sotay_system_survive_broken_pipes (void);

/**
 * sotay_system_widen_output:
 *
 * Lets a pipe on standard output hold as much as the system permits, so that large answers take fewer turns.
 */
void sotay_system_widen_output (void);

/**
 * sotay_system_create_file:
 * @template: a path that ends in "XXXXXX", which become letters that no file has yet
 * @mode: its permissions, before the umask
 * @error: G_FILE_ERROR; as for all functions here, %G_FILE_ERROR_NOSPC whatever it is that is full
 *
 * Returns: a descriptor to write bytes to, not inherited by other programs; -1 on failure
 */
int sotay_system_create_file (char *template, int mode, GError **error);

/**
 * sotay_system_write:
 * @fd: a descriptor
 * @path: its file, for the message
 *
 * Returns: whether all of @data was taken
 */
gboolean sotay_system_write (int fd, const char *path, const void *data, gsize length, GError **error);

/**
 * sotay_system_sync:
 * @fd: a descriptor
 * @path: its file, for the message
 *
 * Returns: whether all bytes so far are on the disk
 */
gboolean sotay_system_sync (int fd, const char *path, GError **error);

/**
 * sotay_system_close:
 * @fd: a descriptor; closed in any case
 *
 * Returns: whether all bytes are on the disk
 */
gboolean sotay_system_close (int fd, const char *path, GError **error);

/**
 * sotay_system_rename:
 * @target: a path in the same folder as @path; a file that is there is replaced in one step
 *
 * Returns: whether the file stands there
 */
gboolean sotay_system_rename (const char *path, const char *target, GError **error);

/**
 * sotay_system_open_file:
 * @path: a file, made if it is not there
 * @mode: its permissions when it is made
 *
 * Opens nothing else than a file: no link that would lead elsewhere, and no pipe, which would be waited for for ever.
 *
 * Returns: a descriptor to read and write bytes at its beginning, as sotay_system_create_file(); -1 on failure
 */
int sotay_system_open_file (const char *path, int mode, GError **error);

/**
 * sotay_system_read:
 * @fd: a descriptor to read from
 * @path: its file, for the message
 *
 * Returns: how many bytes were read, 0 at the end, -1 on failure
 */
gssize sotay_system_read (int fd, const char *path, void *data, gsize length, GError **error);

/**
 * sotay_system_truncate:
 * @fd: a descriptor
 * @path: its file, for the message
 *
 * Cuts the file down to @length bytes and goes on writing there.
 *
 * Returns: whether that was done
 */
gboolean sotay_system_truncate (int fd, const char *path, gint64 length, GError **error);

void sotay_system_touch (const char *path); /* the file changed last just now */

/**
 * sotay_system_sync_folder:
 *
 * Makes sure that what was renamed in @folder stays so when the power fails. A file system that cannot is let be.
 *
 * Returns: whether the names are on the disk
 */
gboolean sotay_system_sync_folder (const char *folder, GError **error);

/**
 * sotay_system_forget_cached:
 *
 * Lets go of what is remembered of a file, so that the next reader gets what the disk holds. Its bytes must have been
 * written with sotay_system_close().
 */
void sotay_system_forget_cached (const char *path);

/**
 * sotay_system_lock:
 * @path: a file that stands for what is locked; made here, removed by sotay_system_unlock()
 *
 * Locks for one program at a time, and within a program for one holder. The lock of a program that dies is gone with
 * it.
 *
 * Returns: the lock; -1 when another has it, or when it cannot be had
 */
int sotay_system_lock (const char *path);
void sotay_system_unlock (int lock, const char *path);

/**
 * sotay_system_file_system:
 * @path: a file or folder, there or not
 *
 * Returns: (transfer full) (nullable): the kind of file system that holds @path, as the system calls it: "ext4", "cifs"
 */
char *sotay_system_file_system (const char *path);

/**
 * sotay_system_file_system_of:
 * @mounts: the system's list of what is mounted (Linux: mountinfo)
 * @path: an absolute path without links in it
 *
 * Returns: (transfer full) (nullable): as sotay_system_file_system(), by this list
 */
char *sotay_system_file_system_of (const char *mounts, const char *path);

/**
 * sotay_system_boot_id:
 *
 * Returns: (transfer full): what tells this start of this PC from any other start and any other PC
 */
char *sotay_system_boot_id (void);

G_END_DECLS
