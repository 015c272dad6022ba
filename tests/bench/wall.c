/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-wall FILE WIDTH HEIGHT TURNS: walks to and fro through the whole lesson of 16 utilities on a wall of this size,
 * a page of the manual (FILE is written) beside each, and sometimes opens the overview and takes a tool. Prints: from
 * the key's delivery to the end of the frame that shows the other slide, in µs, for half of the turns, for 99 of 100
 * and at most; from the making of the window to its first frame; the CPU time, of all threads, that 99 of 100 turns
 * take until then; the memory after 500 turns and at the end, in kB.
 */
#include "app/page-fixture.h"
#include "app/presentation/wall-window.h"
#include "guide/document-fixture.h"
#include "presentation/lesson.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

void sotay_app_register_resource (void);

#define REST_MS 30 /* so that the frame is not one that waits for the one before */
#define WARM_UP 500
#define VISIT_EVERY 250 /* turns */
#define VISIT_MS 300
#define STOPS "1:5 2:5 3:5 4:5 5:5 6:5 7:5 8:5 9:5 10:5 11:5 12:5 13:5 14:5 15:5 16:5"

typedef struct
{
  GMainLoop *loop;
  SotayShow *show;
  GtkEventController *keys;
  GActionGroup *tools;
  guint n_turns;
  guint n_visits; /* to the overview */
  gboolean visiting;
  gboolean onwards;
  gint64 start; /* 0: no turn is under way */
  gint64 cpu;   /* when the last turn began */
  gint64 first_frame;
  glong warm;
  GArray *times;
  GArray *costs;
} Bench;

static gint64
read_cpu (void)
{
  return (gint64) clock () * G_USEC_PER_SEC / CLOCKS_PER_SEC;
}

static glong
read_memory (void)
{
  g_autofree char *status = NULL;
  const char *line = NULL;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");
  return line != NULL ? strtol (line + strlen ("VmRSS:"), NULL, 10) : 0;
}

static void
forward_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_show_forward (((Bench *) data)->show);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_show_back (((Bench *) data)->show);
}

static GSimpleActionGroup *
create_actions (Bench *bench)
{
  static const GActionEntry entries[] = {
    { .name = "forward", .activate = forward_cb },
    { .name = "back", .activate = back_cb },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), bench);
  return group;
}

static GtkEventController *
find_keys (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), "show-keys") == 0)
        return controller; /* the window keeps it */
    }
  g_error ("The wall has no keys");
}

static gboolean
press (Bench *bench)
{
  guint index = sotay_show_get_index (bench->show), part = sotay_show_get_part (bench->show);
  gboolean handled = FALSE;

  g_signal_emit_by_name (bench->keys, "key-pressed", bench->onwards ? GDK_KEY_Page_Down : GDK_KEY_Page_Up, 0u,
                         (GdkModifierType) 0, &handled);
  return index != sotay_show_get_index (bench->show) || part != sotay_show_get_part (bench->show);
}

static gboolean turn_cb (gpointer data);

static void
visit (Bench *bench, gboolean begins)
{
  bench->visiting = begins;
  bench->n_visits += begins ? 1 : 0;
  g_action_group_change_action_state (bench->tools, "overview", g_variant_new_boolean (begins));
  g_action_group_change_action_state (bench->tools, "spotlight", g_variant_new_boolean (begins));
  g_timeout_add (VISIT_MS, turn_cb, bench);
}

static gboolean
turn_cb (gpointer data)
{
  Bench *bench = data;

  if (bench->visiting || bench->times->len >= (bench->n_visits + 1) * VISIT_EVERY)
    {
      visit (bench, !bench->visiting);
      return G_SOURCE_REMOVE;
    }
  if (bench->times->len == MIN (WARM_UP, bench->n_turns / 2))
    bench->warm = read_memory ();
  bench->cpu = read_cpu ();
  bench->start = g_get_monotonic_time ();
  if (press (bench))
    return G_SOURCE_REMOVE;
  bench->start = 0;
  bench->onwards = !bench->onwards;
  return G_SOURCE_CONTINUE;
}

static void
painted_cb (GdkFrameClock *clock, Bench *bench)
{
  gint64 time = g_get_monotonic_time () - bench->start, cost = read_cpu () - bench->cpu;

  if (bench->first_frame == 0)
    bench->first_frame = time;
  else if (bench->start == 0)
    return;
  else
    {
      g_array_append_val (bench->times, time);
      g_array_append_val (bench->costs, cost);
    }
  bench->start = 0;
  if (bench->times->len < bench->n_turns)
    g_timeout_add (bench->times->len == 0 ? 1000 : REST_MS, turn_cb, bench);
  else
    g_main_loop_quit (bench->loop);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;

  return first < second ? -1 : first > second;
}

static gint64
get_share (GArray *times, guint hundredths)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, gint64, MIN (times->len * hundredths / 100, times->len - 1));
}

int
main (int argc, char **argv)
{
  g_autoptr (SotayCatalogue) catalogue = NULL;
  g_autoptr (SotayDocument) document = NULL;
  g_autoptr (SotayManualPages) pages = NULL;
  g_autoptr (SotayDeck) deck = NULL;
  g_autoptr (GSimpleActionGroup) actions = NULL;
  SotayWallWindow *window = NULL;
  Bench bench = { .onwards = TRUE };

  if (argc != 5)
    return 2;
  adw_init ();
  sotay_app_register_resource ();
  page_fixture_write (argv[1], 160);
  document = document_fixture_open (argv[1]);
  catalogue = lesson_load_catalogue ();
  deck = lesson_deck (catalogue, STOPS);
  pages = sotay_manual_pages_new (document);
  bench.n_turns = (guint) atoi (argv[4]);
  bench.times = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench.costs = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench.loop = g_main_loop_new (NULL, FALSE);
  bench.start = g_get_monotonic_time ();
  bench.show = sotay_show_new (deck);
  actions = create_actions (&bench);
  window = sotay_wall_window_new (NULL, bench.show, pages, G_ACTION_GROUP (actions));
  bench.keys = find_keys (GTK_WIDGET (window));
  bench.tools = sotay_wall_window_get_actions (window);
  gtk_window_set_default_size (GTK_WINDOW (window), atoi (argv[2]), atoi (argv[3]));
  gtk_widget_realize (GTK_WIDGET (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb), &bench);
  gtk_window_present (GTK_WINDOW (window));
  sotay_show_begin (bench.show, NULL, 0, NULL);
  g_main_loop_run (bench.loop);
  printf ("%ld %ld %ld %ld %ld %ld %ld\n", (glong) get_share (bench.times, 50), (glong) get_share (bench.times, 99),
          (glong) get_share (bench.times, 100), (glong) bench.first_frame, (glong) get_share (bench.costs, 99),
          bench.warm, read_memory ());
  return 0;
}
