#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`sotay session`, `attend`, `practice`, `campaign`, `outreach` and `feedback`."""
from command import CommandCase, main

NOBODY = '01890000-0000-7000-8000-000000000000'
ALL = [f'U{number}' for number in range(1, 17)]
SESSION = 'id title date from to place trainer form utilities minutes unit unit_name repeats documents note counts'


class TrainingCase(CommandCase):
    def setUp(self):
        super().setUp()
        self.unit = self.add_unit()

    def add_session(self, title='Tập huấn VNeID', date='2024-03-05', *options):
        return self.json('session', 'add', '--title', title, '--date', date, *options)['id']

    def counts(self, session):
        counts = self.json('session', 'show', session)['counts']
        return tuple(counts[name] for name in 'invited present late excused absent unmarked'.split())

    def steps(self):
        return len(self.json('log'))


class Sessions(TrainingCase):
    def test_add_and_show(self):
        session = self.add_session('  Tập huấn   đợt 1 ', '5/3/2024', '--from', '8h', '--to', '11:30', '--trainer',
                                   'Lê Ánh',
                                   '--place', 'Hội trường', '--form', 'in-person', '--utilities', 'u1, U16',
                                   '--minutes', 'U16=12,u1=5',
                                   '--unit', self.unit, '--document', 'Công văn 520', '--document',
                                   'https://vneid.gov.vn',
                                   '--note', 'Mang theo điện thoại')
        shown = self.json('session', 'show', session)
        self.assertEqual(shown, {
            'id': session, 'title': 'Tập huấn đợt 1', 'date': '2024-03-05', 'from': '08:00', 'to': '11:30',
            'place': 'Hội trường', 'trainer': 'Lê Ánh', 'form': 'in-person', 'utilities': ['U1', 'U16'],
            'minutes': {'U1': 5, 'U16': 12},
            'unit': self.unit, 'unit_name': 'Phường Hải Tân', 'repeats': None,
            'documents': ['Công văn 520', 'https://vneid.gov.vn'], 'note': 'Mang theo điện thoại', 'attendance': [],
            'counts': {'invited': 0, 'present': 0, 'late': 0, 'excused': 0, 'absent': 0, 'unmarked': 0}})
        text = self.text('session', 'show', session)
        for words in ('Tập huấn đợt 1', '05/3/2024', '08:00–11:30', 'U1 U16', 'U1=5 U16=12', 'Hội trường',
                      '  https://vneid.gov.vn\n'):
            self.assertIn(words, text)

    def test_list(self):
        below = self.add_unit('Tổ 1', '--parent', self.unit)
        first = self.add_session('Một', '2024-03-05', '--unit', below)
        second = self.add_session('Hai', '2024-04-02', '--unit', self.add_unit('Phường khác'))
        third = self.add_session('Ba', '2024-03-31')
        listed = self.json('session', 'list')
        self.assertEqual([session['id'] for session in listed], [second, third, first])
        self.assert_keys(listed[0], SESSION)
        for words, found in ((('--unit', self.unit), [first]), (('--month', '2024-03'), [third, first]),
                             (('--month', '3/2024'), [third, first]), (('--limit', '1'), [second]),
                             (('--month', '2023-03'), [])):
            self.assertEqual([session['id'] for session in self.json('session', 'list', *words)], found)
        self.assertRegex(self.text('session', 'list'), rf'{second}  02/4/2024 +Hai')

    def test_edit(self):
        session = self.add_session('Một', '2024-03-05', '--from', '08:00', '--to', '09:00', '--note', 'x')
        self.assertEqual(self.json('session', 'edit', session, '--title', 'Hai', '--to', '10g15', '--note', '',
                                   '--utilities', 'all', '--minutes', 'U2=90'), {'id': session})
        shown = self.json('session', 'show', session)
        self.assertEqual((shown['title'], shown['from'], shown['to'], shown['note'], shown['utilities']),
                         ('Hai', '08:00', '10:15', None, ALL))
        self.assertEqual(shown['minutes'], {'U2': 90})
        self.run_program('session', 'edit', session, '--minutes', '')
        self.assertEqual(self.json('session', 'show', session)['minutes'], {})
        self.run_program('undo')
        self.assertEqual(self.json('session', 'show', session)['minutes'], {'U2': 90})

    def test_repeats(self):
        first = self.add_session('Một', '2024-03-05', '--utilities', 'U1,U2', '--trainer', 'Lê Ánh', '--note', 'x')
        second = self.json('session', 'add', '--repeats', first, '--date', '2024-03-06')['id']
        third = self.json('session', 'add', '--repeats', second, '--date', '2024-03-07', '--trainer', 'Bùi Đạt')['id']
        shown = [self.json('session', 'show', session) for session in (second, third)]
        self.assertEqual([(slot['title'], slot['utilities'], slot['trainer'], slot['note'], slot['repeats'])
                          for slot in shown],
                         [('Một', ['U1', 'U2'], 'Lê Ánh', None, first), ('Một', ['U1', 'U2'], 'Bùi Đạt', None, first)])
        self.refused('session', 'edit', first, '--repeats', second)
        self.run_program('session', 'remove', first)
        self.assertEqual([self.json('session', 'show', session)['repeats'] for session in (second, third)],
                         [None, second])
        self.run_program('session', 'edit', third, '--repeats', '')
        self.assertIsNone(self.json('session', 'show', third)['repeats'])

    def test_remove_takes_attendance_along(self):
        person = self.add_person(self.unit)
        session = self.add_session('Một', '2024-03-05', '--utilities', 'all')
        self.run_program('attend', session, person)
        self.assertEqual(self.json('progress')['trained'], 1)
        self.assertEqual(self.json('session', 'remove', session), {'id': session})
        self.assertEqual((self.json('session', 'list'), self.json('progress')['trained']), ([], 0))
        self.run_program('undo')
        self.assertEqual((self.counts(session), self.json('progress')['trained']), ((1, 1, 0, 0, 0, 0), 1))

    def test_bad(self):
        session = self.add_session()
        person = self.add_person(self.unit)
        before = self.steps()
        for words in (('add', '--title', '', '--date', '2024-03-05'), ('add', '--title', 'x' * 201, '--date',
                                                                       '2024-03-05'),
                      ('add', '--title', 'A', '--date', ''), ('add', '--repeats', NOBODY, '--date', '2024-03-05'),
                      ('add', '--title', 'A', '--date', '2024-03-05', '--from', '9h', '--to', '8h'),
                      ('add', '--title', 'A', '--date', '2024-03-05', '--to', '8h'),
                      ('add', '--title', 'A', '--date', '2024-03-05', '--unit', NOBODY), ('show', NOBODY), ('show',
                                                                                                            person),
                      ('edit', NOBODY, '--title', 'A'), ('edit', session, '--title', ' '),
                      ('edit', session, '--repeats', self.unit), ('edit', session, '--repeats', session),
                      ('remove', NOBODY), ('remove', self.unit), ('list', '--unit', NOBODY), ('invite', NOBODY,
                                                                                              person)):
            self.refused('session', *words)
        for words in (('add', '--title', 'A'), ('add', '--date', '2024-03-05'), ('edit', session), ('show',),
                      ('edit', session, '--minutes', 'U1=0'), ('edit', session, '--minutes', 'U1'),
                      ('edit', session, '--minutes', 'U17=5'), ('edit', session, '--minutes', 'U1=5,U1=6'),
                      ('remove',),
                      ('add', '--title', 'A', '--date', '2024-02-30'), ('add', '--title', 'A', '--date', 'ngày kia'),
                      ('add', '--title', 'A', '--date', '2024-03-05', '--utilities', 'U17'),
                      ('add', '--title', 'A', '--date', '2024-03-05', '--utilities', 'U1 mọi thứ'),
                      ('add', '--title', 'A', '--date', '2024-03-05', '--form', 'thư'),
                      ('add', '--title', 'A', '--date', '2024-03-05', '--from', '25:00'), ('list', '--limit', '-1'),
                      ('add', '--title', 'A', '--date', '2024-03-05', '--from', '8:60'), ('list', '--month', '2024-13'),
                      ('invite', session)):
            self.refused('session', *words, status=2)
        self.assertEqual(self.steps(), before)


class Attendance(TrainingCase):
    def setUp(self):
        super().setUp()
        self.people = [self.add_person(self.unit, name) for name in ('Hoàng Yến', 'Lê Ánh', 'Bùi Đạt')]
        self.session = self.add_session('Một', '2024-03-05', '--utilities', 'all')

    def test_invite(self):
        yen, anh, dat = self.people
        self.assertEqual(self.json('session', 'invite', self.session, yen, yen), {'invited': 1})
        self.assertEqual(self.json('session', 'invite', self.session, '--unit', self.unit), {'invited': 2})
        self.assertEqual(self.json('session', 'invite', self.session, anh, dat), {'invited': 0})
        self.assertEqual(self.counts(self.session), (3, 0, 0, 0, 0, 3))
        self.assertEqual(self.json('progress')['trained'], 0)
        shown = self.json('session', 'show', self.session)['attendance']
        self.assertEqual([entry['name'] for entry in shown], ['Lê Ánh', 'Bùi Đạt', 'Hoàng Yến'])
        self.assertEqual(shown[0], {'staff': anh, 'name': 'Lê Ánh', 'unit': self.unit, 'unit_name': 'Phường Hải Tân',
                                    'status': None, 'remark': None})

    def test_invite_members_of_the_day(self):
        late = self.add_person(self.unit, 'Lê Muộn', '--joined', '2024-03-06')
        left = self.add_person(self.unit, 'Lê Rời', '--joined', '2024-01-01', '--left', '2024-03-05')
        self.assertEqual(self.json('session', 'invite', self.session, '--unit', self.unit), {'invited': 3})
        there = {entry['staff'] for entry in self.json('session', 'show', self.session)['attendance']}
        self.assertFalse(there & {late, left})

    def test_attend(self):
        yen, anh, dat = self.people
        before = self.steps()
        self.assertEqual(self.json('attend', self.session, anh, anh, dat), {'recorded': 2})
        self.assertEqual(self.steps(), before + 1)
        self.assertEqual(self.json('attend', self.session, dat, '--status', 'late', '--remark', 'xe hỏng'),
                         {'recorded': 1})
        self.assertEqual(self.json('attend', self.session, dat, '--status', 'late'), {'recorded': 0})
        self.assertEqual(self.json('attend', self.session, yen, '--status', 'excused'), {'recorded': 1})
        self.assertEqual(self.counts(self.session), (3, 1, 1, 1, 0, 0))
        self.assertEqual(self.json('progress')['trained'], 2)
        shown = {entry['staff']: entry for entry in self.json('session', 'show', self.session)['attendance']}
        self.assertEqual((shown[dat]['status'], shown[dat]['remark']), ('late', 'xe hỏng'))
        text = self.text('session', 'show', self.session)
        self.assertRegex(text, r'Bùi Đạt .*xe hỏng')
        self.assertEqual(self.json('session', 'list')[0]['counts']['late'], 1)
        self.run_program('attend', self.session, dat, '--status', 'absent')
        self.assertEqual(self.json('progress')['trained'], 1)

    def test_take_back(self):
        yen, anh, _ = self.people
        self.run_program('session', 'invite', self.session, yen)
        self.run_program('attend', self.session, yen, anh)
        self.assertEqual(self.json('attend', self.session, yen, anh, '--status', 'none')['recorded'], 2)
        self.assertEqual(self.json('progress')['trained'], 0)
        self.assertEqual(self.counts(self.session)[1], 0)

    def test_unit(self):
        self.assertEqual(self.json('attend', self.session, '--unit', self.unit), {'recorded': 3})
        self.assertEqual(self.counts(self.session), (3, 3, 0, 0, 0, 0))
        self.run_program('undo')
        self.assertEqual(self.counts(self.session), (0, 0, 0, 0, 0, 0))

    def test_bad(self):
        person = self.people[0]
        coming = self.add_session('Sắp tới', '2199-01-01')
        before = self.steps()
        for words in ((NOBODY, person), (self.unit, person), (self.session, NOBODY), (self.session, person,
                                                                                      self.session),
                      (self.session, '--unit', NOBODY), (coming, person), (self.session, person, '--remark',
                                                                           'x' * 1001)):
            self.refused('attend', *words)
        for words in ((), (self.session,), (self.session, person, '--status', 'đủ'), (self.session, person, '--fly')):
            self.refused('attend', *words, status=2)
        self.assertEqual((self.counts(self.session), self.steps()), ((0, 0, 0, 0, 0, 0), before))
        self.run_program('attend', self.session, person)
        self.refused('session', 'edit', self.session, '--date', '2199-01-01')
        self.run_program('session', 'invite', coming, person)
        self.assertEqual(self.counts(coming), (1, 0, 0, 0, 0, 1))


class Practice(TrainingCase):
    def setUp(self):
        super().setUp()
        self.anh, self.dat = (self.add_person(self.unit, name) for name in ('Lê Ánh', 'Bùi Đạt'))

    def levels(self, person):
        levels = self.json('practice', 'show', person)['levels']
        self.assertEqual(list(levels), ALL)
        return {utility: level for utility, level in levels.items() if level is not None}

    def test_set(self):
        before = self.steps()
        self.assertEqual(self.json('practice', 'set', self.anh, self.dat, self.anh, '--utilities', 'U1,U5', '--level',
                                   'practised', '--date', '05032024'), {'recorded': 4})
        self.assertEqual(self.steps(), before + 1)
        self.assertEqual(self.levels(self.anh), {'U1': 'practised', 'U5': 'practised'})
        self.assertEqual(self.json('practice', 'show', self.dat)['practice'],
                         [{'utility': 'U1', 'level': 'practised', 'date': '2024-03-05'},
                          {'utility': 'U5', 'level': 'practised', 'date': '2024-03-05'}])
        self.assertEqual(self.json('practice', 'set', self.anh, '--utilities', 'U5', '--level', 'none'),
                         {'recorded': 1})
        self.assertEqual(self.json('practice', 'set', self.anh, '--utilities', 'U5', '--level', 'none'),
                         {'recorded': 0})
        self.assertEqual(self.levels(self.anh), {'U1': 'practised'})

    def test_whole_session(self):
        session = self.add_session('Một', '2024-03-05', '--utilities', 'U1,U2')
        self.run_program('attend', session, self.anh)
        self.run_program('attend', session, self.dat, '--status', 'absent')
        self.assertEqual(self.json('practice', 'set', '--session', session, '--level', 'taught'), {'recorded': 2})
        self.assertEqual((self.levels(self.anh), self.levels(self.dat)), ({'U1': 'taught', 'U2': 'taught'}, {}))
        self.assertEqual(self.json('practice', 'show', self.anh)['practice'][0]['date'], '2024-03-05')

    def test_passed(self):
        self.run_program('staff', 'mark-trained', self.anh, '--date', '2024-03-05')
        self.run_program('practice', 'set', '--unit', self.unit, '--utilities', 'all', '--level', 'fluent')
        whole = self.json('progress')
        self.assertEqual((whole['due'], whole['trained'], whole['passed']), (2, 1, 1))

    def test_matrix(self):
        self.run_program('practice', 'set', self.anh, '--utilities', 'all', '--level', 'fluent', '--date', '2024-03-05')
        self.run_program('practice', 'set', self.dat, '--utilities', 'U16', '--level', 'taught', '--date', '2024-03-05')
        matrix = self.json('practice', 'list', '--unit', self.unit)
        self.assertEqual([person['name'] for person in matrix], ['Lê Ánh', 'Bùi Đạt'])
        self.assert_keys(matrix[0], 'id name unit unit_name levels')
        self.assertEqual([set(person['levels'].values()) for person in matrix], [{'fluent'}, {None, 'taught'}])
        self.assertEqual(len(self.json('practice', 'list', '--limit', '1')), 1)
        self.assertEqual(self.json('practice', 'list', '--unit', self.add_unit('Phường khác')), [])
        lines = self.text('practice', 'list').splitlines()
        self.assertEqual((lines[1].count('●'), lines[2].count('·'), lines[2].count('○')), (16, 15, 1))
        self.assertIn('05/3/2024', self.text('practice', 'show', self.dat))

    def test_bad(self):
        empty = self.add_session()
        before = self.steps()
        one = ('--utilities', 'U1', '--level', 'taught')
        for words in ((NOBODY, *one), (self.anh, NOBODY, *one), (self.unit, *one), ('--unit', NOBODY, *one),
                      ('--session', NOBODY, *one), (self.anh, *one, '--date', '2199-01-01')):
            self.refused('practice', 'set', *words)
        for words in (one, (self.anh, '--utilities', 'U1'), (self.anh, '--level', 'taught'),
                      (self.anh, '--utilities', 'U0', '--level', 'taught'), (self.anh, *one, '--date', 'mai'),
                      (self.anh, '--utilities', 'U1', '--level', 'giỏi'), ('--session', empty, '--level', 'taught')):
            self.refused('practice', 'set', *words, status=2)
        self.refused('practice', 'show', NOBODY)
        self.refused('practice', 'list', '--unit', NOBODY)
        self.refused('practice', 'list', '--limit', '-1', status=2)
        self.refused('practice', status=2)
        self.assertEqual((self.levels(self.anh), self.steps()), ({}, before))


class Campaign(TrainingCase):
    def test_letter(self):
        shown = self.json('campaign', 'show')
        self.assertEqual((shown['title'], shown['utilities'], shown['deadline']), (None, ALL, None))
        self.assertEqual(len(shown['employments']), 6)
        self.assertIn('16', self.text('campaign', 'show'))

    def test_set(self):
        official = self.add_person(self.unit, 'Lê Ánh', '--employment', 'official')
        self.add_person(self.unit, 'Bùi Đạt', '--employment', 'neighbourhood')
        session = self.add_session('Một', '2024-03-05', '--utilities', 'U1,U2')
        self.run_program('attend', session, official)
        self.assertEqual(self.json('progress')['trained'], 0)
        self.assertEqual(self.json('campaign', 'set', '--title', 'Quý I', '--utilities', 'U2,U1', '--employments',
                                   'public,official', '--deadline', '31/3/2024'), {'id': 'campaign'})
        self.assertEqual(self.json('campaign', 'show'), {'title': 'Quý I', 'utilities': ['U1', 'U2'],
                                                         'employments': ['official', 'public'],
                                                         'deadline': '2024-03-31'})
        whole = self.json('progress')
        self.assertEqual((whole['due'], whole['trained'], whole['percent']), (1, 1, 100))
        self.run_program('campaign', 'set', '--employments', 'all', '--utilities', 'all', '--deadline', '')
        self.assertEqual(len(self.json('campaign', 'show')['employments']), 6)
        whole = self.json('progress')
        self.assertEqual((whole['due'], whole['trained']), (2, 0))
        self.run_program('undo')
        self.assertEqual(self.json('progress')['due'], 1)

    def test_bad(self):
        for words in ((), ('--utilities', 'U17'), ('--employments', 'vua'), ('--deadline', 'cuối năm')):
            self.refused('campaign', 'set', *words, status=2)
        self.assertEqual(self.json('campaign', 'show')['utilities'], ALL)


class Outreach(TrainingCase):
    def add(self, *options):
        return self.json('outreach', 'add', '--date', '2024-03-05', '--place', 'Nhà văn hóa', *options)['id']

    def test_verbs(self):
        outreach = self.add('--form', 'loa phường', '--reached', '1.250', '--unit', self.unit, '--note', 'x')
        other = self.json('outreach', 'add', '--date', '1/4/2024', '--form', 'họp tổ')['id']
        self.assertEqual(self.json('outreach', 'list', '--unit', self.unit), [{
            'id': outreach, 'date': '2024-03-05', 'place': 'Nhà văn hóa', 'form': 'loa phường', 'reached': 1250,
            'unit': self.unit, 'unit_name': 'Phường Hải Tân', 'note': 'x'}])
        self.assertEqual([entry['id'] for entry in self.json('outreach', 'list')], [other, outreach])
        self.assertEqual([entry['id'] for entry in self.json('outreach', 'list', '--month', '2024-04')], [other])
        self.assertIn('1.250', self.text('outreach', 'list'))
        self.assertEqual(self.json('outreach', 'edit', outreach, '--reached', '300', '--note', ''), {'id': outreach})
        changed = self.json('outreach', 'list', '--unit', self.unit)[0]
        self.assertEqual((changed['reached'], changed['note'], changed['form']), (300, None, 'loa phường'))
        self.run_program('outreach', 'edit', outreach, '--date', 'hôm nay', '--note', 'một\nhai')
        changed = self.json('outreach', 'list', '--unit', self.unit)[0]
        self.assertEqual((changed['date'] > '2024-03-05', changed['note']), (True, 'một\nhai'))
        self.assertEqual(self.json('outreach', 'remove', other), {'id': other})
        self.assertEqual(len(self.json('outreach', 'list')), 1)

    def test_bad(self):
        outreach = self.add()
        before = self.steps()
        for words in (('add', '--date', '2024-03-05'), ('add', '--date', '2199-01-01', '--place', 'A'),
                      ('add', '--date', '2024-03-05', '--place', 'A', '--reached', '99999999'), ('edit', NOBODY,
                                                                                                 '--note', 'x'),
                      ('edit', outreach, '--place', ''), ('remove', NOBODY), ('remove', self.unit),
                      ('list', '--unit', NOBODY), ('edit', outreach, '--unit', NOBODY)):
            self.refused('outreach', *words)
        for words in (('add', '--place', 'A'), ('edit', outreach), ('edit', outreach, '--reached', '-3'),
                      ('edit', outreach, '--reached', 'nhiều'), ('edit', outreach, '--date', '31/2/2024')):
            self.refused('outreach', *words, status=2)
        self.assertEqual(self.steps(), before)


class Feedback(TrainingCase):
    def add(self, kind='obstacle', *options):
        return self.json('feedback', 'add', '--kind', kind, '--text', 'Lỗi đăng nhập', '--date', '2024-03-05',
                         *options)['id']

    def state(self, feedback):
        entry = {entry['id']: entry for entry in self.json('feedback', 'list')}[feedback]
        return tuple(entry[name] for name in 'state sent_to sent_on solved_on answer'.split())

    def test_states(self):
        feedback = self.add('obstacle', '--utility', 'u5', '--unit', self.unit)
        self.assertEqual(self.state(feedback), ('open', None, None, None, None))
        self.assertEqual(self.json('feedback', 'send', feedback, '--to', 'Công an phường', '--date', '6/3/2024'),
                         {'id': feedback})
        self.assertEqual(self.state(feedback), ('sent', 'Công an phường', '2024-03-06', None, None))
        self.run_program('feedback', 'solve', feedback, '--answer', 'Đã sửa', '--date', '2024-03-08')
        self.assertEqual(self.state(feedback), ('solved', 'Công an phường', '2024-03-06', '2024-03-08', 'Đã sửa'))
        self.assertIn('08/3/2024', self.text('feedback', 'list'))
        self.run_program('feedback', 'reopen', feedback)
        self.assertEqual(self.state(feedback), ('open', None, None, None, None))
        self.run_program('undo')
        self.assertEqual(self.state(feedback)[0], 'solved')

    def test_list(self):
        first = self.add('obstacle', '--utility', 'U5', '--unit', self.unit)
        second = self.add('proposal')
        self.run_program('feedback', 'solve', second)
        listed = self.json('feedback', 'list', '--kind', 'obstacle')
        self.assertEqual(listed, [{
            'id': first, 'kind': 'obstacle', 'text': 'Lỗi đăng nhập', 'state': 'open', 'made_on': '2024-03-05',
            'utility': 'U5', 'sent_to': None, 'sent_on': None, 'solved_on': None, 'answer': None, 'unit': self.unit,
            'unit_name': 'Phường Hải Tân'}])
        for words, found in ((('--state', 'solved'), [second]), (('--unit', self.unit), [first]),
                             (('--month', '2024-04'), []), (('--kind', 'proposal', '--state', 'open'), [])):
            self.assertEqual([entry['id'] for entry in self.json('feedback', 'list', *words)], found)

    def test_edit_and_remove(self):
        feedback = self.add()
        self.assertEqual(self.json('feedback', 'edit', feedback, '--kind', 'proposal', '--text', 'Mở lớp buổi tối'),
                         {'id': feedback})
        entry = self.json('feedback', 'list')[0]
        self.assertEqual((entry['kind'], entry['text']), ('proposal', 'Mở lớp buổi tối'))
        self.assertEqual(self.json('feedback', 'remove', feedback), {'id': feedback})
        self.assertEqual(self.json('feedback', 'list'), [])

    def test_bad(self):
        feedback = self.add()
        before = self.steps()
        for words in (('add', '--kind', 'obstacle', '--text', ''), ('send', NOBODY, '--to', 'A'), ('solve', NOBODY),
                      ('add', '--kind', 'obstacle', '--text', 'A', '--date', '2199-01-01'), ('send', feedback, '--to',
                                                                                             ''),
                      ('send', feedback, '--to', 'A', '--date', '2024-03-04'), ('reopen', self.unit), ('remove',
                                                                                                       NOBODY),
                      ('solve', feedback, '--date', '2199-01-01'), ('edit', NOBODY, '--text', 'A')):
            self.refused('feedback', *words)
        for words in (('add', '--kind', 'obstacle'), ('add', '--text', 'A'), ('add', '--kind', 'câu hỏi', '--text',
                                                                              'A'),
                      ('edit', feedback, '--utility', 'U1,U2'), ('send', feedback), ('list', '--state', 'xong'),
                      ('solve', feedback, '--date', 'mai')):
            self.refused('feedback', *words, status=2)
        self.assertEqual((self.state(feedback)[0], self.steps()), ('open', before))


if __name__ == '__main__':
    main()
