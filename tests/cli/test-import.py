#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`sotay staff import`, disturbed: by another import at the same moment, by Ctrl+C."""
import json
import signal
import subprocess
import time

from command import PATIENCE, PROGRAM, CommandCase, main

FEW = 2000
MANY = 200000  # takes so long that the signal comes before the end, however busy the machine is


class Import(CommandCase):
    def write_list(self, count):
        path = self.folder / 'danh sách.csv'
        rows = (f'Nguyễn Văn {number:06};1980-01-02;CB{number:06};Văn phòng\n' for number in range(count))
        path.write_text('Họ và tên;Ngày sinh;Mã cán bộ;Đơn vị\n' + ''.join(rows), encoding='utf-8')
        return path

    def start(self, path):
        return subprocess.Popen([PROGRAM, 'staff', 'import', str(path), '--json'], env=self.environment(),
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def test_two_at_once(self):
        path = self.write_list(FEW)
        for _ in range(2):
            programs = [self.start(path), self.start(path)]
            outputs = [program.communicate(timeout=PATIENCE) for program in programs]
            self.assertEqual([program.returncode for program in programs], [0, 0], outputs)
            plans = [json.loads(output) for output, _ in outputs]
            self.assertEqual(sorted(plan['added'] for plan in plans), [0, FEW])
            self.assertEqual(sorted(plan['unchanged'] for plan in plans), [0, FEW])
            self.assertEqual(len(self.json('staff', 'list')), FEW)
            self.assertEqual([step['kind'] for step in self.json('log') if step['state'] == 'done'], ['import-staff'])
            self.json('undo')
            self.assertEqual(self.json('staff', 'list'), [])

    def test_interrupt(self):
        path = self.write_list(MANY)
        with self.start(path) as program:
            while not any(self.home.glob('*.db')):
                self.assertIsNone(program.poll())
                time.sleep(0.01)
            program.send_signal(signal.SIGINT)
            output, reason = program.communicate(timeout=PATIENCE)
        self.assertEqual((program.returncode, output), (1, b''))
        self.assertRegex(reason.decode('utf-8'), r'\A[^\n]+\n\Z')
        self.assertEqual(self.json('staff', 'list'), [])
        self.assertEqual(self.json('log'), [])


if __name__ == '__main__':
    main()
