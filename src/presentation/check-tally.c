/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/check-tally.h"

#include "guide/members.h"
#include "register/utilities.h"

#define MOST_QUESTIONS 500
#define LONGEST_ID 64

typedef struct
{
  char *slide_id;
  guint utility;
  guint right;
  guint hands[SOTAY_QUESTION_N_CHOICES];
} Count;

struct _SotayCheckTally
{
  GObject parent_instance;

  GPtrArray *counts; /* in the order in which they were begun */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayCheckTally, sotay_check_tally, G_TYPE_OBJECT)

static void
count_free (gpointer data)
{
  Count *count = data;

  g_free (count->slide_id);
  g_free (count);
}

static void
sotay_check_tally_finalize (GObject *object)
{
  g_ptr_array_unref (SOTAY_CHECK_TALLY (object)->counts);
  G_OBJECT_CLASS (sotay_check_tally_parent_class)->finalize (object);
}

static void
sotay_check_tally_class_init (SotayCheckTallyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_check_tally_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sotay_check_tally_init (SotayCheckTally *self)
{
  self->counts = g_ptr_array_new_with_free_func (count_free);
}

SotayCheckTally *
sotay_check_tally_new (void)
{
  return g_object_new (SOTAY_TYPE_CHECK_TALLY, NULL);
}

static Count *
find (SotayCheckTally *self, const char *slide_id)
{
  for (guint i = 0; i < self->counts->len; i++)
    {
      Count *count = g_ptr_array_index (self->counts, i);

      if (g_str_equal (count->slide_id, slide_id))
        return count;
    }
  return NULL;
}

static Count *
find_or_add (SotayCheckTally *self, const char *slide_id)
{
  Count *count = find (self, slide_id);

  if (count != NULL)
    return count;
  count = g_new0 (Count, 1);
  count->slide_id = g_strdup (slide_id);
  g_ptr_array_add (self->counts, count);
  return count;
}

void
sotay_check_tally_set (SotayCheckTally *self, const char *slide_id, guint utility, guint right, guint choice,
                       guint hands)
{
  Count *count = NULL;

  g_return_if_fail (utility >= 1 && utility <= SOTAY_N_UTILITIES);
  g_return_if_fail (right < SOTAY_QUESTION_N_CHOICES && choice < SOTAY_QUESTION_N_CHOICES);

  hands = MIN (hands, SOTAY_CHECK_MOST_HANDS);
  if (sotay_check_tally_get (self, slide_id, choice) == hands)
    return;
  count = find_or_add (self, slide_id);
  count->utility = utility;
  count->right = right;
  count->hands[choice] = hands;
  g_signal_emit (self, signals[CHANGED], 0, slide_id);
}

guint
sotay_check_tally_get (SotayCheckTally *self, const char *slide_id, guint choice)
{
  const Count *count = find (self, slide_id);

  g_return_val_if_fail (choice < SOTAY_QUESTION_N_CHOICES, 0);

  return count != NULL ? count->hands[choice] : 0;
}

/* Returns all hands of the utility. */
static guint
add_up (SotayCheckTally *self, guint utility, guint *right)
{
  guint all = 0;

  *right = 0;
  for (guint i = 0; i < self->counts->len; i++)
    {
      const Count *count = g_ptr_array_index (self->counts, i);

      if (count->utility != utility)
        continue;
      *right += count->hands[count->right];
      for (guint choice = 0; choice < SOTAY_QUESTION_N_CHOICES; choice++)
        all += count->hands[choice];
    }
  return all;
}

gboolean
sotay_check_tally_get_share (SotayCheckTally *self, guint utility, double *share)
{
  guint right;
  guint all = add_up (self, utility, &right);

  *share = all > 0 ? (double) right / all : 0;
  return all > 0;
}

guint
sotay_check_tally_get_understood (SotayCheckTally *self)
{
  guint understood = 0;

  for (guint utility = 1; utility <= SOTAY_N_UTILITIES; utility++)
    {
      double share;

      if (sotay_check_tally_get_share (self, utility, &share) && share >= SOTAY_CHECK_PASS)
        understood |= 1u << (utility - 1);
    }
  return understood;
}

JsonNode *
sotay_check_tally_to_json (SotayCheckTally *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < self->counts->len; i++)
    {
      const Count *count = g_ptr_array_index (self->counts, i);

      json_builder_begin_object (builder);
      sotay_members_add_string (builder, "slide", count->slide_id);
      sotay_members_add_int (builder, "utility", count->utility);
      sotay_members_add_int (builder, "right", count->right);
      json_builder_set_member_name (builder, "hands");
      json_builder_begin_array (builder);
      for (guint choice = 0; choice < SOTAY_QUESTION_N_CHOICES; choice++)
        json_builder_add_int_value (builder, count->hands[choice]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

static gboolean
read_int (JsonNode *node, gint64 least, gint64 most, guint *value)
{
  gint64 number;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  number = json_node_get_int (node);
  *value = (guint) CLAMP (number, least, most);
  return number >= least && number <= most;
}

static gboolean
read_hands (JsonNode *node, guint *hands)
{
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) != SOTAY_QUESTION_N_CHOICES)
    return FALSE;
  for (guint choice = 0; choice < SOTAY_QUESTION_N_CHOICES; choice++)
    if (!read_int (json_array_get_element (array, choice), 0, SOTAY_CHECK_MOST_HANDS, &hands[choice]))
      return FALSE;
  return TRUE;
}

static void
load_count (SotayCheckTally *self, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *slide_id = object != NULL ? sotay_members_get_string (object, "slide") : NULL;
  Count read;

  if (slide_id == NULL || *slide_id == '\0' || strlen (slide_id) > LONGEST_ID
      || !read_int (json_object_get_member (object, "utility"), 1, SOTAY_N_UTILITIES, &read.utility)
      || !read_int (json_object_get_member (object, "right"), 0, SOTAY_QUESTION_N_CHOICES - 1, &read.right)
      || !read_hands (json_object_get_member (object, "hands"), read.hands)
      || (self->counts->len >= MOST_QUESTIONS && find (self, slide_id) == NULL))
    return;
  for (guint choice = 0; choice < SOTAY_QUESTION_N_CHOICES; choice++)
    sotay_check_tally_set (self, slide_id, read.utility, read.right, choice, read.hands[choice]);
}

void
sotay_check_tally_load_json (SotayCheckTally *self, JsonNode *node)
{
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint length = array != NULL ? MIN (json_array_get_length (array), MOST_QUESTIONS) : 0;

  for (guint i = 0; i < length; i++)
    load_count (self, json_array_get_element (array, i));
}
