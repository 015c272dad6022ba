/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/presentation.h"

#include "app/presentation/ending-window.h"
#include "app/presentation/presentation-private.h"
#include "app/presentation/presenter-window.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

enum
{
  SIGNAL_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayPresentation, sotay_presentation, G_TYPE_OBJECT)

static void
document_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayPresentation) self = data;
  g_autoptr (GError) error = NULL;

  /* A manual that cannot be read is said in its own view; a lesson does without. */
  if (sotay_document_open_finish (SOTAY_DOCUMENT (source), result, &error))
    sotay_manual_pages_set_document (self->pages, SOTAY_DOCUMENT (source));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("No manual on the wall: %s", error->message);
}

static void
open_manual (SotayPresentation *self)
{
  SotayManualCopy *copy = sotay_guide_library_get_current (sotay_services_get_guide (self->services));
  g_autoptr (SotayDocument) document = NULL;

  if (copy == NULL)
    return;
  document = sotay_document_new (sotay_manual_copy_get_path (copy));
  sotay_document_open_async (document, self->cancellable, document_opened_cb, g_object_ref (self));
}

/* The copy may be known only now; the one that the show began with stays. */
static void
manual_known_cb (SotayPresentation *self)
{
  g_signal_handlers_disconnect_by_func (sotay_services_get_guide (self->services), manual_known_cb, self);
  open_manual (self);
}

static void
find_manual (SotayPresentation *self)
{
  SotayGuideLibrary *guide = sotay_services_get_guide (self->services);

  sotay_guide_library_get_current (guide);
  if (sotay_guide_library_is_known (guide))
    open_manual (self);
  else
    g_signal_connect_object (guide, "notify::current", G_CALLBACK (manual_known_cb), self, G_CONNECT_SWAPPED);
}

/* Pages that are known before the manual itself is open. */
static gboolean
find_pages (SotayServices *services, int *pages)
{
  SotayGuideLibrary *guide = sotay_services_get_guide (services);
  SotayManualCopy *copy = sotay_guide_library_get_current (guide);
  SotayPageMap *map = sotay_services_get_page_map (services);
  const char *sha256 = copy != NULL ? sotay_manual_copy_get_sha256 (copy) : NULL;

  if (copy == NULL && sotay_guide_library_is_known (guide))
    return FALSE;
  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    {
      g_autofree char *id = g_strdup_printf ("U%u", i + 1);

      pages[i] = sotay_page_map_get_index (map, id, sha256, NULL);
    }
  return TRUE;
}

static SotayDeck *
make_deck (SotayServices *services, SotayLessonPlan *plan)
{
  GSettings *settings = sotay_services_get_settings (services);
  g_autofree char *unit_name = g_settings_get_string (settings, SOTAY_SETTING_UNIT_NAME);
  g_autofree char *address = g_settings_get_string (settings, SOTAY_SETTING_MANUAL_ADDRESS);
  int pages[SOTAY_N_UTILITIES];
  SotayDeckOptions options = {
    .unit_name = *unit_name != '\0' ? unit_name : NULL,
    .address = *address != '\0' ? address : NULL,
    .without_problems = !g_settings_get_boolean (settings, SOTAY_SETTING_SHOW_PROBLEMS),
    .without_checks = !g_settings_get_boolean (settings, SOTAY_SETTING_SHOW_CHECKS),
  };

  if (g_settings_get_boolean (settings, SOTAY_SETTING_SHOW_MANUAL) && find_pages (services, pages))
    options.manual_pages = pages;
  return sotay_deck_new (sotay_services_get_catalogue (services), plan, &options);
}

static void
dress_wall (SotayPresentation *self)
{
  GSettings *settings = sotay_services_get_settings (self->services);
  g_autofree char *theme = g_settings_get_string (settings, SOTAY_SETTING_WALL_THEME);
  SotayRoom room = { g_settings_get_double (settings, SOTAY_SETTING_ROOM_DISTANCE),
                     g_settings_get_double (settings, SOTAY_SETTING_WALL_WIDTH) };

  sotay_wall_window_set_theme (self->wall, g_str_equal (theme, "bright") ? SOTAY_WALL_BRIGHT : SOTAY_WALL_DARK,
                               g_settings_get_boolean (settings, SOTAY_SETTING_WALL_LARGE_TEXT),
                               g_settings_get_boolean (settings, SOTAY_SETTING_WALL_TRANSITIONS));
  sotay_wall_window_set_room (self->wall, &room);
}

static gboolean
fills_screen (GtkWindow *window, GdkMonitor *monitor)
{
  return g_object_get_data (G_OBJECT (window), "screen") == monitor && gtk_window_is_fullscreen (window);
}

/* A window manager leaves a window where it is for as long as it fills a screen. */
static void
fill_screen (GtkWindow *window, GdkMonitor *monitor)
{
  if (fills_screen (window, monitor))
    return;
  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  g_object_set_data (G_OBJECT (window), "screen", monitor);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (window, monitor);
  else
    gtk_window_fullscreen (window);
}

static void
put_presenter_away (SotayPresentation *self)
{
  GtkWindow *presenter = g_steal_pointer (&self->presenter);

  if (presenter != NULL)
    gtk_window_destroy (presenter);
}

static gboolean
presenter_closed_cb (SotayPresentation *self)
{
  self->put_away = TRUE;
  put_presenter_away (self);
  return TRUE;
}

static void
show_presenter (SotayPresentation *self, GdkMonitor *monitor)
{
  if (self->presenter == NULL)
    {
      self->presenter = sotay_presenter_window_new (gtk_window_get_application (self->window), self->services,
                                                    self->show, self->pages, self->session_id,
                                                    G_ACTION_GROUP (self->actions),
                                                    sotay_wall_window_get_actions (self->wall));
      g_signal_connect_object (self->presenter, "close-request", G_CALLBACK (presenter_closed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->presenter, "session-chosen", G_CALLBACK (sotay_presentation_set_session), self,
                               G_CONNECT_SWAPPED);
    }
  fill_screen (self->presenter, monitor);
  gtk_window_present (self->presenter);
}

void
sotay_presentation_place (SotayPresentation *self)
{
  GdkMonitor *wall = sotay_screens_get_wall (self->screens);
  GdkMonitor *presenter = sotay_screens_get_presenter (self->screens);

  if (self->ending != NULL || self->wall == NULL)
    return;
  /* First of all nothing that is private stays where the room may look. */
  if (presenter == NULL || self->put_away)
    put_presenter_away (self);
  else if (self->presenter != NULL && !fills_screen (self->presenter, presenter))
    sotay_presenter_window_put_attendance_away (SOTAY_PRESENTER_WINDOW (self->presenter));
  if (presenter != NULL)
    sotay_wall_window_set_panel (self->wall, NULL);
  fill_screen (GTK_WINDOW (self->wall), wall);
  gtk_window_present (GTK_WINDOW (self->wall));
  if (presenter != NULL && !self->put_away)
    show_presenter (self, presenter);
}

void
sotay_presentation_set_session (SotayPresentation *self, const char *id)
{
  if (g_strcmp0 (id, self->session_id) == 0)
    return;
  g_free (self->session_id);
  self->session_id = g_strdup (id);
  sotay_journal_set_session (self->journal, id);
}

static gboolean
wall_closed_cb (SotayPresentation *self)
{
  sotay_presentation_end (self);
  return TRUE;
}

/* After the first frame of the wall. */
static gboolean
settle_in_cb (gpointer data)
{
  SotayPresentation *self = data;

  if (self->wall == NULL)
    return G_SOURCE_REMOVE;
  sotay_presentation_place (self);
  g_signal_connect_object (self->screens, "changed", G_CALLBACK (sotay_presentation_place), self, G_CONNECT_SWAPPED);
  if (self->awake == NULL)
    self->awake = sotay_awake_start (_("A lesson is being shown"));
  find_manual (self);
  return G_SOURCE_REMOVE;
}

/* The wall first: all else can wait until the room sees something. */
static void
raise_wall (SotayPresentation *self)
{
  GtkApplication *application = gtk_window_get_application (self->window);

  self->wall = sotay_wall_window_new (application, self->show, self->pages, G_ACTION_GROUP (self->actions));
  dress_wall (self);
  g_signal_connect_object (self->wall, "close-request", G_CALLBACK (wall_closed_cb), self, G_CONNECT_SWAPPED);
  fill_screen (GTK_WINDOW (self->wall), sotay_screens_get_wall (self->screens));
  gtk_window_present (GTK_WINDOW (self->wall));
  g_idle_add_full (G_PRIORITY_LOW, settle_in_cb, g_object_ref (self), g_object_unref);
}

static void
close_windows (SotayPresentation *self)
{
  GtkWindow *wall = (GtkWindow *) g_steal_pointer (&self->wall);
  GtkWindow *ending = self->ending;

  g_clear_weak_pointer (&self->ending);
  put_presenter_away (self);
  if (wall != NULL)
    gtk_window_destroy (wall);
  if (ending != NULL)
    {
      /* It may still read, and must not outlive its parent as its child. */
      gtk_window_set_transient_for (ending, NULL);
      gtk_window_destroy (ending);
    }
}

static void
put_away (SotayPresentation *self)
{
  g_clear_weak_pointer (&self->ending); /* it closes by itself */
  close_windows (self);
  g_clear_pointer (&self->awake, sotay_awake_free);
}

static void
journal_closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayPresentation) self = data;

  sotay_journal_close_finish (SOTAY_JOURNAL (source), result, NULL);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0);
}

/* Who hears of the end may look at once whether there is an unfinished show. */
static void
settled_cb (SotayPresentation *self)
{
  put_away (self);
  sotay_journal_close_async (self->journal, journal_closed_cb, g_object_ref (self));
}

static void
resumed_cb (SotayPresentation *self)
{
  g_clear_weak_pointer (&self->ending);
  sotay_show_set_paused (self->show, self->paused);
  if (self->wall != NULL)
    sotay_presentation_place (self);
  else
    raise_wall (self);
}

/* Closed without a decision: the show can be gone on with later, as soon as its journal is let go of. */
static gboolean
ending_closed_cb (SotayPresentation *self)
{
  g_autoptr (SotayPresentation) keep = g_object_ref (self);

  put_away (self);
  g_clear_object (&self->journal);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0);
  return FALSE;
}

static void
journal_failed_cb (SotayPresentation *self)
{
  sotay_services_warn (self->services, _("What is being shown cannot be kept on the disk. The show goes on; after a "
                                         "power cut it could not be continued."));
}

static void
sotay_presentation_dispose (GObject *object)
{
  SotayPresentation *self = SOTAY_PRESENTATION (object);

  g_cancellable_cancel (self->cancellable);
  close_windows (self);
  g_clear_pointer (&self->awake, sotay_awake_free);
  g_clear_weak_pointer (&self->panel);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->actions);
  g_clear_object (&self->journal);
  g_clear_object (&self->screens);
  g_clear_object (&self->pages);
  g_clear_object (&self->show);
  g_clear_object (&self->services);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->session_id, g_free);
  G_OBJECT_CLASS (sotay_presentation_parent_class)->dispose (object);
}

static void
sotay_presentation_class_init (SotayPresentationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sotay_presentation_dispose;
  signals[SIGNAL_ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
sotay_presentation_init (SotayPresentation *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
begin (SotayPresentation *self, SotayUnfinished *unfinished)
{
  g_autofree char *path = sotay_services_dup_journal_path (self->services);

  self->started = unfinished != NULL ? unfinished->started : g_get_real_time ();
  if (unfinished != NULL)
    {
      g_autoptr (JsonNode) hands = sotay_check_tally_to_json (unfinished->tally);

      sotay_check_tally_load_json (sotay_show_get_tally (self->show), hands);
      sotay_show_begin (self->show, unfinished->slide_id, unfinished->elapsed, unfinished->timeline);
    }
  else
    {
      sotay_show_begin (self->show, NULL, 0, NULL);
    }
  self->journal = sotay_journal_new (path);
  g_signal_connect_object (self->journal, "failed", G_CALLBACK (journal_failed_cb), self, G_CONNECT_SWAPPED);
  sotay_journal_follow (self->journal, self->show, self->session_id, self->started);
}

static SotayPresentation *
create (GtkWindow *window, SotayServices *services, SotayLessonPlan *plan, const char *session_id)
{
  SotayPresentation *self = g_object_new (SOTAY_TYPE_PRESENTATION, NULL);
  g_autoptr (SotayDeck) deck = make_deck (services, plan);

  g_set_weak_pointer (&self->window, window);
  self->services = g_object_ref (services);
  self->session_id = g_strdup (session_id);
  self->show = sotay_show_new (deck);
  self->pages = sotay_manual_pages_new (NULL);
  self->screens = sotay_screens_new (window, sotay_services_get_settings (services));
  sotay_presentation_install_actions (self);
  return self;
}

SotayPresentation *
sotay_presentation_start (GtkWindow *window, SotayServices *services, const SotayPresentationChoice *choice)
{
  SotayUnfinished *unfinished = choice->unfinished;
  SotayPresentation *self = create (window, services, unfinished != NULL ? unfinished->plan : choice->plan,
                                    unfinished != NULL ? unfinished->session_id : choice->session_id);

  raise_wall (self);
  begin (self, unfinished);
  return self;
}

SotayPresentation *
sotay_presentation_settle (GtkWindow *window, SotayServices *services, SotayUnfinished *unfinished)
{
  SotayPresentation *self = create (window, services, unfinished->plan, unfinished->session_id);

  begin (self, unfinished);
  sotay_presentation_end (self);
  return self;
}

void
sotay_presentation_end (SotayPresentation *self)
{
  if (self->ending != NULL || self->window == NULL)
    return;
  self->paused = sotay_show_get_paused (self->show);
  sotay_show_set_paused (self->show, TRUE);
  g_set_weak_pointer (&self->ending, GTK_WINDOW (sotay_ending_window_new (self->window, self->services, self->show,
                                                                          self->session_id, self->started)));
  g_signal_connect_object (self->ending, "recorded", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ending, "discarded", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ending, "resumed", G_CALLBACK (resumed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ending, "close-request", G_CALLBACK (ending_closed_cb), self, G_CONNECT_SWAPPED);
  put_presenter_away (self);
  if (self->wall != NULL)
    sotay_wall_window_set_panel (self->wall, NULL);
  /* The register that may be in the program's window is not for the room. */
  if (self->wall != NULL && sotay_screens_has_home_on_wall (self->screens))
    gtk_window_fullscreen (self->ending);
  gtk_window_present (self->ending);
  if (self->wall != NULL)
    gtk_widget_hide (GTK_WIDGET (self->wall));
}

void
sotay_presentation_present (SotayPresentation *self)
{
  if (self->ending != NULL)
    gtk_window_present (self->ending);
  else
    sotay_presentation_place (self);
}
