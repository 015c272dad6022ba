#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`sotay backup`: what is kept, what is inside, and that it comes back."""
import json
import os
import re
import sqlite3
import subprocess

from command import PROGRAM, CommandCase, main

KEYS = 'id made_at cause bytes units staff trained last_step whole'


class Backups(CommandCase):
    def setUp(self):
        super().setUp()
        self.unit = self.add_unit()

    def path(self, backup):
        return self.home / 'backups' / f"register-{backup['id']}.db"

    def names(self):
        return [person['name'] for person in self.json('staff', 'list')]

    def damage(self, path):
        content = bytearray(path.read_bytes())
        content[0:4096] = b'\xa5' * 4096
        path.write_bytes(content)

    def test_none(self):
        self.assertEqual(self.json('backup', 'list'), [])
        self.assertEqual(self.json('backup', 'check'), [])
        self.assertEqual(self.text('backup', 'list').count('\n'), 1)

    def test_make_and_list(self):
        self.add_person(self.unit)
        made = self.json('backup', 'make')
        self.assert_keys(made, KEYS)
        self.assertRegex(made['id'], r'\A\d{8}-\d{6}-hand\Z')
        self.assertRegex(made['made_at'], r'\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d(:?\d\d)?)\Z')
        self.assertEqual((made['cause'], made['units'], made['staff'], made['trained'], made['whole']),
                         ('hand', 1, 1, 0, True))
        self.assertEqual(made['bytes'], self.path(made).stat().st_size)
        self.assertEqual(self.path(made).stat().st_mode & 0o777, 0o600)
        self.assertIn('Nguyễn Văn An', made['last_step'])
        listed = self.json('backup', 'list')
        self.assertEqual([backup['cause'] for backup in listed], ['hand', 'daily'])
        self.assertEqual(listed[0], made)
        self.assertEqual(self.json('backup', 'check'), listed)
        self.assertIn(made['id'], self.text('backup', 'list'))

    def test_restore_and_back(self):
        self.add_person(self.unit, 'Nguyễn Văn An')
        made = self.json('backup', 'make')
        self.add_person(self.unit, 'Trần Thị Bình')
        before = self.json('backup', 'restore', made['id'])
        self.assert_keys(before, 'id')
        self.assertEqual(self.names(), ['Nguyễn Văn An'])
        self.json('backup', 'restore', before['id'])
        self.assertEqual(self.names(), ['Nguyễn Văn An', 'Trần Thị Bình'])
        self.assertTrue(self.json('doctor')['ok'])

    def test_before_import(self):
        people = self.folder / 'a.csv'
        people.write_text('Họ và tên,Đơn vị\nNguyễn Văn An,Phường Hải Tân\n', encoding='utf-8')
        self.json('staff', 'import', people)
        self.json('staff', 'import', people)  # which changes nothing
        self.assertEqual([backup['cause'] for backup in self.json('backup', 'list')], ['import'])

    def test_import_without_backup(self):
        """Nothing is imported when the register cannot be kept first; other work goes on, and it is said."""
        (self.home / 'backups').write_text('a file where the folder should be')
        people = self.folder / 'a.csv'
        people.write_text('Họ và tên,Đơn vị\nNguyễn Văn An,Phường Hải Tân\n', encoding='utf-8')
        self.refused('staff', 'import', people)
        self.assertEqual(self.names(), [])
        done = self.run_program('staff', 'add', '--unit', self.unit, '--name', 'Trần Thị Bình')
        self.assertRegex(done.stderr.decode('utf-8'), r'\A[^\n]+\n\Z')
        self.assertEqual(self.names(), ['Trần Thị Bình'])

    def test_damaged_backup(self):
        self.add_person(self.unit)
        made = self.json('backup', 'make')
        self.damage(self.path(made))
        listed = self.json('backup', 'list')
        self.assertEqual([backup['whole'] for backup in listed], [False, True])
        self.assertIsNone(listed[0]['staff'])
        self.run_program('backup', 'check', status=1)
        self.refused('backup', 'restore', made['id'])
        self.assertEqual(self.names(), ['Nguyễn Văn An'])
        checks = {check['name']: check['ok'] for check in
                  json.loads(self.run_program('doctor', '--json', status=1).stdout)['checks']}
        self.assertFalse(checks['backups'])
        self.assertTrue(checks['register'])

    def test_damaged_register(self):
        """It says that there are backups, and the newest brings everything back."""
        self.add_person(self.unit)
        made = self.json('backup', 'make')
        self.damage(self.home / 'register.db')
        self.assertIn('sotay backup list', self.refused('staff', 'list'))
        kept = self.json('backup', 'restore', made['id'])
        self.assertTrue(kept['id'].endswith('-damaged'))
        self.assertEqual(self.names(), ['Nguyễn Văn An'])
        self.assertEqual({backup['cause']: backup['whole'] for backup in self.json('backup', 'check')},
                         {'hand': True, 'daily': True, 'damaged': False})

    def test_unknown(self):
        self.assertIn('20240101-081500-daily', self.refused('backup', 'restore', '20240101-081500-daily'))
        self.refused('backup', 'restore', status=2)

    def test_under_an_open_connection(self):
        """Another program that holds the file open reads the new content from it."""
        self.add_person(self.unit, 'Nguyễn Văn An')
        made = self.json('backup', 'make')
        self.add_person(self.unit, 'Trần Thị Bình')
        other = sqlite3.connect(self.home / 'register.db')
        self.assertEqual(other.execute('SELECT count(*) FROM staff').fetchone(), (2,))
        self.json('backup', 'restore', made['id'])
        self.assertEqual(other.execute('SELECT count(*) FROM staff').fetchone(), (1,))
        other.close()

    def test_locked_by_another_program(self):
        self.add_person(self.unit)
        made = self.json('backup', 'make')
        other = sqlite3.connect(self.home / 'register.db')
        other.execute('BEGIN IMMEDIATE')
        self.refused('backup', 'restore', made['id'])
        self.json('backup', 'make')  # which only reads
        other.close()
        self.assertEqual(self.names(), ['Nguyễn Văn An'])

    def test_killed(self):
        """Whenever `backup make` is killed, the list holds whole backups only."""
        for number in range(12):
            running = subprocess.Popen([PROGRAM, 'backup', 'make'], env=self.environment(), stdout=subprocess.DEVNULL)
            try:
                running.wait(timeout=0.002 * number)
            except subprocess.TimeoutExpired:
                running.kill()
                running.wait()
        self.assertTrue(all(backup['whole'] for backup in self.json('backup', 'check')))
        for name in os.listdir(self.home / 'backups') if (self.home / 'backups').exists() else []:
            self.assertTrue(re.match(r'register-.*\.db\Z|\.unfinished-', name), name)


if __name__ == '__main__':
    main()
