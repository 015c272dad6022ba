# SPDX-License-Identifier: GPL-3.0-or-later
"""A register of a province, 1,000,000 people in 20,000 units, beside the same people in tables of SQLite's own program:
one that LIKE goes through, and one with an index that covers the figures."""
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from measure import BUILD, RUNS, interleaved, judge

REGISTER = str(BUILD / 'tests/bench/bench-register')
LIST = str(BUILD / 'tests/bench/bench-staff-list')
CLI = str(BUILD / 'src/cli/sotay')
STAFF, UNITS = 1_000_000, 20_000
IMPORTS = 3
PEER = '''CREATE TABLE person (unit_id TEXT, trained_on TEXT, left_on TEXT,
                     name TEXT, position TEXT, code TEXT, folded TEXT);
.mode csv
.import people.csv person
CREATE INDEX person_unit ON person (unit_id, trained_on);
'''


def ask(*command, environment=None):
    answer = subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True,
                            env=os.environ | (environment or {})).stdout
    return [int(number) / 1000 for number in answer.split()]


def fill(home, staff, units):
    """Milliseconds that the store took for the people."""
    home.mkdir(mode=0o700)
    return ask(REGISTER, 'fill', home / 'register.db', home / 'people.csv', staff, units)[0] * 1000


def fill_peer(home):
    (home / 'peer.db').unlink(missing_ok=True)
    start = time.perf_counter()
    subprocess.run(['sqlite3', 'peer.db'], cwd=home, input=PEER, text=True, check=True)
    return (time.perf_counter() - start) * 1000


def measure_import(home):
    """The peer reads a file of rows made ready; ours places, indexes and logs people who were read before."""
    ours, peers = [], []
    for _ in range(IMPORTS):
        shutil.rmtree(home, ignore_errors=True)
        ours.append(fill(home, STAFF, UNITS))
        peers.append(fill_peer(home))
    ours, peer = statistics.median(ours), statistics.median(peers)
    print(f'  {ours:9.0f} ms  ours: rows, places, words, figures, log\n  {peer:9.0f} ms  sqlite3 .import and an index')
    return judge('adding everyone, of .import and its index', ours / peer, 1.2)


def medians(runs):
    return [statistics.median(column) for column in zip(*runs)]


def measure_store(database, peer):
    searches, tallies, marks = [], [], []
    for _ in range(RUNS):
        searches.append(ask(REGISTER, 'search', database, peer))
        tallies.append(ask(REGISTER, 'tally', database, peer))
        marks.append(ask(REGISTER, 'mark', database))
    first, count, like_nothing, like_count = medians(searches)
    tally, group_by = medians(tallies)
    marked = medians(marks)[1]
    print(f'  {first:9.2f} ms  the first 100 found, 99 of 100\n  {like_nothing:9.2f} ms  LIKE that finds nothing\n'
          f'  {count:9.2f} ms  how many, 99 of 100\n  {like_count:9.2f} ms  the same by LIKE\n'
          f'  {tally:9.2f} ms  the figures of all units\n  {group_by:9.2f} ms  GROUP BY over a covering index')
    good = [judge('the first 100 found, 99 of 100', first, 10, 'ms'),
            judge('the first 100 found, of LIKE that finds nothing', first / like_nothing, 0.1),
            judge('how many, of LIKE', count / like_count, 0.1),
            judge('the figures of all units, of GROUP BY', tally / group_by, 0.05),
            judge('marking one person, 99 of 100', marked, 5, 'ms')]
    return all(good)


def measure_list(small, large):
    runs = {small: [], large: []}
    for _ in range(RUNS):
        for home, measured in runs.items():
            measured.append(ask(LIST, home / 'register.db'))
    minimal = interleaved({'minimal': ([str(BUILD / 'tests/bench/minimal-adw')], {})},
                          str(BUILD / 'tests/bench/first-frame.so'))['minimal'][1]
    (few_first, _, few_frame, *_), large_numbers = map(medians, runs.values())
    first, middle, frame, blocked, to_end, to_middle, memory, used_middle, used_frame, used_blocked = large_numbers
    print(f'  {first:9.2f} ms  the first frame of the list; of 1,000 people: {few_first:.2f} ms\n'
          f'  {frame:9.2f} ms  a frame of scrolling, 99 of 100 (half: {middle:.2f} ms); of 1,000: {few_frame:.2f} ms\n'
          f'  {to_end:9.2f} ms  a jump to the end, for the first time\n'
          f'  {to_middle:9.2f} ms  a jump to the middle of a list that has been looked at for a while\n'
          f'  {used_frame:9.2f} ms  of the processor: a frame of scrolling, 99 of 100 (half: {used_middle:.2f} ms)\n'
          f'  {used_blocked:9.2f} ms  of the processor: a new search keeps the main loop')
    good = [judge('the first frame, of that of 1,000 people', first / few_first, 1.25),
            judge('scrolling, of 1,000 people', frame / few_frame, 1.15),
            judge('scrolling, 99 of 100', frame, 16.7, 'ms'),
            judge('a new search keeps the main loop', blocked, 60, 'ms'),
            judge('memory, of the minimal window', memory * 1000 / 1024 / minimal, 2)]
    return all(good)


def measure_verbs(home):
    environment = {'SOTAY_HOME': str(home)}
    results = interleaved({'search': ([CLI, 'staff', 'search', 'nguyễn an', '--limit', '100'], environment),
                           'progress': ([CLI, 'progress'], environment)})
    return all([judge('sotay staff search', results['search'][0], 60, 'ms'),
                judge('sotay progress', results['progress'][0], 400, 'ms')])


def measure_register():
    print(f'A register of {STAFF:,} people in {UNITS:,} units')
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, 'small'), Path(folder, 'large')
        good = [measure_import(large)]
        fill(small, 1000, 20)
        good += [measure_store(large / 'register.db', large / 'peer.db'), measure_list(small, large),
                 measure_verbs(large)]
    return all(good)


if __name__ == '__main__':
    measure_register()
