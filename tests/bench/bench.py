#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Medians of 7 interleaved runs, ours beside its peers with the same environment, and the goals beside the ratios.

One measure for all windows: a preloaded library (first-frame.c) hears the first after-paint of any GTK 4 program.
"after-paint" means that the frame was handed to the display server, not that a person has seen it.
"""
import datetime
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import BUILD, RUNS, interleaved, judge, stopwatch
from bench_canvas import measure_canvas
from bench_document import measure_document
from bench_download import measure_download
from bench_handout import measure_handout
from bench_register import measure_register
from bench_report import measure_report
from bench_sheet import measure_sheets
from bench_table import measure_tables
from bench_wall import measure_wall
from person import write_settings

HERE = Path(__file__).resolve().parent

OURS = str(BUILD / 'src/app/sotay-vneid')
CLI = str(BUILD / 'src/cli/sotay')
MINIMAL = str(BUILD / 'tests/bench/minimal-adw')
STAFF = 10000
ADDRESS = 'https://vneid.gov.vn/huongdan/HDSO_VNeID.pdf'


def fill_register(home):
    """A register of 10,000 people in 20 units. Each has a day of birth of their own: nobody is taken for a namesake."""
    chance = random.Random(1)
    families = 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split()
    middles = 'Văn Thị Hữu Đức Minh Ngọc Thanh Quốc Xuân Thu Kim Hồng'.split()
    givens = 'Ánh Anh Bình Châu Dũng Đạt Giang Hà Hải Hạnh Hiếu Hoa Hùng Huy Lan Linh Long Mai Nam Nga Yến'.split()
    environment = os.environ | {'SOTAY_HOME': home}
    for number in range(1, 21):
        roster = Path(home, 'roster.csv')
        with roster.open('w', encoding='utf-8') as file:
            print('Họ và tên,Ngày sinh,Chức vụ', file=file)
            for person in range(STAFF // 20):
                name = ' '.join(map(chance.choice, (families, middles, givens)))
                born = datetime.date(1965, 1, 1) + datetime.timedelta(days=number * STAFF // 20 + person)
                print(f'{name},{born},Cán bộ {person}', file=file)
        added = subprocess.run([CLI, 'unit', 'add', f'Phường {number}', '--json'], env=environment, check=True,
                               capture_output=True, text=True).stdout
        unit = added.split('"id"')[1].split('"')[1]
        subprocess.run([CLI, 'staff', 'import', str(roster), '--unit', unit], env=environment, check=True,
                       stdout=subprocess.DEVNULL)
    progress = subprocess.run([CLI, 'progress', '--json'], env=environment, check=True, capture_output=True).stdout
    assert json.loads(progress)['due'] == STAFF, progress


def measure_windows(homes, library):
    contestants = {
        'minimal AdwApplicationWindow': ([MINIMAL], {}),
        'gnome-text-editor': (['gnome-text-editor'], {}),
    } | {name: ([OURS], {'SOTAY_HOME': home}) for name, home in homes.items()}
    results = interleaved(contestants, library)
    minimal, editor = results['minimal AdwApplicationWindow'], results['gnome-text-editor']
    print(f'Start to first frame, register of {STAFF:,} staff')
    for name, (milliseconds, megabytes) in results.items():
        print(f'  {milliseconds:7.1f} ms  {megabytes:6.1f} MB  {name}')
    good = True
    for name in homes:
        good &= judge(f'{name}: time, of the minimal window', results[name][0] / minimal[0], 1.5)
        good &= judge(f'{name}: time, of gnome-text-editor', results[name][0] / editor[0], 0.6)
        good &= judge(f'{name}: memory, of the minimal window', results[name][1] / minimal[1], 1.6)
    return good


def measure_silent_portal(home, library):
    """The program must protect itself: nothing in the environment keeps it from asking the portal."""
    contestant = {'ours': ([OURS], {'SOTAY_HOME': home})}
    guard = os.environ.pop('ADW_DISABLE_PORTAL', None)
    before = interleaved(contestant, library)['ours'][0]
    with subprocess.Popen([HERE / 'silent-portal.py'], stdout=subprocess.PIPE, text=True) as portal:
        portal.stdout.readline()
        during = interleaved(contestant, library)['ours'][0]
        portal.terminate()
    if guard is not None:
        os.environ['ADW_DISABLE_PORTAL'] = guard
    print(f'A portal that never answers\n  {before:7.1f} ms  without it\n  {during:7.1f} ms  with it')
    return judge('time with it, of without', during / before, 1.25)


def measure_command_line(home):
    listing = 'sotay catalogue list'
    results = interleaved({'true': (['true'], {}), listing: ([CLI, 'catalogue', 'list'], {'SOTAY_HOME': home})})
    print('The command line')
    for name, (milliseconds, megabytes) in results.items():
        print(f'  {milliseconds:7.2f} ms  {megabytes:6.1f} MB  {name}')
    return judge(f'{listing}, more than true', results[listing][0] - results['true'][0], 10, 'ms')


def measure_qr():
    here, process = [], []
    for _ in range(RUNS):
        answer = subprocess.run([BUILD / 'tests/bench/bench-qr-symbol', ADDRESS], check=True, capture_output=True)
        here.append(int(answer.stdout))
        process.append(stopwatch(['qrencode', '--level=Q', '--type=ASCII', '--output=-', ADDRESS])[0])
    print(f'One QR symbol\n  {statistics.median(here):7.0f} µs  in our process (making the symbol)\n'
          f'  {statistics.median(process):7.0f} µs  as a process of qrencode')
    return judge('ours, of qrencode', statistics.median(here) / statistics.median(process), 0.05)


def main():
    library = str(BUILD / 'tests/bench/first-frame.so')
    with tempfile.TemporaryDirectory() as folder:
        homes = {'ours, opening at Utilities': f'{folder}/utilities', 'ours, opening at Training': f'{folder}/training'}
        for home, view in zip(homes.values(), ('catalogue', 'register')):
            Path(home).mkdir(mode=0o700)
            fill_register(home)
            write_settings(home, view=view)
        first = next(iter(homes.values()))
        good = [measure_windows(homes, library), measure_silent_portal(first, library), measure_command_line(first),
                measure_qr(), measure_download(), measure_document(), measure_canvas(), measure_wall(),
                measure_handout(Path(folder, 'handout')), measure_register(),
                measure_tables(), measure_report(), measure_sheets()]
    return 0 if all(good) else 1


if __name__ == '__main__':
    sys.exit(main())
