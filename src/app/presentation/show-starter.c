/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/show-starter.h"

#include "app/presentation/lesson-choice.h"
#include "app/presentation/prepare-window.h"
#include "app/presentation/presentation.h"
#include "app/presentation/unfinished-banner.h"
#include "app/presentation/unfinished-words.h"
#include "app/widgets/undo-toast.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

struct _SotayShowStarter
{
  AdwBin parent_instance;

  SotayServices *services;
  SotayPresentation *presentation; /* nullable: the one that runs */
  SotayJournal *journal;           /* nullable: of the show that was not ended */
  SotayUnfinished *unfinished;     /* nullable */
  SotayUnfinished *dropped;        /* nullable: may be wanted back */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SotayShowStarter, sotay_show_starter, ADW_TYPE_BIN)

static GtkWindow *
get_window (SotayShowStarter *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
forget_unfinished (SotayShowStarter *self)
{
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->unfinished, sotay_unfinished_free);
  g_clear_pointer (&self->dropped, sotay_unfinished_free);
  g_clear_object (&self->journal);
}

static void
ended_cb (SotayShowStarter *self)
{
  g_clear_object (&self->presentation);
  sotay_show_starter_look (self);
}

static void
take (SotayShowStarter *self, SotayPresentation *presentation)
{
  self->presentation = presentation;
  g_signal_connect_object (presentation, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  forget_unfinished (self);
}

static void
start (SotayShowStarter *self, SotayLessonPlan *plan, const char *session_id)
{
  SotayPresentationChoice choice = { .plan = plan, .session_id = session_id };

  if (self->presentation == NULL)
    take (self, sotay_presentation_start (get_window (self), self->services, &choice));
}

static void
continue_unfinished (SotayShowStarter *self)
{
  SotayPresentationChoice choice = { .unfinished = self->unfinished };

  if (self->presentation == NULL && self->unfinished != NULL)
    take (self, sotay_presentation_start (get_window (self), self->services, &choice));
}

static void
record_unfinished (SotayShowStarter *self)
{
  if (self->presentation == NULL && self->unfinished != NULL)
    take (self, sotay_presentation_settle (get_window (self), self->services, self->unfinished));
}

static void drop_unfinished (SotayShowStarter *self);

static void
offer_unfinished (SotayShowStarter *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *words = sotay_unfinished_words (self->unfinished, now);
  GtkWidget *banner = sotay_unfinished_banner_new (words);

  g_signal_connect_object (banner, "continue", G_CALLBACK (continue_unfinished), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (banner, "record", G_CALLBACK (record_unfinished), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (banner, "dismiss", G_CALLBACK (drop_unfinished), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), banner);
}

static void
bring_back (GtkWidget *widget, GVariant *target)
{
  SotayShowStarter *self = SOTAY_SHOW_STARTER (widget);

  if (self->dropped == NULL || self->presentation != NULL)
    return;
  self->unfinished = g_steal_pointer (&self->dropped);
  offer_unfinished (self);
}

static void
drop_unfinished (SotayShowStarter *self)
{
  g_autoptr (SotayShowStarter) keep = g_object_ref (self); /* the banner goes */

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->dropped, sotay_unfinished_free);
  self->dropped = g_steal_pointer (&self->unfinished);
  sotay_journal_close_async (self->journal, NULL, NULL);
  sotay_undo_toast_show (GTK_WIDGET (self), _("The lesson was dropped; nothing of it was recorded"), bring_back,
                         g_variant_new_boolean (TRUE));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayShowStarter) self = data;
  SotayUnfinished *unfinished = sotay_journal_load_finish (SOTAY_JOURNAL (source), result, NULL);

  /* A show may have begun meanwhile. */
  if (unfinished == NULL || self->presentation != NULL || SOTAY_JOURNAL (source) != self->journal)
    {
      g_clear_pointer (&unfinished, sotay_unfinished_free);
      return;
    }
  self->unfinished = unfinished;
  offer_unfinished (self);
}

/* What the choice of the person is kept for until it is made. */
typedef struct
{
  SotayShowStarter *starter;
  SotayLessonPlan *plan;
  char *session_id;
} Wish;

static void
wish_free (gpointer data, GClosure *closure)
{
  Wish *wish = data;

  g_object_unref (wish->plan);
  g_free (wish->session_id);
  g_free (wish);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, Wish *wish)
{
  if (g_str_equal (response, "continue"))
    continue_unfinished (wish->starter);
  else if (g_str_equal (response, "new"))
    start (wish->starter, wish->plan, wish->session_id);
}

static void
ask_about_unfinished (SotayShowStarter *self, SotayLessonPlan *plan, const char *session_id)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *words = sotay_unfinished_words (self->unfinished, now);
  g_autofree char *body = g_strdup_printf ("%s.\n\n%s", words, _("Starting a new one drops what was taught so far."));
  GtkWidget *dialog = adw_message_dialog_new (get_window (self), _("Continue the Lesson?"), body);
  Wish *wish = g_new0 (Wish, 1);

  wish->starter = self;
  wish->plan = g_object_ref (plan);
  wish->session_id = g_strdup (session_id);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "new", _("Start a _New One"),
                                    "continue", _("_Continue"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "continue", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "continue");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), wish, wish_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
start_or_ask (SotayShowStarter *self, SotayLessonPlan *plan, const char *session_id)
{
  if (self->presentation != NULL)
    sotay_presentation_present (self->presentation);
  else if (self->unfinished != NULL)
    ask_about_unfinished (self, plan, session_id);
  else
    start (self, plan, session_id);
}

static void
sotay_show_starter_dispose (GObject *object)
{
  SotayShowStarter *self = SOTAY_SHOW_STARTER (object);

  sotay_show_starter_close (self);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->unfinished, sotay_unfinished_free);
  g_clear_pointer (&self->dropped, sotay_unfinished_free);
  g_clear_object (&self->journal);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (sotay_show_starter_parent_class)->dispose (object);
}

static void
sotay_show_starter_class_init (SotayShowStarterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sotay_show_starter_dispose;
}

static void
sotay_show_starter_init (SotayShowStarter *self)
{
  self->cancellable = g_cancellable_new ();
}

void
sotay_show_starter_set_services (SotayShowStarter *self, SotayServices *services)
{
  self->services = g_object_ref (services);
}

void
sotay_show_starter_close (SotayShowStarter *self)
{
  g_cancellable_cancel (self->cancellable);
  if (self->presentation != NULL)
    g_object_run_dispose (G_OBJECT (self->presentation));
  g_clear_object (&self->presentation);
}

/* All of it is read in threads, so that a show that is started later knows it at once. */
static void
read_ahead (SotayServices *services)
{
  sotay_services_get_lesson_plans (services);
  sotay_page_map_get_index (sotay_services_get_page_map (services), "U1", NULL, NULL);
  sotay_guide_library_get_current (sotay_services_get_guide (services));
}

void
sotay_show_starter_look (SotayShowStarter *self)
{
  g_autofree char *path = NULL;

  if (self->services == NULL || self->presentation != NULL)
    return;
  read_ahead (self->services);
  path = sotay_services_dup_journal_path (self->services);
  forget_unfinished (self);
  self->journal = sotay_journal_new (path);
  sotay_journal_load_async (self->journal, self->cancellable, looked_cb, g_object_ref (self));
  /* It reads its file when it is made; a lesson has the pages that are known when it begins. */
  sotay_services_get_page_map (self->services);
}

void
sotay_show_starter_start (SotayShowStarter *self, const char *lesson)
{
  GSettings *settings = sotay_services_get_settings (self->services);
  g_autofree char *last = g_settings_get_string (settings, SOTAY_SETTING_LESSON_PLAN);
  g_autoptr (SotayLessonPlan) plan = sotay_lesson_choice_dup_plan (self->services, *lesson != '\0' ? lesson : last);

  if (*lesson != '\0')
    g_settings_set_string (settings, SOTAY_SETTING_LESSON_PLAN, lesson);
  start_or_ask (self, plan, NULL);
}

void
sotay_show_starter_prepare (SotayShowStarter *self)
{
  GtkWidget *window = NULL;

  if (self->presentation != NULL)
    {
      sotay_presentation_present (self->presentation);
      return;
    }
  window = sotay_prepare_window_new (get_window (self), self->services);
  g_signal_connect_object (window, "start", G_CALLBACK (start_or_ask), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}
