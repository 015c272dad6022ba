/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "presentation/journal.h"
#include "services/services.h"

G_BEGIN_DECLS

/**
 * SotayPresentationChoice:
 * @plan: what is taught
 * @session_id: (nullable): the session that the show is tied to
 * @unfinished: (nullable): a show to go on with; its plan and session count
 */
typedef struct
{
  SotayLessonPlan *plan;
  const char *session_id;
  SotayUnfinished *unfinished;
} SotayPresentationChoice;

#define SOTAY_TYPE_PRESENTATION (sotay_presentation_get_type ())
/**
 * SotayPresentation:
 *
 * One show from its start to its record: the windows and their screens, the journal, the PC that stays awake.
 *
 * Its actions, group "show", of the wall's and the presenter's window: "forward", "back", "first", "last", "return",
 * "black", "white", "code-corner", "code-full", "pause", "go-to" (u: a slide), "go-to-utility" (u: 1 … 16), "swap",
 * "presenter" (the presenter's window, or put it away), "notes", "attendance", "end".
 *
 * Signal "ended": its windows are closed, and it was recorded or let go.
 */
G_DECLARE_FINAL_TYPE (SotayPresentation, sotay_presentation, SOTAY, PRESENTATION, GObject)

/**
 * sotay_presentation_start:
 * @window: the program's window, which waits behind
 *
 * Returns: (transfer full): the show, whose first slide comes on the wall at once
 */
SotayPresentation *sotay_presentation_start (GtkWindow *window, SotayServices *services,
                                             const SotayPresentationChoice *choice);

/**
 * sotay_presentation_settle:
 * @unfinished: a show that was not ended
 *
 * Goes to its ending page at once, from which the wall can be gone back to.
 *
 * Returns: (transfer full): the show
 */
SotayPresentation *sotay_presentation_settle (GtkWindow *window, SotayServices *services, SotayUnfinished *unfinished);

void sotay_presentation_present (SotayPresentation *presentation); /* brings its windows to the front */
void sotay_presentation_end (SotayPresentation *presentation); /* as the action "end" */

G_END_DECLS
