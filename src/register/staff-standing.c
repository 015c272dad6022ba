/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/staff-standing.h"

#include "register/campaign.h"
#include "register/session.h"
#include "register/standing.h"
#include "register/utilities.h"

struct _SotayStaffStanding
{
  GObject parent_instance;
  SotayStaff *staff;
  GPtrArray *sessions;
  GPtrArray *practice; /* keeps what the standing borrows */
  guint required;
  gboolean counts;
  SotayStanding standing;
};

G_DEFINE_FINAL_TYPE (SotayStaffStanding, sotay_staff_standing, G_TYPE_OBJECT)

static GArray *
list_lessons (GPtrArray *sessions)
{
  GArray *lessons = g_array_new (FALSE, FALSE, sizeof (SotayLesson));

  for (guint i = 0; i < sessions->len; i++)
    {
      SotayRecord *session = g_ptr_array_index (sessions, i);
      SotayLesson lesson = { sotay_record_get (session, SOTAY_SESSION_DAY), sotay_session_get_utilities (session) };

      g_array_append_val (lessons, lesson);
    }
  return lessons;
}

/* @since is by hand when only the hand made it as early. */
static SotayStandingBasis
find_basis (const char *since, const char *by_hand, const char *by_rule)
{
  if (since == NULL)
    return SOTAY_STANDING_NOT;
  if (by_hand == NULL || (by_rule != NULL && g_strcmp0 (by_rule, by_hand) <= 0))
    return SOTAY_STANDING_BY_RULE;
  return SOTAY_STANDING_BY_HAND;
}

static guint
list_missing (const char *const *days, guint required)
{
  guint missing = 0;

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    if ((required & (1u << i)) && days[i] == NULL)
      missing |= 1u << i;
  return missing;
}

static void
sotay_staff_standing_finalize (GObject *object)
{
  SotayStaffStanding *self = SOTAY_STAFF_STANDING (object);

  g_object_unref (self->staff);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->practice);
  G_OBJECT_CLASS (sotay_staff_standing_parent_class)->finalize (object);
}

static void
sotay_staff_standing_class_init (SotayStaffStandingClass *class)
{
  G_OBJECT_CLASS (class)->finalize = sotay_staff_standing_finalize;
}

static void
sotay_staff_standing_init (SotayStaffStanding *self)
{
}

SotayStaffStanding *
sotay_staff_standing_new (SotayStaff *staff, SotayRecord *campaign, GPtrArray *sessions, GPtrArray *practice)
{
  SotayStaffStanding *self = g_object_new (SOTAY_TYPE_STAFF_STANDING, NULL);
  g_autoptr (GArray) lessons = list_lessons (sessions);

  self->staff = g_object_ref (staff);
  self->sessions = g_ptr_array_ref (sessions);
  self->practice = g_ptr_array_ref (practice);
  self->required = sotay_campaign_get_utilities (campaign);
  self->counts = sotay_campaign_counts (campaign, sotay_staff_get_field (staff, SOTAY_STAFF_EMPLOYMENT));
  sotay_standing_compute (self->required, lessons, practice, staff, &self->standing);
  return self;
}

SotayStaff *
sotay_staff_standing_get_staff (SotayStaffStanding *standing)
{
  return standing->staff;
}

GPtrArray *
sotay_staff_standing_get_sessions (SotayStaffStanding *standing)
{
  return standing->sessions;
}

gboolean
sotay_staff_standing_counts (SotayStaffStanding *standing)
{
  return standing->counts;
}

guint
sotay_staff_standing_get_required (SotayStaffStanding *standing)
{
  return standing->required;
}

const char *
sotay_staff_standing_get_trained_since (SotayStaffStanding *standing)
{
  return standing->standing.trained_since;
}

const char *
sotay_staff_standing_get_passed_since (SotayStaffStanding *standing)
{
  return standing->standing.passed_since;
}

SotayStandingBasis
sotay_staff_standing_get_trained_by (SotayStaffStanding *standing)
{
  return find_basis (standing->standing.trained_since, sotay_staff_get_field (standing->staff, SOTAY_STAFF_TRAINED_ON),
                     sotay_standing_complete_on (standing->standing.taught_on, standing->required));
}

SotayStandingBasis
sotay_staff_standing_get_passed_by (SotayStaffStanding *standing)
{
  return find_basis (standing->standing.passed_since, sotay_staff_get_field (standing->staff, SOTAY_STAFF_PASSED_ON),
                     sotay_standing_complete_on (standing->standing.fluent_on, standing->required));
}

const char *
sotay_staff_standing_get_reason (SotayStaffStanding *standing)
{
  return sotay_staff_get_field (standing->staff, SOTAY_STAFF_REASON);
}

const char *
sotay_staff_standing_get_taught_on (SotayStaffStanding *standing, guint utility)
{
  g_return_val_if_fail (utility >= 1 && utility <= SOTAY_N_UTILITIES, NULL);
  return standing->standing.taught_on[utility - 1];
}

const char *
sotay_staff_standing_get_fluent_on (SotayStaffStanding *standing, guint utility)
{
  g_return_val_if_fail (utility >= 1 && utility <= SOTAY_N_UTILITIES, NULL);
  return standing->standing.fluent_on[utility - 1];
}

guint
sotay_staff_standing_get_missing_training (SotayStaffStanding *standing)
{
  return list_missing (standing->standing.taught_on, standing->required);
}

guint
sotay_staff_standing_get_missing_practice (SotayStaffStanding *standing)
{
  return list_missing (standing->standing.fluent_on, standing->required);
}
