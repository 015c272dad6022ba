/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed for the fields of a record, as options of a verb. */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_INPUT_TEXT,        /* one line */
  SOTAY_INPUT_LONG_TEXT,   /* of several lines */
  SOTAY_INPUT_LINES,       /* the option may stand there several times; one line for each */
  SOTAY_INPUT_WORD,        /* one of the words */
  SOTAY_INPUT_WORDS,       /* several of the words, parted by commas, or "all" */
  SOTAY_INPUT_NUMBER,      /* whole, not negative; points between thousands are left out */
  SOTAY_INPUT_DAY,         /* any form of sotay_date_parse() */
  SOTAY_INPUT_TIME,        /* "8:00", "08:00", "8h", "8h30" */
  SOTAY_INPUT_UTILITIES,   /* see sotay_utilities_parse() */
  SOTAY_INPUT_UTILITY,     /* one */
  SOTAY_INPUT_MINUTES,     /* see sotay_session_minutes_parse() */
  SOTAY_INPUT_UNIT,        /* the id of a unit that is there */
  SOTAY_INPUT_BIRTH,       /* see sotay_birth_parse() */
  SOTAY_INPUT_LEVEL,       /* of an account: "1", "2" or "none" */
} SotayInputType;

/**
 * SotayInput:
 * @option: the option's name without dashes
 * @field: the field that it fills
 * @type: how it is read
 * @description: for help, marked for translation
 * @placeholder: for help: "DATE"; for a few words these: "in-person|online"
 * @words: (nullable): many words, where they would make the help too wide as a placeholder
 */
typedef struct
{
  const char *option;
  guint field;
  SotayInputType type;
  const char *description;
  const char *placeholder;
  const char *words;
} SotayInput;

#define SOTAY_MOST_INPUTS 16

/**
 * SotayTyped:
 * @texts: what was typed for each input; %NULL: nothing
 * @lines: the same for those of several lines
 */
typedef struct
{
  char *texts[SOTAY_MOST_INPUTS];
  char **lines[SOTAY_MOST_INPUTS];
} SotayTyped;

void sotay_typed_clear (SotayTyped *typed); /* frees what was typed */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SotayTyped, sotay_typed_clear)

/**
 * sotay_inputs_parse:
 * @inputs: ends with an entry without an option; at most SOTAY_MOST_INPUTS
 * @typed: (out caller-allocates): what was typed, to be cleared
 * @more: (nullable): further options, at most eight
 *
 * sotay_cli_parse() with an option for each input.
 *
 * Returns: (transfer full) (nullable): the arguments
 */
char **sotay_inputs_parse (SotayCli *cli, const SotayInput *inputs, SotayTyped *typed, const GOptionEntry *more);

gboolean sotay_typed_is_empty (const SotayTyped *typed); /* whether nothing was typed */

/**
 * sotay_inputs_get:
 * @field: the field of one of @inputs, not of several lines
 *
 * Returns: (transfer none) (nullable): what was typed for it
 */
const char *sotay_inputs_get (const SotayInput *inputs, const SotayTyped *typed, guint field);

/**
 * sotay_inputs_read:
 * @typed: what was typed for @input; not empty
 *
 * Puts it into the form that the register keeps.
 *
 * Returns: (transfer full) (nullable): the value; %NULL after the person was told why it cannot be used
 */
char *sotay_inputs_read (SotayCli *cli, const SotayInput *input, const char *typed);

/**
 * sotay_inputs_fill:
 * @values: (array): for each field of an input the value, to be freed; untouched where nothing was typed, empty where
 *   the field is to be cleared
 *
 * Reads everything that was typed.
 *
 * Returns: %FALSE after the person was told what cannot be used: return sotay_cli_get_status()
 */
gboolean sotay_inputs_fill (SotayCli *cli, const SotayInput *inputs, const SotayTyped *typed, char **values);

/**
 * sotay_inputs_put:
 * @record: a record
 *
 * Puts what was typed into the fields; an empty value clears a field.
 *
 * Returns: (transfer full) (nullable): the record; %NULL after the person was told what cannot be used: return
 *   sotay_cli_get_status()
 */
SotayRecord *sotay_inputs_put (SotayCli *cli, const SotayInput *inputs, const SotayTyped *typed, SotayRecord *record);

G_END_DECLS
