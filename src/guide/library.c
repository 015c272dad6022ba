/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/library-private.h"

#include "core/paths.h"
#include "guide/shelf.h"

#define STALL_SECONDS 30
#define HEAD_SECONDS 60
#define PAUSE_UNIT_MS 1000
#define RELOAD_DELAY_MS 100

struct _SotayGuideLibrary
{
  GObject parent_instance;

  char *folder;
  SotayDownloadTerms terms;
  SotayManualCopy *current;
  gboolean known;        /* whether current was read, even if there is none */
  GCancellable *reading; /* the read under way, or NULL */
  GFileMonitor *monitor;
  guint reload_source;
};

G_DEFINE_FINAL_TYPE (SotayGuideLibrary, sotay_guide_library, G_TYPE_OBJECT)

enum
{
  PROP_FOLDER = 1,
  PROP_MAX_BYTES,
  PROP_STALL_SECONDS,
  PROP_HEAD_SECONDS,
  PROP_PAUSE_UNIT_MS,
  PROP_TRUST,
  PROP_CURRENT,
  N_PROPERTIES
};

enum
{
  SIGNAL_COPIES_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
set_current (SotayGuideLibrary *library, SotayManualCopy *copy)
{
  if (library->known && sotay_manual_copy_equal (library->current, copy))
    return;
  library->known = TRUE;
  g_set_object (&library->current, copy);
  g_object_notify_by_pspec (G_OBJECT (library), properties[PROP_CURRENT]);
}

/* What a read under way brings would be older than what is known now. */
static void
forget_reading (SotayGuideLibrary *library)
{
  g_cancellable_cancel (library->reading);
  g_clear_object (&library->reading);
}

static void
read_on_thread (GTask *task, gpointer source, gpointer folder, GCancellable *cancellable)
{
  g_task_return_pointer (task, sotay_shelf_read_current (folder), g_object_unref);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SotayGuideLibrary *library = SOTAY_GUIDE_LIBRARY (source);
  g_autoptr (SotayManualCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  copy = g_task_propagate_pointer (G_TASK (result), &error);
  if (error != NULL) /* forgotten */
    return;
  g_clear_object (&library->reading);
  set_current (library, copy);
  g_signal_emit (library, signals[SIGNAL_COPIES_CHANGED], 0);
}

static void
start_reading (SotayGuideLibrary *library)
{
  g_autoptr (GTask) task = NULL;

  forget_reading (library);
  library->reading = g_cancellable_new ();
  task = g_task_new (library, library->reading, read_cb, NULL);
  g_task_set_task_data (task, g_strdup (library->folder), g_free);
  g_task_run_in_thread (task, read_on_thread);
}

static gboolean
reload_cb (gpointer data)
{
  SotayGuideLibrary *library = data;

  library->reload_source = 0;
  start_reading (library);
  return G_SOURCE_REMOVE;
}

static gboolean
is_part (GFile *file)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  return name != NULL && sotay_shelf_is_part (name);
}

/* Another program made another copy current. A download makes many events, and so does who reads: the place that is
 * read and the map of the pages are kept in the same folder. */
static void
changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  SotayGuideLibrary *library = data;

  if ((is_part (file) || is_part (other)) && library->reload_source == 0)
    library->reload_source = g_timeout_add (RELOAD_DELAY_MS, reload_cb, library);
}

static void
watch_folder (SotayGuideLibrary *library)
{
  g_autoptr (GFile) folder = g_file_new_for_path (library->folder);

  if (!sotay_paths_make_private (library->folder, NULL))
    return;
  library->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (library->monitor != NULL)
    g_signal_connect_object (library->monitor, "changed", G_CALLBACK (changed_cb), library, 0);
}

static void
sotay_guide_library_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SotayGuideLibrary *library = SOTAY_GUIDE_LIBRARY (object);

  switch (id)
    {
    case PROP_CURRENT:
      g_value_set_object (value, sotay_guide_library_get_current (library));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_guide_library_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotayGuideLibrary *library = SOTAY_GUIDE_LIBRARY (object);

  switch (id)
    {
    case PROP_FOLDER:
      library->folder = g_value_dup_string (value);
      break;
    case PROP_MAX_BYTES:
      library->terms.max_bytes = g_value_get_int64 (value);
      break;
    case PROP_STALL_SECONDS:
      library->terms.stall_seconds = g_value_get_uint (value);
      break;
    case PROP_HEAD_SECONDS:
      library->terms.head_seconds = g_value_get_uint (value);
      break;
    case PROP_PAUSE_UNIT_MS:
      library->terms.pause_unit_ms = g_value_get_uint (value);
      break;
    case PROP_TRUST:
      library->terms.trust = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_guide_library_dispose (GObject *object)
{
  SotayGuideLibrary *library = SOTAY_GUIDE_LIBRARY (object);

  g_clear_handle_id (&library->reload_source, g_source_remove);
  forget_reading (library);
  g_clear_object (&library->monitor);
  g_clear_object (&library->current);
  g_clear_object (&library->terms.trust);
  g_clear_pointer (&library->folder, g_free);
  G_OBJECT_CLASS (sotay_guide_library_parent_class)->dispose (object);
}

static void
sotay_guide_library_class_init (SotayGuideLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags given = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sotay_guide_library_get_property;
  object_class->set_property = sotay_guide_library_set_property;
  object_class->dispose = sotay_guide_library_dispose;
  properties[PROP_FOLDER] = g_param_spec_string ("folder", NULL, NULL, NULL, given);
  properties[PROP_MAX_BYTES]
      = g_param_spec_int64 ("max-bytes", NULL, NULL, 1, G_MAXINT64, SOTAY_GUIDE_MAX_BYTES, given);
  properties[PROP_STALL_SECONDS]
      = g_param_spec_uint ("stall-seconds", NULL, NULL, 1, G_MAXUINT, STALL_SECONDS, given);
  properties[PROP_HEAD_SECONDS] = g_param_spec_uint ("head-seconds", NULL, NULL, 1, G_MAXUINT, HEAD_SECONDS, given);
  properties[PROP_PAUSE_UNIT_MS]
      = g_param_spec_uint ("pause-unit-ms", NULL, NULL, 1, PAUSE_UNIT_MS, PAUSE_UNIT_MS, given);
  properties[PROP_TRUST] = g_param_spec_object ("trust", NULL, NULL, G_TYPE_TLS_DATABASE, given);
  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, SOTAY_TYPE_MANUAL_COPY,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SIGNAL_COPIES_CHANGED] = g_signal_new ("copies-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sotay_guide_library_init (SotayGuideLibrary *library)
{
}

SotayGuideLibrary *
sotay_guide_library_new (const char *folder)
{
  return g_object_new (SOTAY_TYPE_GUIDE_LIBRARY, "folder", folder, NULL);
}

SotayManualCopy *
sotay_guide_library_get_current (SotayGuideLibrary *library)
{
  g_return_val_if_fail (SOTAY_IS_GUIDE_LIBRARY (library), NULL);

  if (library->monitor == NULL)
    watch_folder (library);
  if (!library->known && library->reading == NULL)
    start_reading (library);
  return library->current;
}

gboolean
sotay_guide_library_is_known (SotayGuideLibrary *library)
{
  g_return_val_if_fail (SOTAY_IS_GUIDE_LIBRARY (library), FALSE);

  return library->known;
}

SotayManualCopy *
sotay_guide_library_read_current (SotayGuideLibrary *library)
{
  g_autoptr (SotayManualCopy) copy = NULL;

  g_return_val_if_fail (SOTAY_IS_GUIDE_LIBRARY (library), NULL);

  forget_reading (library);
  copy = sotay_shelf_read_current (library->folder);
  set_current (library, copy);
  return library->current;
}

const char *
sotay_guide_library_get_folder (SotayGuideLibrary *library)
{
  return library->folder;
}

const SotayDownloadTerms *
sotay_guide_library_get_terms (SotayGuideLibrary *library)
{
  return &library->terms;
}

void
sotay_guide_library_adopt (SotayGuideLibrary *library, SotayManualCopy *current)
{
  forget_reading (library);
  set_current (library, current);
  g_signal_emit (library, signals[SIGNAL_COPIES_CHANGED], 0);
}
