#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`sotay unit`, `staff`, `progress`, `log`, `undo` and `redo`."""
import csv
import sqlite3
import uuid

from command import CommandCase, main
from workbook import write_workbook

NOBODY = '01890000-0000-7000-8000-000000000000'
PERSON = ('id name unit unit_name level birth position trained_on passed_on code phone joined_on left_on note '
          'employment activated reason')


class Units(CommandCase):
    def test_add_and_list(self):
        self.assertEqual(self.json('unit', 'list'), [])
        city = self.add_unit('Thành phố')
        ward = self.add_unit('  Phường   Hải Tân ', '--parent', city)
        self.assertEqual(uuid.UUID(ward).version, 7)
        units = {unit['id']: unit for unit in self.json('unit', 'list')}
        self.assertEqual(units[ward], {'id': ward, 'name': 'Phường Hải Tân', 'parent': city, 'kind': None,
                                       'opened_on': None, 'closed_on': None, 'ending': None, 'successor': None})
        self.assertIsNone(units[city]['parent'])
        self.assertRegex(self.text('unit', 'list'), rf'{ward}    Phường Hải Tân\n')

    def test_tree(self):
        city = self.add_unit('Thành phố')
        ward = self.add_unit('Phường', '--parent', city)
        group = self.add_unit('Tổ', '--parent', ward)
        listed = self.text('unit', 'list').splitlines()[1:]
        self.assertEqual([line.split(None, 1) for line in listed],
                         [[city, 'Thành phố'], [ward, 'Phường'], [group, 'Tổ']])
        self.assertEqual([line.index(name) for line, name in zip(listed, ('Thành', 'Phường', 'Tổ'))], [38, 40, 42])

    def test_circle(self):
        city = self.add_unit('Thành phố')
        ward = self.add_unit('Phường', '--parent', city)
        with sqlite3.connect(self.home / 'register.db') as database:
            database.execute('UPDATE unit SET parent_id = ? WHERE id = ?', (ward, city))
        listed = self.text('unit', 'list')
        for unit in (city, ward):
            self.assertEqual(listed.count(unit), 1)

    def test_rename(self):
        unit = self.add_unit()
        self.assertEqual(self.json('unit', 'rename', unit, 'Phường Bình Hàn'), {'id': unit})
        self.assertEqual(self.json('unit', 'list')[0]['name'], 'Phường Bình Hàn')

    def unit(self, unit):
        return {entry['id']: entry for entry in self.json('unit', 'list')}[unit]

    def test_edit(self):
        unit = self.add_unit('Phường', '--kind', 'ward', '--opened', '1/7/2020')
        self.assertEqual((self.unit(unit)['kind'], self.unit(unit)['opened_on']), ('ward', '2020-07-01'))
        self.assertEqual(self.json('unit', 'edit', unit, '--kind', 'school', '--opened', ''), {'id': unit})
        self.assertEqual((self.unit(unit)['kind'], self.unit(unit)['opened_on']), ('school', None))
        self.run_program('unit', 'rename', unit, 'Trường')
        self.assertEqual((self.unit(unit)['name'], self.unit(unit)['kind']), ('Trường', 'school'))
        self.settings(language='en')
        self.assertIn('school', self.text('unit', 'list'))

    def test_move(self):
        city = self.add_unit('Thành phố')
        ward = self.add_unit('Phường')
        self.assertEqual(self.json('unit', 'move', ward, '--to', city), {'id': ward})
        self.assertEqual(self.unit(ward)['parent'], city)
        self.refused('unit', 'move', city, '--to', ward)
        self.run_program('unit', 'move', ward, '--top')
        self.assertIsNone(self.unit(ward)['parent'])
        for words in ((ward,), (ward, '--to', city, '--top')):
            self.refused('unit', 'move', *words, status=2)
        self.refused('unit', 'move', ward, '--to', NOBODY)

    def test_end(self):
        old = self.add_unit('Phường cũ', '--kind', 'ward')
        other = self.add_unit('Phường khác')
        self.add_person(old)
        ended = self.json('unit', 'end', old, '--on', '01/7/2025', '--merged-into', other)
        self.assertEqual(ended, {'id': old, 'successor': other})
        self.assertEqual((self.unit(old)['closed_on'], self.unit(old)['ending'], self.unit(old)['successor']),
                         ('2025-07-01', 'merged', other))
        self.assertEqual(self.json('progress', '--unit', old)['due'], 0)
        self.assertEqual(self.json('progress', '--unit', old, '--as-of', '2025-06-30')['due'], 1)
        self.assertEqual(self.json('progress', '--unit', other)['due'], 1)
        self.assertIn('01/7/2025', self.text('unit', 'list'))
        self.refused('unit', 'end', old, '--on', '2025-08-01', '--closed')
        self.run_program('undo')
        renamed = self.json('unit', 'end', old, '--on', '2025-07-01', '--renamed-as', 'Phường mới')
        self.assertEqual(self.json('progress', '--unit', renamed['successor'])['due'], 1)
        self.assertEqual(self.unit(renamed['successor'])['kind'], 'ward')
        self.assertEqual(self.json('unit', 'end', other, '--on', '2025-07-01', '--closed'),
                         {'id': other, 'successor': None})
        for words in ((other,), (other, '--closed'), (other, '--on', '2025-07-01'), (other, '--on', 'x', '--closed'),
                      (other, '--on', '2025-07-01', '--closed', '--merged-into', old)):
            self.refused('unit', 'end', *words, status=2)
        self.refused('unit', 'end', renamed['successor'], '--on', '2026-01-01', '--merged-into', NOBODY)

    def test_remove(self):
        unit = self.add_unit()
        self.add_person(unit)
        self.refused('unit', 'remove', unit)
        self.assertEqual(self.json('unit', 'remove', unit, '--with-staff'), {'id': unit})
        self.assertEqual(self.json('unit', 'list'), [])
        self.assertEqual(self.json('staff', 'list'), [])
        self.run_program('undo')
        self.assertEqual(len(self.json('staff', 'list')), 1)

    def test_remove_with_units_below(self):
        city = self.add_unit('Thành phố')
        self.add_unit('Phường', '--parent', city)
        self.refused('unit', 'remove', city)
        self.assertEqual(len(self.json('unit', 'list')), 2)

    def test_bad(self):
        unit = self.add_unit()
        for words in (('add', ''), ('add', ' '), ('add', 'x' * 10000), ('add', 'A', '--parent', NOBODY),
                      ('rename', NOBODY, 'A'), ('rename', unit, ''), ('remove', NOBODY), ('remove', "' OR 1=1 --"),
                      ('edit', NOBODY, '--name', 'A'), ('edit', unit, '--name', ''), ('end', NOBODY, '--on',
                                                                                      '2024-03-05',
                                                                                   '--closed')):
            self.refused('unit', *words)
        for words in ((), ('add',), ('add', 'A', 'B'), ('rename', unit), ('list', 'x'), ('list', '--bad'), ('fly',),
                      ('add', 'A', '--kind', 'xã'), ('add', 'A', '--opened', '31/2/2024'), ('edit', unit)):
            self.refused('unit', *words, status=2)
        self.assertEqual(len(self.json('unit', 'list')), 1)


class Staff(CommandCase):
    def setUp(self):
        super().setUp()
        self.unit = self.add_unit()

    def names(self, *words):
        return [person['name'] for person in self.json('staff', *words)]

    def test_add(self):
        person = self.add_person(self.unit, 'Nguyễn  Văn An', '--birth', '1980', '--position', 'Công chức', '--level',
                                 '2', '--phone', '0900000000', '--code', 'CB01', '--joined', '2020-01-02',
                                 '--note', 'x')
        found = self.json('staff', 'list')
        self.assertEqual(found, [{
            'id': person, 'name': 'Nguyễn Văn An', 'unit': self.unit, 'unit_name': 'Phường Hải Tân', 'level': 2,
            'birth': '1980', 'position': 'Công chức', 'trained_on': None, 'passed_on': None, 'code': 'CB01',
            'phone': '0900000000', 'joined_on': '2020-01-02', 'left_on': None, 'note': 'x',
            'employment': None, 'activated': None, 'reason': None}])
        self.assert_keys(found[0], PERSON)
        self.assertIn('Nguyễn Văn An', self.text('staff', 'list'))

    def test_order_and_limit(self):
        for name in ('Hoàng Yến', 'Lê Ánh', 'Trần Thị An', 'Bùi Đạt', 'Lê Dung'):
            self.add_person(self.unit, name)
        self.assertEqual(self.names('list'), ['Trần Thị An', 'Lê Ánh', 'Lê Dung', 'Bùi Đạt', 'Hoàng Yến'])
        self.assertEqual(self.names('list', '--limit', '2'), ['Trần Thị An', 'Lê Ánh'])

    def test_search(self):
        self.add_person(self.unit, 'Đặng Đình Đức')
        self.add_person(self.unit, 'Lê Ánh')
        self.assertEqual(self.names('search', 'dang duc'), ['Đặng Đình Đức'])
        self.assertEqual(self.names('list', '--search', 'anh'), ['Lê Ánh'])
        self.assertEqual(self.names('search', 'không có ai'), [])

    def test_edit(self):
        person = self.add_person(self.unit, 'Lê Ánh', '--birth', '1975', '--note', 'cũ')
        other = self.add_unit('Phường khác')
        self.assertEqual(self.json('staff', 'edit', person, '--name', 'Lê Thị Ánh', '--birth', '05/3/1976',
                                   '--note', '', '--unit', other, '--level', 'none'), {'id': person})
        found = self.json('staff', 'list')[0]
        self.assertEqual((found['name'], found['birth'], found['note'], found['unit'], found['level']),
                         ('Lê Thị Ánh', '1976-03-05', None, other, 0))

    def test_remove(self):
        person = self.add_person(self.unit)
        self.assertEqual(self.json('staff', 'remove', person), {'id': person})
        self.assertEqual(self.names('list'), [])

    def test_fields_have_labels(self):
        person = self.add_person(self.unit, 'Lê Ánh', '--joined', '2024-01-02')
        sentence = self.refused('staff', 'edit', person, '--left', '2024-01-02')
        self.assertIn('Ngày nghỉ hoặc chuyển đi (phải sau ngày vào làm)', sentence)
        self.assertNotIn('left_on', sentence)
        self.assertIn('Ngày tập huấn', self.refused('staff', 'mark-trained', person, '--date', '2199-01-01'))

    def test_mark_trained(self):
        people = [self.add_person(self.unit, name) for name in ('Lê Ánh', 'Bùi Đạt', 'Hoàng Yến')]
        self.assertEqual(self.json('staff', 'mark-trained', *people[:2], people[0], '--date', '2026-11-02'),
                         {'marked': 2})
        self.assertEqual(self.json('staff', 'mark-trained', people[0], '--date', '2026-11-02'), {'marked': 0})
        self.assertEqual(self.json('staff', 'mark-trained', people[0], '--date', '2/11/2026', '--passed'),
                         {'marked': 1})
        self.assertEqual(self.names('list', '--untrained'), ['Hoàng Yến'])
        trained = self.json('staff', 'search', 'anh')[0]
        self.assertEqual((trained['trained_on'], trained['passed_on']), ('2026-11-02', '2026-11-02'))

    def test_mark_all_or_none(self):
        person = self.add_person(self.unit)
        self.refused('staff', 'mark-trained', person, NOBODY, '--date', '2026-11-02')
        self.assertEqual(self.names('list', '--untrained'), ['Nguyễn Văn An'])

    def test_employment(self):
        person = self.add_person(self.unit, 'Lê Ánh', '--employment', 'part-time', '--activated', 'yes')
        self.add_person(self.unit, 'Bùi Đạt', '--activated', 'no', '--level', 'none')
        found = self.json('staff', 'list', '--employment', 'part-time')
        self.assertEqual([(entry['id'], entry['employment'], entry['activated']) for entry in found],
                         [(person, 'part-time', 'yes')])
        for words, names in ((('--activated', 'yes'), ['Lê Ánh']), (('--activated', 'no'), ['Bùi Đạt']),
                             (('--level', 'none'), ['Bùi Đạt']), (('--level', 'unknown'), ['Lê Ánh']),
                             (('--level', '2'), []), (('--employment', 'other'), [])):
            self.assertEqual(self.names('list', *words), names)
        self.run_program('staff', 'edit', person, '--activated', 'no', '--employment', '')
        self.assertEqual(self.names('list', '--activated', 'no'), ['Lê Ánh', 'Bùi Đạt'])

    def test_scopes(self):
        self.add_person(self.unit, 'Lê Ánh', '--joined', '2024-01-01', '--left', '2024-03-05')
        trained = self.add_person(self.unit, 'Bùi Đạt', '--joined', '2024-01-01')
        passed = self.add_person(self.unit, 'Hoàng Yến', '--joined', '2024-02-01')
        self.run_program('staff', 'mark-trained', trained, '--date', '2024-03-01')
        self.run_program('staff', 'mark-trained', passed, '--passed', '--date', '2024-03-02')
        for words, names in ((('members',), ['Bùi Đạt', 'Hoàng Yến']), (('left',), ['Lê Ánh']),
                             (('all',), ['Lê Ánh', 'Bùi Đạt', 'Hoàng Yến']),
                             (('due', '--as-of', '2024-03-04'), ['Lê Ánh', 'Bùi Đạt', 'Hoàng Yến']),
                             (('members', '--as-of', '15/1/2024'), ['Lê Ánh', 'Bùi Đạt']),
                             (('untrained', '--as-of', '2024-03-01'), ['Lê Ánh', 'Hoàng Yến']),
                             (('trained',), ['Bùi Đạt', 'Hoàng Yến']), (('passed',), ['Hoàng Yến']),
                             (('not-passed',), ['Bùi Đạt'])):
            self.assertEqual(self.names('list', '--scope', *words), names, words)

    def test_remove_several(self):
        people = [self.add_person(self.unit, name) for name in ('Lê Ánh', 'Bùi Đạt')]
        self.run_program('staff', 'remove', *people, people[0])
        self.assertEqual(self.names('list'), [])
        self.run_program('undo')
        self.assertEqual(self.names('list'), ['Lê Ánh', 'Bùi Đạt'])

    def test_unit_filter(self):
        below = self.add_unit('Tổ 1', '--parent', self.unit)
        other = self.add_unit('Phường khác')
        self.add_person(below, 'Lê Ánh')
        self.add_person(other, 'Bùi Đạt')
        self.assertEqual(self.names('list', '--unit', self.unit), ['Lê Ánh'])
        self.assertEqual(self.names('list', '--unit', self.unit, '--only-unit'), [])
        self.assertEqual(self.names('list', '--unit', below, '--only-unit'), ['Lê Ánh'])

    def test_bad(self):
        person = self.add_person(self.unit)
        for words in (('add', '--unit', NOBODY, '--name', 'A'), ('add', '--unit', self.unit, '--name', ''),
                      ('add', '--unit', self.unit, '--name', 'x' * 10000), ('edit', NOBODY, '--name', 'A'),
                      ('edit', person, '--name', ''), ('edit', person, '--unit', NOBODY), ('remove', NOBODY),
                      ('list', '--unit', NOBODY), ('mark-trained', NOBODY, '--date', '2026-11-02'),
                      ('mark-trained', person, '--date', '2199-11-02')):
            self.refused('staff', *words)
        for words in (('add', '--name', 'A'), ('add', '--unit', self.unit), ('edit', person), ('edit', '--name', 'A'),
                      ('add', '--unit', self.unit, '--name', 'A', '--birth', 'xưa'), ('search',), ('remove',),
                      ('add', '--unit', self.unit, '--name', 'A', '--joined', '2024-02-30'),
                      ('add', '--unit', self.unit, '--name', 'A', '--level', '4'), ('mark-trained', person),
                      ('mark-trained', person, '--date', '2026-13-01'), ('mark-trained', '--date', '2026-11-02'),
                      ('list', '--limit', '-1'), ('list', '--limit', 'x'), ('list', '--scope', 'x'),
                      ('list', '--untrained', '--scope', 'all'), ('list', '--as-of', 'x'), ('list', '--level', '3'),
                      ('list', '--activated', 'x'), ('list', '--employment', 'x'), ('list', '--only-unit'),
                      ('edit', person, '--activated', 'có'), ('edit', person, '--employment', 'vua')):
            self.refused('staff', *words, status=2)
        self.assertEqual(self.names('list'), ['Nguyễn Văn An'])


class Service(CommandCase):
    """Transfers, leaving, one person's sheet and history, and being taken out for good."""

    def setUp(self):
        super().setUp()
        self.unit = self.add_unit()
        self.other = self.add_unit('Phường khác')
        self.people = [self.add_person(self.unit, name, '--joined', '2024-01-01') for name in ('Lê Ánh', 'Bùi Đạt')]

    def due(self, unit, *options):
        return self.json('progress', '--unit', unit, *options)['due']

    def test_transfer(self):
        self.assertEqual(self.json('staff', 'transfer', *self.people, self.people[0], '--to', self.other, '--on',
                                   '5/3/2024'), {'transferred': 2})
        self.assertEqual([self.due(unit) for unit in (self.unit, self.other)], [0, 2])
        self.assertEqual([self.due(unit, '--as-of', '2024-03-04') for unit in (self.unit, self.other)], [2, 0])
        self.assertEqual(self.json('staff', 'show', self.people[0])['memberships'],
                         [{'unit': self.unit, 'unit_name': 'Phường Hải Tân', 'from_on': '2024-01-01',
                           'to_on': '2024-03-05'}])
        self.run_program('undo')
        self.assertEqual([self.due(unit) for unit in (self.unit, self.other)], [2, 0])

    def test_leave(self):
        self.assertEqual(self.json('staff', 'leave', *self.people, '--on', '2024-03-05'), {'left': 2})
        self.assertEqual((self.due(self.unit, '--as-of', '2024-03-04'), self.due(self.unit)), (2, 0))
        self.assertEqual(self.json('staff', 'leave', self.people[0], '--take-back'), {'left': 1})
        self.assertEqual(self.due(self.unit), 1)

    def test_bad(self):
        person = self.people[0]
        before = len(self.json('log'))
        for words in (('transfer', person, '--to', NOBODY, '--on', '2024-03-05'), ('show', NOBODY), ('show', self.unit),
                      ('transfer', person, NOBODY, '--to', self.other, '--on', '2024-03-05'), ('history', NOBODY),
                      ('history', self.unit),
                      ('transfer', person, '--to', self.other, '--on', '2023-12-31'), ('anonymise', NOBODY),
                      ('leave', person, '--on', '2023-12-31'), ('leave', NOBODY, '--on', '2024-03-05')):
            self.refused('staff', *words)
        for words in (('transfer', person), ('transfer', person, '--to', self.other), ('leave', person), ('show',),
                      ('transfer', person, '--to', self.other, '--on', 'mai'), ('leave', person, '--on', '30/2/2024'),
                      ('leave', person, '--on', '2024-03-05', '--take-back'), ('anonymise', *self.people)):
            self.refused('staff', *words, status=2)
        self.assertEqual((self.due(self.unit), len(self.json('log'))), (2, before))

    def test_show(self):
        person = self.people[0]
        session = self.json('session', 'add', '--title', 'Một', '--date', '2024-03-05', '--utilities', 'U1,U2')['id']
        self.run_program('attend', session, person)
        self.run_program('practice', 'set', person, '--utilities', 'U1', '--level', 'fluent', '--date', '2024-03-07')
        self.run_program('campaign', 'set', '--utilities', 'U1,U2')
        shown = self.json('staff', 'show', person)
        self.assert_keys(shown, PERSON + ' standing sessions memberships')
        self.assertEqual(shown['sessions'], [{'id': session, 'title': 'Một', 'date': '2024-03-05',
                                              'utilities': ['U1', 'U2']}])
        standing = shown['standing']
        self.assertEqual(standing['utilities'][0], {'utility': 'U1', 'taught_on': '2024-03-05',
                                                    'fluent_on': '2024-03-07'})
        del standing['utilities']
        self.assertEqual(standing, {
            'counts': True, 'trained_since': '2024-03-05', 'trained_by': 'sessions', 'passed_since': None,
            'passed_by': None, 'reason': None, 'required': ['U1', 'U2'], 'missing_training': [],
            'missing_practice': ['U2']})
        self.assertIn('U2', self.text('staff', 'show', person))

    def test_by_hand(self):
        person = self.people[0]
        self.run_program('staff', 'mark-trained', person, '--date', '2024-03-05', '--reason', 'Có giấy chứng nhận')
        standing = self.json('staff', 'show', person)['standing']
        self.assertEqual((standing['trained_by'], standing['trained_since'], standing['reason']),
                         ('hand', '2024-03-05', 'Có giấy chứng nhận'))
        self.run_program('staff', 'edit', person, '--trained', '4/3/2024', '--reason', 'Sửa ngày')
        self.assertEqual(self.json('staff', 'list', '--limit', '1')[0]['trained_on'], '2024-03-04')
        self.run_program('staff', 'edit', person, '--trained', '')
        self.assertEqual(self.json('progress')['trained'], 0)

    def test_history(self):
        person = self.people[0]
        self.run_program('staff', 'edit', person, '--position', 'Công chức')
        self.run_program('staff', 'transfer', *self.people, '--to', self.other, '--on', '2024-03-05')
        steps = self.json('staff', 'history', person)
        self.assertEqual([step['kind'] for step in steps], ['transfer-staff', 'edit-staff', 'add-staff'])
        self.assertEqual(steps[1]['changes'], [{'kind': 'staff', 'id': person, 'action': 'changed', 'fields': [
            {'field': 'position', 'before': None, 'after': 'Công chức'}]}])
        text = self.text('staff', 'history', person)
        self.assertIn('Phường Hải Tân → Phường khác', text)
        self.assertNotIn(self.other, text)
        self.run_program('staff', 'remove', person)
        self.assertEqual(self.json('staff', 'history', person)[0]['kind'], 'remove-staff')

    def test_anonymise(self):
        person = self.people[0]
        self.run_program('staff', 'mark-trained', person, '--date', '2024-03-01')
        self.assertIn('sotay staff leave', self.refused('staff', 'anonymise', person))
        self.run_program('staff', 'leave', person, '--on', '2024-03-05')
        before = self.json('progress', '--as-of', '2024-03-04')
        self.assertEqual(self.json('staff', 'anonymise', person), {'id': person})
        self.assertEqual(self.json('progress', '--as-of', '2024-03-04'), before)
        self.assertEqual(self.json('staff', 'search', 'anh'), [])
        for words in (('staff', 'list'), ('log',), ('staff', 'history', person), ('staff', 'show', person)):
            self.assertNotIn('Ánh', self.text(*words))
        self.assertEqual(self.json('staff', 'anonymise', person), {'id': person})
        self.assertIn('Bùi Đạt', self.text('staff', 'list'))


class Import(CommandCase):
    def setUp(self):
        super().setUp()
        self.unit = self.add_unit()
        self.file = self.folder / 'danh sách.csv'

    def write(self, *rows, encoding='utf-8'):
        self.file.write_bytes('\n'.join(['Họ và tên,Năm sinh,Chức vụ', *rows, '']).encode(encoding))

    def test_import(self):
        self.write('Nguyễn Văn An,1980,Công chức', 'Lê Ánh,1975,', ',1980,x', encoding='utf-8-sig')
        tried = self.json('staff', 'import', self.file, '--unit', self.unit, '--dry-run')
        self.assertEqual(self.json('staff', 'list'), [])
        done = self.json('staff', 'import', self.file, '--unit', self.unit)
        self.assertEqual(done, tried)
        self.assert_keys(done, 'read added updated unchanged rejected asked noted encoding sheet columns')
        self.assertEqual([column['field'] for column in done['columns']], ['name', 'birth', 'position'])
        self.assertEqual((done['read'], done['added']), (3, 2))
        self.assertEqual([(row['row'], row['reason']) for row in done['rejected']], [(4, 'no-name')])
        self.assertEqual(len(self.json('staff', 'list')), 2)
        again = self.json('staff', 'import', self.file, '--unit', self.unit)
        self.assertEqual((again['added'], again['unchanged']), (0, 2))
        self.run_program('undo')
        self.assertEqual(self.json('staff', 'list'), [])

    def test_ticks(self):
        self.file.write_text('Họ và tên,Đã tập huấn\nLê Ánh,x\n', encoding='utf-8')
        tried = self.text('staff', 'import', self.file, '--unit', self.unit, '--dry-run')
        self.assertIn('chưa đánh dấu tập huấn', tried)
        done = self.json('staff', 'import', self.file, '--unit', self.unit)
        self.assertEqual((done['added'], [row['reason'] for row in done['noted']]), (1, ['no-day']))
        self.assertIsNone(self.json('staff', 'list')[0]['trained_on'])

    def test_map(self):
        self.file.write_text('Họ và tên,Chức vụ,Số\nLê Ánh,x,0912345678\n', encoding='utf-8')
        words = ('staff', 'import', self.file, '--unit', self.unit)
        self.refused(*words, '--map', 'D=phone')
        self.refused(*words, '--map', 'C=telephone')
        self.refused(*words, '--map', 'C')
        self.json(*words, '--map', 'Số=phone', '--map', '2=', '--dry-run')
        done = self.json(*words, '--map', 'số=phone', '--map', 'B=')
        self.assertEqual([column['field'] for column in done['columns']], ['name', 'none', 'phone'])
        person = self.json('staff', 'list')[0]
        self.assertEqual((person['phone'], person['position']), ('0912345678', None))
        # It is remembered for the next list with this heading.
        self.file.write_text('Họ và tên,Chức vụ,Số\nLê Bảo,y,912345679\n', encoding='utf-8')
        again = self.json(*words)
        self.assertEqual([row['notes'] for row in again['noted']], [['phone']])
        self.assertIn('0912345679', [person['phone'] for person in self.json('staff', 'list')])

    def test_no_heading(self):
        self.file.write_text('Lê Ánh,1980\nLê Bảo,1981\n', encoding='utf-8')
        self.refused('staff', 'import', self.file, '--unit', self.unit)
        done = self.json('staff', 'import', self.file, '--unit', self.unit, '--map', 'A=name', '--map', 'B=birth')
        self.assertEqual(done['added'], 2)

    def test_rejected(self):
        rest = self.folder / 'rest.csv'
        self.write('Lê Ánh,1980,"Kế toán, văn thư"', 'Lê Bảo,31/2/1980,"Trưởng ban ""A"""', ',1975,x')
        self.json('staff', 'import', self.file, '--unit', self.unit, '--rejected', rest)
        text = rest.read_bytes().decode('utf-8-sig')
        self.assertTrue(rest.read_bytes().startswith(b'\xef\xbb\xbf'))
        rows = list(csv.reader(text.splitlines()))
        self.assertEqual(rows[0], ['Họ và tên', 'Năm sinh', 'Chức vụ', 'Lý do'])
        self.assertEqual([row[:3] for row in rows[1:]], [['Lê Bảo', '31/2/1980', 'Trưởng ban "A"'], ['', '1975', 'x']])
        self.assertTrue(all(row[3] for row in rows))
        self.refused('staff', 'import', self.file, '--unit', self.unit, '--rejected', self.home / 'register.db')
        whole = self.file.read_bytes()
        other = self.folder / 'other-name.csv'
        other.symlink_to(self.file)
        for target in (self.file, other, self.folder / 'none' / 'rest.csv'):
            self.refused('staff', 'import', self.file, '--unit', self.unit, '--rejected', target)
        self.assertEqual(self.file.read_bytes(), whole)

    def test_workbook(self):
        book = self.folder / 'danh sách.xlsx'
        write_workbook(book, {'Trang bìa': [['Bìa']],
                              'Cán bộ': [['DANH SÁCH'], ['Họ và tên', 'Ngày sinh', 'SĐT'],
                                         ['Lê Ánh', 27456, 912345678]]})
        self.refused('staff', 'import', book, '--unit', self.unit, '--sheet', 'Không có')
        done = self.json('staff', 'import', book, '--unit', self.unit, '--sheet', 'Cán bộ')
        self.assertEqual((done['added'], done['sheet']), (1, 'Cán bộ'))
        person = self.json('staff', 'list')[0]
        self.assertEqual((person['birth'], person['phone']), ('1975-03-03', '0912345678'))
        self.assertEqual(self.json('staff', 'import', book, '--unit', self.unit, '--sheet', 'Cán bộ')['unchanged'], 1)

    def test_namesakes(self):
        self.add_person(self.unit, 'Lê Ánh')
        self.write('Lê Ánh,,Giáo viên')
        done = self.json('staff', 'import', self.file, '--unit', self.unit)
        self.assertEqual([row['reason'] for row in done['asked']], ['namesake'])
        self.assertEqual(len(self.json('staff', 'list')), 1)
        self.assertIn('Lê Ánh', self.text('staff', 'import', self.file, '--unit', self.unit))

    def test_bad(self):
        self.refused('staff', 'import', self.folder / 'none.csv', '--unit', self.unit)
        self.refused('staff', 'import', self.folder, '--unit', self.unit)
        for contents in (b'', b'PK\x03\x04\x00\x00', b'\x89PNG\r\n\x1a\n\x00', b'a,b\n1,2\n',
                         b'H\xe1\xbb,\xff\xfe\xfa\n'):
            self.file.write_bytes(contents)
            self.refused('staff', 'import', self.file, '--unit', self.unit)
        self.write('Lê Ánh,,')
        self.refused('staff', 'import', self.file, '--unit', NOBODY)
        self.assertEqual(self.json('staff', 'list'), [])
        self.assertEqual(len(self.json('log')), 1)


class Progress(CommandCase):
    def test_empty(self):
        self.assertEqual(self.json('progress'), {'due': 0, 'trained': 0, 'passed': 0, 'percent': None, 'units': []})

    def test_figures(self):
        city = self.add_unit('Thành phố')
        ward = self.add_unit('Phường', '--parent', city)
        people = [self.add_person(ward, name, '--joined', '2026-01-01') for name in ('Lê Ánh', 'Bùi Đạt', 'Lê Dung')]
        self.run_program('staff', 'mark-trained', people[0], people[1], '--date', '2026-11-02')
        self.run_program('staff', 'mark-trained', people[0], '--date', '2026-11-02', '--passed')
        whole = self.json('progress')
        self.assertEqual((whole['due'], whole['trained'], whole['passed'], whole['percent']), (3, 2, 1, 66.67))
        self.assertEqual([unit['id'] for unit in whole['units']], [city, ward])
        for unit in whole['units']:
            self.assert_keys(unit, 'id name parent due trained passed percent')
            self.assertEqual(unit['trained'], 2)
        self.assertEqual(self.json('progress', '--as-of', '2026-11-01')['trained'], 0)
        self.assertEqual(self.json('progress', '--as-of', '2025-12-31')['due'], 0)
        self.assertEqual(self.json('progress', '--unit', ward)['units'], [])
        self.assertIn('66,67 %', self.text('progress'))

    def test_trend(self):
        ward = self.add_unit()
        people = [self.add_person(ward, name, '--joined', '2024-01-15') for name in ('Lê Ánh', 'Bùi Đạt')]
        self.run_program('staff', 'mark-trained', people[0], '--date', '2024-02-10')
        self.run_program('staff', 'mark-trained', people[1], '--date', '2024-03-05')
        trend = self.json('progress', '--trend', '4', '--as-of', '2024-03-06', '--unit', ward)
        self.assertEqual([(point['date'], point['due'], point['trained'], point['percent']) for point in trend],
                         [('2023-12-31', 0, 0, None), ('2024-01-31', 2, 0, 0), ('2024-02-29', 2, 1, 50),
                          ('2024-03-06', 2, 2, 100)])
        self.assertRegex(self.text('progress', '--trend', '2', '--as-of', '2024-03-06'), r'29/02/2024 +2 +1 +0 +50')
        for months in ('-1', '121', 'x'):
            self.refused('progress', '--trend', months, status=2)
        self.refused('progress', '--trend', '2', '--unit', NOBODY)

    def test_two_decimals(self):
        ward = self.add_unit('Phường 33.329999999999998 "x" \\')
        people = [self.add_person(ward, name) for name in ('Lê Ánh', 'Bùi Đạt', 'Lê Dung')]
        self.run_program('staff', 'mark-trained', people[0], '--date', '2026-11-02')
        printed = self.text('progress', '--json')
        self.assertRegex(printed, r'"percent" : 33\.33,?\n')
        self.assertEqual(self.json('progress')['units'][0]['name'], 'Phường 33.329999999999998 "x" \\')

    def test_bad(self):
        self.refused('progress', '--unit', NOBODY)
        self.refused('progress', '--as-of', 'hôm kia', status=2)


class Log(CommandCase):
    def test_log_undo_redo(self):
        unit = self.add_unit()
        self.add_person(unit, 'Lê Ánh')
        steps = self.json('log')
        self.assertEqual([step['kind'] for step in steps], ['add-staff', 'add-unit'])
        for step in steps:
            self.assert_keys(step, 'number time kind subject state entries text')
            self.assertRegex(step['time'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')
        self.assertEqual(len(self.json('log', '--limit', '1')), 1)
        self.assertEqual(self.json('undo')['kind'], 'add-staff')
        self.assertEqual(self.json('staff', 'list'), [])
        self.assertEqual(self.json('log')[0]['state'], 'undone')
        self.assertEqual(self.json('redo')['kind'], 'add-staff')
        self.assertEqual(len(self.json('staff', 'list')), 1)
        self.assertIn('Lê Ánh', self.text('log'))
        self.assertIn('Lê Ánh', self.text('undo'))

    def test_nothing(self):
        self.refused('undo')
        self.refused('redo')
        self.assertEqual(self.json('log'), [])


if __name__ == '__main__':
    main()
