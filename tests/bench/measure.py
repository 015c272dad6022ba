# SPDX-License-Identifier: GPL-3.0-or-later
"""What every measure needs: one run, interleaved runs, and the goal beside the ratio."""
import os
import statistics
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'support'))

BUILD = Path(os.environ['SOTAY_BUILD_ROOT'])
RUNS = 7


def stopwatch(command, environment=None, library=None):
    """One run: microseconds and kilobytes."""
    words = [str(BUILD / 'tests/bench/stopwatch')] + ([library] if library else []) + ['--'] + command
    answer = subprocess.run(words, env=os.environ | (environment or {}), check=True, capture_output=True, text=True)
    return tuple(map(int, answer.stdout.split()))


def interleaved(contestants, library=None):
    """contestants: name → (command, environment). Returns name → medians of (milliseconds, megabytes)."""
    measured = {name: [] for name in contestants}
    for name, (command, environment) in contestants.items():
        stopwatch(command, environment, library)  # caches are warm from here on
    for _ in range(RUNS):
        for name, (command, environment) in contestants.items():
            measured[name].append(stopwatch(command, environment, library))
    return {name: (statistics.median(run[0] for run in runs) / 1000, statistics.median(run[1] for run in runs) / 1024)
            for name, runs in measured.items()}


def judge(what, value, goal, unit='×'):
    print(f"  {'met   ' if value <= goal else 'MISSED'}  {what}: {value:.2f} {unit} (goal {goal} {unit})")
    return value <= goal
