#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading the manual, as a ward officer does it, in the real program: download, search, look up, mark, come back, and
go from a utility to its page; then a newer manual."""
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'support'))
from job import Job  # noqa: E402  (the path must be there first)
from manual import make_manual  # noqa: E402
from person import NotFound, ask, wait_for, write_settings  # noqa: E402
from web import WebServer  # noqa: E402

MANUAL = 'HDSO_VNeID.pdf'
PAGES = 34
RESIDENCE = 21  # the page of “10. Thông tin cư trú” in that manual


class ReadingJob(Job):
    def __init__(self, folder, web):
        super().__init__(folder)
        self.web = web

    def start(self):
        """without a copy, the view offers the download"""
        write_settings(self.home, manual_address=self.web.address(MANUAL), view='guide')
        self.open_window()
        self.person.find('push button', re.compile('Tải cẩm nang'))

    def download(self):
        """the manual is downloaded, and then the reader fills the view"""
        self.person.click_on('push button', re.compile('Tải cẩm nang'))
        self.person.find('text', f'Số trang, trong {PAGES} trang')
        self.see_page(1)

    def see_page(self, page):
        self.person.find(None, f'Trang {page} trên {PAGES}')

    def search(self):
        """typing “thong tin cu tru” finds “Thông tin cư trú” and says how often"""
        self.person.press('ctrl+f')
        self.person.type('thong tin cu tru')
        self.person.reads(re.compile(r'^1 / 5$'))
        self.person.find('list item', re.compile(f'^Trang {RESIDENCE}: .*Thông tin cư trú'))

    def next_hit(self):
        """Enter goes on to the next place, on the page itself"""
        self.person.press('Return')
        self.person.reads(re.compile(r'^2 / 5$'))
        self.see_page(RESIDENCE)
        self.person.press('Escape')

    def outline(self):
        """an entry of the table of contents leads to its page"""
        self.person.click_on(None, 'Mục lục')
        self.person.point(self.person.find('list item', re.compile('^7. Chia sẻ dữ liệu')))
        self.see_page(15)

    def go_back(self):
        """Alt+Left leads back to the place before, where the hit is seen"""
        self.person.press('alt+Left')
        self.person.find(None, re.compile(f'^Trang ({RESIDENCE - 1}|{RESIDENCE}) trên'))
        self.go_to(RESIDENCE)

    def go_to(self, page):
        self.person.press('ctrl+l')
        self.person.type(str(page))
        self.person.press('Return')
        self.see_page(page)

    def bookmark(self):
        """Ctrl+D marks the page, and the mark is in the list"""
        self.person.press('ctrl+d')
        self.person.click_on(None, 'Dấu trang')
        self.person.find('list item', re.compile(rf'\b{RESIDENCE}\b'))

    def come_back(self):
        """started again, the reader is where it was left, and the mark is still there"""
        self.person.quit()
        self.open_window()
        self.see_page(RESIDENCE)
        self.person.find('list item', re.compile(rf'\b{RESIDENCE}\b'))

    def from_utility(self):
        """the article of the residence leads to its page, which the program found by its title"""
        self.go_to(1)
        self.person.press('alt+1', 'ctrl+f')
        self.person.type('ho khau')
        self.person.press('Return')
        self.person.reads(re.compile('^U10 · '))
        self.person.click_on('push button', f'Trang {RESIDENCE}?')
        self.see_page(RESIDENCE)

    def to_utility(self):
        """the page knows its utility; a person says that it is the right page, and goes to the article"""
        self.person.click_on('push button', re.compile('^Thông tin cư trú'))
        self.person.click_on('push button', 'Đúng trang này')
        self.person.gone('push button', 'Đúng trang này')
        self.person.click_on('push button', 'Xem bài về tiện ích')
        self.person.reads(re.compile('^U10 · '))
        self.person.find('push button', f'Trang {RESIDENCE}')

    def newer_manual(self):
        """a newer manual with a page more becomes the one that is read; the page is found again, to be checked"""
        (self.web.root / MANUAL).write_bytes(make_manual(preface_pages=1))
        self.person.press('alt+2')
        self.person.click_on('push button', re.compile('Mã QR, phát'))
        self.person.click_on(None, 'Bản đã lưu')
        self.person.click_on('push button', re.compile('Tìm bản mới hơn'))
        self.person.find('text', f'Số trang, trong {PAGES + 1} trang')
        assert len(ask(self.home, 'guide', 'list')) == 2
        self.person.press('alt+1')
        self.person.find('push button', f'Trang {RESIDENCE + 1}?')

    def not_modified(self):
        """asked again, the server says that this is the newest, and nothing is downloaded"""
        self.person.press('alt+2')
        wait_for('the word that this is the newest', self.ask_again)
        assert len(ask(self.home, 'guide', 'list')) == 2
        self.person.quit()

    def ask_again(self):
        """The word goes away after five seconds: on a slow machine that is less than one look."""
        self.person.click_on('push button', re.compile('Tìm bản mới hơn'))
        try:
            return self.person.reads(re.compile('mới nhất'), patience=5)
        except NotFound:
            return None

    STEPS = (start, download, search, next_hit, outline, go_back, bookmark, come_back, from_utility, to_utility,
             newer_manual, not_modified)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / 'web').mkdir()
        (folder / 'web' / MANUAL).write_bytes(make_manual())
        with WebServer(folder / 'web') as web:
            job = ReadingJob(folder, web)
            try:
                return job.run()
            finally:
                job.end()


if __name__ == '__main__':
    sys.exit(main())
