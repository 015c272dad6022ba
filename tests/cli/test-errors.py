#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Wrong usage, wrong places, wrong data: a clear sentence in the interface's language, and nothing lost."""
import sqlite3
import subprocess

from command import PROGRAM, CommandCase, main


class Usage(CommandCase):
    def test_wrong(self):
        for words in ((), ('fly',), ('--fly',), ('catalogue',), ('catalogue', 'fly'), ('catalogue', 'list', 'x'),
                      ('catalogue', 'list', '--level', '3'), ('catalogue', 'list', '--level', 'x'),
                      ('catalogue', 'show'), ('catalogue', 'search'), ('doctor', 'x'), ('log', '--limit', '-2'),
                      ('--json',)):
            self.assertIn('sotay', self.refused(*words, status=2))

    def test_help_and_version(self):
        self.assertRegex(self.text('--version'), r'^sotay \d+\.\d+')
        self.assertIn('Các lệnh', self.text('--help'))
        self.assertIn('unit rename', self.text('unit', '--help'))
        self.assertNotIn('staff add', self.text('unit', '--help'))
        self.assertIn('--parent', self.text('unit', 'add', '-h'))
        self.assertFalse((self.home / 'register.db').exists())

    def test_languages(self):
        self.assertIn('Không có lệnh', self.refused('fly', status=2))
        self.settings(language='en')
        self.assertIn('There is no verb', self.refused('fly', status=2))
        self.assertIn('Verbs', self.text('--help'))

    def test_json_before_the_verb(self):
        self.assertEqual(self.text('--json', 'unit', 'list'), self.text('unit', 'list', '--json'))

    def test_dash_name(self):
        self.run_program('unit', 'add', '--', '-Phường-')
        self.assertEqual(self.json('unit', 'list')[0]['name'], '-Phường-')

    def test_not_utf8(self):
        done = subprocess.run([PROGRAM, 'unit', 'add', b'\xff\xfe'], env=self.environment(), capture_output=True,
                              check=False)
        self.assertEqual(done.returncode, 2)

    def test_full_output(self):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([PROGRAM, 'catalogue', 'list'], env=self.environment(), stdout=full,
                                  stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stderr)


class Places(CommandCase):
    def test_home_below_a_file(self):
        (self.folder / 'file').write_text('x', encoding='utf-8')
        self.home = self.folder / 'file' / 'home'
        self.assertEqual(len(self.json('catalogue', 'list')), 16)
        self.refused('unit', 'add', 'A')
        self.refused('unit', 'list')
        self.refused('guide', 'import', '/etc/hostname')
        self.run_program('doctor', status=1)

    def test_newer_database(self):
        self.add_unit()
        with sqlite3.connect(self.home / 'register.db') as database:
            database.execute('PRAGMA user_version = 9999')
        before = (self.home / 'register.db').read_bytes()
        sentence = self.refused('unit', 'add', 'A')
        self.assertIn('phiên bản mới hơn', sentence)
        self.assertEqual((self.home / 'register.db').read_bytes(), before)
        self.run_program('doctor', status=1)

    def test_corrupt_database(self):
        self.home.mkdir(mode=0o700)
        for contents in (b'not a database, only words ' * 100, b'SQLite format 3\0' + b'\xff' * 5000):
            (self.home / 'register.db').write_bytes(contents)
            (self.home / 'register.db').chmod(0o600)
            self.refused('unit', 'list')
            self.refused('staff', 'search', 'a')
            self.run_program('doctor', status=1)
            self.assertEqual((self.home / 'register.db').read_bytes(), contents)


class Doctor(CommandCase):
    def test_good(self):
        self.add_unit()
        report = self.json('doctor')
        self.assert_keys(report, 'checks ok')
        self.assertTrue(report['ok'])
        for check in report['checks']:
            self.assert_keys(check, 'name ok text')
            self.assertTrue(check['ok'], check)
        self.assertLessEqual({'version', 'home', 'settings', 'content', 'register', 'guide', 'guide-sandbox'},
                             {check['name'] for check in report['checks']})

    def test_makes_no_register(self):
        self.json('doctor')
        self.assertFalse((self.home / 'register.db').exists())

    def test_open_to_others(self):
        self.add_unit()
        (self.home / 'register.db').chmod(0o644)
        advice = self.run_program('doctor', status=1).stdout.decode('utf-8')
        self.assertIn(f"chmod -R go= '{self.home / 'register.db'}'", advice)
        (self.home / 'register.db').chmod(0o600)
        self.home.chmod(0o755)
        self.run_program('doctor', status=1)

    def test_private(self):
        self.add_unit()
        for path in (self.home, *self.home.rglob('*')):
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)


if __name__ == '__main__':
    main()
