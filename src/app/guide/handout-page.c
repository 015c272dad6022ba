/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/handout-page.h"

#include "app/guide/handout-help.h"
#include "app/guide/handout-window.h"
#include "app/guide/qr-paintable.h"
#include "app/guide/wifi-card.h"
#include "app/widgets/notice.h"
#include "core/network.h"
#include "guide/guide-error.h"

#include <glib/gi18n-lib.h>

#define PATIENCE_SECONDS 60
#define TICK_SECONDS 5

static const guint times[] = { 30, 60, 120 };

struct _SotayHandoutPage
{
  AdwBin parent_instance;

  SotayServices *services;
  SotayHandout *handout;
  GPtrArray *networks; /* (element-type SotayNetwork): as the row lists them */
  SotayNetwork *used;  /* the one of the hand-out */
  GCancellable *check;
  GNetworkMonitor *monitor; /* NULL until the page was seen */
  char *loopback;
  guint patience;
  guint tick;
  guint alarm;
  gboolean starting;
  gboolean urgent; /* nobody has come for a while */

  SotayNotice *notice;
  GtkLabel *explanation;
  GtkWidget *idle_box;
  AdwComboRow *network_row;
  AdwComboRow *time_row;
  GtkWidget *serving_box;
  GtkPicture *picture;
  GtkLabel *address;
  GtkLabel *where;
  GtkLabel *phones;
  GtkLabel *phones_text;
  GtkLabel *under_way;
  GtkLabel *checked;
  SotayWifiCard *wifi_card;
  SotayHandoutHelp *help;
};

enum
{
  PROP_LOOPBACK = 1,
  PROP_PATIENCE_SECONDS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SotayHandoutPage, sotay_handout_page, ADW_TYPE_BIN)

static SotayManualCopy *
get_copy (SotayHandoutPage *self)
{
  return self->services != NULL ? sotay_guide_library_get_current (sotay_services_get_guide (self->services)) : NULL;
}

static const char *
name_kind (SotayNetworkKind kind)
{
  switch (kind)
    {
    case SOTAY_NETWORK_WIFI:
      return _("Wi-Fi");
    case SOTAY_NETWORK_CABLE:
      return _("Cable");
    default:
      return _("Other network");
    }
}

static char *
describe_network (SotayNetwork *network)
{
  g_autofree char *address = g_inet_address_to_string (sotay_network_get_address (network));

  return g_strdup_printf ("%s · %s", name_kind (sotay_network_get_kind (network)), address);
}

static const char *
explain (SotayHandoutPage *self, SotayManualCopy *copy)
{
  if (copy == NULL)
    return _("There is no copy of the manual on this PC yet. Download it or import it first; then it can be handed out without internet.");
  if (self->networks->len == 0)
    return _("This PC is on no network that phones can join. Connect it to the room's Wi-Fi, or turn on the hotspot of a phone and connect this PC to it.");
  return _("This PC gives the manual to the phones in the room, without internet. Only phones on the same network can get it, and nothing but this one file.");
}

/* Which of the states it is in: no copy, no network, idle, serving. */
static void
show_state (SotayHandoutPage *self)
{
  SotayManualCopy *copy = get_copy (self);
  gboolean serving = sotay_handout_is_serving (self->handout);
  gboolean ready = copy != NULL && self->networks->len > 0;

  gtk_widget_set_visible (self->serving_box, serving);
  gtk_widget_set_visible (self->idle_box, !serving && ready);
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), !serving);
  gtk_label_set_label (self->explanation, explain (self, copy));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handout.start", !serving && ready && !self->starting);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handout.stop", serving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handout.fullscreen", serving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handout.copy-address", serving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handout.check", serving && self->check == NULL);
}

static gboolean
is_among (GPtrArray *networks, SotayNetwork *network, guint *position)
{
  for (guint i = 0; i < networks->len; i++)
    if (g_str_equal (sotay_network_get_name (networks->pdata[i]), sotay_network_get_name (network))
        && g_inet_address_equal (sotay_network_get_address (networks->pdata[i]), sotay_network_get_address (network)))
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/* @chosen: (nullable): the network that the row showed before; it stays as long as it is there */
static void
list_networks (SotayHandoutPage *self, SotayNetwork *chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < self->networks->len; i++)
    {
      g_autofree char *name = describe_network (self->networks->pdata[i]);

      gtk_string_list_append (names, name);
      if (g_strcmp0 (sotay_network_get_name (self->networks->pdata[i]), self->loopback) == 0)
        selected = i;
    }
  if (chosen != NULL)
    is_among (self->networks, chosen, &selected);
  adw_combo_row_set_model (self->network_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->network_row, selected);
}

static void
read_networks (SotayHandoutPage *self)
{
  g_autoptr (GPtrArray) records = sotay_network_read_records ();
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->networks);
  guint selected = adw_combo_row_get_selected (self->network_row);

  self->networks = sotay_network_choose (records, self->loopback);
  list_networks (self, selected < before->len ? before->pdata[selected] : NULL);
}

static void
network_changed_cb (SotayHandoutPage *self)
{
  guint position;
  g_autoptr (GError) error = NULL;

  read_networks (self);
  if (sotay_handout_is_serving (self->handout) && !is_among (self->networks, self->used, &position))
    {
      g_set_error_literal (&error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_HANDOUT_LOST, "the address is gone");
      sotay_handout_stop (self->handout);
      sotay_notice_show_error (self->notice, error);
    }
  show_state (self);
}

static void
show_time (SotayHandoutPage *self)
{
  guint minutes = (sotay_handout_get_seconds_left (self->handout) + 59) / 60;
  g_autofree char *left = g_strdup_printf (ngettext ("%u minute left", "%u minutes left", minutes), minutes);
  g_autofree char *text = g_strdup_printf ("%s · %s (%s)", left, name_kind (sotay_network_get_kind (self->used)),
                                           sotay_network_get_name (self->used));

  gtk_label_set_label (self->where, text);
}

static void
show_phones (SotayHandoutPage *self)
{
  guint phones = sotay_handout_get_phones (self->handout);
  g_autofree char *count = g_strdup_printf ("%u", phones);
  g_autofree char *under_way = g_strdup_printf (_("Have come: %u · connections now: %u"),
                                                sotay_handout_get_visitors (self->handout),
                                                sotay_handout_get_connections (self->handout));

  gtk_label_set_label (self->phones, count);
  gtk_label_set_label (self->phones_text,
                       ngettext ("phone has the whole manual", "phones have the whole manual", phones));
  gtk_label_set_label (self->under_way, under_way);
}

/* The reasons why nobody comes through stand right below the address while nobody does, and last otherwise. */
static void
place_help (SotayHandoutPage *self, gboolean urgent)
{
  GtkWidget *above = urgent ? gtk_widget_get_parent (GTK_WIDGET (self->address)) : GTK_WIDGET (self->wifi_card);

  gtk_box_reorder_child_after (GTK_BOX (self->serving_box), GTK_WIDGET (self->help), above);
  sotay_handout_help_set_urgent (self->help, urgent);
  self->urgent = urgent;
}

static void
figures_cb (SotayHandoutPage *self)
{
  show_phones (self);
  if (sotay_handout_get_visitors (self->handout) == 0)
    return;
  g_clear_handle_id (&self->alarm, g_source_remove);
  if (self->urgent)
    place_help (self, FALSE);
}

static gboolean
alarm_cb (gpointer data)
{
  SotayHandoutPage *self = data;

  self->alarm = 0;
  place_help (self, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (gpointer data)
{
  show_time (data);
  return G_SOURCE_CONTINUE;
}

static void
show_address (SotayHandoutPage *self)
{
  const char *address = sotay_handout_get_address (self->handout);
  g_autoptr (SotayQrSymbol) symbol = sotay_qr_symbol_new (address, NULL);
  g_autoptr (GdkPaintable) paintable = sotay_qr_paintable_new (symbol);

  gtk_picture_set_paintable (self->picture, paintable);
  gtk_label_set_label (self->address, address);
  gtk_widget_set_visible (GTK_WIDGET (self->checked), FALSE);
}

static void
serving_cb (SotayHandoutPage *self)
{
  gboolean serving = sotay_handout_is_serving (self->handout);

  g_clear_handle_id (&self->alarm, g_source_remove);
  g_clear_handle_id (&self->tick, g_source_remove);
  if (serving)
    {
      show_address (self);
      show_time (self);
      show_phones (self);
      place_help (self, FALSE);
      self->tick = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
      self->alarm = g_timeout_add_seconds (self->patience, alarm_cb, self);
    }
  else if (self->check != NULL)
    g_cancellable_cancel (self->check);
  show_state (self);
}

static void
started_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayHandoutPage) self = data;
  g_autoptr (GError) error = NULL;

  self->starting = FALSE;
  if (self->services == NULL)
    return;
  if (!sotay_handout_start_finish (SOTAY_HANDOUT (source), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sotay_notice_show_error (self->notice, error);
  show_state (self);
}

static void
start_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayHandoutPage *self = SOTAY_HANDOUT_PAGE (widget);
  SotayNetwork *network = self->networks->pdata[adw_combo_row_get_selected (self->network_row)];

  g_set_object (&self->used, network);
  self->starting = TRUE;
  sotay_notice_show_error (self->notice, NULL);
  show_state (self);
  sotay_handout_start_async (self->handout, get_copy (self), sotay_network_get_address (network),
                             times[adw_combo_row_get_selected (self->time_row)], started_cb, g_object_ref (self));
}

static void
stop_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayHandoutPage *self = SOTAY_HANDOUT_PAGE (widget);
  guint phones = sotay_handout_get_phones (self->handout);
  g_autofree char *text = g_strdup_printf (ngettext ("Stopped. %u phone has the manual.",
                                                     "Stopped. %u phones have the manual.", phones), phones);

  sotay_handout_stop (self->handout);
  gtk_widget_activate_action (widget, "win.show-toast", "s", text);
}

static void
fullscreen_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayHandoutPage *self = SOTAY_HANDOUT_PAGE (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  gtk_window_present (sotay_handout_window_new (window, self->handout, sotay_wifi_card_get_symbol (self->wifi_card),
                                                sotay_wifi_card_get_name (self->wifi_card)));
}

static void
copy_address_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayHandoutPage *self = SOTAY_HANDOUT_PAGE (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), sotay_handout_get_address (self->handout));
  gtk_widget_activate_action (widget, "win.show-toast", "s", _("The address is copied."));
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayHandoutPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean good = sotay_handout_check_finish (SOTAY_HANDOUT (source), result, &error);

  g_clear_object (&self->check);
  if (self->services == NULL)
    return;
  show_state (self);
  if (good)
    gtk_label_set_label (self->checked,
                         _("It works from this PC: the page and the file come whole. If a phone does not come through, look at the reasons on this page."));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sotay_notice_show_error (self->notice, error);
  gtk_widget_set_visible (GTK_WIDGET (self->checked), good);
}

static void
check_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayHandoutPage *self = SOTAY_HANDOUT_PAGE (widget);

  self->check = g_cancellable_new ();
  gtk_label_set_label (self->checked, _("Trying…"));
  gtk_widget_set_visible (GTK_WIDGET (self->checked), TRUE);
  show_state (self);
  sotay_handout_check_async (self->handout, self->check, checked_cb, g_object_ref (self));
}

static void
sotay_handout_page_map (GtkWidget *widget)
{
  SotayHandoutPage *self = SOTAY_HANDOUT_PAGE (widget);

  GTK_WIDGET_CLASS (sotay_handout_page_parent_class)->map (widget);
  if (self->monitor == NULL)
    {
      self->monitor = g_object_ref (g_network_monitor_get_default ());
      g_signal_connect_object (self->monitor, "network-changed", G_CALLBACK (network_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  network_changed_cb (self);
}

static void
sotay_handout_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotayHandoutPage *self = SOTAY_HANDOUT_PAGE (object);

  switch (id)
    {
    case PROP_LOOPBACK:
      g_free (self->loopback);
      self->loopback = g_value_dup_string (value);
      break;
    case PROP_PATIENCE_SECONDS:
      self->patience = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_handout_page_dispose (GObject *object)
{
  SotayHandoutPage *self = SOTAY_HANDOUT_PAGE (object);

  if (self->handout != NULL)
    g_signal_handlers_disconnect_by_data (self->handout, self);
  g_clear_handle_id (&self->alarm, g_source_remove);
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->check != NULL)
    g_cancellable_cancel (self->check);
  if (self->handout != NULL)
    sotay_handout_stop (self->handout);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (sotay_handout_page_parent_class)->dispose (object);
}

static void
sotay_handout_page_finalize (GObject *object)
{
  SotayHandoutPage *self = SOTAY_HANDOUT_PAGE (object);

  g_clear_object (&self->handout);
  g_clear_object (&self->monitor);
  g_clear_object (&self->used);
  g_clear_object (&self->check);
  g_ptr_array_unref (self->networks);
  g_free (self->loopback);
  G_OBJECT_CLASS (sotay_handout_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/handout-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutPage, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutPage, idle_box);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutPage, network_row);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutPage, time_row);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutPage, serving_box);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutPage, picture);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutPage, address);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutPage, where);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutPage, phones);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutPage, phones_text);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutPage, under_way);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutPage, checked);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutPage, wifi_card);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutPage, help);
}

static void
sotay_handout_page_class_init (SotayHandoutPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sotay_handout_page_set_property;
  object_class->dispose = sotay_handout_page_dispose;
  object_class->finalize = sotay_handout_page_finalize;
  widget_class->map = sotay_handout_page_map;
  properties[PROP_LOOPBACK] = g_param_spec_string ("loopback", NULL, NULL, NULL,
                                                   G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PATIENCE_SECONDS] = g_param_spec_uint ("patience-seconds", NULL, NULL, 1, 3600, PATIENCE_SECONDS,
                                                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (SOTAY_TYPE_HANDOUT_HELP);
  g_type_ensure (SOTAY_TYPE_NOTICE);
  g_type_ensure (SOTAY_TYPE_WIFI_CARD);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "handout.start", NULL, start_cb);
  gtk_widget_class_install_action (widget_class, "handout.stop", NULL, stop_cb);
  gtk_widget_class_install_action (widget_class, "handout.fullscreen", NULL, fullscreen_cb);
  gtk_widget_class_install_action (widget_class, "handout.copy-address", NULL, copy_address_cb);
  gtk_widget_class_install_action (widget_class, "handout.check", NULL, check_cb);
}

static void
list_times (SotayHandoutPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *name = g_strdup_printf (ngettext ("%u minute", "%u minutes", times[i]), times[i]);

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->time_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->time_row, 1);
}

static void
sotay_handout_page_init (SotayHandoutPage *self)
{
  self->handout = sotay_handout_new ();
  self->networks = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  list_times (self);
  g_signal_connect_swapped (self->handout, "notify::serving", G_CALLBACK (serving_cb), self);
  g_signal_connect_swapped (self->handout, "notify::phones", G_CALLBACK (figures_cb), self);
  g_signal_connect_swapped (self->handout, "notify::visitors", G_CALLBACK (figures_cb), self);
  g_signal_connect_swapped (self->handout, "notify::connections", G_CALLBACK (figures_cb), self);
}

void
sotay_handout_page_set_services (SotayHandoutPage *self, SotayServices *services)
{
  g_set_object (&self->services, services);
  g_signal_connect_object (sotay_services_get_guide (services), "notify::current", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  show_state (self);
}
