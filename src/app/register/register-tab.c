/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/register-tab.h"

typedef struct
{
  SotayStore *store;
  GSettings *settings;
} SotayRegisterTabPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SotayRegisterTab, sotay_register_tab, ADW_TYPE_BIN)

enum
{
  PROP_STORE = 1,
  PROP_SETTINGS,
};

static SotayRegisterTabPrivate *
get_priv (gpointer self)
{
  return sotay_register_tab_get_instance_private (SOTAY_REGISTER_TAB (self));
}

static void
sotay_register_tab_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  SotayRegisterTabPrivate *priv = get_priv (object);

  switch (id)
    {
    case PROP_STORE:
      priv->store = g_value_dup_object (value);
      break;
    case PROP_SETTINGS:
      priv->settings = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
sotay_register_tab_dispose (GObject *object)
{
  SotayRegisterTabPrivate *priv = get_priv (object);

  g_clear_object (&priv->store);
  g_clear_object (&priv->settings);
  G_OBJECT_CLASS (sotay_register_tab_parent_class)->dispose (object);
}

static void
sotay_register_tab_class_init (SotayRegisterTabClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = sotay_register_tab_set_property;
  object_class->dispose = sotay_register_tab_dispose;
  g_object_class_install_property (object_class, PROP_STORE,
                                   g_param_spec_object ("store", NULL, NULL, SOTAY_TYPE_STORE, flags));
  g_object_class_install_property (object_class, PROP_SETTINGS,
                                   g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, flags));
}

static void
sotay_register_tab_init (SotayRegisterTab *self)
{
}

SotayStore *
sotay_register_tab_get_store (gpointer self)
{
  return get_priv (self)->store;
}

GSettings *
sotay_register_tab_get_settings (gpointer self)
{
  return get_priv (self)->settings;
}

void
sotay_register_tab_show (SotayRegisterTab *tab, SotayUnitProgress *part, SotayUnitNames *names)
{
  SOTAY_REGISTER_TAB_GET_CLASS (tab)->show (tab, part, names);
}

void
sotay_register_tab_search (SotayRegisterTab *tab)
{
  SotayRegisterTabClass *class = SOTAY_REGISTER_TAB_GET_CLASS (tab);

  if (class->search != NULL)
    class->search (tab);
}

gboolean
sotay_register_tab_leave_search (SotayRegisterTab *tab)
{
  SotayRegisterTabClass *class = SOTAY_REGISTER_TAB_GET_CLASS (tab);

  return class->leave_search != NULL && class->leave_search (tab);
}

gboolean
sotay_register_tab_wants_catalogue (SotayRegisterTab *tab)
{
  return SOTAY_REGISTER_TAB_GET_CLASS (tab)->set_catalogue != NULL;
}

void
sotay_register_tab_set_catalogue (SotayRegisterTab *tab, SotayCatalogue *catalogue)
{
  SOTAY_REGISTER_TAB_GET_CLASS (tab)->set_catalogue (tab, catalogue);
}
