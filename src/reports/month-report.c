/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/month-report.h"

#include "reports/clean-text.h"
#include "reports/inspector.h"
#include "reports/month-filling.h"
#include "reports/month-words.h"

/* What a thread works with: a copy of an order, all its own. */
typedef struct
{
  SotayMonthOrder order;
  char *unit_id;
  char *templates;
  char **utilities;
} Request;

static const char *const values[] = {
  "thang", "ngay-so-lieu", "don-vi", "so-ky-hieu", "dia-danh-ngay", "ngay-ky", "noi-nhan-bao-cao", "thoi-han",
  "phai-tap-huan", "da-tap-huan", "chua-tap-huan", "dat", "moi-tap-huan", "ty-le-tap-huan", "ty-le-dat",
  "so-lop", "luot-nguoi", "so-nguoi", "so-lop-luy-ke", "luot-nguoi-luy-ke", "so-nguoi-luy-ke",
  "so-dot-tuyen-truyen", "luot-tuyen-truyen", "so-dot-tuyen-truyen-luy-ke", "luot-tuyen-truyen-luy-ke",
  "so-vuong-mac", "so-de-xuat", "so-tien-ich", "so-dinh-chinh", NULL,
};

static const struct
{
  const char *name;
  SotayTemplateBlockFunc func;
} made[] = {
  { "bang-tong-hop", sotay_month_add_summary_table },   { "bang-tien-ich", sotay_month_add_utility_table },
  { "bang-lop", sotay_month_add_session_table },        { "bang-tuyen-truyen", sotay_month_add_outreach_table },
  { "bang-dinh-chinh", sotay_month_add_correction_table }, { "bang-don-vi", sotay_month_add_unit_table },
  { "bieu-do-tien-do", sotay_month_add_progress_chart }, { "bieu-do-don-vi", sotay_month_add_unit_chart },
  { "bieu-do-tien-ich", sotay_month_add_utility_chart },
};

static const char *const blocks[] = {
  "bang-tong-hop", "bang-tien-ich", "bang-lop", "bang-tuyen-truyen", "bang-dinh-chinh", "bang-don-vi",
  "bieu-do-tien-do", "bieu-do-don-vi", "bieu-do-tien-ich", NULL,
};

static const char *const parts[] = { "chi-dao", "ket-qua", "kho-khan", "nhiem-vu", "de-xuat", NULL };

void
sotay_month_report_free (SotayMonthReport *report)
{
  sotay_month_data_free (report->data);
  sotay_report_unref (report->report);
  g_ptr_array_unref (report->findings);
  g_free (report);
}

const SotayTemplateNames *
sotay_month_report_get_names (void)
{
  static const SotayTemplateNames names = { values, blocks, parts };

  return &names;
}

/* A unit issues its own report where the settings name nobody. */
static void
set_head (SotayReport *report, SotayMonthData *data, SotayIssuer *issuer)
{
  g_autofree char *name = NULL;

  sotay_issuer_fill_head (issuer, report);
  if (issuer->name != NULL || data->unit == NULL)
    return;
  name = sotay_report_clean (sotay_unit_get_name (data->unit));
  g_free (report->issuer);
  report->issuer = g_utf8_strup (name, -1);
  report->author = g_steal_pointer (&name);
}

SotayReport *
sotay_month_report_fill (SotayMonthData *data, const SotayMonthOrder *order, SotayTemplate *template)
{
  g_autoptr (SotayReport) report = sotay_report_new (SOTAY_REPORT_MONTHLY);
  g_autoptr (SotayTemplateFiller) filler = sotay_template_filler_new (report);
  SotayMonthFilling filling = { data, order, report, filler };

  sotay_month_filling_add_figures (&filling);
  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    sotay_template_filler_set_block (filler, made[i].name, made[i].func, &filling);
  for (guint i = SOTAY_MONTHLY_DIRECTION; i <= SOTAY_MONTHLY_PROPOSALS; i++)
    {
      g_autofree char *words = sotay_month_words_get (data, i);

      sotay_template_filler_set_part (filler, sotay_month_words_get_part (i), words);
    }
  set_head (report, data, order->issuer);
  sotay_template_fill (template, filler);
  if (report->recipients == NULL)
    sotay_issuer_fill_recipients (order->issuer, report);
  sotay_issuer_add_signature (order->issuer, report);
  return g_steal_pointer (&report);
}

SotayMonthReport *
sotay_month_report_build (SotayStore *store, const SotayMonthOrder *order, GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayTemplate) template = sotay_template_load (SOTAY_REPORT_MONTHLY, order->templates,
                                                            sotay_month_report_get_names (), error);
  SotayMonthReport *built;
  SotayMonthData *data;

  if (template == NULL)
    return NULL;
  data = sotay_month_data_load (store, &order->month, &order->today, order->unit_id, cancellable, error);
  if (data == NULL)
    return NULL;
  sotay_month_words_keep (data);
  built = g_new0 (SotayMonthReport, 1);
  built->data = data;
  built->report = sotay_month_report_fill (data, order, template);
  built->findings = sotay_inspector_inspect (data, built->report, order->issuer);
  return built;
}

static void
free_request (gpointer data)
{
  Request *request = data;

  sotay_issuer_unref (request->order.issuer);
  g_free (request->unit_id);
  g_free (request->templates);
  g_strfreev (request->utilities);
  g_free (request);
}

static Request *
copy_request (const SotayMonthOrder *order)
{
  Request *request = g_new0 (Request, 1);

  request->order = *order;
  request->order.issuer = sotay_issuer_ref (order->issuer);
  request->unit_id = g_strdup (order->unit_id);
  request->templates = g_strdup (order->templates);
  request->utilities = g_new0 (char *, SOTAY_N_UTILITIES + 1);
  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    request->utilities[i] = g_strdup (order->utilities[i]);
  request->order.unit_id = request->unit_id;
  request->order.templates = request->templates;
  request->order.utilities = (const char *const *) request->utilities;
  return request;
}

static void
build_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  SotayMonthReport *report = sotay_month_report_build (source, &request->order, cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) sotay_month_report_free);
  else
    g_task_return_error (task, error);
}

void
sotay_month_report_build_async (SotayStore *store, const SotayMonthOrder *order, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, data);

  g_task_set_source_tag (task, sotay_month_report_build_async);
  g_task_set_task_data (task, copy_request (order), free_request);
  g_task_run_in_thread (task, build_in_thread);
}

SotayMonthReport *
sotay_month_report_build_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
