#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`sotay report`: the month's report checked, closed, sent and written; the other documents."""
import json
import subprocess
import zipfile
from datetime import date

from command import CommandCase, main

NOBODY = '01890000-0000-7000-8000-000000000000'
ISSUER = {'unit_name': 'Ủy ban nhân dân phường Bến Nghé', 'report_symbol': 'UBND', 'report_place': 'Bến Nghé',
          'report_role': 'CHỦ TỊCH', 'report_signer': 'Nguyễn Văn Ký'}


class ReportCase(CommandCase):
    def setUp(self):
        super().setUp()
        self.unit = self.add_unit('Phường Bến Nghé')
        self.people = [self.add_person(self.unit, name) for name in ('Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Chi')]
        self.session = self.json('session', 'add', '--title', 'Lớp số 1', '--date', '2024-03-05', '--utilities',
                                 'all')['id']
        self.run_program('attend', self.session, self.people[0])

    def set_issuer(self):
        """With lists, which are not plain texts."""
        self.settings(**ISSUER)
        path = self.home / 'settings.ini'
        path.write_text(path.read_text(encoding='utf-8') + "report-addressees=['Công an thành phố']\n",
                        encoding='utf-8')

    def file(self, name):
        return self.folder / name

    def read_pdf(self, path):
        text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True).stdout
        return ' '.join(text.decode('utf-8').split())

    def findings(self, status, *words):
        answer = json.loads(self.text('report', 'check', *words, '--json', status=status))
        return {finding['code']: finding for finding in answer['findings']}

    def figure(self, month, name):
        path = self.file('figures.json')
        self.run_program('report', 'monthly', '--month', month, '--output', path, '--force')
        figures = json.loads(path.read_text(encoding='utf-8'))['figures']
        return next(figure for figure in figures if figure['name'] == name)


class Monthly(ReportCase):
    def test_check(self):
        found = self.findings(1, '--month', '2024-03')
        self.assert_keys(found['no-issuer'], 'severity code sentence target')
        self.assertEqual(found['no-issuer']['severity'], 'error')
        self.set_issuer()
        self.run_program('report', 'edit', '--month', '3/2024', '--number', '12/BC-UBND')
        found = self.findings(0, '--month', '2024-03')
        self.assertNotIn('no-issuer', found)
        self.assertIn('not-closed', found)
        self.run_program('report', 'close', '--month', '2024-03')
        self.assertNotIn('not-closed', self.findings(0, '--month', '2024-03'))

    def test_refused_with_errors(self):
        path = self.file('a.pdf')
        done = self.run_program('report', 'monthly', '--month', '2024-03', '--output', path, status=1)
        self.assertEqual(done.stdout, b'')
        self.assertIn('--force', done.stderr.decode('utf-8'))
        self.assertFalse(path.exists())
        done = self.run_program('report', 'monthly', '--month', '2024-03', '--output', path, '--json', status=1)
        self.assertEqual(done.stdout, b'')
        self.assertIn('Chưa có địa danh', done.stderr.decode('utf-8'))
        self.run_program('report', 'monthly', '--month', '2024-03', '--output', path, '--force')
        self.assertIn('BÁO CÁO', self.read_pdf(path))
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)

    def test_formats(self):
        self.set_issuer()
        for ending, start in (('pdf', b'%PDF'), ('docx', b'PK'), ('xlsx', b'PK'), ('csv', b'\xef\xbb\xbf'),
                              ('json', b'{')):
            path = self.file('bao cao.' + ending)
            answer = self.json('report', 'monthly', '--month', '2024-03', '--output', path)
            self.assertEqual(answer['file'], str(path))
            self.assertTrue(path.read_bytes().startswith(start), ending)
        text = self.read_pdf(self.file('bao cao.pdf'))
        for words in ('PHƯỜNG BẾN NGHÉ', 'Kính gửi: Công an thành phố', 'tháng 3/2024', '33,33 %',
                      'Nguyễn Văn Ký', 'Lớp số 1'):
            self.assertIn(words, text)
        with zipfile.ZipFile(self.file('bao cao.docx')) as package:
            self.assertIn('33,33', package.read('word/document.xml').decode('utf-8'))
        self.run_program('report', 'monthly', '--month', '2024-03', '--output', self.file('no ending'), '--format',
                         'pdf')
        self.assertTrue(self.file('no ending').read_bytes().startswith(b'%PDF'))

    def test_closed_figures_stay(self):
        self.run_program('report', 'close', '--month', '2024-03')
        self.assertEqual(self.figure('2024-03', 'da-tap-huan')['number'], 1)
        self.run_program('attend', self.session, self.people[1])
        self.run_program('session', 'edit', self.session, '--title', 'Lớp đổi tên')
        self.assertEqual(self.figure('2024-03', 'da-tap-huan')['number'], 1)
        self.assertNotIn('Lớp đổi tên', self.file('figures.json').read_text(encoding='utf-8'))
        self.assertIn('late-changes', self.findings(1, '--month', '2024-03'))
        self.assertEqual(self.figure('2024-04', 'da-tap-huan')['number'], 2)
        self.assertGreater(self.figure('2024-04', 'so-dinh-chinh')['number'], 0)
        self.run_program('report', 'reopen', '--month', '2024-03')
        self.assertEqual(self.figure('2024-03', 'da-tap-huan')['number'], 2)

    def test_states(self):
        self.refused('report', 'sent', '--month', '2024-03')
        self.refused('report', 'reopen', '--month', '2024-03')
        self.run_program('report', 'close', '--month', '2024-03')
        self.refused('report', 'close', '--month', '2024-03')
        self.run_program('report', 'edit', '--month', '2024-03', '--tasks', 'Tập huấn bù')
        self.run_program('report', 'sent', '--month', '2024-03', '--to', 'Công an thành phố')
        self.refused('report', 'edit', '--month', '2024-03', '--tasks', 'Khác')
        self.refused('report', 'sent', '--month', '2024-03')
        self.run_program('undo')
        self.run_program('report', 'edit', '--month', '2024-03', '--tasks', 'Khác')

    def test_parts(self):
        self.set_issuer()
        self.run_program('report', 'edit', '--month', '2024-03', '--obstacles', 'Mạng <chậm> & yếu', '--dated',
                         '2/4/2024')
        path = self.file('a.pdf')
        self.run_program('report', 'monthly', '--month', '2024-03', '--output', path)
        text = self.read_pdf(path)
        self.assertIn('Mạng <chậm> & yếu', text)
        self.assertIn('Bến Nghé, ngày 02 tháng 4 năm 2024', text)

    def test_unit(self):
        below = self.add_unit('Tổ 1', '--parent', self.unit)
        self.add_person(below, 'Phạm Văn Dũng')
        self.run_program('report', 'close', '--month', '2024-03', '--unit', below)
        self.assertIn('not-closed', self.findings(1, '--month', '2024-03'))
        self.assertNotIn('not-closed', self.findings(1, '--month', '2024-03', '--unit', below))

    def test_misuse(self):
        path = self.file('a.pdf')
        later = f'{date.today().year + 1}-01'
        for words in (('monthly',), ('monthly', '--output', self.file('a.odt')),
                      ('monthly', '--output', path, '--format', 'odt'),
                      ('monthly', '--output', path, '--format', 'a.pdf'),
                      ('monthly', '--output', path, '--month', '2024-13'), ('check', '--month', 'nay'),
                      ('check', '--month', later), ('edit', '--month', '2024-03'), ('edit', '--dated', 'hôm kia')):
            self.refused('report', *words, status=2)
        for words in (('check', '--unit', NOBODY), ('close', '--unit', NOBODY)):
            self.refused('report', *words)
        self.assertFalse(path.exists())

    def test_template(self):
        self.set_issuer()
        folder = self.home / 'templates'
        folder.mkdir()
        (folder / 'bao-cao-thang.mau').write_text('@ten-loai: BÁO CÁO\nĐã tập huấn {da-tap-huan}.\nSai {khac}.\n',
                                                  encoding='utf-8')
        path = self.file('a.pdf')
        self.assertIn('bao-cao-thang.mau:3: khac',
                      self.refused('report', 'monthly', '--month', '2024-03', '--output', path, '--force'))
        (folder / 'bao-cao-thang.mau').write_text('@ten-loai: BÁO CÁO\nĐã tập huấn {da-tap-huan}.\n', encoding='utf-8')
        self.run_program('report', 'monthly', '--month', '2024-03', '--output', path, '--force')
        self.assertIn('Đã tập huấn 01.', self.read_pdf(path))


class Documents(ReportCase):
    def test_all(self):
        self.set_issuer()
        for verb, words, said in (
                ('participants', (self.session,), 'Tổng số: 01 người; có mặt: 01'),
                ('minutes', (self.session, '--number', '5/BB-UBND'), 'Số: 5/BB-UBND'),
                ('plan', (self.session,), 'KẾ HOẠCH'), ('untrained', ('--unit', self.unit), 'chưa hoàn thành: 02'),
                ('confirmation', (self.people[0],), 'Ông (bà): Nguyễn Văn An'),
                ('certificate', (self.people[0],), 'GIẤY CHỨNG NHẬN'), ('poster', (), 'HDSO_VNeID.pdf'),
                ('handout', ('--level', '1'), '09 TIỆN ÍCH')):
            path = self.file(verb + '.pdf')
            self.assertEqual(self.json('report', verb, *words, '--output', path), {'file': str(path)})
            self.assertIn(said, self.read_pdf(path), verb)

    def test_refused(self):
        for words in (('participants', NOBODY), ('confirmation', NOBODY), ('untrained', '--unit', NOBODY)):
            self.refused('report', *words, '--output', self.file('a.pdf'))
        self.refused('report', 'poster', '--output', self.file('no folder/a.pdf'))
        self.refused('report', 'handout', '--level', '3', '--output', self.file('a.pdf'), status=2)
        self.refused('report', 'minutes', '--output', self.file('a.pdf'), status=2)
        self.assertFalse(self.file('a.pdf').exists())


if __name__ == '__main__':
    main()
