#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""F5 in the real program: prints how many ms each start takes until the wall is painted over the whole screen.

Runs inside run-display --window-manager.
"""
import os
import sys
import tempfile
import time
from pathlib import Path

from measure import BUILD, RUNS  # it finds the modules below
from person import Person, wait_for, write_settings
from wall import Keys, wait_for_front


def start(folder, keys):
    answer = folder / 'answer'
    answer.unlink(missing_ok=True)
    write_settings(folder / 'home', view='catalogue', unit_name='Phường Một')
    os.environ |= {'LD_PRELOAD': str(BUILD / 'tests/bench/wall-frame.so'), 'SOTAY_BENCH_ANSWER': str(answer)}
    person = Person(folder / 'home')
    del os.environ['LD_PRELOAD']
    with person:
        person.find('page tab', person.say('Utilities'))
        wait_for_front('VNeID')
        begin = time.monotonic()  # the clock of the answer
        keys.press('F5')
        wait_for('the wall', lambda: answer.exists() and answer.read_text(encoding='ascii'))
        person.process.kill()
    (folder / 'home/presentation/show.jsonl').unlink(missing_ok=True)
    return int(answer.read_text(encoding='ascii')) / 1000 - begin * 1000


def main():
    with tempfile.TemporaryDirectory() as name, Keys() as keys:
        print(*(start(Path(name), keys) for _ in range(RUNS)))
    return 0


if __name__ == '__main__':
    sys.exit(main())
