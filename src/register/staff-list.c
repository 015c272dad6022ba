/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/staff-list.h"

/* Measured: windows of 128 rows scroll a million people smoothly; 24 of them are many times what a table has widgets
 * for. */
#define PAGE_ROWS 128
#define MOST_PAGES 24
/* The store looks from the top on for a window in the middle of a long list, and remembers its way. It is led through
 * the list in steps, between which other questions come, once the list has been looked at for a while. */
#define STEP_ROWS 20000
#define REST_MILLISECONDS 1000

struct _SotayStaffRow
{
  GObject parent_instance;
  SotayStaff *staff;
  SotayStaffRow *followed;
};

/* One window of rows. Rows are made when they are looked at, and filled when the window has come. */
typedef struct
{
  guint number;
  SotayStaffRow *rows[PAGE_ROWS];
  GPtrArray *staff; /* NULL while it is loaded */
  GCancellable *cancellable;
  GList link; /* in the list's order of use */
} Page;

struct _SotayStaffList
{
  GObject parent_instance;
  SotayStore *store;
  SotayStaffQuery *query;
  guint n_items;
  GHashTable *pages; /* by number */
  GQueue used;       /* the page looked at last comes first */
  gboolean outdated;
  guint led_to; /* the row to which the store has been led */
  GCancellable *leading;
};

typedef struct
{
  GWeakRef list;
  guint number;
} Load;

static void sotay_staff_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE (SotayStaffRow, sotay_staff_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (SotayStaffList, sotay_staff_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sotay_staff_list_model_init))

enum
{
  PROP_STAFF = 1,
  N_PROPS
};

enum
{
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
page_free (Page *page)
{
  g_cancellable_cancel (page->cancellable);
  g_object_unref (page->cancellable);
  g_clear_pointer (&page->staff, g_ptr_array_unref);
  for (guint i = 0; i < PAGE_ROWS; i++)
    g_clear_object (&page->rows[i]);
  g_free (page);
}

static void
load_free (Load *load)
{
  g_weak_ref_clear (&load->list);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static void
row_fill (SotayStaffRow *row, SotayStaff *staff)
{
  if (g_set_object (&row->staff, staff))
    g_object_notify_by_pspec (G_OBJECT (row), properties[PROP_STAFF]);
}

static void
followed_cb (SotayStaffRow *row)
{
  row_fill (row, row->followed->staff);
}

static void
stop_following (SotayStaffRow *row)
{
  if (row->followed != NULL)
    g_signal_handlers_disconnect_by_func (row->followed, followed_cb, row);
  g_clear_object (&row->followed);
}

static void
drop_page (SotayStaffList *self, Page *page)
{
  g_queue_unlink (&self->used, &page->link);
  g_hash_table_remove (self->pages, GUINT_TO_POINTER (page->number));
}

static void
fill_page (Page *page, GPtrArray *staff)
{
  page->staff = g_ptr_array_ref (staff);
  for (guint i = 0; i < MIN (staff->len, PAGE_ROWS); i++)
    if (page->rows[i] != NULL)
      row_fill (page->rows[i], g_ptr_array_index (staff, i));
}

static Page *
add_page (SotayStaffList *self, guint number)
{
  Page *page = g_new0 (Page, 1);

  while (self->used.length >= MOST_PAGES)
    drop_page (self, g_queue_peek_tail (&self->used));
  page->number = number;
  page->cancellable = g_cancellable_new ();
  page->link.data = page;
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
  g_queue_push_head_link (&self->used, &page->link);
  return page;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Load) load = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) staff = sotay_store_list_staff_finish (SOTAY_STORE (source), result, &error);
  g_autoptr (SotayStaffList) self = g_weak_ref_get (&load->list);
  Page *page;

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (load->number));
  /* A window that could not be loaded is asked for again when somebody next looks. */
  if (staff != NULL)
    {
      fill_page (page, staff);
      return;
    }
  drop_page (self, page);
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
load_page (SotayStaffList *self, Page *page)
{
  Load *load = g_new0 (Load, 1);

  g_weak_ref_init (&load->list, self);
  load->number = page->number;
  sotay_store_list_staff_async (self->store, self->query, page->number * PAGE_ROWS, PAGE_ROWS, page->cancellable,
                                loaded_cb, load);
}

static Page *
use_page (SotayStaffList *self, guint number)
{
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (page != NULL)
    {
      g_queue_unlink (&self->used, &page->link);
      g_queue_push_head_link (&self->used, &page->link);
      return page;
    }
  page = add_page (self, number);
  load_page (self, page);
  return page;
}

static void lead (SotayStaffList *self);

static void
led_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Load) load = data;
  g_autoptr (GPtrArray) staff = sotay_store_list_staff_finish (SOTAY_STORE (source), result, NULL);
  g_autoptr (SotayStaffList) self = g_weak_ref_get (&load->list);

  if (self != NULL && staff != NULL && !self->outdated)
    lead (self);
}

static void
lead (SotayStaffList *self)
{
  Load *load;

  if (self->n_items - self->led_to <= STEP_ROWS)
    return;
  self->led_to += STEP_ROWS;
  load = g_new0 (Load, 1);
  g_weak_ref_init (&load->list, self);
  sotay_store_list_staff_async (self->store, self->query, self->led_to, 1, self->leading, led_cb, load);
}

static gboolean
rested_cb (gpointer data)
{
  g_autoptr (SotayStaffList) self = g_weak_ref_get (&((Load *) data)->list);

  if (self != NULL && !self->outdated)
    lead (self);
  return G_SOURCE_REMOVE;
}

static void
lead_later (SotayStaffList *self)
{
  Load *load;

  if (self->n_items <= STEP_ROWS)
    return;
  load = g_new0 (Load, 1);
  g_weak_ref_init (&load->list, self);
  g_timeout_add_full (G_PRIORITY_LOW, REST_MILLISECONDS, rested_cb, load, (GDestroyNotify) load_free);
}

static void
first_page_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  SotayStaffList *self = g_task_get_task_data (task);
  g_autoptr (GPtrArray) staff = NULL;
  GError *error = NULL;

  staff = sotay_store_list_staff_finish (SOTAY_STORE (source), result, &error);
  if (staff == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  fill_page (add_page (self, 0), staff);
  lead_later (self);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  SotayStaffList *self = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 count = sotay_store_count_staff_finish (SOTAY_STORE (source), result, &error);

  if (count < 0)
    {
      g_task_return_error (task, error);
      return;
    }
  self->n_items = (guint) MIN (count, G_MAXUINT);
  sotay_store_list_staff_async (self->store, self->query, 0, PAGE_ROWS, g_task_get_cancellable (task), first_page_cb,
                                g_object_ref (task));
}

static void
store_changed_cb (SotayStaffList *self)
{
  self->outdated = TRUE;
  g_cancellable_cancel (self->leading);
}

static GType
sotay_staff_list_get_item_type (GListModel *model)
{
  return SOTAY_TYPE_STAFF_ROW;
}

static guint
sotay_staff_list_get_n_items (GListModel *model)
{
  return SOTAY_STAFF_LIST (model)->n_items;
}

static gpointer
sotay_staff_list_get_item (GListModel *model, guint position)
{
  SotayStaffList *self = SOTAY_STAFF_LIST (model);
  guint place = position % PAGE_ROWS;
  Page *page;

  if (position >= self->n_items)
    return NULL;
  page = use_page (self, position / PAGE_ROWS);
  if (page->rows[place] == NULL)
    {
      page->rows[place] = g_object_new (SOTAY_TYPE_STAFF_ROW, NULL);
      if (page->staff != NULL && place < page->staff->len)
        row_fill (page->rows[place], g_ptr_array_index (page->staff, place));
    }
  return g_object_ref (page->rows[place]);
}

static void
sotay_staff_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = sotay_staff_list_get_item_type;
  interface->get_n_items = sotay_staff_list_get_n_items;
  interface->get_item = sotay_staff_list_get_item;
}

static void
sotay_staff_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  SotayStaffRow *self = SOTAY_STAFF_ROW (object);

  if (id == PROP_STAFF)
    g_value_set_object (value, self->staff);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sotay_staff_row_dispose (GObject *object)
{
  SotayStaffRow *self = SOTAY_STAFF_ROW (object);

  stop_following (self);
  g_clear_object (&self->staff);
  G_OBJECT_CLASS (sotay_staff_row_parent_class)->dispose (object);
}

static void
sotay_staff_list_dispose (GObject *object)
{
  SotayStaffList *self = SOTAY_STAFF_LIST (object);

  while (self->used.length > 0)
    drop_page (self, g_queue_peek_head (&self->used));
  g_cancellable_cancel (self->leading);
  g_clear_object (&self->store);
  g_clear_object (&self->query);
  G_OBJECT_CLASS (sotay_staff_list_parent_class)->dispose (object);
}

static void
sotay_staff_list_finalize (GObject *object)
{
  SotayStaffList *self = SOTAY_STAFF_LIST (object);

  g_hash_table_unref (self->pages);
  g_object_unref (self->leading);
  G_OBJECT_CLASS (sotay_staff_list_parent_class)->finalize (object);
}

static void
sotay_staff_row_class_init (SotayStaffRowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = sotay_staff_row_get_property;
  object_class->dispose = sotay_staff_row_dispose;
  properties[PROP_STAFF] = g_param_spec_object ("staff", NULL, NULL, SOTAY_TYPE_STAFF,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sotay_staff_list_class_init (SotayStaffListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = sotay_staff_list_dispose;
  object_class->finalize = sotay_staff_list_finalize;
  signals[FAILED] = g_signal_new ("failed", SOTAY_TYPE_STAFF_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_ERROR);
}

static void
sotay_staff_row_init (SotayStaffRow *self)
{
}

static void
sotay_staff_list_init (SotayStaffList *self)
{
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) page_free);
  g_queue_init (&self->used);
  self->leading = g_cancellable_new ();
}

SotayStaff *
sotay_staff_row_get_staff (SotayStaffRow *row)
{
  return row->staff;
}

void
sotay_staff_row_follow (SotayStaffRow *row, SotayStaffRow *other, gboolean keep)
{
  stop_following (row);
  if (other != NULL)
    {
      row->followed = g_object_ref (other);
      g_signal_connect_swapped (other, "notify::staff", G_CALLBACK (followed_cb), row);
    }
  if (other == NULL || other->staff != NULL || !keep)
    row_fill (row, other != NULL ? other->staff : NULL);
}

void
sotay_staff_list_new_async (SotayStore *store, SotayStaffQuery *query, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  SotayStaffList *list = g_object_new (SOTAY_TYPE_STAFF_LIST, NULL);

  g_task_set_source_tag (task, sotay_staff_list_new_async);
  g_task_set_task_data (task, list, g_object_unref);
  list->store = g_object_ref (store);
  list->query = g_object_ref (query);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), list, G_CONNECT_SWAPPED);
  sotay_store_count_staff_async (store, query, cancellable, counted_cb, g_object_ref (task));
}

SotayStaffList *
sotay_staff_list_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

SotayStaffQuery *
sotay_staff_list_get_query (SotayStaffList *list)
{
  return list->query;
}

gboolean
sotay_staff_list_is_outdated (SotayStaffList *list)
{
  return list->outdated;
}
