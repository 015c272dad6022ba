/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SotayRegisterError:
 *
 * What can go wrong with the register. The message of the #GError is a detail for the one who helps (a path, a
 * place, the store's own words); the sentence for the person is made by sotay_describe_error() in services.
 */
typedef enum
{
  SOTAY_REGISTER_ERROR_INVALID,       /* a value breaks a rule; the message is the field's name */
  SOTAY_REGISTER_ERROR_NOT_FOUND,     /* no unit, person or step has this id */
  SOTAY_REGISTER_ERROR_CONFLICT,      /* another program changed the same entry in between */
  SOTAY_REGISTER_ERROR_OUTDATED,      /* people or units were changed since a step was made from them */
  SOTAY_REGISTER_ERROR_NOT_EMPTY,     /* the unit still holds units or staff */
  SOTAY_REGISTER_ERROR_NOTHING,       /* nothing to undo, or to redo */
  SOTAY_REGISTER_ERROR_NEWER,         /* the database was written by a newer version of the program */
  SOTAY_REGISTER_ERROR_CORRUPT,       /* not a database, or a damaged one */
  SOTAY_REGISTER_ERROR_READ_ONLY,     /* the folder or file may not be written */
  SOTAY_REGISTER_ERROR_DISK_FULL,
  SOTAY_REGISTER_ERROR_DISK_FAILED,   /* the disk did not give what it was asked for */
  SOTAY_REGISTER_ERROR_BUSY,          /* another program has been writing for too long */
  SOTAY_REGISTER_ERROR_STORE,         /* any other failure of the store */
  SOTAY_REGISTER_ERROR_ELSEWHERE,     /* on a network share, and open on another PC; the message is its name */
  SOTAY_REGISTER_ERROR_NO_BACKUP,      /* a backup had to be made before a change, and could not be */
  SOTAY_REGISTER_ERROR_BACKUP_SKIPPED, /* today's backup could not be made; the change itself goes on */
  SOTAY_REGISTER_ERROR_BACKUP_MISSING, /* no backup has this id */
  SOTAY_REGISTER_ERROR_BACKUP_DAMAGED, /* not a whole copy of a register */
  SOTAY_REGISTER_ERROR_BACKUP_NEWER,   /* a copy made by a newer version of the program */
  SOTAY_REGISTER_ERROR_FILE_MISSING,  /* a roster file that cannot be read */
  SOTAY_REGISTER_ERROR_FILE_WRITE,   /* a file that was asked for cannot be written */
  SOTAY_REGISTER_ERROR_FILE_EMPTY,
  SOTAY_REGISTER_ERROR_FILE_TOO_LARGE,
  SOTAY_REGISTER_ERROR_FILE_BINARY,   /* not a table at all: a document, a picture, a program */
  SOTAY_REGISTER_ERROR_FILE_ENCODING, /* none of the known encodings */
  SOTAY_REGISTER_ERROR_FILE_NO_HEADER, /* no row names a column of people's names */
  SOTAY_REGISTER_ERROR_FILE_OLD,      /* a workbook of a format that is not read: .xls, .xlsb, a web page */
  SOTAY_REGISTER_ERROR_FILE_PROTECTED, /* a workbook that wants a password */
  SOTAY_REGISTER_ERROR_FILE_DAMAGED,  /* a workbook with parts that are missing or broken */
  SOTAY_REGISTER_ERROR_FILE_NO_SHEET, /* no sheet of this name */
  SOTAY_REGISTER_ERROR_FILE_NO_COLUMN, /* no such column, or nothing of this name that a column can hold */
} SotayRegisterError;

#define SOTAY_REGISTER_ERROR (sotay_register_error_quark ())
GQuark sotay_register_error_quark (void);

G_END_DECLS
