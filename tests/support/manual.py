# SPDX-License-Identifier: GPL-3.0-or-later
"""A manual as ministries publish them: Vietnamese text, an outline, a list of contents with links, drawings of a
telephone; made anew for each test, so that no stranger's document is needed."""
import io

import cairo

WIDTH, HEIGHT = 595, 842
MARGIN = 64
PLAIN, BOLD = cairo.FONT_WEIGHT_NORMAL, cairo.FONT_WEIGHT_BOLD
RED = (0.55, 0.23, 0.18)
BLACK = (0.1, 0.1, 0.1)

UTILITIES = [
    'Thông tin cá nhân', 'Đăng nhập dịch vụ công trực tuyến', 'Thông báo lưu trú',
    'Phản ánh, kiến nghị về an ninh trật tự', 'Nhận thông báo', 'Tin tức, cảnh báo thủ đoạn tội phạm',
    'Chia sẻ dữ liệu', 'Đổi số điện thoại trực tuyến', 'Xác thực khi đổi thiết bị', 'Thông tin cư trú',
    'Thẻ căn cước', 'Người phụ thuộc', 'Giấy phép lái xe, đăng ký xe', 'Thẻ bảo hiểm y tế',
    'Quá trình tham gia bảo hiểm xã hội', 'Sổ sức khỏe điện tử',
]
STEPS = ['Mở ứng dụng VNeID và đăng nhập bằng số định danh cá nhân.', 'Ở trang chủ, chọn mục “{title}”.',
         'Nhập mật khẩu (passcode) gồm 6 chữ số để xem thông tin.',
         'Kiểm tra thông tin hiển thị; nếu sai, liên hệ công an cấp xã để được cập nhật.']


class Writer:
    def __init__(self, target):
        self.surface = cairo.PDFSurface(target, WIDTH, HEIGHT)
        self.surface.set_metadata(cairo.PDFMetadata.TITLE, 'Hướng dẫn sử dụng VNeID')
        self.cr = cairo.Context(self.surface)
        self.page = 1

    def text(self, x, y, text, size=12, weight=PLAIN, colour=BLACK):
        self.cr.select_font_face('DejaVu Sans', cairo.FONT_SLANT_NORMAL, weight)
        self.cr.set_font_size(size)
        self.cr.set_source_rgb(*colour)
        self.cr.move_to(x, y)
        self.cr.show_text(text)

    def telephone(self, x, y, title):
        """A drawing of a screen, as manuals have them."""
        self.cr.set_source_rgb(0.85, 0.85, 0.87)
        self.cr.rectangle(x, y, 150, 280)
        self.cr.fill()
        self.cr.set_source_rgb(*RED)
        self.cr.rectangle(x, y, 150, 36)
        self.cr.fill()
        self.text(x + 10, y + 23, title[:18], 10, BOLD, (1, 1, 1))
        for row in range(4):
            self.cr.set_source_rgb(1, 1, 1)
            self.cr.rectangle(x + 10, y + 50 + 54 * row, 130, 42)
            self.cr.fill()

    def end_page(self):
        self.text(WIDTH / 2 - 8, HEIGHT - 32, str(self.page), 10)
        self.surface.show_page()
        self.page += 1


def write_contents(writer, pages):
    writer.text(MARGIN, 90, 'Mục lục', 22, BOLD, RED)
    for number, (title, page) in enumerate(zip(UTILITIES, pages), 1):
        y = 130 + 30 * number
        writer.cr.tag_begin(cairo.TAG_LINK, f"page={page} pos=[0 0]")
        writer.text(MARGIN, y, f'{number}. {title}', 13)
        writer.cr.tag_end(cairo.TAG_LINK)
        writer.text(WIDTH - MARGIN - 20, y, str(page), 13)
    writer.cr.tag_begin(cairo.TAG_LINK, "uri='https://vneid.gov.vn/'")
    writer.text(MARGIN, 700, 'Trang thông tin: https://vneid.gov.vn/', 12, PLAIN, RED)
    writer.cr.tag_end(cairo.TAG_LINK)
    writer.end_page()


def write_utility(writer, number, title):
    """Two pages: the steps, and a drawing with a note."""
    writer.text(MARGIN, 90, f'{number}. {title}', 22, BOLD, RED)
    writer.text(MARGIN, 124, 'Các bước thực hiện', 14, BOLD)
    for step, words in enumerate(STEPS, 1):
        writer.text(MARGIN, 130 + 26 * step, f'Bước {step}. ' + words.format(title=title), 10.5)
    writer.telephone(MARGIN, 280, title)
    writer.telephone(MARGIN + 220, 280, title)
    writer.end_page()
    writer.text(MARGIN, 90, 'Lưu ý', 14, BOLD)
    writer.text(MARGIN, 116, f'Mục {number}: tài khoản định danh điện tử mức độ 2 mới dùng được đầy đủ.', 11)
    writer.end_page()


def make_manual(preface_pages=0):
    """The bytes of a manual: a title, so many pages of preface, the contents, then two pages for each of the 16
    utilities."""
    target = io.BytesIO()
    writer = Writer(target)
    contents = 2 + preface_pages
    first = [contents + 1 + 2 * number for number in range(len(UTILITIES))]
    root = cairo.PDF_OUTLINE_ROOT
    writer.text(MARGIN, 300, 'HƯỚNG DẪN SỬ DỤNG', 30, BOLD, RED)
    writer.text(MARGIN, 345, 'ỨNG DỤNG VNeID', 30, BOLD, RED)
    writer.text(MARGIN, 400, 'Tài liệu mẫu để kiểm thử, không phải bản chính thức', 12)
    writer.end_page()
    for number in range(preface_pages):
        writer.text(MARGIN, 90, f'Lời nói đầu {number + 1}', 16, BOLD)
        writer.end_page()
    writer.surface.add_outline(root, 'Mục lục', f'page={contents}', cairo.PDFOutlineFlags(0))
    write_contents(writer, first)
    chapter = writer.surface.add_outline(root, 'Các tiện ích', f'page={first[0]}', cairo.PDF_OUTLINE_FLAG_OPEN)
    for number, (title, page) in enumerate(zip(UTILITIES, first), 1):
        writer.surface.add_outline(chapter, f'{number}. {title}', f'page={page}', cairo.PDFOutlineFlags(0))
        write_utility(writer, number, title)
    writer.surface.finish()
    return target.getvalue()

