# SPDX-License-Identifier: GPL-3.0-or-later
"""The projector: from the key to the frame that shows the next slide, its start, and the memory of a long show.

The peer draws the same slides as pages of a PDF, as programs do that present PDFs.
"""
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import BUILD, judge

HERE = Path(__file__).resolve().parent
TURNS = 10000
LARGE_TURNS = 500
FRAME = 50  # milliseconds
START = 300
GROWTH = 1.05
OF_PEER = 1.0


def run(name, folder, *words):
    command = [BUILD / 'tests/bench' / name, f'{folder}/pages.pdf', *words]
    return list(map(int, subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()))


def walk(folder, width, height, turns):
    """Milliseconds that 99 of 100 slides take, and the first frame; MB after 500 slides and at the end."""
    middle, worst, most, first, work, early, late = run('bench-wall', folder, str(width), str(height), str(turns))
    print(f'  {middle / 1000:7.1f} ms  {worst / 1000:6.1f} ms  {most / 1000:6.1f} ms  {width}×{height}: half of the '
          f'slides, 99 of 100, at most; {work / 1000:.1f} ms of CPU time for 99 of 100')
    return worst / 1000, first / 1000, early / 1024, late / 1024


def measure_start():
    command = [HERE.parent / 'support/run-display', '--window-manager', '--size', '1920x1080', sys.executable,
               HERE / 'start_show.py']
    times = list(map(float, subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()))
    print(f'  {statistics.median(times):7.1f} ms  F5 in the program, until the wall is painted')
    return judge('F5 until the first slide', statistics.median(times), START, 'ms')


def measure_wall():
    print(f'The wall: a lesson of 16 utilities with the manual, {TURNS:,} slides')
    with tempfile.TemporaryDirectory() as folder:
        worst, first, early, late = walk(folder, 1920, 1080, TURNS)
        walk(folder, 3840, 2160, LARGE_TURNS)
        ours, ours_worst, peer, peer_worst = (time / 1000 for time in run('bench-slides-pdf', folder, '1920', '1080'))
    print(f'  {ours:7.1f} ms  {ours_worst:6.1f} ms  drawing a slide, without the frame: half of them, 99 of 100')
    print(f'  {peer:7.1f} ms  {peer_worst:6.1f} ms  the same of the slides as pages of a PDF, by poppler')
    print(f'  {early:7.1f} MB after 500 slides, {late:.1f} MB at the end')
    good = judge('99 of 100 slides', worst, FRAME, 'ms')
    good &= judge('the first frame of the wall', first, START, 'ms')
    good &= judge('drawing a slide, of poppler drawing its page', ours / peer, OF_PEER)
    good &= judge('memory at the end, of that after 500 slides', late / early, GROWTH)
    return measure_start() and good
