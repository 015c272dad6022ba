/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/unit-page.h"

#include "app/register/feedback-tab.h"
#include "app/register/log-tab.h"
#include "app/register/outreach-tab.h"
#include "app/register/sessions-tab.h"
#include "app/register/skills-tab.h"
#include "app/register/staff-head.h"
#include "app/register/staff-page.h"
#include "core/dates.h"
#include "register/campaign.h"

#include <glib/gi18n-lib.h>

#define TREND_MONTHS 12
/* The trend looks at everyone: while people are marked one after another, it waits until nothing is marked any more. */
#define TREND_PAUSE_MS 500

struct _SotayUnitPage
{
  AdwBin parent_instance;

  GtkWidget *head_row;
  GtkButton *back_button;
  SotayStaffHead *head;
  AdwSqueezer *switcher;
  GtkDropDown *tab_chooser;
  GtkStack *stack;

  SotayServices *services;
  SotayUnitProgress *part;
  SotayUnitNames *names;
  GCancellable *loading; /* the trend and the campaign */
  guint trend_pause;
};

typedef struct
{
  const char *name;
  const char *title;
  GType (*get_type) (void);
} Tab;

/* In the order in which they stand. */
static const Tab tabs[] = {
  { "staff", NC_ ("tab", "List"), sotay_staff_page_get_type },
  { "sessions", NC_ ("tab", "Sessions"), sotay_sessions_tab_get_type },
  { "skills", NC_ ("tab", "Skills"), sotay_skills_tab_get_type },
  { "outreach", NC_ ("tab", "Outreach"), sotay_outreach_tab_get_type },
  { "feedback", NC_ ("tab", "Obstacles and Proposals"), sotay_feedback_tab_get_type },
  { "log", NC_ ("tab", "Log"), sotay_log_tab_get_type },
};

G_DEFINE_FINAL_TYPE (SotayUnitPage, sotay_unit_page, ADW_TYPE_BIN)

enum
{
  PROP_CAN_GO_BACK = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static const Tab *
find_tab (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (g_strcmp0 (tabs[i].name, name) == 0)
      return &tabs[i];
  return NULL;
}

static GtkWidget *
make_tab (SotayUnitPage *self, const Tab *tab)
{
  GtkWidget *made = g_object_new (tab->get_type (), "store", sotay_services_get_store (self->services), "settings",
                                  sotay_services_get_settings (self->services), NULL);

  if (sotay_register_tab_wants_catalogue (SOTAY_REGISTER_TAB (made)))
    sotay_register_tab_set_catalogue (SOTAY_REGISTER_TAB (made), sotay_services_get_catalogue (self->services));
  return made;
}

/* The tab in view; made when it is looked at for the first time. */
static SotayRegisterTab *
get_tab (SotayUnitPage *self)
{
  AdwBin *place = ADW_BIN (gtk_stack_get_visible_child (self->stack));
  const Tab *tab = find_tab (gtk_stack_get_visible_child_name (self->stack));

  if (adw_bin_get_child (place) == NULL)
    adw_bin_set_child (place, make_tab (self, tab));
  return SOTAY_REGISTER_TAB (adw_bin_get_child (place));
}

static void
show_tab (SotayUnitPage *self)
{
  if (self->part != NULL)
    sotay_register_tab_show (get_tab (self), self->part, self->names);
}

static guint
find_place (SotayUnitPage *self)
{
  const Tab *tab = find_tab (gtk_stack_get_visible_child_name (self->stack));

  return tab != NULL ? (guint) (tab - tabs) : 0;
}

static void
tab_shown_cb (SotayUnitPage *self)
{
  gtk_drop_down_set_selected (self->tab_chooser, find_place (self));
  show_tab (self);
}

static void
tab_chosen_cb (SotayUnitPage *self)
{
  guint place = gtk_drop_down_get_selected (self->tab_chooser);

  if (place < G_N_ELEMENTS (tabs) && gtk_stack_get_visible_child (self->stack) != NULL)
    gtk_stack_set_visible_child_name (self->stack, tabs[place].name);
}

static void
show_tab_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sotay_unit_page_show_tab (SOTAY_UNIT_PAGE (widget), g_variant_get_string (parameter, NULL));
}

/* The people behind a figure. */
static void
show_people_cb (GtkWidget *widget, const char *action, GVariant *scope)
{
  SotayRegisterTab *list = sotay_unit_page_show_tab (SOTAY_UNIT_PAGE (widget), "staff");

  gtk_widget_activate_action_variant (GTK_WIDGET (list), "staff.show-scope", scope);
}

/* A tab that needs the whole height, such as a page that a room looks at. */
static void
show_head_cb (GtkWidget *widget, const char *action, GVariant *shown)
{
  SotayUnitPage *self = SOTAY_UNIT_PAGE (widget);

  gtk_widget_set_visible (self->head_row, g_variant_get_boolean (shown));
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), g_variant_get_boolean (shown));
}

static void
campaign_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayUnitPage) self = data;
  g_autoptr (GPtrArray) records = sotay_store_list_records_finish (SOTAY_STORE (source), result, NULL);
  GDate today = sotay_date_today ();

  /* What went wrong is told where the figures are read. */
  if (records != NULL)
    sotay_staff_head_show_campaign (self->head, records->len > 0 ? records->pdata[0] : NULL, &today);
}

static void
trend_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayUnitPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) points = sotay_store_list_trend_finish (SOTAY_STORE (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sotay_staff_head_show_trend (self->head, points);
}

static const char *
unit_id_of (SotayUnitProgress *part)
{
  SotayUnit *unit = sotay_unit_progress_get_unit (part);

  return unit != NULL ? sotay_unit_get_id (unit) : NULL;
}

static void
load_trend (SotayUnitPage *self)
{
  GDate today = sotay_date_today ();

  sotay_store_list_trend_async (sotay_services_get_store (self->services), unit_id_of (self->part), &today,
                                TREND_MONTHS, self->loading, trend_loaded_cb, g_object_ref (self));
}

static gboolean
trend_pause_cb (gpointer data)
{
  SotayUnitPage *self = data;

  self->trend_pause = 0;
  load_trend (self);
  return G_SOURCE_REMOVE;
}

static void
load_head (SotayUnitPage *self, gboolean same_unit)
{
  SotayStore *store = sotay_services_get_store (self->services);

  g_clear_handle_id (&self->trend_pause, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  sotay_store_list_records_async (store, SOTAY_RECORD_CAMPAIGN, -1, NULL, self->loading, campaign_loaded_cb,
                                  g_object_ref (self));
  if (same_unit)
    self->trend_pause = g_timeout_add (TREND_PAUSE_MS, trend_pause_cb, self);
  else
    load_trend (self);
}

static void
add_tabs (SotayUnitPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      const char *title = g_dpgettext2 (GETTEXT_PACKAGE, "tab", tabs[i].title);

      gtk_string_list_append (titles, title);
      gtk_stack_add_titled (self->stack, adw_bin_new (), tabs[i].name, title);
    }
  gtk_drop_down_set_model (self->tab_chooser, G_LIST_MODEL (titles));
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), G_N_ELEMENTS (tabs) > 1);
}

static void
sotay_unit_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  SotayUnitPage *self = SOTAY_UNIT_PAGE (object);

  if (id == PROP_CAN_GO_BACK)
    g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->back_button)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sotay_unit_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  SotayUnitPage *self = SOTAY_UNIT_PAGE (object);

  if (id == PROP_CAN_GO_BACK)
    gtk_widget_set_visible (GTK_WIDGET (self->back_button), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sotay_unit_page_dispose (GObject *object)
{
  SotayUnitPage *self = SOTAY_UNIT_PAGE (object);

  g_clear_handle_id (&self->trend_pause, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->services);
  g_clear_object (&self->part);
  g_clear_object (&self->names);
  G_OBJECT_CLASS (sotay_unit_page_parent_class)->dispose (object);
}

static void
sotay_unit_page_class_init (SotayUnitPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sotay_unit_page_get_property;
  object_class->set_property = sotay_unit_page_set_property;
  object_class->dispose = sotay_unit_page_dispose;
  props[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (SOTAY_TYPE_STAFF_HEAD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/unit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayUnitPage, head_row);
  gtk_widget_class_bind_template_child (widget_class, SotayUnitPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, SotayUnitPage, head);
  gtk_widget_class_bind_template_child (widget_class, SotayUnitPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, SotayUnitPage, tab_chooser);
  gtk_widget_class_bind_template_child (widget_class, SotayUnitPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, tab_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_chosen_cb);
  gtk_widget_class_install_action (widget_class, "unit-page.show-tab", "s", show_tab_cb);
  gtk_widget_class_install_action (widget_class, "unit-page.show-people", "s", show_people_cb);
  gtk_widget_class_install_action (widget_class, "unit-page.show-head", "b", show_head_cb);
}

static void
sotay_unit_page_init (SotayUnitPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_unit_page_set_services (SotayUnitPage *self, SotayServices *services)
{
  g_set_object (&self->services, services);
  add_tabs (self);
  get_tab (self);
}

void
sotay_unit_page_show (SotayUnitPage *self, SotayUnitProgress *part, SotayUnitNames *names)
{
  gboolean same_unit = self->part != NULL && g_strcmp0 (unit_id_of (self->part), unit_id_of (part)) == 0;

  g_set_object (&self->part, part);
  g_set_object (&self->names, names);
  sotay_staff_head_show (self->head, part);
  load_head (self, same_unit);
  show_tab (self);
}

SotayRegisterTab *
sotay_unit_page_show_tab (SotayUnitPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  return get_tab (self);
}

void
sotay_unit_page_search (SotayUnitPage *self)
{
  sotay_register_tab_search (get_tab (self));
}

gboolean
sotay_unit_page_leave_search (SotayUnitPage *self)
{
  return sotay_register_tab_leave_search (get_tab (self));
}
