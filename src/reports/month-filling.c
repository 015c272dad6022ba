/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/month-filling.h"

#include "core/dates.h"
#include "register/campaign.h"
#include "reports/month-measures.h"

#define SHARE_RULE "Số người của chỉ tiêu này chia cho số người phải tập huấn, tính đến ngày %s."

static gboolean
is_corrected (GPtrArray *corrections, const char *name)
{
  for (guint i = 0; i < corrections->len; i++)
    {
      const SotayCorrection *correction = corrections->pdata[i];

      if (correction->unit_id == NULL && g_str_equal (correction->name, name))
        return TRUE;
    }
  return FALSE;
}

/* Those behind a figure; nobody when the register counts others by now than the figure tells. */
static SotayStaffQuery *
make_query (SotayMonthFilling *filling, SotayFrozenMonth *frozen, const SotayMonthMeasure *measure)
{
  SotayMonthData *data = filling->data;
  const char *unit_id = data->unit != NULL ? sotay_unit_get_id (data->unit) : NULL;

  if (measure == NULL || measure->scope < 0
      || is_corrected (frozen == data->before ? data->corrections : data->late, measure->name))
    return NULL;
  return sotay_staff_query_new (unit_id, (SotayStaffScope) measure->scope, NULL, sotay_frozen_month_get_day (frozen));
}

/* @rule holds one "%s". */
static char *
make_rule (const char *rule, SotayFrozenMonth *frozen)
{
  g_autofree char *day = sotay_date_format (sotay_frozen_month_get_day (frozen));
  g_auto (GStrv) pieces = g_strsplit (rule, "%s", 2);

  return g_strjoinv (day, pieces);
}

static SotayReportFigure *
make_figure (SotayMonthFilling *filling, const char *name, SotayFrozenMonth *frozen, const SotayMonthMeasure *measure)
{
  g_autoptr (SotayStaffQuery) people = make_query (filling, frozen, measure);
  g_autofree char *rule = make_rule (measure->rule, frozen);

  return sotay_report_figure_new_count (name, sotay_frozen_month_get (frozen, measure->name), people, rule);
}

static SotayReportFigure *
make_share (SotayMonthFilling *filling, const char *name, SotayFrozenMonth *frozen, const char *part, const char *whole)
{
  g_autoptr (SotayStaffQuery) people = make_query (filling, frozen, sotay_month_measures_find (part));
  g_autofree char *rule = make_rule (SHARE_RULE, frozen);

  return sotay_report_figure_new_share (name, sotay_frozen_month_get (frozen, part),
                                        sotay_frozen_month_get (frozen, whole), people, rule);
}

static int
find_figure (SotayReport *report, const char *name)
{
  for (guint i = 0; i < report->figures->len; i++)
    if (g_str_equal (((SotayReportFigure *) report->figures->pdata[i])->name, name))
      return (int) i;
  return -1;
}

int
sotay_month_filling_use_figure (SotayMonthFilling *filling, const char *prefix, SotayFrozenMonth *frozen,
                                const char *name)
{
  g_autofree char *full = g_strconcat (prefix != NULL ? prefix : "", name, NULL);
  const SotayMonthMeasure *measure = sotay_month_measures_find (name);
  int index = find_figure (filling->report, full);

  if (index >= 0)
    return index;
  if (measure != NULL)
    return sotay_report_add_figure (filling->report, make_figure (filling, full, frozen, measure));
  return sotay_report_add_figure (filling->report, sotay_report_figure_new_count (full,
                                                                                  sotay_frozen_month_get (frozen, name),
                                                                                  NULL, NULL));
}

int
sotay_month_filling_use_share (SotayMonthFilling *filling, const char *prefix, SotayFrozenMonth *frozen,
                               const char *name, const char *of)
{
  g_autofree char *full = g_strconcat (prefix != NULL ? prefix : "", "ty-le/", name, NULL);
  int index = find_figure (filling->report, full);

  return index >= 0 ? index
                    : sotay_report_add_figure (filling->report, make_share (filling, full, frozen, name, of));
}

static void
add_counts (SotayMonthFilling *filling)
{
  SotayMonthData *data = filling->data;
  guint required = sotay_campaign_get_utilities (data->campaign);
  guint n_measures, n_required = 0;
  const SotayMonthMeasure *measures = sotay_month_measures_get (&n_measures);

  for (guint i = 0; i < n_measures; i++)
    sotay_template_filler_add_figure (filling->filler,
                                      make_figure (filling, measures[i].name, data->shown, &measures[i]));
  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    n_required += (required >> i) & 1;
  sotay_template_filler_add_figure (filling->filler, sotay_report_figure_new_count ("so-tien-ich", n_required, NULL,
                                                                             "Số tiện ích bắt buộc theo kế hoạch."));
  sotay_template_filler_add_figure (filling->filler,
                                    sotay_report_figure_new_count ("so-dinh-chinh", data->corrections->len, NULL,
                                                            "Số liệu tháng trước đã chốt, nay trong sổ khác đi."));
}

static void
add_shares (SotayMonthFilling *filling)
{
  static const struct
  {
    const char *name;
    const char *part;
  } shares[] = { { "ty-le-tap-huan", "da-tap-huan" }, { "ty-le-dat", "dat" } };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    sotay_template_filler_add_figure (filling->filler, make_share (filling, shares[i].name, filling->data->shown,
                                                                   shares[i].part, "phai-tap-huan"));
}

static const char *
get_field (SotayMonthData *data, SotayMonthlyField field)
{
  return data->record != NULL ? sotay_record_get (data->record, field) : NULL;
}

static GDate
find_date (SotayMonthData *data)
{
  const char *iso = get_field (data, SOTAY_MONTHLY_DATED);
  GDate day;

  if (iso == NULL)
    iso = get_field (data, SOTAY_MONTHLY_CLOSED_ON);
  return iso != NULL && sotay_date_parse_iso (iso, &day) ? day : data->today;
}

static void
add_texts (SotayMonthFilling *filling)
{
  SotayMonthData *data = filling->data;
  SotayIssuer *issuer = filling->order->issuer;
  const char *name = issuer->name != NULL || data->unit == NULL ? issuer->name : sotay_unit_get_name (data->unit);
  const char *deadline = data->campaign != NULL ? sotay_record_get (data->campaign, SOTAY_CAMPAIGN_DEADLINE) : NULL;
  g_autofree char *month = sotay_date_format_month (&data->month);
  g_autofree char *day = sotay_date_format (sotay_frozen_month_get_day (data->shown));
  g_autofree char *number = sotay_issuer_format_number (issuer, SOTAY_REPORT_MONTHLY,
                                                          get_field (data, SOTAY_MONTHLY_NUMBER));
  g_autofree char *dated = NULL;
  g_autofree char *place_and_date = NULL;
  g_autofree char *addressees = issuer->addressees != NULL ? g_strjoinv ("\n", issuer->addressees) : NULL;
  g_autofree char *due_by = deadline != NULL ? sotay_date_format_iso (deadline) : NULL;

  filling->report->dated = find_date (data);
  dated = sotay_date_format_long (&filling->report->dated);
  place_and_date = sotay_issuer_format_place_and_date (issuer, &filling->report->dated);
  sotay_template_filler_set_text (filling->filler, "thang", month);
  sotay_template_filler_set_text (filling->filler, "ngay-so-lieu", day);
  sotay_template_filler_set_text (filling->filler, "don-vi", sotay_issuer_or_dots (name));
  sotay_template_filler_set_text (filling->filler, "so-ky-hieu", number);
  sotay_template_filler_set_text (filling->filler, "dia-danh-ngay", place_and_date);
  sotay_template_filler_set_text (filling->filler, "ngay-ky", dated);
  sotay_template_filler_set_text (filling->filler, "noi-nhan-bao-cao", sotay_issuer_or_dots (addressees));
  sotay_template_filler_set_text (filling->filler, "thoi-han", due_by);
}

void
sotay_month_filling_add_figures (SotayMonthFilling *filling)
{
  add_counts (filling);
  add_shares (filling);
  add_texts (filling);
}
