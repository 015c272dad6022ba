#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson from the first slide to the last, in both languages, on one size of wall, with a remote presenter's keys.

Runs inside run-display --window-manager --size. Pictures of what the room sees are kept for people to look at.
"""
import argparse
import hashlib
import itertools
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'support'))
from job import Job  # noqa: E402  (the path must be there first)
from manual import make_manual  # noqa: E402
from person import Person, ask, wait_for, write_settings  # noqa: E402
from slides import Lesson  # noqa: E402
from wall import Keys, Wall, wait_for_front  # noqa: E402

UNIT = 'Công an phường Láng Hạ'
ADDRESS = 'https://vneid.gov.vn/huongdan/HDSO_VNeID.pdf'
BACKWARDS = 60
GREY = (217, 217, 222)  # of the telephones that are drawn in the manual
MINUTE = 60 * 1000
SLACK = 1000  # a slide is counted a moment before it is written down
UTILITIES = [f'U{number}' for number in range(1, 17)]


class ShowJob(Job):
    def __init__(self, folder, keys, options):
        super().__init__(folder)
        self.keys = keys
        self.size = tuple(map(int, options.size.split('x')))
        self.output = Path(options.output)
        self.options = options
        self.kinds = {'vi': options.kinds.split(), 'en': options.english_kinds.split()}
        self.languages = iter(['vi', 'en'])
        self.language = None
        self.wall = None
        self.slides = []
        self.shown = []  # the script: ids in order, a slide of several parts once

    def open_window(self):
        self.person = Person(self.home, language=self.language)
        self.person.__enter__()

    # The steps

    def prepare(self):
        """the manual is there, and each utility has its page"""
        self.language = next(self.languages)
        self.home = self.folder / self.language
        self.shown = []
        write_settings(self.home, language=self.language, unit_name=UNIT, manual_address=ADDRESS,
                       wall_transitions=self.options.transitions)
        manual = self.folder / 'manual.pdf'
        manual.write_bytes(make_manual())
        ask(self.home, 'guide', 'import', str(manual))
        self.pages = {name: 3 + 2 * number for number, name in enumerate(UTILITIES)}
        known = {name: {'page': page, 'checked': 1, 'words': ''} for name, page in self.pages.items()}
        copy = hashlib.sha256(manual.read_bytes()).hexdigest()
        (self.home / 'guide/pages.json').write_text(json.dumps({'copy': copy, 'utilities': known}), encoding='utf-8')

    def begin(self):
        """F5 shows the first slide"""
        self.open_window()
        lesson = Lesson(self.language, self.person.words, UNIT, ADDRESS, self.pages)
        self.slides = list(lesson.slides())
        self.person.find('push button', self.person.say('Page %d') % 3)  # the pages are known
        wait_for_front('VNeID')
        self.person.press('F5')
        self.wall = Wall(self.person, self.keys, self.size)
        self.wall.see(self.slides[0][2])
        self.shown = ['title']

    def walk(self):
        """Page Down shows each slide once, in order; End shows the last"""
        kept = set()
        most = self.options.most_english if self.language == 'en' else None
        for name, kind, text in self.slides[1:most]:
            part = self.wall.turn('Page_Down', text)
            self.shown.append(name)
            self.go_on_to_end(text, part)
            if kind in self.kinds[self.language] and kind not in kept:
                kept.add(kind)
                self.keep(kind)
        if self.shown[-1] != self.slides[-1][0]:
            self.wall.turn('End', self.slides[-1][2])
            self.shown.append(self.slides[-1][0])

    def go_on_to_end(self, text, part):
        """The other parts of a slide that does not fit."""
        if part == '':
            return
        number, count = map(int, part.split('/'))
        assert number == 1 and count > 1, (text, part)
        for number in range(2, count + 1):
            self.wall.turn('Page_Down', text, f'{number}/{count}')

    def scan_slide(self):
        """the last slide's code is read from the screen; there is nothing behind it"""
        text = self.slides[-1][2]
        self.scan('qr')
        self.keys.press('Page_Down')
        self.wall.turn('b', self.person.say('The wall is black'))  # the key before it was heard
        self.wall.turn('b', text)

    def black(self):
        """b, the point and w hide the slide: the screen is of one colour; F5 and Esc are the remote presenter's"""
        text = self.slides[-1][2]
        black, white = ('The wall is black', 0), ('The wall is white', 255)
        for key, back, (words, level) in (('b', 'b', black), ('period', 'Escape', black), ('w', 'w', white)):
            self.wall.turn(key, self.person.say(words))
            self.wall.picture_until(words, self.path(), lambda *picture, level=level: is_plain(picture, level))
            self.keys.press('F5')  # there is no second screen: nothing happens
            self.wall.turn(back, text)

    def back(self):
        """Page Up goes back the same way"""
        self.go_back_to_begin(self.slides[-1][2], self.wall.says()[1])
        for name, _kind, text in self.slides[-2:-2 - BACKWARDS:-1]:
            part = self.wall.turn('Page_Up', text)
            self.shown.append(name)
            self.go_back_to_begin(text, part)

    def go_back_to_begin(self, text, part):
        if part == '':
            return
        number, count = map(int, part.split('/'))
        assert number == count > 1, (text, part)
        for number in range(count - 1, 0, -1):
            self.wall.turn('Page_Up', text, f'{number}/{count}')

    def code(self):
        """Q fills the screen with the code, Shift+Q pins it in the corner; both are read from the screen"""
        text = self.slides[-1 - BACKWARDS][2]
        self.wall.turn('q', self.person.say('QR code: %s') % ADDRESS)
        self.scan('code-full')
        self.wall.turn('q', text)
        self.keys.press('shift+q')
        self.scan('code-corner')
        self.keys.press('shift+q')

    def timeline(self):
        """the record equals the script: the same slides in the same order, at times that do not go back"""
        wait_for('the whole record', lambda: len(self.read_shown()) >= len(self.shown))
        shown = self.read_shown()
        assert [name for name, _at in shown] == self.shown, first_difference([name for name, _at in shown], self.shown)
        times = [at for _name, at in shown]
        assert times == sorted(times), times

    def record(self):
        """Esc leads to the page at the end, and one button writes what was taught"""
        self.person.press('Escape')
        self.person.find('push button', self.person.say('Record in the Register'))
        wait_for('the end in the record', lambda: self.read_journal()[-1].get('pause'))
        times = self.sum_times()
        self.person.click_on('push button', self.person.say('Record in the Register'))
        session = wait_for('a session', lambda: ask(self.home, 'session', 'list'))[0]
        kept = ask(self.home, 'session', 'show', session['id'])
        assert sorted(kept['minutes']) == sorted(UTILITIES), kept
        for name, minutes in kept['minutes'].items():
            assert minutes in (round_minutes(times[name] - SLACK), round_minutes(times[name] + SLACK)), (kept, times)
        assert kept['utilities'] == UTILITIES, kept
        wait_for('the end of the record', lambda: not self.journal().exists())

    def take_back(self):
        """undo takes all of it back in one step"""
        wait_for_front('VNeID')
        self.person.quit()
        ask(self.home, 'undo')
        assert ask(self.home, 'session', 'list') == []

    def leave(self):
        """Ctrl+Q ends the program from the wall"""
        self.person.quit()

    STEPS = [prepare, begin, walk, scan_slide, black, back, code, timeline, record, take_back,
             prepare, begin, walk, scan_slide, back, timeline, leave]

    # What they use

    def path(self, name='now'):
        return self.folder / f'{name}.ppm'

    def keep(self, kind):
        """Keeps a picture of what is seen, for people; of the manual's page once it is drawn."""
        path = self.path(kind)
        before = None

        def is_steady(width, height, pixels):
            nonlocal before
            steady, before = pixels == before, pixels
            return steady and (kind != 'page' or pixels.count(bytes(GREY)) > width * height // 1000)
        self.wall.picture_until(kind, path, is_steady)
        self.save(path, kind)

    def save(self, path, kind):
        self.output.mkdir(parents=True, exist_ok=True)
        name = f'{self.size[0]}x{self.size[1]}-{self.language}-{kind}.png'
        subprocess.run(['convert', str(path), '-quality', '10', str(self.output / name)], check=True)

    def scan(self, name):
        path = self.path(name)
        self.wall.picture_until(name, path, lambda *_picture: scan_codes(path) == [ADDRESS])
        self.save(path, name)

    def journal(self):
        return self.home / 'presentation/show.jsonl'

    def read_journal(self):
        """Its whole lines: the last one may be half written."""
        lines = self.journal().read_text(encoding='utf-8').split('\n')[:-1]
        return [json.loads(line) for line in lines]

    def read_shown(self):
        """What was shown, and when. The record may say again that a slide is still there."""
        lines = [line for line in self.read_journal() if 'slide' in line]
        return [(name, next(group)['at']) for name, group in itertools.groupby(lines, lambda line: line['slide'])]

    def sum_times(self):
        """How long each utility was shown, from the lines of the record."""
        times = dict.fromkeys(UTILITIES, 0)
        lines = [line for line in self.read_journal() if 'slide' in line or line.get('pause')]
        for line, after in itertools.pairwise(lines):
            utility = line.get('slide', '').split('/')[0]
            if utility in times:
                times[utility] += after['at'] - line['at']
        return times


def round_minutes(time):
    return max((time + MINUTE // 2) // MINUTE, 1)


def is_plain(picture, level):
    width, height, pixels = picture
    return pixels == bytes([level]) * (3 * width * height)


def scan_codes(path):
    """The texts of the QR codes of a picture."""
    done = subprocess.run(['zbarimg', '--quiet', '--raw', str(path)], capture_output=True, text=True, check=False)
    return done.stdout.splitlines()


def first_difference(ours, expected):
    for place, (one, other) in enumerate(itertools.zip_longest(ours, expected)):
        if one != other:
            return f'at {place}: {one} instead of {other}'
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--size', required=True)
    parser.add_argument('--output', required=True, help='where the pictures are kept')
    parser.add_argument('--kinds', default='', help='of these kinds of slides a picture is kept')
    parser.add_argument('--english-kinds', default='')
    parser.add_argument('--most-english', type=int, help='so many slides in English, then the last; all without it')
    parser.add_argument('--transitions', action='store_true')
    with tempfile.TemporaryDirectory() as name, Keys() as keys:
        job = ShowJob(Path(name), keys, parser.parse_args())
        try:
            return job.run()
        finally:
            job.end()


if __name__ == '__main__':
    sys.exit(main())
