# SPDX-License-Identifier: GPL-3.0-or-later
"""1 GiB from nginx on the loopback interface to the disk: our download, which hashes as it writes, beside `curl -o`."""
import hashlib
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

from measure import BUILD, RUNS, judge, stopwatch
from web import WebServer

SIZE = 1 << 30
BLOCK = 1 << 20
OURS = str(BUILD / 'tests/bench/bench-download')


def write_manual(path):
    """Begins like a PDF. Returns its SHA-256."""
    digest = hashlib.sha256()
    with path.open('wb') as file:
        for number in range(SIZE // BLOCK):
            block = (b'%PDF-1.4\n' if number == 0 else b'').ljust(BLOCK, bytes([number % 251]))
            digest.update(block)
            file.write(block)
    return digest.hexdigest()


def run_once(command, target):
    """A run into an empty folder, with the disk at rest: what the one before left to be written is paid before."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    subprocess.run(['sync'], check=True)
    return stopwatch(command)


def measure_download():
    with tempfile.TemporaryDirectory() as folder:
        root, target = Path(folder, 'www'), Path(folder, 'out')
        root.mkdir()
        expected = write_manual(root / 'manual.pdf')
        with WebServer(root, 'sendfile on;') as server:
            address = server.address('manual.pdf')
            contestants = {'ours': [OURS, address, str(target)],
                           'curl': ['curl', '--silent', '--output', str(target / 'manual.pdf'), address]}
            measured = {name: [] for name in contestants}
            for command in contestants.values():
                run_once(command, target)  # caches are warm from here on
            for _ in range(RUNS):
                for name, command in contestants.items():
                    measured[name].append(run_once(command, target))
            shutil.rmtree(target)
            target.mkdir()
            answer = subprocess.run(contestants['ours'], check=True, capture_output=True, text=True).stdout.strip()
    assert answer == expected, answer
    times = {name: statistics.median(run[0] for run in runs) / 1000 for name, runs in measured.items()}
    memory = {name: statistics.median(run[1] for run in runs) / 1024 for name, runs in measured.items()}
    print('1 GiB from nginx on loopback to disk; ours includes SHA-256; neither waits for the disk or reads the PDF')
    for name in contestants:
        print(f'  {times[name]:7.0f} ms  {memory[name]:6.1f} MB  {name}')
    good = judge('ours: time, of curl -o', times['ours'] / times['curl'], 0.9)
    return judge('ours: peak memory, of curl -o', memory['ours'] / memory['curl'], 1.2) and good


if __name__ == '__main__':
    measure_download()
