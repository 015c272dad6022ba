# SPDX-License-Identifier: GPL-3.0-or-later
"""Turning the pages of the reader: from the request to the frame that shows a page whose picture is there."""
import subprocess
import tempfile

from measure import BUILD, judge

FRAME = 16  # milliseconds


def measure_canvas():
    good = True
    print('A turn to a page that was drawn before, 200 turns')
    with tempfile.TemporaryDirectory() as folder:
        for name, word in {'whole pages': 'page', 'pages as wide as the screen': 'width'}.items():
            command = [BUILD / 'tests/bench/bench-page-canvas', f'{folder}/pages.pdf', word]
            answer = subprocess.run(command, check=True, capture_output=True, text=True)
            middle, worst = (int(number) / 1000 for number in answer.stdout.split())
            print(f'  {middle:7.1f} ms  {worst:6.1f} ms  {name}: half of them, 99 of 100')
            good &= judge(f'{name}: 99 of 100', worst, FRAME, 'ms')
    return good
