/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/sessions-tab.h"

#include "app/register/attendance-page.h"
#include "app/register/practice-change.h"
#include "app/register/record-dialog.h"
#include "app/register/session-counts.h"
#include "app/register/session-text.h"
#include "core/dates.h"
#include "register/edit-records.h"
#include "register/session.h"

#include <glib/gi18n-lib.h>

struct _SotaySessionsTab
{
  SotayRecordsTab parent_instance;

  GtkWidget *today_button;
  SotayCatalogue *catalogue;
  SotaySessionCounts *counts;
  GPtrArray *records;
};

G_DEFINE_FINAL_TYPE (SotaySessionsTab, sotay_sessions_tab, SOTAY_TYPE_RECORDS_TAB)

static char *
dup_today (void)
{
  GDate today = sotay_date_today ();

  return sotay_date_to_iso (&today);
}

/* Before 0, today 0, to come above 0. */
static int
compare_with_day (SotayRecord *session, const char *today)
{
  return g_strcmp0 (sotay_record_get (session, SOTAY_SESSION_DAY), today);
}

static int
compare_sessions (gconstpointer a, gconstpointer b)
{
  SotayRecord *first = (SotayRecord *) a;
  SotayRecord *second = (SotayRecord *) b;
  int order = -g_strcmp0 (sotay_record_get (first, SOTAY_SESSION_DAY), sotay_record_get (second, SOTAY_SESSION_DAY));

  if (order == 0)
    order = g_strcmp0 (sotay_record_get (first, SOTAY_SESSION_STARTS_AT),
                       sotay_record_get (second, SOTAY_SESSION_STARTS_AT));
  return order != 0 ? order : g_strcmp0 (sotay_record_get_id (first), sotay_record_get_id (second));
}

static char *
sotay_sessions_tab_dup_group (SotayRecordsTab *tab, SotayRecord *session)
{
  g_autofree char *today = dup_today ();
  int when = compare_with_day (session, today);

  if (when > 0)
    return g_strdup (_("To Come"));
  if (when == 0)
    return g_strdup (_("Today"));
  return sotay_records_tab_dup_month (sotay_record_get (session, SOTAY_SESSION_DAY));
}

static guint
count_bits (guint set)
{
  guint n_bits = 0;

  for (; set != 0; set &= set - 1)
    n_bits++;
  return n_bits;
}

static char *
create_details (SotayRecordsTab *tab, SotayRecord *session)
{
  g_autofree char *when = sotay_session_when (session);
  g_autofree char *unit = sotay_records_tab_dup_unit_name (tab, sotay_record_get (session, SOTAY_SESSION_UNIT_ID));
  const SotaySessionMinutes minutes = sotay_session_get_minutes (session);
  guint n_minutes = sotay_session_minutes_sum (&minutes);
  guint n_utilities = count_bits (sotay_session_get_utilities (session));
  g_autoptr (GString) details = g_string_new (when);

  g_string_append (details, " · ");
  g_string_append_printf (details, ngettext ("%u utility", "%u utilities", n_utilities), n_utilities);
  if (n_minutes > 0)
    {
      g_string_append (details, " · ");
      g_string_append_printf (details, ngettext ("%u minute taught", "%u minutes taught", n_minutes), n_minutes);
    }
  if (unit != NULL)
    g_string_append_printf (details, " · %s", unit);
  return g_string_free (g_steal_pointer (&details), FALSE);
}

static void
sotay_sessions_tab_fill_row (SotayRecordsTab *tab, SotayRecord *session, SotayRecordRow *row)
{
  SotaySessionsTab *self = SOTAY_SESSIONS_TAB (tab);
  g_autofree char *details = create_details (tab, session);
  g_autofree char *figure = sotay_session_counts_dup_text (self->counts, session);
  gboolean is_slot = sotay_record_get (session, SOTAY_SESSION_SERIES_ID) != NULL;

  sotay_record_row_set_texts (row, sotay_record_get (session, SOTAY_SESSION_TITLE), details, figure,
                              is_slot ? _("time slot") : NULL);
}

static void
close_page_cb (SotayRecordsTab *tab)
{
  sotay_records_tab_set_page (tab, NULL);
}

static gboolean
focus_page_cb (gpointer page)
{
  gtk_widget_grab_focus (page);
  return G_SOURCE_REMOVE;
}

static void
sotay_sessions_tab_activate (SotayRecordsTab *tab, SotayRecord *session)
{
  GtkWidget *page = sotay_attendance_page_new (sotay_register_tab_get_store (tab), session,
                                               sotay_records_tab_get_names (tab), sotay_records_tab_get_unit_id (tab));

  g_signal_connect_object (page, "closed", G_CALLBACK (close_page_cb), tab, G_CONNECT_SWAPPED);
  sotay_records_tab_set_page (tab, page);
  gtk_widget_grab_focus (page);
  /* A double click gives the keyboard to its row only after that. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_page_cb, g_object_ref (page), g_object_unref);
}

static void
saved_cb (SotayRecordsTab *tab, const char *id)
{
  sotay_records_tab_reveal (tab, id);
}

static gboolean
has_slots (SotaySessionsTab *self, const char *id)
{
  for (guint i = 0; self->records != NULL && i < self->records->len; i++)
    if (g_strcmp0 (sotay_record_get (self->records->pdata[i], SOTAY_SESSION_SERIES_ID), id) == 0)
      return TRUE;
  return FALSE;
}

static void
add_choice (GPtrArray *choices, const char *id, char *label)
{
  g_ptr_array_add (choices, g_strdup (id));
  g_ptr_array_add (choices, label);
}

/* The sessions that @session may be a time slot of, as the form wants its choices; the newest ones come first. */
static GPtrArray *
list_series (SotaySessionsTab *self, SotayRecord *session)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_free);
  const char *series_id = sotay_record_get (session, SOTAY_SESSION_SERIES_ID);
  gboolean seen = series_id == NULL;
  guint n_records = self->records != NULL && !has_slots (self, sotay_record_get_id (session)) ? self->records->len : 0;

  add_choice (choices, "", g_strdup (_("None: it stands alone")));
  for (guint i = 0; i < n_records; i++)
    {
      SotayRecord *other = self->records->pdata[i];
      const char *id = sotay_record_get_id (other);
      g_autofree char *day = sotay_date_format_iso (sotay_record_get (other, SOTAY_SESSION_DAY));

      if (sotay_record_get (other, SOTAY_SESSION_SERIES_ID) != NULL
          || g_str_equal (id, sotay_record_get_id (session)))
        continue;
      seen |= g_strcmp0 (id, series_id) == 0;
      add_choice (choices, id, g_strdup_printf ("%s · %s", sotay_record_get (other, SOTAY_SESSION_TITLE), day));
    }
  if (!seen)
    add_choice (choices, series_id, g_strdup (_("A session of another unit")));
  g_ptr_array_add (choices, NULL);
  return choices;
}

static void
show_dialog (SotaySessionsTab *self, const char *title, SotayRecord *before, SotayRecord *draft)
{
  SotayRecordsTab *tab = SOTAY_RECORDS_TAB (self);
  g_autoptr (GPtrArray) series = list_series (self, draft);
  const char *const forms[] = { "in-person", _("In person"), "online", _("Online"), NULL };
  const SotayFormField fields[] = {
    { SOTAY_SESSION_TITLE, SOTAY_FORM_TEXT, _("Title"), _("type a title: 1 to 200 characters"), NULL, NULL },
    { SOTAY_SESSION_DAY, SOTAY_FORM_DAY, _("Day"), _("needs a day; once attendance was taken, none to come"), NULL, NULL },
    { SOTAY_SESSION_STARTS_AT, SOTAY_FORM_TIME, _("From (time)"), _("type a time such as 8:30"), NULL, NULL },
    { SOTAY_SESSION_ENDS_AT, SOTAY_FORM_TIME, _("Until (time)"), _("must be after the beginning"), NULL, NULL },
    { SOTAY_SESSION_UTILITIES, SOTAY_FORM_UTILITIES, _("What is taught"), NULL, NULL, NULL },
    { SOTAY_SESSION_PLACE, SOTAY_FORM_TEXT, _("Venue"), NULL, _("More"), NULL },
    { SOTAY_SESSION_TRAINER, SOTAY_FORM_TEXT, _("Trainer"), NULL, NULL, NULL },
    { SOTAY_SESSION_FORM, SOTAY_FORM_CHOICE, _("Form"), NULL, NULL, forms },
    { SOTAY_SESSION_UNIT_ID, SOTAY_FORM_UNIT, _("Unit that holds it"), NULL, NULL, NULL },
    { SOTAY_SESSION_SERIES_ID, SOTAY_FORM_CHOICE, _("Time slot of"), NULL, NULL, (const char *const *) series->pdata },
    { SOTAY_SESSION_MINUTES, SOTAY_FORM_TEXT, _("Minutes on each utility, such as U1=5 U10=12"),
      _("type each utility with its minutes, such as U1=5 U10=12"), NULL, NULL },
    { SOTAY_SESSION_DOCUMENTS, SOTAY_FORM_LINES, _("Documents, one to a line"), NULL, NULL, NULL },
    { SOTAY_SESSION_NOTE, SOTAY_FORM_TEXT, _("Note"), NULL, NULL, NULL },
  };
  GtkWidget *dialog = sotay_record_dialog_new (sotay_records_tab_get_window (tab), sotay_register_tab_get_store (tab),
                                               sotay_records_tab_get_names (tab), self->catalogue, title, before, draft,
                                               fields, G_N_ELEMENTS (fields));

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), tab, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
set_field (SotayRecord **record, guint field, const char *value)
{
  SotayRecord *changed = sotay_record_with (*record, field, value);

  g_object_unref (*record);
  *record = changed;
}

static SotayRecord *
create_draft (SotaySessionsTab *self)
{
  SotayRecord *draft = sotay_record_new (SOTAY_RECORD_SESSION, NULL);
  g_autofree char *today = dup_today ();

  set_field (&draft, SOTAY_SESSION_TITLE, _("Training in the VNeID utilities"));
  set_field (&draft, SOTAY_SESSION_DAY, today);
  set_field (&draft, SOTAY_SESSION_UNIT_ID, sotay_records_tab_get_unit_id (SOTAY_RECORDS_TAB (self)));
  return draft;
}

static void
sotay_sessions_tab_edit (SotayRecordsTab *tab, SotayRecord *session)
{
  SotaySessionsTab *self = SOTAY_SESSIONS_TAB (tab);
  g_autoptr (SotayRecord) draft = session != NULL ? g_object_ref (session) : create_draft (self);

  show_dialog (self, session != NULL ? _("Edit Session") : _("Add Session"), session, draft);
}

/* The same lesson once more at another time: everything but the people and the time is taken over. */
static void
add_slot_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRecord *session = sotay_records_tab_get_selected (SOTAY_RECORDS_TAB (widget));
  SotayRecord *slot;
  const char *series_id;

  if (session == NULL)
    return;
  series_id = sotay_record_get (session, SOTAY_SESSION_SERIES_ID);
  slot = sotay_record_new (SOTAY_RECORD_SESSION, NULL);
  for (guint field = SOTAY_SESSION_TITLE; field <= SOTAY_SESSION_NOTE; field++)
    set_field (&slot, field, sotay_record_get (session, field));
  set_field (&slot, SOTAY_SESSION_STARTS_AT, NULL);
  set_field (&slot, SOTAY_SESSION_ENDS_AT, NULL);
  set_field (&slot, SOTAY_SESSION_MINUTES, NULL);
  set_field (&slot, SOTAY_SESSION_SERIES_ID, series_id != NULL ? series_id : sotay_record_get_id (session));
  show_dialog (SOTAY_SESSIONS_TAB (widget), _("Add Time Slot"), NULL, slot);
  g_object_unref (slot);
}

static void
attend_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRecord *session = sotay_records_tab_get_selected (SOTAY_RECORDS_TAB (widget));

  if (session != NULL)
    sotay_sessions_tab_activate (SOTAY_RECORDS_TAB (widget), session);
}

/* The first of today's sessions: the one that begins first. */
static void
attend_today_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotaySessionsTab *self = SOTAY_SESSIONS_TAB (widget);
  g_autofree char *today = dup_today ();

  for (guint i = 0; self->records != NULL && i < self->records->len; i++)
    if (compare_with_day (self->records->pdata[i], today) == 0)
      {
        sotay_sessions_tab_activate (SOTAY_RECORDS_TAB (self), self->records->pdata[i]);
        return;
      }
}

static void
record_skills_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRecordsTab *tab = SOTAY_RECORDS_TAB (widget);
  SotayRecord *session = sotay_records_tab_get_selected (tab);

  if (session != NULL)
    sotay_practice_ask_session (widget, sotay_register_tab_get_store (tab), session,
                                sotay_records_tab_get_notice (tab));
}

static SotayStep *
sotay_sessions_tab_make_removal (SotayStore *store, SotayRecord *session, GCancellable *cancellable, GError **error)
{
  const char *ids[] = { sotay_record_get_id (session), NULL };
  g_autoptr (GPtrArray) attendance = sotay_store_list_records (store, SOTAY_RECORD_ATTENDANCE,
                                                               SOTAY_ATTENDANCE_SESSION_ID, ids, cancellable, error);
  g_autoptr (GPtrArray) slots = attendance != NULL
                                    ? sotay_store_list_records (store, SOTAY_RECORD_SESSION, SOTAY_SESSION_SERIES_ID,
                                                                ids, cancellable, error)
                                    : NULL;

  return slots != NULL ? sotay_edit_remove_record (session, attendance, slots) : NULL;
}

/* The list for signature, and from there the minutes and the plan. */
static void
documents_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRecord *session = sotay_records_tab_get_selected (SOTAY_RECORDS_TAB (widget));

  if (session != NULL)
    gtk_widget_activate_action (widget, "win.show-document", "(ss)", "participants", sotay_record_get_id (session));
}

/* The page of a session that is gone closes; another one shows its newest state. */
static void
show_page (SotaySessionsTab *self)
{
  SotayRecordsTab *tab = SOTAY_RECORDS_TAB (self);
  GtkWidget *page = sotay_records_tab_get_page (tab);
  const char *id = page != NULL ? sotay_attendance_page_get_session_id (SOTAY_ATTENDANCE_PAGE (page)) : NULL;

  if (page == NULL)
    return;
  for (guint i = 0; i < self->records->len; i++)
    if (g_str_equal (sotay_record_get_id (self->records->pdata[i]), id))
      {
        sotay_attendance_page_show (SOTAY_ATTENDANCE_PAGE (page), self->records->pdata[i],
                                    sotay_records_tab_get_names (tab));
        return;
      }
  sotay_records_tab_set_page (tab, NULL);
}

static void
sotay_sessions_tab_show_records (SotayRecordsTab *tab, GPtrArray *records)
{
  SotaySessionsTab *self = SOTAY_SESSIONS_TAB (tab);
  g_autofree char *today = dup_today ();
  gboolean has_today = FALSE;

  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = g_ptr_array_ref (records);
  for (guint i = 0; i < records->len && !has_today; i++)
    has_today = compare_with_day (records->pdata[i], today) == 0;
  gtk_widget_set_visible (self->today_button, has_today);
  sotay_records_tab_set_add_suggested (tab, !has_today);
  sotay_session_counts_outdate (self->counts);
  sotay_records_tab_refresh_rows (tab);
  show_page (self);
}

static void
sotay_sessions_tab_set_catalogue (SotayRegisterTab *tab, SotayCatalogue *catalogue)
{
  g_set_object (&SOTAY_SESSIONS_TAB (tab)->catalogue, catalogue);
}

static gboolean
sotay_sessions_tab_leave_search (SotayRegisterTab *tab)
{
  GtkWidget *page = sotay_records_tab_get_page (SOTAY_RECORDS_TAB (tab));

  if (page != NULL && sotay_attendance_page_leave_search (SOTAY_ATTENDANCE_PAGE (page)))
    return TRUE;
  return SOTAY_REGISTER_TAB_CLASS (sotay_sessions_tab_parent_class)->leave_search (tab);
}

static void
sotay_sessions_tab_constructed (GObject *object)
{
  SotaySessionsTab *self = SOTAY_SESSIONS_TAB (object);

  G_OBJECT_CLASS (sotay_sessions_tab_parent_class)->constructed (object);
  self->counts = sotay_session_counts_new (sotay_register_tab_get_store (self));
  g_signal_connect_object (self->counts, "changed", G_CALLBACK (sotay_records_tab_refresh_rows), self,
                           G_CONNECT_SWAPPED);
}

static void
sotay_sessions_tab_dispose (GObject *object)
{
  SotaySessionsTab *self = SOTAY_SESSIONS_TAB (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->counts);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  G_OBJECT_CLASS (sotay_sessions_tab_parent_class)->dispose (object);
}

static void
sotay_sessions_tab_class_init (SotaySessionsTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SotayRecordsTabClass *tab_class = SOTAY_RECORDS_TAB_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sotay_sessions_tab_constructed;
  G_OBJECT_CLASS (klass)->dispose = sotay_sessions_tab_dispose;
  SOTAY_REGISTER_TAB_CLASS (klass)->set_catalogue = sotay_sessions_tab_set_catalogue;
  SOTAY_REGISTER_TAB_CLASS (klass)->leave_search = sotay_sessions_tab_leave_search;
  tab_class->kind = SOTAY_RECORD_SESSION;
  tab_class->unit_field = SOTAY_SESSION_UNIT_ID;
  tab_class->compare = compare_sessions;
  tab_class->dup_group = sotay_sessions_tab_dup_group;
  tab_class->fill_row = sotay_sessions_tab_fill_row;
  tab_class->edit = sotay_sessions_tab_edit;
  tab_class->activate = sotay_sessions_tab_activate;
  tab_class->show_records = sotay_sessions_tab_show_records;
  tab_class->make_removal = sotay_sessions_tab_make_removal;
  gtk_widget_class_install_action (widget_class, "sessions.attend", NULL, attend_cb);
  gtk_widget_class_install_action (widget_class, "sessions.attend-today", NULL, attend_today_cb);
  gtk_widget_class_install_action (widget_class, "sessions.add-slot", NULL, add_slot_cb);
  gtk_widget_class_install_action (widget_class, "sessions.documents", NULL, documents_cb);
  gtk_widget_class_install_action (widget_class, "sessions.record-skills", NULL, record_skills_cb);
}

static void
sotay_sessions_tab_init (SotaySessionsTab *self)
{
  SotayRecordsTab *tab = SOTAY_RECORDS_TAB (self);

  self->today_button = gtk_button_new_with_label (_("Take Attendance"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->today_button), "sessions.attend-today");
  gtk_widget_add_css_class (self->today_button, "suggested-action");
  gtk_widget_set_halign (self->today_button, GTK_ALIGN_START);
  gtk_widget_set_visible (self->today_button, FALSE);
  sotay_records_tab_set_head (tab, self->today_button);
  sotay_records_tab_set_words (tab, _("Add Session…"), _("No Training Sessions Yet"),
                               _("Add a session, invite people, and take attendance on the day: who was there counts "
                                 "as trained in what was taught."));
  sotay_records_tab_add_action (tab, _("Remove"), "records.remove");
  sotay_records_tab_add_action (tab, _("Print…"), "sessions.documents");
  sotay_records_tab_add_action (tab, _("Edit…"), "records.edit");
  sotay_records_tab_add_action (tab, _("Add Time Slot…"), "sessions.add-slot");
  sotay_records_tab_add_action (tab, _("Record Skills…"), "sessions.record-skills");
  sotay_records_tab_add_action (tab, _("Take Attendance"), "sessions.attend");
}
