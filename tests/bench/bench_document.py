# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading PDFs, beside the programs of poppler-utils. Ours run in their sandbox, as they do for the window."""
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from measure import BUILD, RUNS, judge

MANUAL = Path('/usr/share/doc/lilypond/html/Documentation/notation.pdf')  # 930 pages, 29 MB
PAGES = 100


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def pair(ours, peer):
    """Medians of interleaved runs, in ms: ours from the begin of opening, the peer's from the start of its process."""
    mine, other = [], []
    for _ in range(RUNS + 1):
        answer = subprocess.run(list(map(str, ours)), check=True, capture_output=True, text=True).stdout
        mine.append(float(answer.split()[0]))
        other.append(seconds(list(map(str, peer))) * 1000)
    return statistics.median(mine[1:]), statistics.median(other[1:])  # the first ones warm the caches


def measure_document():
    program = BUILD / 'tests/bench/bench-document'
    good = True
    print(f'Reading {MANUAL.name}, 930 pages')
    with tempfile.TemporaryDirectory() as folder:
        cases = [
            ('opening and the first page, of pdftocairo -f 1 -l 1', 1.3, [program, 'pages', MANUAL, 1],
             ['pdftocairo', '-f', 1, '-l', 1, '-tiff', '-tiffcompression', 'none', MANUAL, f'{folder}/page']),
            (f'{PAGES} pages at 150 dpi with two readers, of pdftoppm', 0.6, [program, 'pages', MANUAL, PAGES],
             ['pdftoppm', '-r', 150, '-l', PAGES, MANUAL]),
            ('all text, of pdftotext', 1.3, [program, 'text', MANUAL], ['pdftotext', MANUAL, '-']),
        ]
        for name, goal, ours, peer in cases:
            mine, other = pair(ours, peer)
            print(f'  {mine:7.1f} ms  {other:7.1f} ms  {name}')
            good &= judge(name, mine / other, goal)
    searches = [subprocess.run([program, 'search', MANUAL], check=True, capture_output=True, text=True).stdout.split()
                for _ in range(RUNS)]
    mine, other = (statistics.median(float(search[column]) for search in searches) for column in (0, 1))
    print(f'  {mine:7.1f} ms  {other:7.1f} ms  finding a word, without accents, on {searches[0][2]} places; with '
          f'accents, by poppler, on {searches[0][3]}')
    return judge("searching the text, of poppler's find_text", mine / other, 0.02) and good
