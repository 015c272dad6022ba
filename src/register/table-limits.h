/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of a stranger's table is read. */
#pragma once

#define SOTAY_TABLE_MOST_BYTES (200 * 1000 * 1000) /* of the file */
#define SOTAY_TABLE_MOST_ROWS 1048576              /* of a sheet */
#define SOTAY_TABLE_MOST_CELLS 256                 /* of a row; further ones are left out */
#define SOTAY_TABLE_LONGEST_TEXT 1000              /* characters of a cell; a longer text is cut, but stays longer */
