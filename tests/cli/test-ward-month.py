#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A ward's whole month on the command line alone, with figures that were reckoned by hand."""
from command import CommandCase, main

# Who works where, from when, as what, and in which of the two time slots of each session: morning, afternoon, or none.
STAFF = [
    ('office', 'Nguyễn Văn An', 'official', 'am', 'am'),
    ('office', 'Trần Thị Bình', 'official', 'am', 'am'),
    ('office', 'Lê Văn Cường', 'public', 'am', 'pm'),
    ('office', 'Phạm Thị Dung', 'worker', 'pm', 'pm'),
    ('school', 'Hoàng Văn Đức', 'public', 'pm', None),
    ('school', 'Vũ Thị Giang', 'public', 'pm', 'pm'),
    ('school', 'Đặng Văn Hải', 'public', None, None),
    ('school', 'Bùi Thị Khánh', 'neighbourhood', None, None),
]


class Month(CommandCase):
    def figures(self, *options):
        part = self.json('progress', *options)
        return part['due'], part['trained'], part['passed'], part['percent']

    def recorded(self, *words):
        return self.json(*words)['recorded']

    def set_up_ward(self):
        self.ward = self.add_unit('Phường Hải Tân', '--kind', 'ward', '--opened', '2020-01-01')
        self.units = {'office': self.add_unit('Văn phòng', '--parent', self.ward, '--kind', 'department'),
                      'school': self.add_unit('Trường Tiểu học', '--parent', self.ward, '--kind', 'school')}
        self.people = {name: self.add_person(self.units[unit], name, '--employment', employment, '--joined',
                                             '2023-09-01')
                       for unit, name, employment, *_ in STAFF}
        self.run_program('campaign', 'set', '--title', 'Công văn 520', '--utilities', 'U1,U2,U3,U4', '--employments',
                         'official,public,worker', '--deadline', '31/3/2024')

    def slots(self, title, date, utilities):
        """A session in two time slots of one day."""
        morning = self.json('session', 'add', '--title', title, '--date', date, '--from', '8h', '--to', '10h30',
                            '--trainer', 'Trần Thị Bình', '--place', 'Hội trường', '--form', 'in-person',
                            '--utilities', utilities, '--unit', self.ward)['id']
        afternoon = self.json('session', 'add', '--repeats', morning, '--date', date, '--from', '14:00', '--to',
                              '16:30')['id']
        return {'am': morning, 'pm': afternoon}

    def take_attendance(self, slots, place):
        for slot, session in slots.items():
            there = [self.people[row[1]] for row in STAFF if row[place] == slot]
            self.assertEqual(self.recorded('attend', session, *there), len(there))

    def test_month(self):
        self.set_up_ward()
        # Eight people; one of the neighbourhood group does not count.
        self.assertEqual(self.figures(), (7, 0, 0, 0))
        self.teach()
        self.practise()
        self.finish()
        self.look_back()
        self.reach_citizens()
        self.undo_all()

    def teach(self):
        first = self.slots('Tập huấn đợt 1', '5/3/2024', 'U1,U2')
        self.assertEqual(self.json('session', 'invite', first['am'], '--unit', self.units['office']), {'invited': 4})
        self.take_attendance(first, 3)
        # Half of what is required was taught: nobody is trained yet.
        self.assertEqual(self.figures(), (7, 0, 0, 0))
        # Dung was invited to the morning and came in the afternoon.
        self.assertEqual(self.json('session', 'show', first['am'])['counts'],
                         {'invited': 4, 'present': 3, 'late': 0, 'excused': 0, 'absent': 0, 'unmarked': 1})
        second = self.slots('Tập huấn đợt 2', '12/3/2024', 'U3,U4')
        self.take_attendance(second, 4)
        # An, Bình, Cường, Dung and Giang had both; Đức only the first, Hải none: 5 of 7.
        self.assertEqual(self.figures(), (7, 5, 0, 71.43))
        self.assertEqual(self.figures('--unit', self.units['office']), (4, 4, 0, 100))
        self.assertEqual(self.figures('--unit', self.units['school']), (3, 1, 0, 33.33))
        self.assertEqual(self.figures('--as-of', '11/3/2024'), (7, 0, 0, 0))
        self.assertEqual([person['name'] for person in self.json('staff', 'list', '--untrained')],
                         ['Hoàng Văn Đức', 'Đặng Văn Hải'])
        self.second = second
        # Absent after all: one fewer, until it is taken back.
        self.run_program('attend', second['pm'], self.people['Vũ Thị Giang'], '--status', 'absent')
        self.assertEqual(self.figures(), (7, 4, 0, 57.14))
        self.run_program('undo')
        self.assertEqual(self.figures(), (7, 5, 0, 71.43))

    def practise(self):
        # Two in the morning; two utilities each; then those of the first session one by one.
        self.assertEqual(self.recorded('practice', 'set', '--session', self.second['am'], '--level', 'fluent'), 4)
        self.assertEqual(self.figures()[2], 0)
        self.assertEqual(self.recorded('practice', 'set', self.people['Nguyễn Văn An'], '--utilities', 'U1,U2',
                                       '--level',
                                       'fluent', '--date', '2024-03-15'), 2)
        self.assertEqual(self.figures(), (7, 5, 1, 71.43))
        self.assertEqual(self.figures('--as-of', '2024-03-14')[2], 0)

    def finish(self):
        # Đức catches up, late; Hải brings a certificate.
        extra = self.json('session', 'add', '--title', 'Học bù', '--date', '20/3/2024', '--utilities', 'U3,U4',
                          '--unit',
                          self.units['school'], '--form', 'online')['id']
        self.assertEqual(self.recorded('attend', extra, self.people['Hoàng Văn Đức'], '--status', 'late', '--remark',
                                       'mất mạng'), 1)
        self.assertEqual(self.figures(), (7, 6, 1, 85.71))
        self.assertEqual(self.json('staff', 'mark-trained', self.people['Đặng Văn Hải'], '--date', '2024-03-25',
                                   '--reason',
                                   'Đã học ở nơi cũ'), {'marked': 1})
        self.assertEqual(self.figures(), (7, 7, 1, 100))
        self.assertEqual(self.json('staff', 'list', '--untrained'), [])
        self.assertEqual(len(self.json('session', 'list', '--month', '2024-03', '--unit', self.ward)), 5)

    def look_back(self):
        trend = self.json('progress', '--trend', '2', '--as-of', '31/3/2024')
        self.assertEqual([(point['date'], point['trained'], point['percent']) for point in trend],
                         [('2024-02-29', 0, 0), ('2024-03-31', 7, 100)])
        self.assertEqual(self.figures('--as-of', '2024-03-20'), (7, 6, 1, 85.71))

    def reach_citizens(self):
        outreach = [self.json('outreach', 'add', '--date', date, '--place', place, '--reached', reached, '--unit',
                              self.ward)['id']
                    for date, place, reached in (('10/3/2024', 'Nhà văn hóa', '120'), ('24/3/2024', 'Chợ', '1.250'))]
        self.assertEqual(sum(entry['reached'] for entry in self.json('outreach', 'list', '--month', '3/2024')), 1370)
        self.assertEqual([entry['id'] for entry in self.json('outreach', 'list')], outreach[::-1])
        problem = self.json('feedback', 'add', '--kind', 'obstacle', '--text', 'Không nhận được mã OTP', '--date',
                            '12/3/2024', '--utility', 'U2', '--unit', self.ward)['id']
        self.json('feedback', 'add', '--kind', 'proposal', '--text', 'Mở lớp buổi tối', '--date', '13/3/2024')
        self.run_program('feedback', 'send', problem, '--to', 'Công an thành phố', '--date', '14/3/2024')
        self.run_program('feedback', 'solve', problem, '--answer', 'Đã sửa', '--date', '20/3/2024')
        self.assertEqual([len(self.json('feedback', 'list', '--state', state)) for state in ('open', 'sent', 'solved')],
                         [1, 0, 1])

    def undo_all(self):
        """Step by step back to the empty register, and forward again to the same figures."""
        whole = self.json('progress')
        steps = [step for step in self.json('log') if step['state'] == 'done']
        for _ in steps:
            self.run_program('undo')
        self.refused('undo')
        self.assertEqual((self.json('unit', 'list'), self.json('session', 'list'), self.json('feedback', 'list')),
                         ([], [], []))
        for _ in steps:
            self.run_program('redo')
        self.refused('redo')
        self.assertEqual(self.json('progress'), whole)


if __name__ == '__main__':
    main()
