# SPDX-License-Identifier: GPL-3.0-or-later
"""The projector: from the key to the frame that shows the next slide, and what a long show does to the memory."""
import subprocess
import tempfile

from measure import BUILD, judge

TURNS = 10000
FRAME = 50  # milliseconds
START = 300
GROWTH = 1.05


def measure_wall():
    print(f'The wall: a lesson of 16 utilities with the manual at 1920×1080, {TURNS:,} slides')
    with tempfile.TemporaryDirectory() as folder:
        command = [BUILD / 'tests/bench/bench-wall', f'{folder}/pages.pdf', '1920', '1080', str(TURNS)]
        answer = subprocess.run(command, check=True, capture_output=True, text=True)
    middle, worst, most, start, work, early, late = map(int, answer.stdout.split())
    print(f'  {middle / 1000:7.1f} ms  {worst / 1000:6.1f} ms  {most / 1000:6.1f} ms  '
          f'half of them, 99 of 100, at most; {work / 1000:.1f} ms of CPU time for 99 of 100')
    print(f'  {early / 1024:7.1f} MB after 500 slides, {late / 1024:.1f} MB at the end')
    good = judge('99 of 100 slides', worst / 1000, FRAME, 'ms')
    good &= judge('the first frame', start / 1000, START, 'ms')
    good &= judge('memory at the end, of that after 500 slides', late / early, GROWTH)
    return good
