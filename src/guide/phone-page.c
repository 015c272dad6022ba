/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/phone-page.h"

#include "core/numbers.h"

static const char page[] =
  "<!DOCTYPE html>\n"
  "<html lang=\"vi\">\n"
  "<head>\n"
  "<meta charset=\"utf-8\">\n"
  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
  "<meta name=\"color-scheme\" content=\"light dark\">\n"
  "<title>Cẩm nang sử dụng VNeID</title>\n"
  "<style>\n"
  ":root { color-scheme: light dark; }\n"
  "body { font: 18px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 32px 20px; max-width: 32em;\n"
  "  background: #ffffff; color: #1d1d1d; }\n"
  "h1 { font-size: 28px; line-height: 1.25; margin: 0 0 8px; }\n"
  "a { display: block; margin: 28px 0; padding: 20px 16px; border-radius: 14px; background: #8c3b2e; color: #ffffff;\n"
  "  font-size: 22px; font-weight: bold; text-align: center; text-decoration: none; }\n"
  "a:focus-visible { outline: 4px solid #1c71d8; outline-offset: 3px; }\n"
  ".file { font-size: 20px; margin: 0; }\n"
  ".note { border-top: 1px solid #8888; margin-top: 32px; padding-top: 16px; font-size: 16px; }\n"
  "@media (prefers-color-scheme: dark) { body { background: #1e1e1e; color: #f2f2f2; } a { background: #b35443; } }\n"
  "</style>\n"
  "</head>\n"
  "<body>\n"
  "<main>\n"
  "<h1>Cẩm nang sử dụng VNeID</h1>\n"
  "<p class=\"file\">Tệp PDF, %s, %s trang</p>\n"
  "<a href=\"%s\" download>Tải cẩm nang</a>\n"
  "<p>Tải xong, mở tệp trong mục “Tải xuống” của điện thoại. Sau đó xem được cả khi không có mạng.</p>\n"
  "<p class=\"note\">Máy tính trong phòng này phát tệp qua mạng nội bộ, không tốn dung lượng internet. Đây không phải "
  "trang chính thức của VNeID và không hỏi thông tin cá nhân của bạn.</p>\n"
  "</main>\n"
  "</body>\n"
  "</html>\n";

char *
sotay_phone_page_write (const char *link, gint64 bytes, guint pages)
{
  g_autofree char *size = sotay_size_format (bytes);
  g_autofree char *count = sotay_number_format (pages);
  g_autofree char *escaped = g_markup_escape_text (link, -1);

  return g_strdup_printf (page, size, count, escaped);
}
