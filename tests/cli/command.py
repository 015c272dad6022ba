# SPDX-License-Identifier: GPL-3.0-or-later
"""The built program `sotay` in a home of its own, and a runner that prints TAP."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ['SOTAY_SOURCE_ROOT'])
BUILD = Path(os.environ['SOTAY_BUILD_ROOT'])
PROGRAM = BUILD / 'src' / 'cli' / 'sotay'
PATIENCE = 60


class CommandCase(unittest.TestCase):
    """Each test has an empty home."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix='sotay-cli-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.home = self.folder / 'home'

    def environment(self):
        environment = {name: value for name, value in os.environ.items()
                       if not name.startswith(('LC_', 'LANG')) and name != 'GSETTINGS_BACKEND'}
        return environment | {'SOTAY_HOME': str(self.home), 'LC_ALL': 'C.UTF-8', 'no_proxy': '127.0.0.1'}

    def settings(self, **values):
        self.home.mkdir(mode=0o700, exist_ok=True)
        lines = [f"{name.replace('_', '-')}='{value}'" for name, value in values.items()]
        (self.home / 'settings.ini').write_text(
            '\n'.join(['[io/github/sotay_vneid/SotayVneid]', *lines, '']), encoding='utf-8')
        (self.home / 'settings.ini').chmod(0o600)

    def run_program(self, *words, status=0, **options):
        """Runs it; returns the finished process after checking its exit status."""
        done = subprocess.run([PROGRAM, *map(str, words)], env=self.environment(), capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=PATIENCE, check=False, **options)
        self.assertEqual(done.returncode, status, (words, done.stdout, done.stderr))
        return done

    def text(self, *words, status=0):
        return self.run_program(*words, status=status).stdout.decode('utf-8')

    def json(self, *words):
        done = self.run_program(*words, '--json')
        self.assertEqual(done.stderr, b'')
        return json.loads(done.stdout)

    def refused(self, *words, status=1):
        """What is said when it could not be done: one or two lines on standard error, nothing on standard output."""
        done = self.run_program(*words, status=status)
        self.assertEqual(done.stdout, b'')
        sentence = done.stderr.decode('utf-8')
        self.assertRegex(sentence, r'\A[^\n]+\n\Z')
        return sentence

    def add_unit(self, name='Phường Hải Tân', *options):
        return self.json('unit', 'add', name, *options)['id']

    def add_person(self, unit, name='Nguyễn Văn An', *options):
        return self.json('staff', 'add', '--unit', unit, '--name', name, *options)['id']

    def assert_keys(self, value, keys):
        self.assertEqual(sorted(value), sorted(keys.split()))


class TapResult(unittest.TestResult):
    number = 0

    def report(self, word, test, details=''):
        self.number += 1
        print(f'{word} {self.number} - {test.id().partition(".")[2]}')
        for line in details.splitlines():
            print(f'# {line}')
        sys.stdout.flush()

    def addSuccess(self, test):
        super().addSuccess(test)
        self.report('ok', test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.report('not ok', test, self._exc_info_to_string(err, test))

    def addError(self, test, err):
        super().addError(test, err)
        self.report('not ok', test, self._exc_info_to_string(err, test))


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    print(f'1..{suite.countTestCases()}')
    result = TapResult()
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
