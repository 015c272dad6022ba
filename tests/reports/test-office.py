#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports as .docx, .xlsx, .csv and .json: the same words and figures in each, read back by others."""
import csv
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from datetime import datetime
from pathlib import Path

import openpyxl

sys.path.insert(0, str(Path(os.environ['SOTAY_SOURCE_ROOT']) / 'tests' / 'cli'))

from command import BUILD, main
from docx_rules import Document, of_w
from model import (CHART, CODE, DAY, NUMBER, SECTION, SHARE, TABLE, TEXT, TOTAL, Model, cell, day_of, figure, groups,
                   hundredths, share)

SEED = random.randrange(1 << 32) if os.environ.get('SOTAY_TEST_SEED') == 'random' else 20261126
REPORTS = 20
# LibreOffice takes its time.
CONVERTED = ['month', '0', '1', '2']
MOST_CELL = 32767
SETTINGS = ('<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">'
            '<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item></oor:items>\n')
WORD = {'body': 0, 'item': 1, 'line': 2, 'centred': 3, 'basis': 4, 'note': 5, 'display': 6}


def setUpModule():
    global FOLDER
    FOLDER = Path(tempfile.mkdtemp(prefix='sotay-office-'))
    subprocess.run([BUILD / 'tests' / 'reports' / 'write-reports', FOLDER, str(SEED), str(REPORTS)], check=True)


def tearDownModule():
    shutil.rmtree(FOLDER)


def filled(texts):
    return [text for text in texts if text]


def squeezed(texts):
    """Without white space, which programs are free to lay out, and without what no font shows."""
    return re.sub(r'[\s\u00ad\u200b-\u200d\ufeff]+', '', ''.join(texts))


class OfficeCase(unittest.TestCase):
    maxDiff = 2000

    @staticmethod
    def each(ending, check, names=None):
        """Calls check with each model and its file."""
        for model in sorted(FOLDER.glob('*.model')):
            if names is not None and model.stem not in names:
                continue
            try:
                check(Model(model), model.with_suffix(ending))
            except Exception as error:
                raise AssertionError(f'seed {SEED}, report {model.stem}: {error}') from error


class DocxTest(OfficeCase):
    def test_schema(self):
        def check(_, path):
            self.assertEqual(list(Document(path).problems()), [])

        self.each('.docx', check)

    def test_words(self):
        def check(model, path):
            self.assertEqual(filled(Document(path).texts()), filled(model.texts()))

        self.each('.docx', check)

    def test_sections(self):
        """A4, lying or standing, each part with pages of its own."""
        def check(model, path):
            sections = list(Document(path).body.iter(of_w('sectPr')))
            turned = [section.find(of_w('pgSz')).get(of_w('orient')) == 'landscape' for section in sections]
            self.assertEqual(turned, [bool(part['landscape']) for part in model.data['parts']])
            for section in sections:
                size = section.find(of_w('pgSz'))
                self.assertEqual({size.get(of_w('w')), size.get(of_w('h'))}, {'11906', '16838'})
                self.assertEqual(section.find(of_w('pgNumType')).get(of_w('start')), '1')
                self.assertIsNotNone(section.find(of_w('titlePg')))

        self.each('.docx', check)

    def test_heads_come_again(self):
        body = Document(FOLDER / 'month.docx').body
        tables = [table for table in body.iter(of_w('tbl')) if len(table.find(of_w('tblGrid'))) == 6]
        self.assertEqual(len(tables), 2)
        for table in tables:
            heads = [row.find(f'{of_w("trPr")}/{of_w("tblHeader")}') is not None for row in table.iter(of_w('tr'))]
            self.assertEqual(heads[:3], [True, True, False])
            self.assertNotIn(True, heads[2:])
            self.assertTrue(all(row.find(f'{of_w("trPr")}/{of_w("cantSplit")}') is not None
                                for row in table.iter(of_w('tr'))))

    def test_pictures(self):
        """Each chart and code is there, sharp enough, and told in words."""
        def check(model, path):
            document = Document(path)
            shown = list(document.pictures())
            self.assertGreaterEqual(len(shown), sum(block['kind'] in (CHART, CODE) for block in model.blocks()))
            for data, inches, words in shown:
                self.assertGreaterEqual(int.from_bytes(data[16:20], 'big') / inches, 200)
                self.assertTrue(words.strip() or not any(block.get('series') for block in model.blocks()))

        self.each('.docx', check)

    def test_code_is_read(self):
        data = [data for data, _, words in Document(FOLDER / 'month.docx').pictures() if words.startswith('Mã QR')]
        self.assertEqual(len(data), 1)
        (FOLDER / 'code.png').write_bytes(data[0])
        read = subprocess.run(['zbarimg', '--quiet', '--raw', FOLDER / 'code.png'], check=True, capture_output=True)
        self.assertEqual(read.stdout.decode().strip(), 'https://vneid.gov.vn')

    def test_description(self):
        title = Document(FOLDER / 'month.docx').archive.read('docProps/core.xml').decode()
        self.assertIn('<dc:title>BÁO CÁO Kết quả tập huấn', title)
        self.assertIn('2026-11-05</dcterms:created>', title)
        self.assertIn('<dc:language>vi-VN</dc:language>', title)


class XlsxTest(OfficeCase):
    def check_cell(self, sheet_cell, values, bold):
        kind, text, count, out_of = values
        found = day_of(text) if kind == DAY else None
        self.assertNotEqual(sheet_cell.data_type, 'f')
        self.assertEqual(sheet_cell.font.b, bold)
        if found:
            self.assertEqual((sheet_cell.value, sheet_cell.number_format),
                             (datetime(found.year, found.month, found.day), 'dd/mm/yyyy'))
        elif kind == NUMBER:
            self.assertEqual((sheet_cell.value, sheet_cell.number_format), (count, '#,##0'))
        elif kind == SHARE and out_of:
            self.assertEqual((sheet_cell.value, sheet_cell.number_format), (hundredths(count, out_of) / 10000, '0.00%'))
        else:
            self.assertEqual(sheet_cell.value or '', cell(values)[:MOST_CELL])

    def check_head(self, sheet, table):
        grouped = any(len(column) > 1 for column in table['columns'])
        for first, _, group in groups(table) if grouped else []:
            title = table['columns'][first][0] if group is None else group
            self.assertEqual(sheet.cell(1, first + 1).value or '', title)
        for i, column in enumerate(table['columns']):
            if not grouped or len(column) > 1:
                self.assertEqual(sheet.cell(2 if grouped else 1, i + 1).value or '', column[0])
        return 3 if grouped else 2

    def check_table(self, sheet, table):
        first = self.check_head(sheet, table)
        self.assertEqual(sheet.freeze_panes, f'A{first}')
        for i, (style, *cells) in enumerate(table['rows']):
            for j, values in enumerate(cells[:1] if style == SECTION else cells):
                self.check_cell(sheet.cell(first + i, j + 1), values, style in (TOTAL, SECTION))

    def test_tables(self):
        def check(model, path):
            sheets = openpyxl.load_workbook(path).worksheets
            tables = list(model.tables())
            self.assertEqual(len(sheets), len(tables) + 1)
            for sheet, table in zip(sheets[1:], tables):
                self.check_table(sheet, table)

        self.each('.xlsx', check)

    def test_names(self):
        def check(_, path):
            names = openpyxl.load_workbook(path).sheetnames
            self.assertEqual(len({name.casefold() for name in names}), len(names))
            for name in names:
                self.assertLessEqual(len(name.encode('utf-16-le')) // 2, 31)
                self.assertRegex(name, r"\A[^\[\]:*?/\\']+\Z")

        self.each('.xlsx', check)

    def test_words(self):
        def check(model, path):
            book = openpyxl.load_workbook(path)
            names = iter(book.sheetnames[1:])
            shown = [str(value) for row in book.worksheets[0].iter_rows(values_only=True) for value in row if value]
            self.assertEqual(''.join(shown), ''.join(self.cover(model, names)))

        self.each('.xlsx', check)

    @staticmethod
    def cover(model, names):
        """The words of the first sheet: the letterhead in rows, then what is not a table."""
        data = model.data
        if data['letterhead'] and data['superior']:
            yield from [data['superior'], 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', data['issuer']]
        elif data['letterhead']:
            yield from [data['issuer'], 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']
        if data['letterhead']:
            yield from ['Độc lập - Tự do - Hạnh phúc', data['number'], data['place_and_date']]
        yield from [data['type'], data['subject'], data['attached_to'], *model.addressees()]
        for i, part in enumerate(data['parts']):
            yield from [part['label'], part['title'], part['note']]
            for block in part['blocks']:
                if block['kind'] in (TABLE, CHART):
                    yield f'(Xem trang tính “{next(names)}”)'
                else:
                    yield model.words(block) if 'code' not in block else block['code']
            if i == 0:
                yield from model.signatures()
                yield from model.recipients()

    def test_charts(self):
        def check(model, path):
            drawn = sum(len(sheet._charts) for sheet in openpyxl.load_workbook(path).worksheets)
            self.assertEqual(drawn, sum(1 for block in model.blocks() if block['kind'] == CHART and block['labels']
                                        and block['series']))

        self.each('.xlsx', check)


class CsvTest(OfficeCase):
    @staticmethod
    def guarded(text):
        return f'\t{text}' if text[:1] in tuple('=+-@') else text

    def expected(self, model):
        yield [self.guarded(' '.join(filled([model.data['type'], model.data['subject']])))]
        yield ['Chỉ tiêu', 'Số', 'Trên tổng số', 'Thể hiện', 'Cách tính']
        for one in model.data['figures']:
            yield [one['name'], str(one['number']), str(one['out_of']) if one['share'] else '', figure(one),
                   self.guarded(one['rule'])]
        for table in model.tables():
            yield [self.guarded(table['name'])]
            yield [self.guarded(': '.join(reversed(column))) for column in table['columns']]
            for _, *cells in table['rows']:
                yield [self.value(one) for one in cells]

    def value(self, values):
        kind, text, count, out_of = values
        found = day_of(text) if kind == DAY else None
        return {TEXT: self.guarded(text), NUMBER: str(count), SHARE: share(count, out_of),
                DAY: f'{found:%d/%m/%Y}' if found else text}[kind]

    def test_rows(self):
        def check(model, path):
            data = path.read_bytes()
            self.assertEqual(data[:3], b'\xef\xbb\xbf')
            rows = list(csv.reader(data[3:].decode('utf-8').splitlines(keepends=True)))
            wanted = list(self.expected(model))
            self.assertEqual(rows[0][0].strip() if rows[0] else '', wanted[0][0].strip())
            self.assertEqual([row for row in rows[1:] if any(row)], [row for row in wanted[1:] if any(row)])

        self.each('.csv', check)


class JsonTest(OfficeCase):
    def check_block(self, shown, block):
        if 'text' in shown and shown['kind'] in ('heading', 'paragraph'):
            self.assertEqual(shown['text'], block['text'])
            self.assertEqual(shown.get('level', block['level']), block['level'])
            self.assertEqual(WORD.get(shown.get('style'), block['style']), block['style'])
        elif shown['kind'] == 'table':
            self.assertEqual([column['title'] for column in shown['columns']], [one[0] for one in block['columns']])
            self.assertEqual([[row['style'], *map(self.flat, row['cells'])] for row in shown['rows']],
                             [[['plain', 'total', 'section'][style], *map(self.value, cells)]
                              for style, *cells in block['rows']])
        elif shown['kind'] == 'chart':
            self.assertEqual([[one['name'], *one['values']] for one in shown['series']], block['series'])
            self.assertEqual(shown['labels'], block['labels'])

    @staticmethod
    def flat(shown):
        return (shown['number'], shown['out_of'], shown['text']) if isinstance(shown, dict) else shown

    @staticmethod
    def value(values):
        kind, text, count, out_of = values
        return {TEXT: text or None, DAY: text or None, NUMBER: count,
                SHARE: (count, out_of, share(count, out_of))}[kind]

    def test_everything(self):
        def check(model, path):
            shown = json.loads(path.read_text(encoding='utf-8'))
            for key in ('kind', 'superior', 'issuer', 'number', 'place_and_date', 'dated', 'type', 'subject',
                        'attached_to', 'addressees', 'recipients'):
                self.assertEqual(shown[key] or type(model.data[key])(), model.data[key])
            self.assertEqual([(one['name'], one['number'], one['out_of'], one['text'], one['rule'] or '')
                              for one in shown['figures']],
                             [(one['name'], one['number'], one['out_of'] if one['share'] else None, figure(one),
                               one['rule']) for one in model.data['figures']])
            self.assertEqual([{key: value or '' if key != 'authority' else value for key, value in one.items()}
                              for one in shown['signatures']], model.data['signatures'])
            blocks = [block for part in shown['parts'] for block in part['blocks']]
            self.assertEqual(len(blocks), len(model.blocks()))
            for one, block in zip(blocks, model.blocks()):
                self.check_block(one, block)

        self.each('.json', check)


class LibreOfficeTest(OfficeCase):
    @staticmethod
    def convert(ending, wanted, names=CONVERTED):
        """One start of the program for all files, as a Vietnamese has it."""
        user = FOLDER / 'profile' / 'user'
        if not user.exists():
            user.mkdir(parents=True)
            (user / 'registrymodifications.xcu').write_text(SETTINGS)
        subprocess.run(['soffice', f'-env:UserInstallation=file://{FOLDER}/profile', '--headless', '--convert-to',
                        wanted, '--outdir', FOLDER / 'converted', *(FOLDER / f'{name}{ending}' for name in names)],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def test_documents(self):
        def check(model, path):
            text = (FOLDER / 'converted' / f'{path.stem}.txt').read_text(encoding='utf-8')
            self.assertEqual(squeezed(text), squeezed(model.texts()))

        self.convert('.docx', 'txt:Text (encoded):UTF8')
        self.each('.docx', check, CONVERTED)

    def test_pages(self):
        """As many as our own pages, or one more or less."""
        def count(path):
            told = subprocess.run(['pdfinfo', path], check=True, capture_output=True, text=True).stdout
            return int(re.search(r'^Pages: +(\d+)$', told, re.MULTILINE)[1])

        self.convert('.docx', 'pdf', ['month'])
        self.assertAlmostEqual(count(FOLDER / 'converted' / 'month.pdf'), count(FOLDER / 'month.pdf'), delta=1)

    def test_workbooks(self):
        """Every sheet as text, as it is shown."""
        def check(model, path):
            for sheet, table in zip(openpyxl.load_workbook(path).sheetnames[1:], model.tables()):
                self.check_sheet(FOLDER / 'converted' / f'{path.stem}-{sheet}.csv', table)

        self.convert('.xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1')
        self.each('.xlsx', check, CONVERTED)

    def check_sheet(self, path, table):
        rows = list(csv.reader(path.read_text(encoding='utf-8').splitlines(keepends=True)))
        shown = [row[:len(table['columns'])] for row in rows[-len(table['rows']):]] if table['rows'] else []
        for row, (style, *cells) in zip(shown, table['rows']):
            wanted = [self.shown(values) for values in (cells[:1] if style == SECTION else cells)]
            self.assertEqual([squeezed(text) for text in row[:len(wanted)]], [squeezed(text) for text in wanted])

    @staticmethod
    def shown(values):
        """As a Vietnamese spreadsheet shows a value."""
        kind, text, count, out_of = values
        if kind == DAY and day_of(text):
            return f'{day_of(text):%d/%m/%Y}'
        if kind == SHARE and out_of:
            return f'{hundredths(count, out_of) / 100:.2f}%'.replace('.', ',')
        return cell(values).replace('−', '-') if kind == NUMBER else cell(values)


if __name__ == '__main__':
    main()
