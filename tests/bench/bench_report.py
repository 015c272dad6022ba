# SPDX-License-Identifier: GPL-3.0-or-later
"""An annex of 20,000 rows and 8 columns as a PDF, beside its text alone in one PangoLayout a page; whole processes.
A page of a month's report drawn for the preview."""
import statistics
import subprocess
import tempfile
from pathlib import Path

from measure import BUILD, RUNS, interleaved, judge

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
    memory = judge('memory', results['ours'][1], 250, 'MB')
    drawn = [int(subprocess.run([PROGRAM, 'draw'], check=True, capture_output=True).stdout) for _ in range(RUNS)]
    return judge('a page on the screen', statistics.median(drawn) / 1000, 30, 'ms') and time and memory
