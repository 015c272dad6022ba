# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the smallest workbook (.xlsx) that holds texts and numbers."""
import zipfile
from xml.sax.saxutils import escape

TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
SPACE = 'http://schemas.openxmlformats.org/'
RELATION = SPACE + 'officeDocument/2006/relationships'
RELATIONS = SPACE + 'package/2006/relationships'


def cell(column, row, value):
    place = f'{chr(ord("A") + column)}{row}'
    if isinstance(value, (int, float)):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def sheet(rows):
    lines = (f'<row r="{number}">' + ''.join(cell(i, number, value) for i, value in enumerate(row)) + '</row>'
             for number, row in enumerate(rows, 1))
    return f'<worksheet xmlns="{SPACE}spreadsheetml/2006/main"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def relations(*targets):
    return f'<Relationships xmlns="{RELATIONS}">' + ''.join(
        f'<Relationship Id="r{number}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)) + '</Relationships>'


def write_workbook(path, sheets):
    """sheets: name → rows of texts and numbers."""
    paths = [f'worksheets/sheet{number}.xml' for number in range(1, len(sheets) + 1)]
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as book:
        book.writestr('[Content_Types].xml',
                      f'<Types xmlns="{SPACE}package/2006/content-types"><Default Extension="rels" '
                      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                      f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}sheet.main+xml"/>'
                      + ''.join(f'<Override PartName="/xl/{part}" ContentType="{TYPES}worksheet+xml"/>'
                                for part in paths) + '</Types>')
        book.writestr('_rels/.rels', relations(('officeDocument', 'xl/workbook.xml')))
        book.writestr('xl/workbook.xml',
                      f'<workbook xmlns="{SPACE}spreadsheetml/2006/main" xmlns:r="{RELATION}"><sheets>'
                      + ''.join(f'<sheet name="{escape(name)}" sheetId="{number}" r:id="r{number}"/>'
                                for number, name in enumerate(sheets, 1)) + '</sheets></workbook>')
        book.writestr('xl/_rels/workbook.xml.rels', relations(*(('worksheet', part) for part in paths)))
        for part, rows in zip(paths, sheets.values()):
            book.writestr('xl/' + part, sheet(rows))
