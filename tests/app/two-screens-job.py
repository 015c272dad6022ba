#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A scripted person teaches with a projector as the second screen, swaps the screens, and pulls the plug.

Runs inside run-display --two-screens --window-manager.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(os.environ['SOTAY_SOURCE_ROOT'], 'tests/support')))
from job import Job  # noqa: E402
from person import NotFound, wait_for, write_settings, xdotool  # noqa: E402

LAPTOP, PROJECTOR = (0, 0, 1280, 800), (1280, 0, 1920, 1080)


def windows(name):
    """Where the windows of that name are that can be seen."""
    found = []
    done = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', f'^{re.escape(name)}$'], check=False,
                          capture_output=True, text=True)
    for window in done.stdout.split():
        place = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', window).split())
        found.append(tuple(int(place[key]) for key in ('X', 'Y', 'WIDTH', 'HEIGHT')))
    return found


def plug(*words):
    subprocess.run(['xrandr', '--output', 'DUMMY1', *words], check=True, timeout=60)
    # The dummy driver says only when it is asked that something was plugged in.
    subprocess.run(['xrandr'], check=True, timeout=60, stdout=subprocess.DEVNULL)


class TwoScreensJob(Job):
    """The wall is DUMMY1, the projector."""

    def see(self, wall, trainer):
        """Waits until the windows fill these screens; None: there is no such window."""
        titles = self.person.say('Wall'), self.person.say('For the trainer')
        wanted = [[wall] if wall else [], [trainer] if trainer else []]

        def probe():
            return [windows(title) for title in titles] == wanted
        try:
            wait_for(f'wall and trainer on {wanted}', probe)
        except NotFound as problem:
            raise AssertionError(f'{problem}; they are on {[windows(title) for title in titles]}') from problem

    def start(self):
        """F5 puts the wall on the projector and the trainer on the laptop"""
        write_settings(self.home, window_width=900, window_height=600)
        self.open_window()
        self.person.press('F5')
        self.see(PROJECTOR, LAPTOP)

    def buttons(self):
        """The trainer has buttons with words, and the next slide comes on both"""
        trainer = self.person.frame(self.person.say('For the trainer'))
        for words in ('Back', 'Next', 'Black', 'End'):
            self.person.find('push button', self.person.say(words, 'show'), within=trainer)
        wall = self.person.frame(self.person.say('Wall'))
        self.person.click_on('push button', self.person.say('Next', 'show'), within=trainer)
        self.person.reads(self.person.say('What we learn today'), within=wall)
        self.person.reads(self.person.say('What we learn today'), within=trainer)

    def swap(self):
        """S swaps the screens, and swaps them back"""
        self.person.press('s')
        self.see(LAPTOP, PROJECTOR)
        self.person.press('s')
        self.see(PROJECTOR, LAPTOP)

    def unplug(self):
        """Without the projector the wall is on the laptop, and nothing of the trainer is seen"""
        plug('--off')
        self.see(LAPTOP, None)

    def plug_in(self):
        """Plugged in again the wall goes back by itself"""
        plug('--mode', '1920x1080', '--pos', '1280x0')
        self.see(PROJECTOR, LAPTOP)

    def put_away(self):
        """F5 puts the trainer's window away and brings it back"""
        self.person.press('F5')
        self.see(PROJECTOR, None)
        self.person.press('F5')
        self.see(PROJECTOR, LAPTOP)

    def end_show(self):
        """Esc leads to the ending page, from which the wall comes back"""
        self.person.press('Escape')
        self.see(None, None)
        ending = self.person.frame(self.person.say('To Be Recorded'))
        self.person.click_on('push button', self.person.say('Back to the Wall'), within=ending)
        self.see(PROJECTOR, LAPTOP)

    def quit(self):
        """Ctrl+Q in the midst of a show closes all, and it can be gone on with"""
        self.person.quit()
        self.open_window()
        self.person.find('push button', self.person.say('_Continue'))
        self.person.quit()

    STEPS = [start, buttons, swap, unplug, plug_in, put_away, end_show, quit]


def main():
    with tempfile.TemporaryDirectory() as name:
        job = TwoScreensJob(Path(name))
        try:
            return job.run()
        finally:
            job.end()


if __name__ == '__main__':
    sys.exit(main())
