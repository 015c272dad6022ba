/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions of a content file. Private to this room. */
#pragma once

#include "catalogue/content-node.h"
#include "catalogue/question.h"

G_BEGIN_DECLS

/**
 * sotay_questions_read:
 * @object: what may hold the list "questions"
 *
 * Returns: (transfer full) (element-type SotayQuestion): the questions, none when there is no such list; of no use
 * after an error
 */
GPtrArray *sotay_questions_read (const SotayContentNode *object);

G_END_DECLS
