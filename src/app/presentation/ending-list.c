/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/ending-list.h"

#include "presentation/show-record.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _SotayEndingList
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;

  GArray *items;
};

typedef struct
{
  SotayEndingList *list;
  guint place;
  GtkWidget *minutes;
} Row;

G_DEFINE_FINAL_TYPE (SotayEndingList, sotay_ending_list, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SotayShowItem *
get_item (Row *row)
{
  return &g_array_index (row->list->items, SotayShowItem, row->place);
}

static void
show_sum (SotayEndingList *self)
{
  guint spent = 0;
  guint planned = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      const SotayShowItem *item = &g_array_index (self->items, SotayShowItem, i);

      spent += item->covered ? item->minutes : 0;
      planned += item->planned;
    }
  /* Translators: minutes in all that are recorded, and that were planned */
  text = g_strdup_printf (_("%u minutes in all; the plan has %u"), spent, planned);
  adw_preferences_group_set_description (self->group, text);
}

static void
ticked_cb (GtkCheckButton *check, GParamSpec *spec, Row *row)
{
  get_item (row)->covered = gtk_check_button_get_active (check);
  gtk_widget_set_sensitive (row->minutes, get_item (row)->covered);
  show_sum (row->list);
  g_signal_emit (row->list, signals[CHANGED], 0);
}

static void
minutes_cb (GtkSpinButton *spin, Row *row)
{
  get_item (row)->minutes = (guint) gtk_spin_button_get_value_as_int (spin);
  show_sum (row->list);
  g_signal_emit (row->list, signals[CHANGED], 0);
}

static char *
format_duration (gint64 milliseconds)
{
  guint seconds = (guint) MIN (milliseconds / 1000, G_MAXINT);

  if (seconds < 60)
    return g_strdup_printf (_("%u s"), seconds);
  return g_strdup_printf (_("%u min %02u s"), seconds / 60, seconds % 60);
}

static char *
create_details (const SotayShowItem *item)
{
  g_autofree char *shown = format_duration (item->shown);
  g_autoptr (GString) details = g_string_new (NULL);

  if (item->shown > 0)
    g_string_append_printf (details, _("on the wall %s"), shown);
  else
    g_string_append (details, _("not shown"));
  if (item->planned > 0)
    {
      g_string_append (details, " · ");
      g_string_append_printf (details, _("planned %u min"), item->planned);
    }
  if (item->asked)
    {
      g_string_append (details, " · ");
      g_string_append_printf (details, _("%d %% of the hands right"), (int) lround (100 * item->share));
    }
  return g_string_free (g_steal_pointer (&details), FALSE);
}

/* How much of its minutes it had: what the words beside it say. */
static GtkWidget *
create_bar (const SotayShowItem *item)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_PROGRESS_BAR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  double planned = 60.0 * 1000 * item->planned;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), item->planned > 0 ? MIN (item->shown / planned, 1) : 0);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "spent");
  gtk_widget_set_visible (bar, item->planned > 0);
  return bar;
}

/* The wheel moves the page, and never a figure that lies under the pointer. */
static void
ignore_wheel (GtkWidget *spin)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (spin);

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_widget_remove_controller (spin, controller);
    }
}

static GtkWidget *
create_minutes (Row *row, const char *title)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (1, SOTAY_SESSION_MOST_MINUTES, 1);
  /* Translators: %s: a utility */
  g_autofree char *spoken = g_strdup_printf (_("Minutes: %s"), title);

  ignore_wheel (spin);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), get_item (row)->minutes);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 3);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (spin, get_item (row)->covered);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect (spin, "value-changed", G_CALLBACK (minutes_cb), row);
  return spin;
}

static char *
name_utility (SotayCatalogue *catalogue, guint number)
{
  g_autofree char *id = g_strdup_printf ("U%u", number);
  SotayUtility *utility = sotay_catalogue_get_utility (catalogue, id);

  return utility != NULL ? g_strdup_printf ("%u. %s", number, sotay_utility_get_title (utility))
                         : g_steal_pointer (&id);
}

static void
add_row (SotayEndingList *self, SotayCatalogue *catalogue, guint place)
{
  const SotayShowItem *item = &g_array_index (self->items, SotayShowItem, place);
  g_autofree char *title = name_utility (catalogue, item->utility);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  g_autofree char *details = create_details (item);
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  Row *row = g_new0 (Row, 1);

  row->list = self;
  row->place = place;
  row->minutes = create_minutes (row, title);
  g_object_set_data_full (G_OBJECT (line), "row", row, g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), item->covered);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (check, "notify::active", G_CALLBACK (ticked_cb), row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), details);
  adw_action_row_add_prefix (ADW_ACTION_ROW (line), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), create_bar (item));
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), row->minutes);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), check);
  adw_preferences_group_add (self->group, line);
}

static void
sotay_ending_list_dispose (GObject *object)
{
  SotayEndingList *self = SOTAY_ENDING_LIST (object);

  /* The rows point here. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (sotay_ending_list_parent_class)->dispose (object);
}

static void
sotay_ending_list_finalize (GObject *object)
{
  SotayEndingList *self = SOTAY_ENDING_LIST (object);

  g_clear_pointer (&self->items, g_array_unref);
  G_OBJECT_CLASS (sotay_ending_list_parent_class)->finalize (object);
}

static void
sotay_ending_list_class_init (SotayEndingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sotay_ending_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = sotay_ending_list_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
sotay_ending_list_init (SotayEndingList *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("What Was Taught"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

void
sotay_ending_list_set_items (SotayEndingList *self, SotayCatalogue *catalogue, GArray *items)
{
  g_return_if_fail (self->items == NULL);
  self->items = g_array_ref (items);
  for (guint i = 0; i < items->len; i++)
    add_row (self, catalogue, i);
  show_sum (self);
}
