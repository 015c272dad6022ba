/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/campaign-dialog.h"

#include "app/register/staff-choice.h"
#include "app/register/step-actions.h"
#include "app/widgets/field-row.h"
#include "core/dates.h"
#include "core/text.h"
#include "register/campaign.h"
#include "register/edit-records.h"
#include "register/employment.h"
#include "register/utilities.h"

#include <glib/gi18n-lib.h>

struct _SotayCampaignDialog
{
  AdwWindow parent_instance;

  SotayNotice *notice;
  GtkButton *save_button;
  SotayFieldRow *title_row;
  SotayFieldRow *deadline_row;
  AdwPreferencesGroup *utilities_group;
  AdwPreferencesGroup *employments_group;
  GtkCheckButton *utilities[SOTAY_N_UTILITIES];
  GtkCheckButton *employments[SOTAY_EMPLOYMENT_N];

  SotayServices *services;
  SotayRecord *campaign; /* NULL when nothing was set before */
  SotayStep *step;       /* the save under way */
};

G_DEFINE_FINAL_TYPE (SotayCampaignDialog, sotay_campaign_dialog, ADW_TYPE_WINDOW)

static GtkCheckButton *
add_check (AdwPreferencesGroup *group, const char *title, gboolean active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *markup = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (group, row);
  return GTK_CHECK_BUTTON (check);
}

static guint
get_chosen (SotayCampaignDialog *self)
{
  guint set = 0;

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    if (gtk_check_button_get_active (self->utilities[i]))
      set |= 1u << i;
  return set;
}

static void
choose_all (SotayCampaignDialog *self, gboolean all)
{
  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    gtk_check_button_set_active (self->utilities[i], all);
}

static void
all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose_all (SOTAY_CAMPAIGN_DIALOG (widget), TRUE);
}

static void
none_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose_all (SOTAY_CAMPAIGN_DIALOG (widget), FALSE);
}

/* Nothing left out is kept as nothing said, so that a kind that is new one day counts too. */
static char *
create_employments (SotayCampaignDialog *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_chosen = 0;

  for (guint i = 0; i < SOTAY_EMPLOYMENT_N; i++)
    {
      if (!gtk_check_button_get_active (self->employments[i]))
        continue;
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", sotay_employment_to_string (i));
      n_chosen++;
    }
  return n_chosen < SOTAY_EMPLOYMENT_N ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static void
set_field (SotayRecord **record, guint field, const char *value)
{
  SotayRecord *changed = sotay_record_with (*record, field, value);

  g_object_unref (*record);
  *record = changed;
}

static gboolean
read_deadline (SotayCampaignDialog *self, char **iso)
{
  g_autofree char *typed = sotay_text_tidy (sotay_field_row_get_text (self->deadline_row));
  GDate today = sotay_date_today ();
  GDate date;

  *iso = NULL;
  if (*typed == '\0')
    return TRUE;
  if (!sotay_date_parse (typed, &today, &date))
    {
      sotay_field_row_set_problem (self->deadline_row, _("type a day such as 5/3/2024"));
      gtk_widget_grab_focus (GTK_WIDGET (self->deadline_row));
      return FALSE;
    }
  *iso = sotay_date_to_iso (&date);
  return TRUE;
}

static SotayRecord *
read_campaign (SotayCampaignDialog *self)
{
  guint set = get_chosen (self);
  g_autofree char *utilities = set != SOTAY_ALL_UTILITIES ? sotay_utilities_format (set) : NULL;
  g_autofree char *employments = create_employments (self);
  g_autofree char *deadline = NULL;
  SotayRecord *campaign;

  if (!read_deadline (self, &deadline))
    return NULL;
  campaign = sotay_record_new (SOTAY_RECORD_CAMPAIGN, SOTAY_CAMPAIGN_ID);
  set_field (&campaign, SOTAY_CAMPAIGN_TITLE, sotay_field_row_get_text (self->title_row));
  set_field (&campaign, SOTAY_CAMPAIGN_UTILITIES, utilities);
  set_field (&campaign, SOTAY_CAMPAIGN_EMPLOYMENTS, employments);
  set_field (&campaign, SOTAY_CAMPAIGN_DEADLINE, deadline);
  return campaign;
}

/* Nobody can be trained in nothing: the group says so in place of its explanation. */
static gboolean
check_utilities (SotayCampaignDialog *self)
{
  gboolean chosen = get_chosen (self) != 0;

  adw_preferences_group_set_description (self->utilities_group,
                                         chosen ? _("Trained is who has been taught all of these")
                                                : _("Choose at least one utility"));
  if (!chosen)
    gtk_widget_grab_focus (GTK_WIDGET (self->utilities[0]));
  return chosen;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayCampaignDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = sotay_store_apply_finish (SOTAY_STORE (source), result, &error);

  sotay_notice_show_error (self->notice, error);
  if (saved)
    {
      sotay_tell_step (GTK_WIDGET (self), self->step);
      gtk_window_close (GTK_WINDOW (self));
    }
  g_clear_object (&self->step);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
}

static void
save_cb (SotayCampaignDialog *self)
{
  g_autoptr (SotayRecord) campaign = NULL;
  g_autoptr (GError) error = NULL;

  if (self->step != NULL || !check_utilities (self))
    return;
  campaign = read_campaign (self);
  if (campaign == NULL)
    return;
  self->step = sotay_edit_change_record (self->campaign, campaign, &error);
  sotay_notice_show_error (self->notice, error);
  if (self->step == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  sotay_store_apply_async (sotay_services_get_store (self->services), self->step, NULL, saved_cb, g_object_ref (self));
}

static void
sotay_campaign_dialog_dispose (GObject *object)
{
  SotayCampaignDialog *self = SOTAY_CAMPAIGN_DIALOG (object);

  g_clear_object (&self->services);
  g_clear_object (&self->campaign);
  g_clear_object (&self->step);
  G_OBJECT_CLASS (sotay_campaign_dialog_parent_class)->dispose (object);
}

static void
sotay_campaign_dialog_class_init (SotayCampaignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_campaign_dialog_dispose;
  g_type_ensure (SOTAY_TYPE_FIELD_ROW);
  g_type_ensure (SOTAY_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/campaign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayCampaignDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayCampaignDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SotayCampaignDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, SotayCampaignDialog, deadline_row);
  gtk_widget_class_bind_template_child (widget_class, SotayCampaignDialog, utilities_group);
  gtk_widget_class_bind_template_child (widget_class, SotayCampaignDialog, employments_group);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_install_action (widget_class, "campaign.all", NULL, all_cb);
  gtk_widget_class_install_action (widget_class, "campaign.none", NULL, none_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sotay_campaign_dialog_init (SotayCampaignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_utilities (SotayCampaignDialog *self)
{
  GPtrArray *utilities = sotay_catalogue_get_utilities (sotay_services_get_catalogue (self->services));
  guint required = sotay_campaign_get_utilities (self->campaign);

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u. %s", i + 1, sotay_utility_get_title (utilities->pdata[i]));

      self->utilities[i] = add_check (self->utilities_group, title, (required & 1u << i) != 0);
    }
}

static void
fill_employments (SotayCampaignDialog *self)
{
  for (guint i = 0; i < SOTAY_EMPLOYMENT_N; i++)
    {
      const char *word = sotay_employment_to_string (i);
      guint choice = sotay_staff_choice_find (SOTAY_STAFF_EMPLOYMENT, word);

      self->employments[i] = add_check (self->employments_group,
                                        sotay_staff_choice_label (SOTAY_STAFF_EMPLOYMENT, choice),
                                        sotay_campaign_counts (self->campaign, word));
    }
}

static void
fill_fields (SotayCampaignDialog *self)
{
  const char *deadline = sotay_record_get (self->campaign, SOTAY_CAMPAIGN_DEADLINE);
  g_autofree char *formatted = deadline != NULL ? sotay_date_format_iso (deadline) : NULL;

  sotay_field_row_set_text (self->title_row, sotay_record_get (self->campaign, SOTAY_CAMPAIGN_TITLE));
  sotay_field_row_set_text (self->deadline_row, formatted);
}

GtkWidget *
sotay_campaign_dialog_new (GtkWindow *parent, SotayServices *services, SotayRecord *campaign)
{
  SotayCampaignDialog *self = g_object_new (SOTAY_TYPE_CAMPAIGN_DIALOG, "transient-for", parent, NULL);

  g_set_object (&self->services, services);
  g_set_object (&self->campaign, campaign);
  fill_utilities (self);
  fill_employments (self);
  if (campaign != NULL)
    fill_fields (self);
  check_utilities (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
  return GTK_WIDGET (self);
}
