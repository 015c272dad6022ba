/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/register-view-private.h"

#include "app/view.h"
#include "core/dates.h"
#include "register/sample.h"
#include "services/settings.h"

static void view_iface_init (SotayViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayRegisterView, sotay_register_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SOTAY_TYPE_VIEW, view_iface_init))

enum
{
  PROP_SERVICES = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void load (SotayRegisterView *self);

SotayUnit *
sotay_register_view_get_unit (SotayRegisterView *self)
{
  const char *unit_id = sotay_unit_tree_get_unit_id (self->unit_tree);

  return unit_id != NULL && self->names != NULL ? sotay_unit_names_find (self->names, unit_id) : NULL;
}

static void
show_unit (SotayRegisterView *self)
{
  SotayUnit *unit = sotay_register_view_get_unit (self);
  SotayUnitProgress *part = unit != NULL ? sotay_progress_find (self->whole, sotay_unit_get_id (unit)) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.edit-unit", unit != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.remove-unit", unit != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.end-unit",
                                 unit != NULL && sotay_unit_is_open (unit, &self->day));
  sotay_unit_page_show (self->unit_page, part != NULL ? part : self->whole, self->names);
}

static void
show_whole (SotayRegisterView *self, SotayUnitProgress *whole)
{
  g_autofree char *awaited = g_steal_pointer (&self->awaited_unit_id);

  g_set_object (&self->whole, whole);
  g_clear_object (&self->names);
  self->names = sotay_unit_names_new (whole);
  g_signal_handlers_block_by_func (self->unit_tree, show_unit, self);
  sotay_unit_tree_show (self->unit_tree, whole);
  if (awaited != NULL)
    sotay_unit_tree_set_unit_id (self->unit_tree, awaited);
  g_signal_handlers_unblock_by_func (self->unit_tree, show_unit, self);
  show_unit (self);
  gtk_widget_set_visible (self->sample_bar, sotay_unit_names_find (self->names, SOTAY_SAMPLE_UNIT_ID) != NULL);
  gtk_stack_set_visible_child_name (self->stack, sotay_unit_names_count (self->names) > 0 ? "content" : "empty");
}

/* What was read before stays in view: a register that is locked for a moment must not empty the screen. */
static void
show_error (SotayRegisterView *self, const GError *error)
{
  gboolean has_content = self->whole != NULL;

  sotay_notice_show_error (self->notice, has_content ? error : NULL);
  sotay_notice_show_error (self->open_notice, has_content ? NULL : error);
  if (error != NULL && !has_content)
    gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayRegisterView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayUnitProgress) whole = sotay_progress_load_finish (SOTAY_STORE (source), result, &error);

  self->loading = FALSE;
  if (self->services == NULL)
    return;
  if (self->outdated)
    {
      load (self);
      return;
    }
  show_error (self, error);
  if (whole != NULL)
    show_whole (self, whole);
}

static void
load (SotayRegisterView *self)
{
  self->outdated = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  self->unseen = FALSE;
  self->day = sotay_date_today ();
  sotay_progress_load_async (sotay_services_get_store (self->services), &self->day, NULL, loaded_cb,
                             g_object_ref (self));
}

/* Nobody looks: read when somebody does. */
static void
store_changed_cb (SotayRegisterView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
  else
    self->unseen = TRUE;
}

static void
unit_chosen_cb (SotayRegisterView *self)
{
  const char *unit_id = sotay_unit_tree_get_unit_id (self->unit_tree);

  g_settings_set_string (sotay_services_get_settings (self->services), SOTAY_SETTING_UNIT,
                         unit_id != NULL ? unit_id : "");
}

/* Where only one of the two is seen, the keyboard goes along. */
static void
show_child (SotayRegisterView *self, GtkWidget *child)
{
  adw_leaflet_set_visible_child (self->leaflet, child);
  if (adw_leaflet_get_folded (self->leaflet))
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static void
unit_activated_cb (SotayRegisterView *self)
{
  show_child (self, GTK_WIDGET (self->unit_page));
}

static void
show_units_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRegisterView *self = SOTAY_REGISTER_VIEW (widget);

  show_child (self, GTK_WIDGET (self->unit_tree));
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRegisterView *self = SOTAY_REGISTER_VIEW (widget);

  gtk_widget_activate_action (GTK_WIDGET (sotay_unit_page_show_tab (self->unit_page, "staff")), "staff.import", NULL);
}

static void
sotay_register_view_search (SotayView *view)
{
  SotayRegisterView *self = SOTAY_REGISTER_VIEW (view);

  unit_activated_cb (self);
  sotay_unit_page_search (self->unit_page);
}

static gboolean
sotay_register_view_go_back (SotayView *view)
{
  SotayRegisterView *self = SOTAY_REGISTER_VIEW (view);

  if (sotay_unit_page_leave_search (self->unit_page))
    return TRUE;
  if (!adw_leaflet_get_folded (self->leaflet))
    return FALSE;
  return adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* A register that changed meanwhile, or a window that stayed open overnight. */
static void
sotay_register_view_map (GtkWidget *widget)
{
  SotayRegisterView *self = SOTAY_REGISTER_VIEW (widget);
  GDate today = sotay_date_today ();

  GTK_WIDGET_CLASS (sotay_register_view_parent_class)->map (widget);
  if (self->unseen || g_date_compare (&today, &self->day) != 0)
    load (self);
}

static void
sotay_register_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotayRegisterView *self = SOTAY_REGISTER_VIEW (object);

  switch (id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_register_view_constructed (GObject *object)
{
  SotayRegisterView *self = SOTAY_REGISTER_VIEW (object);
  g_autofree char *unit_id = g_settings_get_string (sotay_services_get_settings (self->services), SOTAY_SETTING_UNIT);

  G_OBJECT_CLASS (sotay_register_view_parent_class)->constructed (object);
  sotay_unit_page_set_services (self->unit_page, self->services);
  sotay_unit_tree_set_settings (self->unit_tree, sotay_services_get_settings (self->services));
  if (*unit_id != '\0')
    sotay_unit_tree_set_unit_id (self->unit_tree, unit_id);
  g_signal_connect_object (self->unit_tree, "notify::unit-id", G_CALLBACK (unit_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->unit_tree, "notify::unit-id", G_CALLBACK (show_unit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sotay_services_get_store (self->services), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
  load (self);
}

static void
sotay_register_view_dispose (GObject *object)
{
  SotayRegisterView *self = SOTAY_REGISTER_VIEW (object);

  g_clear_object (&self->services);
  g_clear_object (&self->whole);
  g_clear_object (&self->names);
  g_clear_pointer (&self->awaited_unit_id, g_free);
  G_OBJECT_CLASS (sotay_register_view_parent_class)->dispose (object);
}

static void
view_iface_init (SotayViewInterface *iface)
{
  iface->search = sotay_register_view_search;
  iface->go_back = sotay_register_view_go_back;
}

static void
sotay_register_view_class_init (SotayRegisterViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sotay_register_view_set_property;
  object_class->constructed = sotay_register_view_constructed;
  object_class->dispose = sotay_register_view_dispose;
  widget_class->map = sotay_register_view_map;
  props[PROP_SERVICES] = g_param_spec_object ("services", NULL, NULL, SOTAY_TYPE_SERVICES,
                                              G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (SOTAY_TYPE_UNIT_TREE);
  g_type_ensure (SOTAY_TYPE_UNIT_PAGE);
  g_type_ensure (SOTAY_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/register-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayRegisterView, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayRegisterView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SotayRegisterView, unit_tree);
  gtk_widget_class_bind_template_child (widget_class, SotayRegisterView, unit_page);
  gtk_widget_class_bind_template_child (widget_class, SotayRegisterView, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayRegisterView, open_notice);
  gtk_widget_class_bind_template_child (widget_class, SotayRegisterView, sample_bar);
  gtk_widget_class_bind_template_callback (widget_class, unit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, load);
  sotay_register_view_install_units (widget_class);
  sotay_register_view_install_extras (widget_class);
  gtk_widget_class_install_action (widget_class, "register.show-units", NULL, show_units_cb);
  gtk_widget_class_install_action (widget_class, "register.import", NULL, import_cb);
}

static void
sotay_register_view_init (SotayRegisterView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sotay_register_view_new (SotayServices *services)
{
  return g_object_new (SOTAY_TYPE_REGISTER_VIEW, "services", services, NULL);
}
