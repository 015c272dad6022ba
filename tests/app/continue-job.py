#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A scripted person teaches, the power goes, and the lesson goes on where it was.

Runs inside run-display --window-manager.
"""
import json
import os
import re
import signal
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(os.environ['SOTAY_SOURCE_ROOT'], 'tests/support')))
from job import Job  # noqa: E402
from person import wait_for, write_settings, xdotool  # noqa: E402


class ContinueJob(Job):
    """What is on the wall is read from the wall; what the disk knows, from the journal."""

    def journal(self):
        """Its whole lines, the last one may be half written; '' when there is none."""
        try:
            text = (self.home / 'presentation/show.jsonl').read_text(encoding='utf-8')
        except FileNotFoundError:
            return ''
        return text[:text.rfind('\n') + 1]

    def last_time(self):
        """The newest time in the journal, in milliseconds since the show began."""
        return max(json.loads(line).get('at', 0) for line in self.journal().splitlines())

    def wall(self):
        return self.person.frame(self.person.say('Wall'))

    def second_step(self):
        """What the small line of U10's second step says."""
        words = self.person.say('Step %u of %u').replace('%u', '2', 1).replace('%u', r'\d+')
        return re.compile(f'^U10 .*{words}', re.M)

    def start(self):
        """F5 starts a lesson"""
        write_settings(self.home, view='catalogue')
        self.open_window()
        self.person.press('F5')
        self.wall()

    def keys(self):
        """F1 shows the keys of the show, not the help of the program"""
        self.person.press('F1')
        self.person.reads(self.person.say('Keys'), within=self.wall())
        self.person.press('Escape')
        self.person.gone('push button', self.person.say('Close the keys'))

    def go_to(self):
        """1 0 Enter goes to U10, and onwards to one of its steps"""
        self.person.press('1', '0', 'Return')
        self.person.reads(re.compile('^U10 '), within=self.wall())
        for _ in range(12):
            if self.person.look(words=self.second_step(), within=self.wall()):
                break
            before = self.person.all_words(self.wall())
            self.person.press('Next')
            wait_for('the next slide', lambda: self.person.all_words(self.wall()) != before)
        self.person.reads(self.second_step(), within=self.wall())

    def kill(self):
        """The program is killed once the slide is on the disk"""
        wait_for('the slide in the journal', lambda: 'U10/step-2' in self.journal())
        self.before = self.last_time()
        self.person.process.send_signal(signal.SIGKILL)
        self.person.process.wait()

    def offer(self):
        """Started again it offers to go on, and says where it stood"""
        self.open_window()
        place = self.person.say('%s, step %s') % ('U10', '2')
        self.person.reads(place)

    def go_on(self):
        """Continue shows the same slide"""
        self.person.click_on('push button', self.person.say('_Continue'))
        self.person.reads(self.second_step(), within=self.wall())

    def time(self):
        """The slides and the time of before count"""
        self.person.press('Next')
        wait_for('the next slide in the journal', lambda: self.journal().count('\n') > 1
                 and 'U10/step-2' not in self.journal().splitlines()[-1])
        assert '"U10/utility"' in self.journal(), self.journal()
        assert self.last_time() >= self.before, (self.journal(), self.before)
        self.person.press('Prior')
        self.person.reads(self.second_step(), within=self.wall())

    def ask(self):
        """Quit in the midst, F5 asks whether to go on; Enter does"""
        self.person.quit()
        self.open_window()
        self.person.find('push button', self.person.say('_Continue'))
        self.person.press('F5')
        self.person.reads(self.person.say('Continue the Lesson?'))
        self.person.press('Return')
        self.person.reads(self.second_step(), within=self.wall())

    def leave(self):
        """The ending page that is closed offers the lesson again; recorded or not at last, it is offered no more"""
        self.person.press('Escape')
        self.person.frame(self.person.say('To Be Recorded'))
        wait_for('the ending page in front', lambda: xdotool('getactivewindow', 'getwindowname')
                 == self.person.say('To Be Recorded'))
        # The room sees nothing of the program's window, which may show the register.
        screen = [int(side) for side in xdotool('getdisplaygeometry').split()]
        wait_for('the ending page on all of the screen', lambda: [
            int(line.split('=')[1]) for line in xdotool('getactivewindow', 'getwindowgeometry', '--shell').split()
            if line.startswith(('WIDTH', 'HEIGHT'))] == screen)
        self.person.press('alt+F4')
        self.person.find('push button', self.person.say('_Drop It'))
        self.person.click_on('push button', self.person.say('_Record It'))
        ending = self.person.frame(self.person.say('To Be Recorded'))
        self.person.click_on('push button', self.person.say('Do Not Record'), within=ending)
        wait_for('no journal', lambda: not self.journal())
        self.person.gone('push button', self.person.say('_Continue'))

    def drop(self):
        """What is dropped is not offered again"""
        self.person.press('F5')
        wait_for('the journal', self.journal)
        self.person.quit()
        self.open_window()
        self.person.click_on('push button', self.person.say('_Drop It'))
        self.person.gone('push button', self.person.say('_Continue'))
        wait_for('no journal', lambda: not self.journal())
        self.person.quit()

    STEPS = [start, keys, go_to, kill, offer, go_on, time, ask, leave, drop]


def main():
    with tempfile.TemporaryDirectory() as name:
        job = ContinueJob(Path(name))
        try:
            return job.run()
        finally:
            job.end()


if __name__ == '__main__':
    sys.exit(main())
