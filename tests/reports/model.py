# SPDX-License-Identifier: GPL-3.0-or-later
"""What a report shows, computed from its model (write-reports' .model files) with nothing of the program."""
import json
import re
from datetime import date

HEADING, PARAGRAPH, TABLE, CHART, CODE, PAGE_BREAK = range(6)
TEXT, NUMBER, SHARE, DAY = range(4)
PLAIN, TOTAL, SECTION = range(3)
ITEM = 1
COUNTRY = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
MOTTO = 'Độc lập - Tự do - Hạnh phúc'


def number(value):
    return ('−' if value < 0 else '') + f'{abs(value):,}'.replace(',', '.')


def hundredths(part, whole):
    """Of a percent: 100 % and 0 % only when it is so."""
    if part in (0, whole):
        return 10000 if part else 0
    return min(max((part * 20000 + whole) // (2 * whole), 1), 9999)


def share(part, whole):
    if whole == 0:
        return '–'
    value = hundredths(part, whole)
    return f'{value // 100} %' if value in (0, 10000) else f'{value // 100},{value % 100:02} %'


def day_of(text):
    try:
        return date.fromisoformat(text) if re.fullmatch(r'\d{4}-\d\d-\d\d', text) else None
    except ValueError:
        return None


def day(text):
    found = day_of(text)
    if found is None:
        return text
    month = f'{found.month:02}' if found.month < 3 else str(found.month)
    return f'{found.day:02}/{month}/{found.year}'


def cell(values):
    kind, text, count, out_of = values
    return {TEXT: text, NUMBER: number(count), SHARE: share(count, out_of), DAY: day(text)}[kind]


def figure(values):
    if values['share']:
        return share(values['number'], values['out_of'])
    return f'0{values["number"]}' if 0 < values['number'] < 10 else number(values['number'])


def chart_table(chart):
    """A chart's values as a table."""
    def value(of):
        if of is None:
            return [TEXT, '', 0, 0]
        rounded = int(of * 100 + 0.5) if chart['percent'] else int(of + 0.5)
        return [SHARE, '', rounded, 10000] if chart['percent'] else [NUMBER, '', rounded, 0]

    columns = [[''], *([series[0]] for series in chart['series'])]
    rows = [[PLAIN, [TEXT, label, 0, 0], *(value(series[i + 1]) for series in chart['series'])]
            for i, label in enumerate(chart['labels'])]
    return {'name': chart['title'], 'columns': columns, 'rows': rows}


def groups(table):
    """(first column, how many, group or None), side by side."""
    found = []
    for i, column in enumerate(table['columns']):
        group = column[1] if len(column) > 1 else None
        if found and group is not None and found[-1][2] == group:
            found[-1][1] += 1
        else:
            found.append([i, 1, group])
    return found


def listed(names):
    return [f'- {name}{"." if i + 1 == len(names) else ";"}' for i, name in enumerate(names)]


class Model:
    def __init__(self, path):
        self.data = json.loads(path.read_text(encoding='utf-8'))

    def blocks(self):
        return [block for part in self.data['parts'] for block in part['blocks']]

    def tables(self):
        """Those of charts among them, in their order."""
        for block in self.blocks():
            if block['kind'] == TABLE:
                yield block
            elif block['kind'] == CHART:
                yield chart_table(block)

    def addressees(self):
        names = self.data['addressees']
        return [f'Kính gửi: {names[0]}'] if len(names) == 1 else ['Kính gửi:', *listed(names)] if names else []

    def recipients(self):
        names = self.data['recipients']
        return ['Nơi nhận:', *listed(names)] if names else []

    def signatures(self):
        for signature in self.data['signatures']:
            yield from [*signature['authority'], signature['role'], signature['hint'], signature['name']]

    def end(self):
        """One who signs stands beside the recipients; several have the whole width, all names in one row."""
        signatures = self.data['signatures']
        roles = [text for one in signatures for text in [*one['authority'], one['role'], one['hint']]]
        names = [one['name'] for one in signatures]
        return [*self.recipients(), *roles, *names] if len(names) == 1 else [*roles, *names, *self.recipients()]

    @staticmethod
    def words(block):
        return f'- {block["text"]}' if block['kind'] == PARAGRAPH and block['style'] == ITEM else block['text']

    @staticmethod
    def table_texts(table):
        """As pages show it: the headings of groups, those of columns, the rows."""
        grouped = any(len(column) > 1 for column in table['columns'])
        if grouped:
            for first, _, group in groups(table):
                yield table['columns'][first][0] if group is None else group
        for column in table['columns']:
            if not grouped or len(column) > 1:
                yield column[0]
        for style, *cells in table['rows']:
            yield from map(cell, cells[:1] if style == SECTION else cells)

    def block_texts(self, block):
        if block['kind'] in (HEADING, PARAGRAPH):
            yield self.words(block)
        elif block['kind'] == TABLE:
            yield from self.table_texts(block)

    def texts(self):
        """All that the document says, in its order."""
        data = self.data
        if data['letterhead']:
            yield from [data['superior'], data['issuer'], COUNTRY, MOTTO, data['number'], data['place_and_date']]
        yield from [data['type'], data['subject'], data['attached_to']]
        yield from self.addressees()
        for i, part in enumerate(data['parts']):
            yield from [part['label'], part['title'], part['note']]
            for block in part['blocks']:
                yield from self.block_texts(block)
            if i == 0:
                yield from self.end()
