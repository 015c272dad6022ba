/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/unit.h"

#include "core/text.h"
#include "core/uuid.h"
#include "register/register-error.h"


struct _SotayUnit
{
  GObject parent_instance;
  char *id;
  char *parent_id;
  char *name;
};

G_DEFINE_FINAL_TYPE (SotayUnit, sotay_unit, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1,
  PROP_PARENT_ID,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
sotay_unit_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  SotayUnit *self = SOTAY_UNIT (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_PARENT_ID:
      g_value_set_string (value, self->parent_id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
sotay_unit_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  SotayUnit *self = SOTAY_UNIT (object);

  switch (id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_PARENT_ID:
      self->parent_id = g_value_dup_string (value);
      break;
    case PROP_NAME:
      self->name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
sotay_unit_finalize (GObject *object)
{
  SotayUnit *self = SOTAY_UNIT (object);

  g_free (self->id);
  g_free (self->parent_id);
  g_free (self->name);
  G_OBJECT_CLASS (sotay_unit_parent_class)->finalize (object);
}

static void
sotay_unit_class_init (SotayUnitClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sotay_unit_get_property;
  object_class->set_property = sotay_unit_set_property;
  object_class->finalize = sotay_unit_finalize;
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_PARENT_ID] = g_param_spec_string ("parent-id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sotay_unit_init (SotayUnit *self)
{
}

SotayUnit *
sotay_unit_new (const char *id, const char *parent_id, const char *name)
{
  g_autofree char *made = id == NULL ? sotay_uuid_new () : NULL;
  g_autofree char *tidy = name != NULL ? sotay_text_tidy (name) : NULL;

  return g_object_new (SOTAY_TYPE_UNIT, "id", id != NULL ? id : made, "parent-id", parent_id, "name", tidy, NULL);
}

gboolean
sotay_unit_check (SotayUnit *unit, GError **error)
{
  glong length = unit->name != NULL ? g_utf8_strlen (unit->name, -1) : 0;

  if (length >= 1 && length <= SOTAY_LONGEST_NAME)
    return TRUE;
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID, "name");
  return FALSE;
}

const char *
sotay_unit_get_id (SotayUnit *unit)
{
  return unit->id;
}

const char *
sotay_unit_get_parent_id (SotayUnit *unit)
{
  return unit->parent_id;
}

const char *
sotay_unit_get_name (SotayUnit *unit)
{
  return unit->name;
}

GVariant *
sotay_unit_to_record (SotayUnit *unit)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  if (unit->name != NULL)
    g_variant_builder_add (&builder, "{ss}", "name", unit->name);
  if (unit->parent_id != NULL)
    g_variant_builder_add (&builder, "{ss}", "parent_id", unit->parent_id);
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

SotayUnit *
sotay_unit_from_record (const char *id, GVariant *record)
{
  const char *name = NULL;
  const char *parent_id = NULL;

  g_variant_lookup (record, "name", "&s", &name);
  g_variant_lookup (record, "parent_id", "&s", &parent_id);
  return g_object_new (SOTAY_TYPE_UNIT, "id", id, "parent-id", parent_id, "name", name, NULL);
}
