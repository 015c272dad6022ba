#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks every page and dialog of the real program and leaves a picture of each.

Runs inside run-display --window-manager, with SOTAY_BUILD_ROOT set. The data are made up.
"""
import argparse
import json
import os
import re
import sys
import tempfile
import traceback
import unicodedata
from pathlib import Path

from gi.repository import GLib

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'support'))
from manual import make_manual  # noqa: E402  (the path must be there first)
from person import Person, ask, wait_for, write_settings, xdotool  # noqa: E402
from sight import box_of  # noqa: E402

UNITS = {'Công an phường Láng Hạ': 46, 'UBND phường Ô Chợ Dừa': 38, 'Trạm Y tế phường Láng Hạ': 21}
FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô']
MIDDLES = ['Văn', 'Thị', 'Hữu', 'Minh', 'Thanh', 'Ngọc', 'Quốc']
GIVENS = ['Ánh', 'Bình', 'Cường', 'Dung', 'Đạt', 'Giang', 'Hạnh', 'Hùng', 'Lan', 'Minh', 'Nga', 'Phúc', 'Yến']
POSITIONS = ['Công chức tư pháp – hộ tịch', 'Cán bộ một cửa', 'Văn phòng', 'Công an viên', 'Phó trưởng phòng']


def plain(title):
    """Without accents: xdotool would lose some of them."""
    letters = unicodedata.normalize('NFD', title.replace('đ', 'd').replace('Đ', 'D'))
    return ''.join(letter for letter in letters if not unicodedata.combining(letter))


def write_roster(path, people, start=0):
    rows = ['Họ và tên,Năm sinh,Chức vụ']
    for number in range(start, start + people):
        name = ' '.join(part[(number * step) % len(part)] for part, step in ((FAMILIES, 3), (MIDDLES, 5), (GIVENS, 1)))
        rows.append(f'{name},{1966 + number % 34},{POSITIONS[number % len(POSITIONS)]}')
    path.write_text('\n'.join(rows) + '\n', encoding='utf-8')


def furnish(home, folder):
    """A ward in the middle of its campaign, and a manual to read."""
    start = 0
    for name, people in UNITS.items():
        unit = ask(home, 'unit', 'add', name)['id']
        roster = folder / 'roster.csv'
        write_roster(roster, people, start)
        start += people
        ask(home, 'staff', 'import', str(roster), '--unit', unit)
        trained = [person['id'] for person in ask(home, 'staff', 'list', '--unit', unit)][::3]
        ask(home, 'staff', 'mark-trained', *trained, '--date', '2026-11-10')
    manual = folder / 'HDSO_VNeID.pdf'
    manual.write_bytes(make_manual())
    ask(home, 'guide', 'import', str(manual))


class Tour:
    """One walk; each stop is a method whose name is the picture's."""

    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.home = folder / 'home'
        self.person = None
        self.page = None
        self.stops = 0
        self.failures = 0

    def settings(self):
        return {'language': self.options.language, 'colour_scheme': self.options.colours,
                'text_scale': self.options.text_scale, 'window_maximized': self.options.maximized,
                'unit_name': 'Công an phường Láng Hạ', 'parent_unit_name': 'Công an thành phố Hà Nội'}

    def open_window(self, home, **settings):
        write_settings(home, **self.settings(), **settings)
        self.person = Person(home, language=self.options.language)
        self.person.__enter__()

    def stop(self, name, walk):
        """Walks to a place and takes its picture; a place that cannot be reached is told, and the tour goes on."""
        self.stops += 1
        try:
            walk()
            good = True
        except Exception:  # whatever it was: the tour goes on
            good = False
            self.failures += 1
            traceback.print_exc()
        xdotool('mousemove', 0, 0)  # no hint under the pointer on the picture
        self.person.picture(Path(self.options.output, f'{self.stops:02}-{name}.png'))
        print(f"{'ok' if good else 'not ok'} {self.stops} - {name}", flush=True)
        return good

    def say(self, english, context=None):
        return self.person.say(english, context)

    def push(self, english):
        self.person.click_on('push button', self.say(english))

    def dialog(self, name, opening, sight):
        """A dialog: opened, looked at, and closed again with Esc."""
        windows = len(self.person.frames())

        def walk():
            opening()
            wait_for('the dialog', lambda: len(self.person.frames()) > windows)
            sight()
        self.stop(name, walk)
        while len(self.person.frames()) > windows and self.person.process.poll() is None:
            before = len(self.person.frames())
            self.person.press('Escape')
            wait_for('the end of the dialog', lambda: len(self.person.frames()) < before)

    # The walk

    def walk(self):
        self.open_window(self.folder / 'empty', view='guide')
        self.stop('guide-without-copy', lambda: self.person.find('push button', self.say('Full screen')))
        self.stop('training-empty', lambda: self.show('alt+3', 'Who Has Been Trained?'))
        self.stop('reports-empty', lambda: self.show('alt+4', 'No Figures Yet'))
        self.person.quit()
        self.open_window(self.home, view='catalogue')
        self.walk_catalogue()
        self.walk_guide()
        self.walk_register()
        self.walk_records()
        self.walk_reports()
        self.walk_dialogs()
        self.person.quit()
        print(f'1..{self.stops}')
        return 1 if self.failures else 0

    def show(self, keys, english=None):
        self.person.press(keys)
        if english is not None:
            self.person.find('label', self.say(english))

    def walk_catalogue(self):
        self.stop('utility', self.find_content)
        self.stop('search', lambda: (self.person.press('ctrl+f'), self.person.type('ho khau'),
                                     self.person.find('label', re.compile('U10'))))
        self.stop('utility-found', self.open_result)
        self.stop('search-nothing', lambda: (self.person.press('ctrl+f'), self.person.type('qqq')))
        self.person.press('Escape', 'Escape')
        for utility in ask(self.home, 'catalogue', 'list'):
            name = utility['id']
            self.stop(f'page-{name}', lambda name=name: self.open_page(name, re.compile(f'^{name} · ')))
        for path in sorted(self.content().glob('articles/*.json')):
            title = json.loads(path.read_text(encoding='utf-8'))['title']
            self.stop(f'page-{path.stem}', lambda title=title: self.open_page(plain(title), title))
        self.stop('page-letter', self.open_letter)

    def content(self):
        return Path(os.environ['SOTAY_SOURCE_ROOT'], 'resources/content', self.options.language)

    def find_content(self):
        """The part of the window where the page stands: to look through all of it for each page would take long."""
        thing = self.person.find('label', re.compile('^U1 · '))
        while thing.get_role_name() != 'scroll pane':
            thing = thing.get_parent()
        self.page = thing

    def open_result(self):
        results = self.person.find('list', self.say('Results'))
        self.person.click(self.person.find('label', re.compile('Hộ khẩu|Household'), within=results))
        self.person.find('push button', self.say('Copy as text'))

    def open_page(self, words, heading):
        """Enter in the search field opens the best result."""
        self.person.press('ctrl+f')
        self.person.type(words)
        self.person.press('Return')
        self.person.find('label', heading, within=self.page)
        self.person.press('ctrl+f', 'Escape')

    def open_letter(self):
        """The program opens where it was left, so it is started there."""
        self.person.quit()
        self.open_window(self.home, view='catalogue', page='letter')
        self.person.reads(re.compile('520/CV-CQTT'))

    def walk_guide(self):
        self.stop('reader', lambda: (self.show('alt+2'), self.person.find('list item', re.compile('^10. Thông tin'))))
        self.stop('reader-search', lambda: (self.person.press('ctrl+f'), self.person.type('cu tru'),
                                            self.person.reads(re.compile('^1 / '))))
        self.person.press('Escape')
        for part in ('Pages', 'Bookmarks'):
            self.stop(f'reader-{part.lower()}', lambda part=part: self.person.click_on(None, self.say(part, 'reader')))
        self.stop('reader-two-pages-night', lambda: self.person.press('ctrl+3', 'ctrl+i'))
        self.person.press('ctrl+3', 'ctrl+i', 'F9')
        self.stop('utility-map', lambda: (self.push('Utilities'), self.see_words('Page of each utility')))
        self.person.press('Escape')
        self.stop('hand-out', lambda: (self.push('QR code, hand-out, copies'),
                                       self.person.find('label', self.say('Give it to the room'))))
        self.stop('copies', lambda: (self.person.click_on(None, self.say('Copies')),
                                     self.person.find('push button', self.say('Look for a newer manual'))))
        self.stop('qr-code', lambda: (self.person.click_on(None, self.say('QR code')),
                                      self.person.find('push button', self.say('Full screen'))))
        self.dialog('qr-full-screen', lambda: self.push('Full screen'),
                    lambda: self.person.find(None, self.say('Press Esc or click to leave')))

    def walk_register(self):
        self.stop('training', lambda: (self.show('alt+3'), self.person.find('push button', self.say('Add Person…'))))
        self.dialog('add-unit', lambda: self.push('Add Unit'), lambda: self.see_field('Name of the unit'))
        self.dialog('add-person', lambda: self.push('Add Person…'), lambda: self.see_field('Full name'))
        self.stop('unit', self.choose_unit)
        self.dialog('rename-unit', lambda: self.push('Change the unit'),
                    lambda: self.see_field('Name of the unit'))
        self.dialog('edit-person', self.open_person, lambda: self.see_field('Full name'))
        self.dialog('campaign', lambda: self.choose_of_units('What the Training Asks For…'),
                    lambda: self.see_words('Required Utilities'))
        self.dialog('end-unit', lambda: self.choose_of_units('End the Unit…'), lambda: self.see_words('End the Unit'))
        self.stop('filters', lambda: (self.person.click_on(None, self.say('Filter')),
                                      self.person.find(None, self.say('Not yet trained'))))
        self.person.press('Escape')
        self.stop('edit-in-row', lambda: (self.edit_person(), self.person.field(self.say('Position'))))
        self.person.press('Escape')
        self.stop('choose-people', self.choose_people)
        self.dialog('change-many', lambda: self.choose_of_people('Change for All Selected…'),
                    lambda: self.see_words('Change for All Selected'))
        self.dialog('transfer', lambda: self.choose_of_people('Transfer to Another Unit…'),
                    lambda: self.see_words('To the unit'))
        self.dialog('leave', lambda: self.choose_of_people('They Left…'), lambda: self.see_words('From this day on'))
        self.dialog('mark-trained', lambda: self.push('Mark as Trained…'), lambda: self.see_field('Trained on'))
        self.stop('not-yet-trained', self.filter_untrained)
        self.person.click_on(None, self.say('Filtered: %s. Press to show all again') % self.say('Not yet trained'))
        self.dialog('import-preview', self.choose_roster,
                    lambda: self.person.find('push button', re.compile('30')))
        self.dialog('import-error', self.choose_nonsense,
                    lambda: self.person.reads(self.say('The File Cannot Be Imported')))

    def filter_untrained(self):
        self.person.click_on(None, self.say('Filter'))
        self.person.click_on(None, self.say('Not yet trained'))
        self.person.reads(self.say('Not yet trained'))

    def choose_of_units(self, english):
        self.person.click_on(None, self.say('More about the units'))
        self.person.click_on('menu item', self.say(english))

    def choose_of_people(self, english):
        self.person.click_on(None, self.say('More to do with the people selected'))
        self.person.click_on('menu item', self.say(english))

    def see_field(self, english):
        """On the newest window, which is the dialog."""
        self.person.field(self.say(english), within=self.person.frame())

    def open_person(self):
        self.person.point(self.person.find('label', re.compile(f"^({'|'.join(FAMILIES)}) ")))
        self.person.press('alt+Return')

    def edit_person(self):
        name = self.person.find('label', re.compile(f"^({'|'.join(FAMILIES)}) "))
        self.person.point(name, times=2)

    def choose_unit(self):
        name = next(iter(UNITS))
        self.person.find('label', name)
        self.person.point(min(self.person.look('label', name), key=lambda label: box_of(label).x))  # in the tree
        self.person.reads(re.compile(f'{UNITS[name] - (UNITS[name] + 2) // 3} '))  # so many are left

    def choose_people(self):
        names = [label for label in self.person.look('label', re.compile(f"^({'|'.join(FAMILIES)}) ")) if label]
        self.person.point(names[0])
        xdotool('keydown', 'shift')
        self.person.point(names[3])
        xdotool('keyup', 'shift')
        self.person.find('push button', self.say('Mark as Trained…'))

    def import_list(self):
        self.person.click_on(None, self.say('Import and Export'))
        self.person.click_on('menu item', self.say('Import from File…'))

    def choose_nonsense(self):
        picture = self.folder / 'anh.csv'
        picture.write_bytes(b'\x89PNG\r\n\x1a\n\0\0\0')
        self.import_list()
        self.person.choose_file(picture)

    def choose_roster(self):
        roster = self.folder / 'danh-sach.csv'
        write_roster(roster, 30, 500)
        with roster.open('a', encoding='utf-8') as file:
            file.write(',1980,Không có tên\n')
        self.import_list()
        self.person.choose_file(roster)

    def walk_records(self):
        """Sessions, attendance, skills, outreach, obstacles, the log, and the backups."""
        day = GLib.DateTime.new_now_local().format('%F')
        unit = ask(self.home, 'unit', 'list')[0]['id']
        session = ask(self.home, 'session', 'add', '--title', 'Tập huấn VNeID', '--date', day, '--utilities', 'all',
                      '--unit', unit)['id']
        ask(self.home, 'attend', session, '--unit', unit, '--status', 'present')
        ask(self.home, 'outreach', 'add', '--date', day, '--form', 'Họp tổ dân phố', '--reached', '120', '--unit', unit)
        ask(self.home, 'feedback', 'add', '--kind', 'obstacle', '--text', 'Mạng yếu', '--unit', unit)
        self.stop('sessions', lambda: (self.choose_tab('Sessions'), self.person.find('label', 'Tập huấn VNeID')))
        self.stop('attendance', lambda: self.person.point(self.person.find('label', 'Tập huấn VNeID'), times=2))
        self.person.press('Escape')
        self.stop('skills', lambda: self.choose_tab('Skills'))
        self.stop('outreach', lambda: (self.choose_tab('Outreach'), self.person.find('label', 'Họp tổ dân phố')))
        self.stop('feedback', lambda: (self.choose_tab('Obstacles and Proposals'),
                                       self.person.find('label', 'Mạng yếu')))
        self.stop('log', lambda: self.choose_tab('Log'))
        self.dialog('backups', self.open_backups, lambda: self.person.find('push button', self.say('Back Up Now')))

    def walk_reports(self):
        self.stop('reports', lambda: (self.show('alt+4'), self.person.find('push button', self.say('Close the Month')),
                                      self.person.reads(re.compile(r'^(Trang|Page) 1 '))))
        self.stop('reports-closed', lambda: (self.push('Close the Month'),
                                             self.person.find('push button', self.say('Open Again'))))
        self.dialog('reports-sent', lambda: self.push('Mark as Sent…'), lambda: self.see_field('Sent to'))
        self.stop('reports-figures', lambda: (self.person.click_on(None, self.say('Figures', 'tab')),
                                              self.person.find('push button', self.say('Copy the Figures'))))
        self.dialog('documents', lambda: self.push('Other Documents…'), self.choose_document)

    def choose_document(self):
        window = self.person.frame()
        self.person.click(self.person.find('label', 'Tập huấn VNeID', within=window))
        self.person.reads(re.compile(r'^(Trang|Page) 1 '), within=window)

    def choose_tab(self, title):
        self.person.click_on(None, self.say(title, 'tab'))

    def open_backups(self):
        self.push('Main menu')
        self.person.click_on('menu item', self.say('_Backups…'))

    def walk_dialogs(self):
        self.person.press('alt+1')
        self.dialog('preferences', lambda: self.person.press('ctrl+comma'),
                    lambda: self.person.find('label', self.say('Language')))
        self.dialog('preferences-unit', lambda: self.person.press('ctrl+comma'), self.next_page_of_preferences)
        self.dialog('shortcuts', lambda: self.person.press('ctrl+question'),
                    lambda: self.person.find('label', self.say('Everywhere', 'shortcuts')))
        self.dialog('help', lambda: self.person.press('F1'), lambda: self.see_words('Find a utility or a problem'))
        self.dialog('prepare-lesson', lambda: self.person.press('shift+F5'),
                    lambda: self.person.find('label', self.say('Utilities in order')))
        self.dialog('about', self.open_about, lambda: self.see_words('VNeID Handbook'))
        self.stop('menu', lambda: (self.push('Main menu'), self.person.find('menu item', self.say('_Preferences'))))
        self.person.press('Escape')
        self.stop('full-screen', lambda: self.person.press('F11'))
        self.person.press('F11')

    def see_words(self, english):
        self.person.reads(self.say(english), within=self.person.frame())

    def next_page_of_preferences(self):
        self.person.click_on(None, self.say('Documents', 'preferences'))
        self.person.field(self.say('Name of the unit'))

    def open_about(self):
        self.push('Main menu')
        self.person.click_on('menu item', self.say('_About the VNeID Handbook'))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--output', required=True, help='the folder of the pictures')
    parser.add_argument('--language', default='vi', choices=['vi', 'en'])
    parser.add_argument('--colours', default='light', choices=['light', 'dark'])
    parser.add_argument('--text-scale', type=int, default=100, help='percent')
    parser.add_argument('--maximized', action='store_true', help='the window fills the display')
    options = parser.parse_args()
    for picture in Path(options.output).glob('[0-9][0-9]-*.png'):
        picture.unlink()
    with tempfile.TemporaryDirectory() as name:
        tour = Tour(options, Path(name))
        furnish(tour.home, tour.folder)
        try:
            return tour.walk()
        finally:
            if tour.person is not None:
                tour.person.end()


if __name__ == '__main__':
    sys.exit(main())
