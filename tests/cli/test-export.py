#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`sotay staff export`: what spreadsheets get, read back by others."""
import csv
import io
import os
import re
import subprocess
import zipfile
from xml.etree import ElementTree

from command import CommandCase, main

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
TITLES = ['Full name', 'Born', 'Position', 'Unit', 'Level', 'Account in use', 'Kind of employment', 'Trained on',
          'Passed on', 'Staff code', 'Telephone', 'Joined on', 'Left on', 'Note']
FORMULAS = ['=cmd()', '+84912345678', '-1+1', '@SUM(A1)', '=HYPERLINK("http://x","y")']


def column_of(reference):
    return ord(re.match('[A-Z]', reference).group()) - ord('A')


def write_profile(folder):
    """LibreOffice's settings: a Swede's, whatever the machine's, who writes days as 1975-03-05: unlike any text here."""
    (folder / 'user').mkdir(parents=True)
    (folder / 'user' / 'registrymodifications.xcu').write_text(
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">'
        '<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>sv-SE</value></prop></item></oor:items>\n')


class Sheet:
    """The first sheet of an .xlsx file, read with nothing but ZIP and XML."""

    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)
        self.xml = ElementTree.fromstring(self.archive.read('xl/worksheets/sheet1.xml'))
        names = self.archive.namelist()
        self.strings = []
        if 'xl/sharedStrings.xml' in names:
            shared = ElementTree.fromstring(self.archive.read('xl/sharedStrings.xml'))
            self.strings = [''.join(item.itertext()) for item in shared]
        styles = ElementTree.fromstring(self.archive.read('xl/styles.xml'))
        codes = {item.get('numFmtId'): item.get('formatCode') for item in styles.iter(MAIN + 'numFmt')}
        self.formats = [codes.get(item.get('numFmtId'), item.get('numFmtId'))
                        for item in styles.find(MAIN + 'cellXfs')]

    def find(self, *names):
        return self.xml.find('/'.join(MAIN + name for name in names))

    def rows(self):
        """Of each cell: its kind ('s' text, 'n' number), its value, its format."""
        for row in self.find('sheetData'):
            cells = {}
            for cell in row:
                kind = cell.get('t', 'n')
                value = ''.join(cell.itertext())
                if kind == 's':
                    value = self.strings[int(value)]
                cells[column_of(cell.get('r'))] = ('n' if kind == 'n' else 's', value,
                                                   self.formats[int(cell.get('s', 0))])
            yield cells


class Export(CommandCase):
    def setUp(self):
        super().setUp()
        self.settings(language='en')
        self.unit = self.add_unit('Phường Hải Tân')
        self.other = self.add_unit('Phường "Bình, Hàn"')

    def fill(self):
        self.add_person(self.unit, 'Nguyễn Văn An', '--birth', '5/3/1975', '--code', '007', '--phone', '0912345678',
                        '--position', 'Công chức', '--level', '2', '--joined', '1/2/2020', '--note', 'a, "b"; c')
        self.add_person(self.other, 'Trần Thị Bình', '--birth', '1980', '--level', 'none', '--left', '31/12/2025')
        for number, text in enumerate(FORMULAS):
            self.add_person(self.unit, f'Lê Văn {"CDEGH"[number]}ường', '--note', text)
        ids = [person['id'] for person in self.json('staff', 'list', '--search', 'An')]
        self.json('staff', 'mark-trained', *ids, '--date', '2024-05-06')

    def names(self, *options):
        return [person['name'] for person in self.json('staff', 'list', *options)]

    def read_csv(self, path):
        text = path.read_bytes().decode('utf-8')
        return list(csv.reader(io.StringIO(text.removeprefix('\ufeff'), newline='')))

    def test_csv(self):
        self.fill()
        path = self.folder / 'a.csv'
        self.assertEqual(self.json('staff', 'export', path), {'exported': 7, 'file': str(path)})
        content = path.read_bytes()
        self.assertTrue(content.startswith(b'\xef\xbb\xbf'))
        self.assertEqual(content.count(b'\n'), content.count(b'\r\n'))
        rows = self.read_csv(path)
        self.assertEqual(rows[0], TITLES)
        self.assertEqual([row[0] for row in rows[1:]], self.names())
        an = next(row for row in rows if row[0] == 'Nguyễn Văn An')
        self.assertEqual(an, ['Nguyễn Văn An', '05/03/1975', 'Công chức', 'Phường Hải Tân', '2', '', '', '06/05/2024',
                              '', '007', '0912345678', '01/02/2020', '', 'a, "b"; c'])
        self.assertEqual({row[13] for row in rows if row[13].strip() in FORMULAS}, {'\t' + text for text in FORMULAS})
        self.assertFalse([cell for row in rows for cell in row if cell[:1] in ('=', '+', '-', '@', '\r')])

    def test_xlsx(self):
        self.fill()
        path = self.folder / 'a.XLSX'
        self.json('staff', 'export', path)
        sheet = Sheet(path)
        rows = list(sheet.rows())
        self.assertEqual([rows[0][i][1] for i in range(14)], TITLES)
        self.assertEqual([row[0][1] for row in rows[1:]], self.names())
        an = next(row for row in rows if row[0][1] == 'Nguyễn Văn An')
        self.assertEqual((an[1], an[7]), (('n', '27458', 'dd/mm/yyyy'), ('n', '45418', 'dd/mm/yyyy')))
        self.assertEqual((an[9], an[10]), (('s', '007', '@'), ('s', '0912345678', '@')))
        binh = next(row for row in rows if row[0][1] == 'Trần Thị Bình')
        self.assertEqual(binh[1][:2], ('n', '1980'))
        # Text, not formulas.
        self.assertIsNone(sheet.xml.find(f'.//{MAIN}f'))
        self.assertEqual({row[13][1] for row in rows if 13 in row} & set(FORMULAS), set(FORMULAS))

    def test_xlsx_comfort(self):
        self.fill()
        path = self.folder / 'a.xlsx'
        self.json('staff', 'export', path)
        sheet = Sheet(path)
        pane = sheet.find('sheetViews', 'sheetView', 'pane')
        self.assertEqual((pane.get('ySplit'), pane.get('state')), ('1', 'frozen'))
        self.assertEqual(sheet.find('autoFilter').get('ref'), 'A1:N8')
        widths = {int(column.get('min')): float(column.get('width')) for column in sheet.find('cols')}
        self.assertGreater(widths[1], len('Nguyễn Văn An'))
        self.assertGreater(widths[14], len(FORMULAS[4]))
        self.assertEqual(sorted(widths), list(range(1, 15)))

    def test_same_filter(self):
        self.fill()
        path = self.folder / 'a.csv'
        for options in (['--unit', self.other], ['--untrained'], ['--search', 'le van'],
                        ['--unit', self.unit, '--untrained', '--search', 'Lê']):
            self.json('staff', 'export', path, *options)
            self.assertEqual([row[0] for row in self.read_csv(path)[1:]], self.names(*options), options)
            self.assertTrue(self.names(*options))

    def test_libreoffice_reads_both(self):
        """An independent reader sees the same cells, computes nothing, and knows the dates."""
        self.fill()
        write_profile(self.folder / 'profile')
        environment = self.environment() | {'HOME': str(self.folder), 'PATH': os.environ['PATH']}
        wanted = None
        for name, filter_name in (('a.xlsx', 'Calc MS Excel 2007 XML'), ('b.csv', 'CSV:44,34,76,1,,1066,true')):
            path = self.folder / name
            self.json('staff', 'export', path)
            out = self.folder / 'out'
            subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{self.folder}/profile',
                            f'--infilter={filter_name}', '--convert-to',
                            'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false', '--outdir', out, path],
                           env=environment, check=True, capture_output=True, timeout=120)
            rows = self.read_csv((out / name).with_suffix('.csv'))
            cells = [[cell.strip() for cell in row] for row in rows]
            an = next(row for row in cells if row[0] == 'Nguyễn Văn An')
            # A day, which the reader writes in its own way.
            self.assertEqual(an[1], '1975-03-05')
            self.assertEqual({row[13] for row in cells} & set(FORMULAS), set(FORMULAS))
            if name == 'a.xlsx':
                wanted = cells
                self.assertEqual(an[9:11], ['007', '0912345678'])
            else:
                self.assertEqual([row[0] for row in cells], [row[0] for row in wanted])

    def test_round_trip(self):
        """In both languages: a list that is exported and imported again changes nothing; elsewhere it says the same."""
        self.fill()
        for language in ('vi', 'en'):
            self.settings(language=language)
            path = self.folder / f'{language}.csv'
            self.json('staff', 'export', path)
            before = self.json('staff', 'list')
            wanted = {'read': 7, 'added': 0, 'updated': 0, 'unchanged': 7, 'rejected': [], 'asked': []}
            answer = self.json('staff', 'import', path)
            self.assertEqual({key: answer[key] for key in wanted}, wanted)
            self.assertEqual(self.json('staff', 'list'), before)
        home = self.home
        for language in ('vi', 'en'):
            self.home = self.folder / f'other-{language}'
            self.settings(language=language)
            self.assertEqual(self.json('staff', 'import', self.folder / f'{language}.csv')['added'], 7)
            for old, new in zip(before, self.json('staff', 'list')):
                for field in ('id', 'unit'):
                    old, new = old | {field: ''}, new | {field: ''}
                self.assertEqual(new, old)
        self.home = home

    def test_empty(self):
        for name in ('a.csv', 'a.xlsx'):
            self.assertEqual(self.json('staff', 'export', self.folder / name)['exported'], 0)
        self.assertEqual(self.read_csv(self.folder / 'a.csv'), [TITLES])
        self.assertEqual(len(list(Sheet(self.folder / 'a.xlsx').rows())), 1)

    def test_refused(self):
        self.fill()
        for name in ('a.txt', 'a', 'xlsx', 'a.ods'):
            self.refused('staff', 'export', self.folder / name, status=2)
        self.refused('staff', 'export', self.folder / 'nowhere' / 'a.csv')
        self.refused('staff', 'export', self.folder / 'nowhere' / 'a.xlsx')
        self.refused('staff', 'export', self.folder / 'a.csv', '--unit', '01890000-0000-7000-8000-000000000000')
        (self.folder / 'folder.csv').mkdir()
        self.refused('staff', 'export', self.folder / 'folder.csv')
        self.refused('staff', 'export', self.home / 'a.csv')
        self.assertEqual([name for name in os.listdir(self.folder) if name.startswith('.')], [])

    def test_replaces(self):
        self.fill()
        path = self.folder / 'a.csv'
        path.write_text('old')
        self.json('staff', 'export', path)
        self.assertEqual(len(self.read_csv(path)), 8)


if __name__ == '__main__':
    main()
