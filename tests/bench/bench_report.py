# SPDX-License-Identifier: GPL-3.0-or-later
"""An annex of 20,000 rows and 8 columns as a PDF, beside its text alone in one PangoLayout a page; whole processes."""
import tempfile
from pathlib import Path

from measure import BUILD, interleaved, judge

PROGRAM = str(BUILD / 'tests/bench/bench-report')
ROWS = 20000
PLAIN = 'plain text of pango'


def measure_report():
    with tempfile.TemporaryDirectory() as folder:
        results = interleaved({name: ([PROGRAM, manner, str(ROWS), str(Path(folder, f'{manner}.pdf'))], {})
                               for name, manner in (('ours', 'pages'), (PLAIN, 'plain'))})
    print(f'An annex of {ROWS:,} rows as a PDF')
    for name, (milliseconds, megabytes) in results.items():
        print(f'  {milliseconds:7.0f} ms  {megabytes:6.1f} MB  {name}')
    time = judge(f'time, of {PLAIN}', results['ours'][0] / results[PLAIN][0], 3)
    return judge('memory', results['ours'][1], 250, 'MB') and time
