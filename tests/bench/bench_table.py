# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading tables: a million lines of CSV beside Python's csv module (which is C), a workbook of 100,000 rows beside
openpyxl, both whole processes. Ours also tells the encoding and the delimiter, tidies every text and keeps all rows."""
import csv
import random
import re
import subprocess
import tempfile
from pathlib import Path

from measure import BUILD, interleaved, judge

OURS = str(BUILD / 'tests/bench/bench-table-file')
PYTHON = '/usr/bin/python3'
CSV_PEER = ('import csv, sys\nrows = list(csv.reader(open(sys.argv[1], encoding="utf-8")))\n'
            'assert len(rows) == int(sys.argv[2])')
XLSX_PEER = ('import openpyxl, sys\nsheet = openpyxl.load_workbook(sys.argv[1], read_only=True).active\n'
             'assert len(list(sheet.iter_rows(values_only=True))) == int(sys.argv[2])')
MANY, FEWER = 1000000, 100000


def write_list(path, count):
    chance = random.Random(1)
    header = Path(__file__).resolve().parent.parent / 'support/names.h'
    names = re.findall(r'"([^"]+)"', header.read_text(encoding='utf-8'))
    with path.open('w', encoding='utf-8', newline='') as file:
        table = csv.writer(file)
        table.writerow(['TT', 'Họ và tên', 'Năm sinh', 'Chức vụ', 'Đơn vị', 'Mã'])
        for number in range(1, count):
            table.writerow([number, chance.choice(names), chance.randrange(1960, 2005), 'Công chức',
                            f'Đơn vị {number % 20000}', f'CB{number:07}'])


def compare(title, path, rows, peer, code, goal):
    words = [str(path), str(rows)]
    results = interleaved({'ours': ([OURS] + words, {}), peer: ([PYTHON, '-c', code] + words, {})})
    print(title)
    for name, (milliseconds, megabytes) in results.items():
        print(f'  {milliseconds:7.0f} ms  {megabytes:6.1f} MB  {name}')
    time = judge(f'time, of {peer}', results['ours'][0] / results[peer][0], goal)
    return judge(f'memory, of {peer}', results['ours'][1] / results[peer][1], 1) and time


def measure_tables():
    with tempfile.TemporaryDirectory() as folder:
        many, fewer = Path(folder, 'many.csv'), Path(folder, 'fewer.csv')
        write_list(many, MANY)
        write_list(fewer, FEWER)
        # 76: UTF-8 for LibreOffice, which makes the workbook.
        subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless',
                        '--infilter=CSV:44,34,76,1', '--convert-to', 'xlsx', '--outdir', folder, str(fewer)],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        text = compare(f'{MANY:,} lines of CSV', many, MANY, "Python's csv", CSV_PEER, 0.5)
        book = compare(f'{FEWER:,} rows of .xlsx', fewer.with_suffix('.xlsx'), FEWER, 'openpyxl', XLSX_PEER, 0.2)
        return text and book
