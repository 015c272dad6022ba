# SPDX-License-Identifier: GPL-3.0-or-later
"""A scripted person: starts the real program and uses it as people do, by what is seen, with keys and clicks.

Runs inside run-display --window-manager. Everything is found by role and name, and waited for with a deadline; nothing
sleeps for luck.
"""
import gettext
import json
import os
import re
import subprocess
import time
from pathlib import Path

from gi.repository import GLib

from sight import (Atspi, Search, box_of, children, click_action, frame_of, is_visible, matches, name_of, spoken,
                   text_of, view_of, words_of)

PATIENCE = 60  # seconds; long only where something is wrong
PAUSE = 0.1
SETTINGS_GROUP = 'io/github/sotay_vneid/SotayVneid'


class NotFound(AssertionError):
    """What the person waited for did not come."""


def wait_for(what, probe, patience=PATIENCE):
    """Calls probe until it answers something true, and returns that."""
    deadline = time.monotonic() + patience
    while True:
        try:
            answer = probe()
        except GLib.Error:  # the widget went away while it was being read
            answer = None
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise NotFound(f'{what}: not within {patience} seconds')
        time.sleep(PAUSE)


def write_settings(home, **settings):
    """The settings file of a SOTAY_HOME, before the program starts. Values are strings, numbers and booleans."""
    def variant(value):
        if isinstance(value, bool):
            return str(value).lower()
        return str(value) if isinstance(value, int) else GLib.Variant('s', value).print_(False)
    path = Path(home, 'settings.ini')
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lines = [f"{key.replace('_', '-')}={variant(value)}" for key, value in settings.items()]
    path.write_text(f'[{SETTINGS_GROUP}]\n' + '\n'.join(lines) + '\n', encoding='utf-8')


def ask(home, *words):
    """What the command line answers, read from its JSON."""
    program = Path(os.environ['SOTAY_BUILD_ROOT'], 'src/cli/sotay')
    done = subprocess.run([program, *words, '--json'], env=os.environ | {'SOTAY_HOME': str(home)}, check=True,
                          stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return json.loads(done.stdout) if done.stdout else None


def xdotool(*words):
    return subprocess.run(['xdotool', *map(str, words)], check=True, capture_output=True, text=True).stdout.strip()


class Person:
    """One run of the program. Use as a context manager: it ends the program if the script did not.

    without: names of the environment that the program does not get; language: that of the home's settings, for say().
    """

    def __init__(self, home, program=None, arguments=(), without=(), language='vi'):
        self.words = gettext.translation('sotay-vneid', Path(os.environ['SOTAY_BUILD_ROOT'], 'po'), [language],
                                         fallback=True)
        self.program = program or str(Path(os.environ['SOTAY_BUILD_ROOT'], 'src/app/sotay-vneid'))
        # The memory back end of the other tests would forget the settings between two starts.
        # A PC without a configured locale is the hardest case for a program that starts in Vietnamese.
        environment = {name: value for name, value in os.environ.items()
                       if name not in without and not name.startswith(('LC_', 'LANG'))}
        environment |= {'SOTAY_HOME': str(home), 'GSETTINGS_BACKEND': 'keyfile', 'G_DEBUG': 'fatal-criticals'}
        self.process = subprocess.Popen([self.program, *arguments], stdin=subprocess.DEVNULL, env=environment)
        self.application = None

    def __enter__(self):
        try:
            self.application = wait_for('the program on the accessibility bus', self._find_application)
            self.frame()
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        """Ends the program if it still runs."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def quit(self):
        """Ctrl+Q, and the program must end well by itself."""
        self.press('ctrl+q')
        status = self.process.wait(PATIENCE)
        if status != 0:
            raise AssertionError(f'the program ended with status {status}')

    def _find_application(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with status {self.process.returncode}')
        for child in children(Atspi.get_desktop(0)):
            if child.get_process_id() == self.process.pid:
                # Without a main loop the cache would never hear of changes: it may keep what never changes.
                child.set_cache_mask(Atspi.Cache.INTERFACES | Atspi.Cache.ROLE)
                return child
        return None

    def say(self, english, context=None):
        """What the program shows for a text of its sources, in the language of this run, without the underline."""
        words = self.words.pgettext(context, english) if context else self.words.gettext(english)
        return words.replace('_', '')

    # Looking

    def frames(self):
        """The windows and dialogs, the newest last."""
        return [frame for frame in children(self.application) if is_visible(frame)]

    def frame(self, name=None):
        """The newest window, or the one of that name, waited for."""
        def probe():
            found = [frame for frame in self.frames() if matches(name, name_of(frame))]
            return found[-1] if found else None
        return wait_for(f'a window “{spoken(name)}”', probe)

    def look(self, role=None, name=None, within=None, words=None, interface=None, limit=None):
        """All that can be seen now, in reading order, newest window first: of that role and name, with those words.

        Names and words are text, or compiled patterns that are searched for.
        """
        def wanted(thing):
            return ((role is None or thing.get_role_name() == role)
                    and (name is None or matches(name, name_of(thing)))
                    and (interface is None or interface in thing.get_interfaces())
                    and (words is None or any(matches(words, text) for text in words_of(thing))))
        found = []
        for root in [within] if within is not None else reversed(self.frames()):
            search = Search(frame_of(root), wanted, limit)
            search.walk(root, view_of(root))
            found += search.found
            if limit is not None and len(found) >= limit:
                break
        return found

    def find(self, role=None, name=None, within=None, patience=PATIENCE):
        """The first thing seen with that role and name, waited for."""
        return wait_for(f'{role or "thing"} “{spoken(name)}”',
                        lambda: self.look(role, name, within, limit=1), patience)[0]

    def gone(self, role=None, name=None, within=None, patience=PATIENCE):
        """Waits until nothing of that role and name is seen."""
        wait_for(f'end of {role or "thing"} “{spoken(name)}”',
                 lambda: not self.look(role, name, within, limit=1), patience)

    def reads(self, words, within=None, patience=PATIENCE):
        """Waits until the words (a part of a text, or a compiled pattern) can be read; returns the whole text."""
        pattern = words if hasattr(words, 'search') else re.compile(re.escape(words))
        found = wait_for(f'“{pattern.pattern}” on the screen',
                         lambda: self.look(words=pattern, within=within, limit=1), patience)
        return next(text for text in words_of(found[0]) if pattern.search(text))

    def all_words(self, within=None):
        """All that can be read now."""
        return [words_of(thing)[-1] for thing in self.look(within=within, words=re.compile('.'))]

    # Doing

    def click(self, thing):
        """Clicks on a thing: by its own action, by that of a part (a menu button's button), or with the pointer."""
        for part in [thing, *children(thing)]:
            action = click_action(part)
            if action is not None:
                part.get_action_iface().do_action(action)
                return
        self.point(thing)

    def click_on(self, role, name, within=None):
        """Finds, then clicks; returns the thing."""
        thing = self.find(role, name, within)
        self.click(thing)
        return thing

    def point(self, thing, button=1, times=1):
        """Clicks in the middle of a thing with the pointer, once it stands still: side panes and lists slide."""
        before = None

        def probe():
            nonlocal before
            now = self.middle(thing)
            steady, before = now == before, now
            return now if steady else None
        xdotool('mousemove', *wait_for('a thing that stands still', probe), 'click', '--repeat', times, '--delay', 40,
                button)

    def middle(self, thing):
        """The place of a thing's middle on the screen. GTK does not tell where its windows are; X does."""
        frame, view = box_of(frame_of(thing)), view_of(thing)
        place = dict(line.split('=') for line in xdotool('getactivewindow', 'getwindowgeometry', '--shell').split())
        border_x = (int(place['WIDTH']) - frame.width) // 2
        border_y = (int(place['HEIGHT']) - frame.height) // 2
        x, y = view.middle()
        return int(place['X']) + border_x + x, int(place['Y']) + border_y + y

    def scroll_to(self, role, name, within, turns=40):
        """Turns the wheel over a list until the thing is seen; returns it."""
        for _ in range(turns):
            found = self.look(role, name, within, limit=1)
            if found:
                return found[0]
            self.point(within, button=5, times=3)
        raise NotFound(f'{role or "thing"} “{spoken(name)}”: not in the list')

    def press(self, *keys):
        """Presses keys: 'ctrl+f', 'Return'."""
        for key in keys:
            xdotool('key', '--clearmodifiers', key)

    def type(self, text):
        """Types plain letters, key by key, where the focus is."""
        xdotool('type', '--delay', 15, text)

    def field(self, name, within=None):
        """A field to write into, by its name, waited for."""
        return wait_for(f'a field “{spoken(name)}”',
                        lambda: self.look(None, name, within, interface='EditableText', limit=1))[0]

    def write_in(self, name, text, within=None):
        """Puts text into a field, accents and all (xdotool would lose some of them)."""
        field = self.field(name, within)
        if not Atspi.EditableText.set_text_contents(field, text):
            raise AssertionError(f'“{spoken(name)}” cannot be written into')
        return field

    def choose_file(self, path):
        """Names a file in GTK's own file chooser, which is coming up."""
        def probe():
            title = xdotool('getactivewindow', 'getwindowname')
            return [frame for frame in self.frames()[1:] if frame.get_name() == title]
        chooser = wait_for('the file chooser in front', probe)[0]
        self.press('ctrl+l')
        field = self.find('text', 'GtkFileChooserEntry', within=chooser)
        self.type(str(path))
        wait_for('the typed path', lambda: text_of(field) == str(path))
        self.press('Return')

    def picture(self, path):
        """A screenshot of the whole display, once it stands still."""
        path = Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        before = now = None

        def probe():
            nonlocal before, now
            # Without compression: to compress takes longer than all else.
            done = subprocess.run(['import', '-silent', '-window', 'root', 'ppm:-'], check=True, capture_output=True)
            before, now = now, done.stdout
            return now == before
        try:
            wait_for('a picture that stands still', probe, 5)
        except NotFound:
            pass  # something moves, such as a spinner: the last picture stays
        subprocess.run(['convert', 'ppm:-', str(path)], check=True, input=now)
        return path
