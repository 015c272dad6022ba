/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a folder is on the disk, and what only in the memory of the system. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DiskContent DiskContent;

/* What lies in @folder and below is on the disk. */
DiskContent *disk_content_new (const char *folder, GRand *chance);
void disk_content_free (DiskContent *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiskContent, disk_content_free)

void disk_content_write (DiskContent *content, const char *path, gint64 offset, const void *bytes, gsize length);
void disk_content_cut (DiskContent *content, const char *path, gint64 length);
void disk_content_sync (DiskContent *content, const char *path);
void disk_content_sync_folder (DiskContent *content, const char *folder);
void disk_content_rename (DiskContent *content, const char *path, const char *target);
void disk_content_remove (DiskContent *content, const char *path);
void disk_content_look (DiskContent *content); /* takes note of the files that are there */

/* Puts into the folder what survives when the power fails now. */
void disk_content_restart (DiskContent *content);

G_END_DECLS
