#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, as a ward officer does it, in the real program: look up, hand out the guide, keep the register."""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'support'))
from job import Job  # noqa: E402  (the path must be there first)
from person import ask, write_settings, xdotool  # noqa: E402
from web import WebServer, make_pdf  # noqa: E402

PAGES = 34
PADDING = 1500000
MANUAL = 'HDSO_VNeID.pdf'
UNIT = 'Công an phường Láng Hạ'
PEOPLE = [('Nguyễn Thị Ánh', '1980', 'Công chức tư pháp'), ('Trần Văn Bình', '05/3/1975', 'Chủ tịch'),
          ('Lê Thị Yến', '1991', 'Văn phòng')]
ROSTER = ['Lê Văn Cường', 'Phạm Thị Dung', 'Hoàng Văn Em', 'Vũ Thị Giang', 'Đặng Văn Hùng', 'Bùi Thị Lan',
          'Đỗ Văn Minh', 'Hồ Thị Nga', 'Ngô Văn Phúc', 'Dương Thị Quỳnh']


class MainJob(Job):
    def __init__(self, folder, web):
        super().__init__(folder)
        self.web = web
        self.kept = None  # what was in the register when the program was left

    def start(self):
        """the program starts and shows the utilities in Vietnamese"""
        write_settings(self.home, manual_address=self.web.address(MANUAL))
        self.open_window()
        self.person.find('page tab', 'Tiện ích')
        self.person.find('page tab', 'Cẩm nang')

    def search(self):
        """typing “ho khau” finds “Hộ khẩu”"""
        self.person.find(None, re.compile('Tìm tiện ích'))
        self.person.press('ctrl+f')
        self.person.type('ho khau')
        results = self.person.find('list', 'Kết quả tìm')
        self.person.reads('Hộ khẩu', within=results)

    def read(self):
        """the article of “Hộ khẩu” opens"""
        results = self.person.find('list', 'Kết quả tìm')
        self.person.click(self.person.find('label', re.compile('Hộ khẩu'), within=results))
        self.person.reads(re.compile('^U10 · Mức độ 2$'))
        self.person.reads('Các bước')

    def scan(self):
        """the QR code on the screen is the address of the manual"""
        self.person.press('alt+2')
        self.person.find('push button', re.compile('Tải cẩm nang'))
        expected = self.web.address(MANUAL)
        self.picture_until('code', lambda picture: expected in scan_codes(picture))

    def download(self):
        """the manual is downloaded, and its pages and size are shown"""
        self.person.click_on('push button', re.compile('Tải cẩm nang'))
        self.see_copy()

    def see_copy(self):
        self.person.reads(re.compile(rf'\b{PAGES} trang'))
        self.person.reads(re.compile(r'\b1,5 MB'))

    def add_unit(self):
        """a unit is added"""
        self.person.press('alt+3')
        self.person.click_on('push button', re.compile('Thêm đơn vị của bạn'))
        self.person.write_in('Tên đơn vị', UNIT)
        self.person.click_on('push button', 'Lưu')
        self.person.reads('Chưa có ai phải tập huấn')

    def add_people(self):
        """three people are added"""
        for name, birth, position in PEOPLE:
            self.person.click_on('push button', re.compile('Thêm người'))
            self.person.write_in('Họ và tên', name)
            self.person.write_in(re.compile('Năm sinh'), birth)
            self.person.write_in('Chức vụ', position)
            self.person.click_on('push button', 'Lưu')
            self.person.gone(None, re.compile('Năm sinh hoặc'))
            self.person.find('label', name)
        self.person.reads('Còn lại 3 người')

    def import_roster(self):
        """ten people are imported from a CSV file, with a look at them before"""
        roster = self.folder / 'danh-sach.csv'
        rows = [f'{name},{1970 + number},Cán bộ' for number, name in enumerate(ROSTER)]
        roster.write_text('\n'.join(['Họ và tên,Năm sinh,Chức vụ', *rows]) + '\n', encoding='utf-8')
        self.person.click_on(None, 'Nhập, xuất')
        self.person.click_on('menu item', re.compile('Nhập từ tệp'))
        self.person.choose_file(roster)
        self.person.find('label', ROSTER[0])
        self.person.click_on('push button', 'Nhập 10 người')
        self.person.reads('Còn lại 13 người')

    def order(self):
        """the list is in the order of given names"""
        shown = [name for name in self.names() if name in ROSTER + [person[0] for person in PEOPLE]]
        expected = ['Nguyễn Thị Ánh', 'Trần Văn Bình', *ROSTER, 'Lê Thị Yến']
        assert shown == expected[:len(shown)] and len(shown) >= 8, shown

    def names(self):
        return [label.get_name() for label in self.person.look('label')]

    def paste(self):
        """the list is copied as for a spreadsheet, and pasted again: there is nobody new in it"""
        self.person.point(self.person.find('label', 'Nguyễn Thị Ánh'))
        self.person.reads('Đã chọn 1 người')
        self.person.press('ctrl+a')
        self.person.reads('Đã chọn 13 người')
        self.person.press('ctrl+c')
        self.person.press('ctrl+v')
        self.person.find('push button', 'Nhập 0 người')
        self.person.press('Escape')
        self.person.gone('push button', 'Nhập 0 người')

    def edit_in_row(self):
        """a position is changed in the list itself"""
        self.person.point(self.person.find('label', 'Lê Văn Cường'), times=2)
        self.person.write_in('Chức vụ', 'Thủ quỹ')
        self.person.press('Return')
        self.person.find('label', 'Thủ quỹ')
        positions = [person['position'] for person in ask(self.home, 'staff', 'list')]
        assert positions.count('Thủ quỹ') == 1, positions

    def mark(self):
        """four people are marked as trained, and the percentage says so"""
        self.person.point(self.person.find('label', 'Nguyễn Thị Ánh'))
        self.person.reads('Đã chọn 1 người')
        xdotool('keydown', 'shift')
        self.person.point(self.person.find('label', 'Phạm Thị Dung'))
        xdotool('keyup', 'shift')
        self.person.reads('Đã chọn 4 người')
        self.person.click_on('push button', re.compile('^Đánh dấu đã tập huấn'))
        self.person.click_on('push button', 'Đánh dấu')
        self.person.reads('30,77 %')
        self.person.reads('Còn lại 9 người')

    def undo(self):
        """Ctrl+Z takes the marks away again, and Ctrl+Shift+Z brings them back"""
        self.person.press('ctrl+z')
        self.person.reads('Còn lại 13 người')
        self.person.press('ctrl+shift+z')
        self.person.reads('Còn lại 9 người')
        self.person.press('ctrl+z')
        self.person.reads('Còn lại 13 người')

    def leave(self):
        """the program quits"""
        self.kept = self.read_register()
        assert len(self.kept[0]) == len(PEOPLE) + len(ROSTER), self.kept
        assert [unit['name'] for unit in self.kept[1]] == [UNIT], self.kept
        self.person.quit()

    def read_register(self):
        return [ask(self.home, 'staff', 'list'), ask(self.home, 'unit', 'list')]

    def come_back(self):
        """started again, all is as it was"""
        self.open_window()
        self.person.reads(re.compile(UNIT))
        self.person.reads('Còn lại 13 người')
        self.person.find('label', 'Nguyễn Thị Ánh')
        self.person.press('alt+2')
        self.see_copy()
        self.person.press('alt+1')
        self.person.reads(re.compile('^U10 · Mức độ 2$'))
        assert self.read_register() == self.kept, self.read_register()
        self.person.quit()

    STEPS = [start, search, read, scan, download, add_unit, add_people, import_roster, order, paste, edit_in_row, mark,
             undo, leave, come_back]


def scan_codes(picture):
    """The texts of the QR codes of a picture."""
    done = subprocess.run(['zbarimg', '--quiet', '--raw', str(picture)], capture_output=True, text=True, check=False)
    return done.stdout.splitlines()


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / 'web').mkdir()
        (folder / 'web' / MANUAL).write_bytes(make_pdf(PAGES, PADDING))
        with WebServer(folder / 'web') as web:
            job = MainJob(folder, web)
            try:
                return job.run()
            finally:
                job.end()


if __name__ == '__main__':
    sys.exit(main())
