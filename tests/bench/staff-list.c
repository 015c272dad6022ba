/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-staff-list DATABASE: the table of staff over a register. Prints µs: from the question to the frame that shows
 * the first people, a frame of scrolling (the median and the 99th of a hundred), the longest time for which a search
 * keeps the main loop, from a jump to the end to the frame that shows the last person, and one to the middle of a list
 * that has rested; kB of memory in use; then of the
 * processor's time, which the load of the machine changes less, the frame of scrolling (both) and what a search keeps
 * the main loop. */
#include "app/register/staff-table.h"
#include "app/register/unit-names.h"
#include "core/dates.h"
#include "register/progress.h"
#include "register/sqlite/sqlite-store.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define FRAMES 400
#define STEP 60 /* pixels */
#define REST_MILLISECONDS 3000

extern void sotay_app_register_resource (void);

/* µs by the clock, and of the processor by this thread. */
typedef struct
{
  gint64 wall;
  gint64 used;
} Moment;

typedef struct
{
  SotayStore *store;
  SotayStaffTable *table;
  SotayUnitNames *names;
  GtkAdjustment *adjustment;
  gboolean shown;
  Moment begun; /* a frame */
  gint64 frames[FRAMES];
  gint64 used_frames[FRAMES];
  guint n_frames; /* FRAMES: scrolling is over */
  gint64 painted; /* the end of the last frame */
} Bench;

static Moment
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (Moment){ g_get_monotonic_time (), time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000 };
}

static void
list_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;
  g_autoptr (SotayStaffList) list = sotay_staff_list_new_finish (result, NULL);

  sotay_staff_table_show (bench->table, list, bench->names, NULL, FALSE);
  bench->shown = TRUE;
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->begun = now ();
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  Moment end = now ();

  bench->painted = end.wall;
  if (bench->adjustment == NULL || bench->n_frames >= FRAMES)
    return;
  bench->frames[bench->n_frames] = end.wall - bench->begun.wall;
  bench->used_frames[bench->n_frames++] = end.used - bench->begun.used;
  gtk_adjustment_set_value (bench->adjustment, gtk_adjustment_get_value (bench->adjustment) + STEP);
}

/* Turns the main loop, and keeps the longest turn. */
static void
turn_once (Moment *longest)
{
  Moment start = now (), end;

  if (!g_main_context_iteration (NULL, FALSE))
    {
      g_usleep (200);
      return;
    }
  end = now ();
  longest->wall = MAX (longest->wall, end.wall - start.wall);
  longest->used = MAX (longest->used, end.used - start.used);
}

static void
turn_until_painted (Bench *bench, Moment *longest)
{
  gint64 after = 0;

  while (!bench->shown || bench->painted < after)
    {
      gboolean was_shown = bench->shown;

      turn_once (longest);
      if (bench->shown && !was_shown)
        after = g_get_monotonic_time ();
    }
}

/* Asks for a list, and turns the main loop until it is on the screen. */
static void
show (Bench *bench, const char *search, Moment *longest)
{
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, search, NULL);

  bench->shown = FALSE;
  sotay_staff_list_new_async (bench->store, query, NULL, list_cb, bench);
  turn_until_painted (bench, longest);
}

static GtkAdjustment *
find_adjustment (GtkWidget *widget)
{
  GtkAdjustment *found = GTK_IS_SCROLLED_WINDOW (widget)
                           ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget))
                           : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_adjustment (child);
  return found;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static void
scroll (Bench *bench)
{
  bench->adjustment = find_adjustment (GTK_WIDGET (bench->table));
  gtk_adjustment_set_value (bench->adjustment, STEP);
  while (bench->n_frames < FRAMES)
    g_main_context_iteration (NULL, TRUE);
  qsort (bench->frames, FRAMES, sizeof bench->frames[0], compare_times);
  qsort (bench->used_frames, FRAMES, sizeof bench->used_frames[0], compare_times);
}

/* To the row at a part of the list. */
static gint64
jump (Bench *bench, double part)
{
  GListModel *list = G_LIST_MODEL (sotay_staff_table_get_list (bench->table));
  g_autoptr (SotayStaffRow) row = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 loaded;

  gtk_adjustment_set_value (bench->adjustment, gtk_adjustment_get_upper (bench->adjustment) * part);
  row = g_list_model_get_item (list, (guint) ((g_list_model_get_n_items (list) - 1) * part));
  while (sotay_staff_row_get_staff (row) == NULL)
    g_main_context_iteration (NULL, TRUE);
  loaded = g_get_monotonic_time ();
  while (bench->painted < loaded)
    g_main_context_iteration (NULL, TRUE);
  return bench->painted - start;
}

static gboolean
rested_cb (gpointer rested)
{
  *(gboolean *) rested = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (void)
{
  gboolean rested = FALSE;

  g_timeout_add (REST_MILLISECONDS, rested_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

static long
resident_kilobytes (void)
{
  FILE *file = fopen ("/proc/self/statm", "r");
  long size, resident = 0;

  if (file == NULL || fscanf (file, "%ld %ld", &size, &resident) != 2)
    return -1;
  fclose (file);
  return resident * (sysconf (_SC_PAGESIZE) / 1024);
}

static void
print (Bench *bench, gint64 first, const Moment *blocked, gint64 to_end, gint64 to_middle)
{
  const gint64 numbers[] = { first, bench->frames[FRAMES / 2], bench->frames[FRAMES * 99 / 100], blocked->wall,
                             to_end, to_middle, resident_kilobytes (), bench->used_frames[FRAMES / 2],
                             bench->used_frames[FRAMES * 99 / 100], blocked->used };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    printf ("%" G_GINT64_FORMAT "%c", numbers[i], i + 1 < G_N_ELEMENTS (numbers) ? ' ' : '\n');
}

/* The columns that stand there before anybody chose. */
static GtkWidget *
create_window (Bench *bench)
{
  static const char *const columns[] = { "birth", "position", "unit", "level", "trained", "passed", NULL };
  GtkWidget *window = adw_window_new ();
  GdkFrameClock *clock;

  bench->table = g_object_new (SOTAY_TYPE_STAFF_TABLE, NULL);
  sotay_staff_table_set_columns (bench->table, columns);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 720);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (bench->table));
  gtk_widget_realize (window);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  return window;
}

int
main (int argc, char **argv)
{
  GDate today = sotay_date_today ();
  g_autoptr (SotayUnitProgress) whole = NULL;
  Bench bench = { 0 };
  Moment blocked = { 0 }, unused = { 0 };
  gint64 start, first, to_end;
  GtkWidget *window;

  if (argc != 2)
    return 2;
  adw_init ();
  sotay_app_register_resource ();
  bench.store = sotay_sqlite_store_new (argv[1]);
  whole = sotay_progress_load (bench.store, &today, NULL, NULL);
  bench.names = sotay_unit_names_new (whole);
  window = create_window (&bench);

  start = g_get_monotonic_time ();
  gtk_window_present (GTK_WINDOW (window));
  show (&bench, NULL, &unused);
  first = bench.painted - start;
  scroll (&bench);
  show (&bench, "nguyen", &blocked);
  show (&bench, NULL, &blocked);
  to_end = jump (&bench, 1);
  rest ();
  print (&bench, first, &blocked, to_end, jump (&bench, 0.5));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (bench.names);
  g_object_unref (bench.store);
  return 0;
}
