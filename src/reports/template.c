/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/template.h"

#include "reports/report-error.h"
#include "reports/template-line.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCES "/io/github/sotay_vneid/SotayVneid/reports/"
#define LARGEST_FILE (256 * 1024)
#define MOST_LINES 2000 /* that say something: what each of them makes is laid out, and takes its time */

extern void sotay_templates_register_resource (void);

struct _SotayTemplate
{
  GArray *lines; /* SotayTemplateLine */
};

static const char *const file_names[SOTAY_REPORT_N_KINDS] = {
  [SOTAY_REPORT_MONTHLY] = "bao-cao-thang.mau",
  [SOTAY_REPORT_PARTICIPANTS] = "danh-sach-tham-gia.mau",
  [SOTAY_REPORT_MINUTES] = "bien-ban.mau",
  [SOTAY_REPORT_UNTRAINED] = "danh-sach-chua-tap-huan.mau",
  [SOTAY_REPORT_CONFIRMATION] = "giay-xac-nhan.mau",
  [SOTAY_REPORT_PLAN] = "ke-hoach.mau",
  [SOTAY_REPORT_POSTER] = "ap-phich.mau",
  [SOTAY_REPORT_HANDOUT] = "to-phat.mau",
  [SOTAY_REPORT_CERTIFICATE] = "giay-chung-nhan.mau",
};

static SotayTemplate *
template_new (void)
{
  SotayTemplate *template = g_new0 (SotayTemplate, 1);

  template->lines = g_array_new (FALSE, TRUE, sizeof (SotayTemplateLine));
  g_array_set_clear_func (template->lines, (GDestroyNotify) sotay_template_line_clear);
  return template;
}

void
sotay_template_free (SotayTemplate *template)
{
  g_array_unref (template->lines);
  g_free (template);
}

const char *
sotay_template_get_file_name (SotayReportKind kind)
{
  g_return_val_if_fail (kind < SOTAY_REPORT_N_KINDS, NULL);
  return file_names[kind];
}

static void
say_place (const char *name, guint number, GError **error)
{
  g_prefix_error (error, "%s:%u: ", name, number);
}

SotayTemplate *
sotay_template_parse (const char *text, gsize length, const char *name, const SotayTemplateNames *known,
                      GError **error)
{
  g_autoptr (SotayTemplate) template = template_new ();
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) lines = NULL;
  const char *end;

  if (!g_utf8_validate (text, (gssize) length, &end))
    {
      guint number = 1;

      for (const char *place = text; place < end; place++)
        number += *place == '\n';
      g_set_error_literal (error, SOTAY_REPORT_ERROR, SOTAY_REPORT_ERROR_TEMPLATE, "UTF-8");
      say_place (name, number, error);
      return NULL;
    }
  lines = g_strsplit (g_str_has_prefix (copy, "\xef\xbb\xbf") ? copy + 3 : copy, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      SotayTemplateLine line = { 0 };

      g_strchomp (lines[i]);
      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      if (template->lines->len == MOST_LINES)
        g_set_error (error, SOTAY_REPORT_ERROR, SOTAY_REPORT_ERROR_TEMPLATE, "> %d", MOST_LINES);
      else if (sotay_template_line_parse (lines[i], known, &line, error))
        {
          g_array_append_val (template->lines, line);
          continue;
        }
      say_place (name, i + 1, error);
      return NULL;
    }
  return g_steal_pointer (&template);
}

GBytes *
sotay_template_get_built_in (SotayReportKind kind)
{
  g_autofree char *path = g_strconcat (RESOURCES, sotay_template_get_file_name (kind), NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  sotay_templates_register_resource ();
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  return bytes;
}

/* Returns FALSE on error; else @bytes is NULL when there is no such file. */
static gboolean
read_own (const char *path, GBytes **bytes, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, "standard::type,standard::size", G_FILE_QUERY_INFO_NONE, NULL,
                                                  NULL);
  char *text = NULL;
  gsize length;

  *bytes = NULL;
  if (info == NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
      || g_file_info_get_size (info) > LARGEST_FILE || !g_file_get_contents (path, &text, &length, NULL))
    {
      g_set_error_literal (error, SOTAY_REPORT_ERROR, SOTAY_REPORT_ERROR_TEMPLATE_UNREADABLE, path);
      return FALSE;
    }
  *bytes = g_bytes_new_take (text, length);
  return TRUE;
}

SotayTemplate *
sotay_template_load (SotayReportKind kind, const char *folder, const SotayTemplateNames *known, GError **error)
{
  const char *name = sotay_template_get_file_name (kind);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *text;
  gsize length;

  if (path != NULL && !read_own (path, &bytes, error))
    return NULL;
  if (bytes == NULL)
    bytes = sotay_template_get_built_in (kind);
  text = g_bytes_get_data (bytes, &length);
  return sotay_template_parse (text, length, name, known, error);
}

void
sotay_template_fill (SotayTemplate *template, SotayTemplateFiller *filler)
{
  for (guint i = 0; i < template->lines->len; i++)
    sotay_template_filler_add_line (filler, &g_array_index (template->lines, SotayTemplateLine, i));
  sotay_template_filler_finish (filler);
}
