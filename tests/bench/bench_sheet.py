# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing sheets: a million rows of .xlsx beside a bare loop around the library that writes the same cells, both whole
processes. Ours also knows how wide its columns are, and leaves the old file alone until the new one is whole."""
import tempfile
from pathlib import Path

from measure import BUILD, interleaved, judge

SHEET = str(BUILD / 'tests/bench/bench-sheet')
ROWS = 1000000


def measure_sheets():
    with tempfile.TemporaryDirectory() as folder:
        results = interleaved({mode: ([SHEET, mode, str(Path(folder, f'{mode}.xlsx')), str(ROWS)], {})
                               for mode in ('ours', 'bare')})
    print(f'{ROWS:,} rows of .xlsx written')
    for name, (milliseconds, megabytes) in results.items():
        print(f'  {milliseconds:7.0f} ms  {megabytes:6.1f} MB  {name}')
    time = judge('time, of the bare loop', results['ours'][0] / results['bare'][0], 1.3)
    return judge('memory, of the bare loop', results['ours'][1] / results['bare'][1], 1.3) and time
