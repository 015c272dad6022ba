# SPDX-License-Identifier: GPL-3.0-or-later
"""A job that a scripted person does from beginning to end, each step a test of its own."""
import os
import traceback
from pathlib import Path

from person import Person, wait_for


class Job:
    """The steps, in order: STEPS names methods, whose docstrings are their names in the results."""

    STEPS = ()

    def __init__(self, folder):
        self.folder = folder
        self.home = folder / 'home'
        self.person = None

    def open_window(self):
        self.person = Person(self.home)
        self.person.__enter__()

    def picture_until(self, name, probe):
        """Takes pictures until what is wanted can be seen on one."""
        wait_for(f'{name} on a picture', lambda: probe(self.person.picture(self.folder / f'{name}.png')))

    def run(self):
        print(f'1..{len(self.STEPS)}', flush=True)
        for number, step in enumerate(self.STEPS, 1):
            try:
                step(self)
            except Exception:  # whatever it was, the picture and what could be read tell more
                print(f'not ok {number} - {step.__doc__}', flush=True)
                self.tell_trouble()
                return 1
            print(f'ok {number} - {step.__doc__}', flush=True)
        return 0

    def tell_trouble(self):
        traceback.print_exc()
        if self.person is not None and self.person.process.poll() is None:
            picture = Path(os.environ['SOTAY_BUILD_ROOT'], 'meson-logs', f'{type(self).__name__}.png')
            self.person.picture(picture)
            print(f'# the screen is in {picture}; it could be read there:')
            for words in self.person.all_words():
                print(f'#   {words}')

    def end(self):
        if self.person is not None:
            self.person.end()
