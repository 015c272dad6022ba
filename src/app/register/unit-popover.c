/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/unit-popover.h"

#include "app/register/record-row.h"

struct _SotayUnitPopover
{
  GtkPopover parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list_view;

  SotayUnitNames *names;
  GPtrArray *units;
  char *none;
  GtkSingleSelection *selection;
  GCancellable *searching;
  gboolean accept_first; /* Enter was pressed before the search was done */
};

G_DEFINE_FINAL_TYPE (SotayUnitPopover, sotay_unit_popover, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  SotayUnitNames *names;
  GPtrArray *units;
  char *text;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_object_unref (search->names);
  g_ptr_array_unref (search->units);
  g_free (search->text);
  g_free (search);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, sotay_record_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SotayUnitPopover *self)
{
  SotayRecordRow *row = SOTAY_RECORD_ROW (gtk_list_item_get_child (item));
  gpointer choice = gtk_list_item_get_item (item);
  g_autofree char *above = NULL;

  if (GTK_IS_STRING_OBJECT (choice))
    {
      sotay_record_row_set_texts (row, gtk_string_object_get_string (choice), NULL, NULL, NULL);
      return;
    }
  above = sotay_unit_names_dup_above (self->names, choice);
  sotay_record_row_set_texts (row, sotay_unit_get_name (choice), above, NULL, NULL);
}

static void
stop_searching (SotayUnitPopover *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->accept_first = FALSE;
}

/* A new model: in GTK 4.8 to change all of one costs more. */
static void
show_units (SotayUnitPopover *self, GPtrArray *units, SotayUnit *chosen, const char *none)
{
  g_autoptr (GListStore) model = g_list_store_new (G_TYPE_OBJECT);
  guint n_choices = units->len + (none != NULL ? 1 : 0);
  guint position = 0;

  g_list_store_splice (model, 0, 0, units->pdata, units->len);
  if (chosen != NULL)
    g_ptr_array_find (units, chosen, &position);
  if (none != NULL)
    {
      g_autoptr (GtkStringObject) object = gtk_string_object_new (none);

      g_list_store_insert (model, 0, object);
      position += chosen != NULL ? 1 : 0;
    }
  g_clear_object (&self->selection);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_steal_pointer (&model)));
  gtk_single_selection_set_selected (self->selection, position);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  gtk_stack_set_visible_child_name (self->stack, n_choices > 0 ? "list" : "nothing");
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static void
choose (SotayUnitPopover *self, guint position)
{
  g_autoptr (GObject) choice = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (choice == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, SOTAY_IS_UNIT (choice) ? choice : NULL);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayUnitPopover) self = data;
  g_autoptr (GPtrArray) units = g_task_propagate_pointer (G_TASK (result), NULL);
  gboolean accept = self->accept_first;

  if (units == NULL || self->names == NULL)
    return;
  stop_searching (self);
  show_units (self, units, NULL, NULL);
  if (accept)
    choose (self, 0);
}

static void
search_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;

  g_task_return_pointer (task, sotay_unit_names_search (search->names, search->units, search->text, cancellable),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
typed_cb (SotayUnitPopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (GTask) task = NULL;
  Search *search;

  stop_searching (self);
  if (self->units == NULL)
    return;
  if (*text == '\0')
    {
      show_units (self, self->units, NULL, self->none);
      return;
    }
  search = g_new0 (Search, 1);
  search->names = g_object_ref (self->names);
  search->units = g_ptr_array_ref (self->units);
  search->text = g_strdup (text);
  self->searching = g_cancellable_new ();
  task = g_task_new (NULL, self->searching, found_cb, g_object_ref (self));
  g_task_set_source_tag (task, typed_cb);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_in_thread);
}

static void
entered_cb (SotayUnitPopover *self)
{
  if (self->searching != NULL)
    self->accept_first = TRUE;
  else if (self->selection != NULL)
    choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
activated_cb (SotayUnitPopover *self, guint position)
{
  choose (self, position);
}

/* From the field the keyboard goes down into the list; letters typed there come back to the field. */
static gboolean
pressed_cb (SotayUnitPopover *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  return GDK_EVENT_STOP;
}

/* What was typed and the list are of no use any more. */
static void
closed_cb (SotayUnitPopover *self)
{
  stop_searching (self);
  gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
}

static void
sotay_unit_popover_dispose (GObject *object)
{
  SotayUnitPopover *self = SOTAY_UNIT_POPOVER (object);

  stop_searching (self);
  g_clear_object (&self->names);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->none, g_free);
  G_OBJECT_CLASS (sotay_unit_popover_parent_class)->dispose (object);
}

static void
sotay_unit_popover_class_init (SotayUnitPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_unit_popover_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, SOTAY_TYPE_UNIT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/unit-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayUnitPopover, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SotayUnitPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayUnitPopover, list_view);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
}

static void
sotay_unit_popover_init (SotayUnitPopover *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->list_view));
}

GtkWidget *
sotay_unit_popover_new (void)
{
  return g_object_new (SOTAY_TYPE_UNIT_POPOVER, NULL);
}

void
sotay_unit_popover_set_units (SotayUnitPopover *self, SotayUnitNames *names, GPtrArray *units, const char *none)
{
  g_set_object (&self->names, names);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  self->units = g_ptr_array_ref (units);
  g_free (self->none);
  self->none = g_strdup (none);
}

void
sotay_unit_popover_open (SotayUnitPopover *self, SotayUnit *unit)
{
  if (self->units == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  stop_searching (self);
  gtk_popover_popup (GTK_POPOVER (self));
  show_units (self, self->units, unit, self->none);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
