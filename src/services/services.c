/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/services.h"

#include "core/paths.h"
#include "core/system.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

struct _SotayServices
{
  GObject parent_instance;

  GSettings *settings;
  const char *language;
  GThread *preload;
  SotayCatalogue *catalogue;
  GError *content_problem;
};

G_DEFINE_FINAL_TYPE (SotayServices, sotay_services, G_TYPE_OBJECT)

enum
{
  SIGNAL_WARNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_language (SotayServices *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, SOTAY_SETTING_LANGUAGE);
  g_autofree char *translations = sotay_paths_share ("locale");
  gboolean system = g_str_equal (chosen, "system");
  const char *language = chosen;

  sotay_system_use_language (system ? NULL : chosen);
  if (system)
    language = g_get_language_names ()[0];
  self->language = g_str_has_prefix (language, "vi") ? "vi" : "en";
  bindtextdomain (GETTEXT_PACKAGE, translations);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* GtkBuilder looks its strings up in the default domain. */
  textdomain (GETTEXT_PACKAGE);
}

static SotayCatalogue *
load_chosen_content (SotayServices *self)
{
  g_autofree char *path = g_settings_get_string (self->settings, SOTAY_SETTING_CONTENT_FOLDER);
  g_autoptr (GFile) folder = NULL;

  if (*path == '\0')
    return NULL;
  folder = g_file_new_for_path (path);
  return sotay_catalogue_load (folder, self->language, &self->content_problem);
}

static SotayCatalogue *
load_builtin_content (SotayServices *self)
{
  g_autoptr (GFile) folder = sotay_catalogue_builtin_folder ();
  g_autoptr (GError) error = NULL;
  SotayCatalogue *catalogue = sotay_catalogue_load (folder, self->language, &error);

  /* The tests hold the built-in content against the same rules; a build that gets here is broken. */
  if (catalogue == NULL)
    g_error ("The built-in content is refused: %s", error->message);
  return catalogue;
}

static gpointer
load_catalogue (gpointer data)
{
  SotayServices *self = data;
  SotayCatalogue *chosen = load_chosen_content (self);

  return chosen != NULL ? chosen : load_builtin_content (self);
}

static void
sotay_services_finalize (GObject *object)
{
  SotayServices *self = SOTAY_SERVICES (object);

  if (self->preload != NULL)
    self->catalogue = g_thread_join (self->preload);
  g_clear_object (&self->catalogue);
  g_clear_error (&self->content_problem);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (sotay_services_parent_class)->finalize (object);
}

static void
sotay_services_class_init (SotayServicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_services_finalize;
  signals[SIGNAL_WARNED] = g_signal_new ("warned", SOTAY_TYPE_SERVICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sotay_services_init (SotayServices *self)
{
  self->settings = sotay_settings_new ();
  set_language (self);
}

SotayServices *
sotay_services_new (void)
{
  return g_object_new (SOTAY_TYPE_SERVICES, NULL);
}

GSettings *
sotay_services_get_settings (SotayServices *self)
{
  return self->settings;
}

void
sotay_services_preload_catalogue (SotayServices *self)
{
  self->preload = g_thread_new ("catalogue", load_catalogue, self);
}

SotayCatalogue *
sotay_services_get_catalogue (SotayServices *self)
{
  if (self->preload != NULL)
    self->catalogue = g_thread_join (g_steal_pointer (&self->preload));
  if (self->catalogue == NULL)
    self->catalogue = load_catalogue (self);
  return self->catalogue;
}

const GError *
sotay_services_get_content_problem (SotayServices *self)
{
  sotay_services_get_catalogue (self);
  return self->content_problem;
}

const char *
sotay_services_get_language (SotayServices *self)
{
  return self->language;
}

void
sotay_services_warn (SotayServices *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_WARNED], 0, sentence);
}
