/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/utility.h"

struct _SotayUtility
{
  GObject parent_instance;

  SotayUtilityParts *parts;
};

G_DEFINE_FINAL_TYPE (SotayUtility, sotay_utility, G_TYPE_OBJECT)

static void
sotay_utility_finalize (GObject *object)
{
  SotayUtility *self = SOTAY_UTILITY (object);

  sotay_utility_parts_free (self->parts);
  G_OBJECT_CLASS (sotay_utility_parent_class)->finalize (object);
}

static void
sotay_utility_class_init (SotayUtilityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_utility_finalize;
}

static void
sotay_utility_init (SotayUtility *self)
{
}

void
sotay_utility_parts_free (SotayUtilityParts *parts)
{
  g_free (parts->id);
  g_free (parts->title);
  g_free (parts->original_title);
  g_free (parts->title_note);
  g_strfreev (parts->keywords);
  g_clear_pointer (&parts->purpose, g_ptr_array_unref);
  g_clear_pointer (&parts->eligibility, g_ptr_array_unref);
  g_clear_pointer (&parts->steps, g_ptr_array_unref);
  g_clear_pointer (&parts->result, g_ptr_array_unref);
  g_clear_pointer (&parts->problems, g_ptr_array_unref);
  g_clear_pointer (&parts->legal, g_ptr_array_unref);
  g_clear_pointer (&parts->changes, g_ptr_array_unref);
  g_clear_pointer (&parts->questions, g_ptr_array_unref);
  g_strfreev (parts->notes);
  g_strfreev (parts->see_also);
  g_free (parts);
}

SotayUtility *
sotay_utility_new (SotayUtilityParts *parts)
{
  SotayUtility *utility = g_object_new (SOTAY_TYPE_UTILITY, NULL);

  utility->parts = parts;
  return utility;
}

const SotayUtilityParts *
sotay_utility_get_parts (SotayUtility *utility)
{
  return utility->parts;
}

const char *
sotay_utility_get_id (SotayUtility *utility)
{
  return utility->parts->id;
}

guint
sotay_utility_get_level (SotayUtility *utility)
{
  return utility->parts->level;
}

guint
sotay_utility_get_order (SotayUtility *utility)
{
  return utility->parts->order;
}

const char *
sotay_utility_get_title (SotayUtility *utility)
{
  return utility->parts->title;
}

const char *
sotay_utility_get_original_title (SotayUtility *utility)
{
  return utility->parts->original_title;
}
