#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers by which src/register/sqlite/schema.c knows its tables are those that the migrations make."""
import os
import re
import sqlite3
import sys
from pathlib import Path

SOURCE = Path(os.environ['SOTAY_SOURCE_ROOT'])


def main():
    code = (SOURCE / 'src' / 'register' / 'sqlite' / 'schema.c').read_text(encoding='utf-8')
    written = re.search(r'notnull\\"\) = (\d+) AND count \(\*\) >= (\d+) ', code).groups()
    tables = re.findall(r"'(\w+)'", re.search(r't\.name IN \((.*?)\)', code, re.DOTALL).group(1))
    database = sqlite3.connect(':memory:')
    for name in re.findall(r'RESOURCES "(\S+\.sql)"', code):
        database.executescript((SOURCE / 'resources' / 'sql' / name).read_text(encoding='utf-8'))
    strict = [name for name, in database.execute('SELECT name FROM pragma_table_list '
                                                 "WHERE schema = 'main' AND strict")]
    made = database.execute('SELECT sum (c."notnull"), count (*) '
                            'FROM pragma_table_list t, pragma_table_info (t.name) c '
                            "WHERE t.schema = 'main' AND t.strict").fetchone()
    print('1..2')
    print('ok' if sorted(tables) == sorted(strict) else 'not ok', '1 - tables')
    print(f'# schema.c names {sorted(tables)}, the migrations make {sorted(strict)}')
    right = tuple(map(int, written)) == made
    print('ok' if right else 'not ok', '2 - numbers')
    print('# schema.c: %s NOT NULL, %s columns; the migrations make %d, %d' % (*written, *made))
    sys.exit(0 if right and sorted(tables) == sorted(strict) else 1)


main()
