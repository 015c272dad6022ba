/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/docx-document.h"

#include "guide/qr-writer.h"
#include "reports/clean-text.h"

#define EMU_PER_MILLIMETRE 36000
#define DOTS_PER_MILLIMETRE 12 /* 300 a sheet's inch */
#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"

static void
free_picture (gpointer data)
{
  SotayDocxPicture *picture = data;

  g_bytes_unref (picture->bytes);
  g_free (picture->words);
  g_free (picture);
}

static SotayDocxPicture *
draw_qr (const SotayBlock *block)
{
  g_autoptr (SotayQrSymbol) symbol = sotay_qr_symbol_new (block->text, NULL);
  g_autoptr (GBytes) bytes = NULL;
  SotayDocxPicture *picture;

  if (symbol == NULL)
    return NULL;
  bytes = sotay_qr_write_png (symbol, (guint) (block->size * DOTS_PER_MILLIMETRE), NULL);
  if (bytes == NULL)
    return NULL;
  picture = g_new0 (SotayDocxPicture, 1);
  picture->bytes = g_steal_pointer (&bytes);
  picture->block = block;
  picture->width = picture->height = block->size;
  picture->words = g_strdup_printf ("Mã QR: %s", block->text);
  return picture;
}

GPtrArray *
sotay_docx_list_pictures (SotayReport *report)
{
  GPtrArray *pictures = g_ptr_array_new_with_free_func (free_picture);

  for (guint i = 0; i < report->parts->len; i++)
    {
      const SotayReportPart *part = report->parts->pdata[i];

      for (guint j = 0; j < part->blocks->len; j++)
        {
          const SotayBlock *block = part->blocks->pdata[j];
          SotayDocxPicture *picture = block->kind == SOTAY_BLOCK_QR ? draw_qr (block) : NULL;

          if (picture != NULL)
            g_ptr_array_add (pictures, picture);
        }
    }
  return pictures;
}

static void
write_extent (xmlTextWriter *xml, const char *element, const SotayDocxPicture *picture)
{
  sotay_docx_open (xml, element);
  sotay_docx_set_number (xml, "cx", (gint64) (picture->width * EMU_PER_MILLIMETRE));
  sotay_docx_set_number (xml, "cy", (gint64) (picture->height * EMU_PER_MILLIMETRE));
  sotay_docx_close (xml);
}

static void
write_name (xmlTextWriter *xml, const char *element, const SotayDocxPicture *picture, guint id)
{
  g_autofree char *words = sotay_report_clean (picture->words);
  g_autofree char *name = g_strdup_printf ("Picture %u", id);

  sotay_docx_open (xml, element);
  sotay_docx_set_number (xml, "id", id);
  sotay_docx_set (xml, "name", name);
  sotay_docx_set (xml, "descr", words);
  sotay_docx_close (xml);
}

static void
write_fill (xmlTextWriter *xml, guint id)
{
  g_autofree char *relation = g_strdup_printf ("rId%u", id);

  sotay_docx_open (xml, "pic:blipFill");
  sotay_docx_open (xml, "a:blip");
  sotay_docx_set (xml, "r:embed", relation);
  sotay_docx_close (xml);
  sotay_docx_open (xml, "a:stretch");
  sotay_docx_add (xml, "a:fillRect", NULL);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
}

static void
write_shape (xmlTextWriter *xml, const SotayDocxPicture *picture)
{
  sotay_docx_open (xml, "pic:spPr");
  sotay_docx_open (xml, "a:xfrm");
  sotay_docx_open (xml, "a:off");
  sotay_docx_set (xml, "x", "0");
  sotay_docx_set (xml, "y", "0");
  sotay_docx_close (xml);
  write_extent (xml, "a:ext", picture);
  sotay_docx_close (xml);
  sotay_docx_open (xml, "a:prstGeom");
  sotay_docx_set (xml, "prst", "rect");
  sotay_docx_add (xml, "a:avLst", NULL);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
}

static void
write_graphic (xmlTextWriter *xml, const SotayDocxPicture *picture, guint id)
{
  sotay_docx_open (xml, "a:graphic");
  sotay_docx_set (xml, "xmlns:a", DRAWING "main");
  sotay_docx_open (xml, "a:graphicData");
  sotay_docx_set (xml, "uri", DRAWING "picture");
  sotay_docx_open (xml, "pic:pic");
  sotay_docx_set (xml, "xmlns:pic", DRAWING "picture");
  sotay_docx_open (xml, "pic:nvPicPr");
  write_name (xml, "pic:cNvPr", picture, id);
  sotay_docx_add (xml, "pic:cNvPicPr", NULL);
  sotay_docx_close (xml);
  write_fill (xml, id);
  write_shape (xml, picture);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
}

void
sotay_docx_write_picture (xmlTextWriter *xml, const SotayDocxPicture *picture, guint id)
{
  sotay_docx_begin_paragraph (xml, SOTAY_DOCX_CENTRED);
  sotay_docx_open (xml, "w:r");
  sotay_docx_open (xml, "w:drawing");
  sotay_docx_open (xml, "wp:inline");
  sotay_docx_set (xml, "xmlns:wp", DRAWING "wordprocessingDrawing");
  sotay_docx_set (xml, "distT", "0");
  sotay_docx_set (xml, "distB", "0");
  sotay_docx_set (xml, "distL", "0");
  sotay_docx_set (xml, "distR", "0");
  write_extent (xml, "wp:extent", picture);
  write_name (xml, "wp:docPr", picture, id);
  write_graphic (xml, picture, id);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
}
