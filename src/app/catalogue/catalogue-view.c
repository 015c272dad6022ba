/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalogue/catalogue-view.h"

#include "app/catalogue/page-list.h"
#include "app/catalogue/page-print.h"
#include "app/catalogue/page-view.h"
#include "app/view.h"
#include "services/messages.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

struct _SotayCatalogueView
{
  AdwBin parent_instance;

  SotayServices *services;

  GtkLabel *problem_label;
  AdwLeaflet *leaflet;
  SotayPageList *page_list;
  SotayPageView *page_view;
};

static void view_iface_init (SotayViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayCatalogueView, sotay_catalogue_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SOTAY_TYPE_VIEW, view_iface_init))

static GPtrArray *
find_see_also (SotayCatalogueView *self, SotayPage *page)
{
  SotayCatalogue *catalogue = sotay_services_get_catalogue (self->services);
  const char *const *ids = sotay_page_get_see_also (page);
  GPtrArray *pages = g_ptr_array_new ();

  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (pages, sotay_catalogue_get_page (catalogue, ids[i]));
  return pages;
}

static void
show_page (SotayCatalogueView *self, SotayPage *page)
{
  g_auto (GStrv) words = sotay_page_list_dup_words (self->page_list);
  g_autoptr (GPtrArray) see_also = find_see_also (self, page);

  sotay_page_view_set_page (self->page_view, page, see_also, (const char *const *) words);
  sotay_page_list_select (self->page_list, sotay_page_get_id (page));
  g_settings_set_string (sotay_services_get_settings (self->services), SOTAY_SETTING_PAGE, sotay_page_get_id (page));
}

static void
page_chosen_cb (SotayCatalogueView *self, SotayPage *page)
{
  show_page (self, page);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->page_view));
}

static void
page_selected_cb (SotayCatalogueView *self, SotayPage *page)
{
  show_page (self, page);
}

static void
back_cb (SotayCatalogueView *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->page_list));
}

static void
sotay_catalogue_view_search (SotayView *view)
{
  SotayCatalogueView *self = SOTAY_CATALOGUE_VIEW (view);

  back_cb (self);
  sotay_page_list_focus_search (self->page_list);
}

static gboolean
sotay_catalogue_view_go_back (SotayView *view)
{
  SotayCatalogueView *self = SOTAY_CATALOGUE_VIEW (view);

  if (adw_leaflet_get_folded (self->leaflet)
      && adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->page_view))
    {
      back_cb (self);
      return TRUE;
    }
  return sotay_page_list_leave_search (self->page_list);
}

static void
print_page (SotayCatalogueView *self, SotayPage *page)
{
  GSettings *settings = sotay_services_get_settings (self->services);
  g_autofree char *parent = g_settings_get_string (settings, SOTAY_SETTING_PARENT_UNIT_NAME);
  g_autofree char *unit = g_settings_get_string (settings, SOTAY_SETTING_UNIT_NAME);
  g_autofree char *letterhead = g_strconcat (parent, *parent != '\0' && *unit != '\0' ? "\n" : "", unit, NULL);

  sotay_page_print_run (page, letterhead, GTK_WIDGET (self));
}

static void
sotay_catalogue_view_print (SotayView *view)
{
  SotayCatalogueView *self = SOTAY_CATALOGUE_VIEW (view);

  print_page (self, sotay_page_view_get_page (self->page_view));
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sotay_catalogue_view_print (SOTAY_VIEW (widget));
}

static void
print_list_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayCatalogueView *self = SOTAY_CATALOGUE_VIEW (widget);

  g_autoptr (SotayPage) overview = sotay_catalogue_dup_overview (sotay_services_get_catalogue (self->services));

  print_page (self, overview);
}

static void
copy_text_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayCatalogueView *self = SOTAY_CATALOGUE_VIEW (widget);
  g_autofree char *text = sotay_page_to_text (sotay_page_view_get_page (self->page_view));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.show-toast", "s", _("Copied. Paste it into Zalo, an e-mail or Word."));
}

static void
view_iface_init (SotayViewInterface *iface)
{
  iface->search = sotay_catalogue_view_search;
  iface->go_back = sotay_catalogue_view_go_back;
  iface->print = sotay_catalogue_view_print;
}

/* The desk question is the commonest use: one can type at once. */
static void
sotay_catalogue_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sotay_catalogue_view_parent_class)->map (widget);
  sotay_page_list_focus_search (SOTAY_CATALOGUE_VIEW (widget)->page_list);
}

static void
sotay_catalogue_view_dispose (GObject *object)
{
  g_clear_object (&SOTAY_CATALOGUE_VIEW (object)->services);
  G_OBJECT_CLASS (sotay_catalogue_view_parent_class)->dispose (object);
}

static void
sotay_catalogue_view_class_init (SotayCatalogueViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_catalogue_view_dispose;
  widget_class->map = sotay_catalogue_view_map;
  g_type_ensure (SOTAY_TYPE_PAGE_LIST);
  g_type_ensure (SOTAY_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/catalogue/catalogue-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayCatalogueView, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SotayCatalogueView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SotayCatalogueView, page_list);
  gtk_widget_class_bind_template_child (widget_class, SotayCatalogueView, page_view);
  gtk_widget_class_bind_template_callback (widget_class, page_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_install_action (widget_class, "catalogue.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "catalogue.print-list", NULL, print_list_cb);
  gtk_widget_class_install_action (widget_class, "catalogue.copy-text", NULL, copy_text_cb);
}

static void
sotay_catalogue_view_init (SotayCatalogueView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->leaflet, "folded", self->page_view, "can-go-back", G_BINDING_SYNC_CREATE);
}

static void
show_remembered_page (SotayCatalogueView *self)
{
  SotayCatalogue *catalogue = sotay_services_get_catalogue (self->services);
  g_autofree char *id = g_settings_get_string (sotay_services_get_settings (self->services), SOTAY_SETTING_PAGE);
  SotayPage *page = sotay_catalogue_get_page (catalogue, id);

  show_page (self, page != NULL ? page : sotay_catalogue_get_pages (catalogue)->pdata[0]);
}

/* A content folder that is refused says so above the built-in content that serves in its place. */
static void
show_content_problem (SotayCatalogueView *self)
{
  const GError *problem = sotay_services_get_content_problem (self->services);
  g_autofree char *text = problem != NULL ? sotay_describe_error (problem) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), text != NULL);
  gtk_label_set_text (self->problem_label, text != NULL ? text : "");
}

SotayCatalogueView *
sotay_catalogue_view_new (SotayServices *services)
{
  SotayCatalogueView *self = g_object_new (SOTAY_TYPE_CATALOGUE_VIEW, NULL);

  self->services = g_object_ref (services);
  sotay_page_view_set_services (self->page_view, services);
  sotay_page_list_set_catalogue (self->page_list, sotay_services_get_catalogue (services));
  show_content_problem (self);
  show_remembered_page (self);
  return self;
}

void
sotay_catalogue_view_show_page (SotayCatalogueView *self, const char *id)
{
  SotayPage *page = sotay_catalogue_get_page (sotay_services_get_catalogue (self->services), id);

  if (page != NULL)
    page_chosen_cb (self, page);
}
