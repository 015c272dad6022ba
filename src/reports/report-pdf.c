/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/report-pdf.h"

#include "core/dates.h"
#include "register/register-error.h"
#include "reports/clean-text.h"
#include "reports/output-file.h"
#include "reports/page-layout.h"
#include "reports/pdf-catalog.h"

#include <cairo-pdf.h>

#define LEVELS 4

typedef struct
{
  SotayPageLayout *layout;
  SotayOutputFile *file;
  SotayPdfCatalog *catalog;
  GError *failure; /* the first of writing */
  cairo_surface_t *surface;
  int parents[LEVELS]; /* of the outline: the last entry of each level */
} Pdf;

static void
pdf_clear (Pdf *pdf)
{
  g_clear_pointer (&pdf->surface, cairo_surface_destroy);
  g_clear_pointer (&pdf->catalog, sotay_pdf_catalog_free);
  g_clear_pointer (&pdf->file, sotay_output_file_free);
  g_clear_object (&pdf->layout);
  g_clear_error (&pdf->failure);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pdf, pdf_clear)

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  Pdf *pdf = closure;

  sotay_pdf_catalog_watch (pdf->catalog, data, length);
  if (pdf->failure == NULL && sotay_output_file_write (pdf->file, data, length, &pdf->failure))
    return CAIRO_STATUS_SUCCESS;
  return CAIRO_STATUS_WRITE_ERROR;
}

static void
set_text (Pdf *pdf, cairo_pdf_metadata_t which, const char *text)
{
  g_autofree char *clean = text != NULL ? sotay_report_clean (text) : NULL;

  if (clean != NULL)
    cairo_pdf_surface_set_metadata (pdf->surface, which, clean);
}

static void
describe (Pdf *pdf, SotayReport *report)
{
  g_autofree char *title = sotay_report_get_title (report);
  GDate dated = g_date_valid (&report->dated) ? report->dated : sotay_date_today ();
  g_autofree char *day = sotay_date_to_iso (&dated);
  g_autofree char *time = g_strconcat (day, "T00:00:00+07:00", NULL);

  set_text (pdf, CAIRO_PDF_METADATA_TITLE, title);
  set_text (pdf, CAIRO_PDF_METADATA_AUTHOR, report->author);
  set_text (pdf, CAIRO_PDF_METADATA_SUBJECT, report->number);
  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_KEYWORDS, "VNeID, tập huấn");
  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_CREATOR, "Sổ tay VNeID " SOTAY_VERSION);
  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

static void
add_outline_cb (guint level, const char *text, guint page, double y, gpointer data)
{
  Pdf *pdf = data;
  g_autofree char *target = g_strdup_printf ("page=%u pos=[0 %d]", page + 1, (int) y);
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  level = MIN (level, LEVELS - 1);
  for (guint i = 0; i < level; i++)
    if (pdf->parents[i] != CAIRO_PDF_OUTLINE_ROOT)
      parent = pdf->parents[i];
  pdf->parents[level] = cairo_pdf_surface_add_outline (pdf->surface, parent, text, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  for (guint i = level + 1; i < LEVELS; i++)
    pdf->parents[i] = CAIRO_PDF_OUTLINE_ROOT;
}

/* All that is told is within one element, from the first page to the last. */
static void
draw_page (Pdf *pdf, guint page)
{
  gboolean last = page + 1 == sotay_page_layout_get_n_pages (pdf->layout);
  double width, height;
  cairo_t *cr;

  sotay_page_layout_get_page_size (pdf->layout, page, &width, &height);
  cairo_pdf_surface_set_size (pdf->surface, width, height);
  cr = cairo_create (pdf->surface);
  if (page == 0)
    cairo_tag_begin (cr, "Document", NULL);
  sotay_page_layout_draw (pdf->layout, page, cr);
  if (last)
    cairo_tag_end (cr, "Document");
  cairo_show_page (cr);
  cairo_destroy (cr);
}

static gboolean
check (Pdf *pdf, cairo_status_t status, GError **error)
{
  if (pdf->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&pdf->failure));
      return FALSE;
    }
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_WRITE, cairo_status_to_string (status));
  return FALSE;
}

static gboolean
draw_pages (Pdf *pdf, const SotayAdvance *advance, GCancellable *cancellable, GError **error)
{
  guint n_pages = sotay_page_layout_get_n_pages (pdf->layout);

  for (guint i = 0; i < n_pages; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      draw_page (pdf, i);
      if (!check (pdf, cairo_surface_status (pdf->surface), error))
        return FALSE;
      sotay_advance_tell (advance, i + 1, n_pages);
    }
  return TRUE;
}

static gboolean
amend (Pdf *pdf, GError **error)
{
  GString *added = sotay_pdf_catalog_amend (pdf->catalog);
  gboolean good = added == NULL || sotay_output_file_write (pdf->file, added->str, added->len, error);

  if (added != NULL)
    g_string_free (added, TRUE);
  return good;
}

static gboolean
write_pages (Pdf *pdf, SotayReport *report, const SotayAdvance *advance, GCancellable *cancellable, GError **error)
{
  double width, height;
  gboolean good;

  sotay_page_layout_get_page_size (pdf->layout, 0, &width, &height);
  pdf->surface = cairo_pdf_surface_create_for_stream (write_cb, pdf, width, height);
  describe (pdf, report);
  for (guint i = 0; i < LEVELS; i++)
    pdf->parents[i] = CAIRO_PDF_OUTLINE_ROOT;
  sotay_page_layout_foreach_heading (pdf->layout, add_outline_cb, pdf);
  good = draw_pages (pdf, advance, cancellable, error);
  cairo_surface_finish (pdf->surface);
  return good && check (pdf, cairo_surface_status (pdf->surface), error) && amend (pdf, error)
         && sotay_output_file_finish (pdf->file, error);
}

gboolean
sotay_report_write_pdf (SotayReport *report, const char *path, const SotayAdvance *advance, GCancellable *cancellable,
                        GError **error)
{
  g_auto (Pdf) pdf = { 0 };

  pdf.layout = sotay_page_layout_new (report, cancellable, error);
  if (pdf.layout == NULL)
    return FALSE;
  pdf.file = sotay_output_file_new (path, error);
  if (pdf.file == NULL)
    return FALSE;
  pdf.catalog = sotay_pdf_catalog_new ();
  return write_pages (&pdf, report, advance, cancellable, error);
}
