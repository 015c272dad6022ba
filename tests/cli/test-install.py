#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed programs, away from the build folder and not at the prefix that they were built for."""
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import command
from command import BUILD, SOURCE, CommandCase, main


class Installed(CommandCase):
    @classmethod
    def setUpClass(cls):
        cls.root = Path(tempfile.mkdtemp(prefix='sotay-install-'))
        cls.addClassCleanup(shutil.rmtree, cls.root, ignore_errors=True)
        done = subprocess.run(['meson', 'install', '-C', BUILD, '--no-rebuild', '--destdir', cls.root],
                              capture_output=True, check=False)
        if done.returncode != 0:
            raise unittest.TestCase.failureException(done.stdout + done.stderr)
        cls.prefix = next(cls.root.rglob('bin/sotay')).parent.parent
        # An installation below another root leaves this to the package.
        subprocess.run(['glib-compile-schemas', cls.prefix / 'share' / 'glib-2.0' / 'schemas'], check=True,
                       capture_output=True)
        command.PROGRAM = cls.prefix / 'bin' / 'sotay'

    def environment(self):
        return {name: value for name, value in super().environment().items()
                if name not in ('SOTAY_BUILD_ROOT', 'SOTAY_SOURCE_ROOT')}

    def test_files(self):
        for name in ('share/man/man1/sotay.1', 'share/man/man1/sotay-vneid.1', 'bin/sotay-vneid',
                     'share/bash-completion/completions/sotay', 'libexec/sotay-vneid/sotay-document'):
            self.assertTrue((self.prefix / name).is_file(), name)

    def test_verbs(self):
        self.assertEqual(len(self.json('catalogue', 'list')), 16)
        self.add_person(self.add_unit())
        self.assertEqual(self.json('progress')['due'], 1)
        self.assertTrue(self.json('doctor')['ok'])

    def test_languages(self):
        self.assertIn('Các lệnh', self.text('--help'))
        self.assertIn('Mức độ', self.text('catalogue', 'list'))

    def test_helper(self):
        data = SOURCE / 'tests' / 'guide' / 'data' / 'three-pages.pdf'
        self.assertEqual(self.json('guide', 'import', data)['pages'], 3)

    def test_half_an_installation(self):
        lonely = self.folder / 'bin' / 'sotay'
        lonely.parent.mkdir()
        shutil.copy(self.prefix / 'bin' / 'sotay', lonely)
        done = subprocess.run([lonely, 'unit', 'list'], env=self.environment(), capture_output=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b'libexec/sotay-vneid/sotay-verbs', done.stderr)

    def test_through_a_link(self):
        link = self.folder / 'sotay'
        os.symlink(self.prefix / 'bin' / 'sotay', link)
        done = subprocess.run([link, 'unit', 'list', '--json'], env=self.environment(), capture_output=True, check=True)
        self.assertEqual(done.stdout.strip(), b'[]')


if __name__ == '__main__':
    main()
