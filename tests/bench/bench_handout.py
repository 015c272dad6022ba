# SPDX-License-Identifier: GPL-3.0-or-later
"""60 phones at once: the memory and the frames of the process that hands the manual out, and its speed beside nginx's."""
import getpass
import os
import random
import re
import socket
import statistics
import subprocess
from pathlib import Path

from measure import BUILD, RUNS, judge

SERVER = BUILD / 'tests/bench/handout-server'
CLIENTS = BUILD / 'tests/bench/handout-clients'
PHONES = 60
SMALL, LARGE = 10_000_000, 128_000_000


def write_file(path, size):
    chance = random.Random(size)
    with path.open('wb') as file:
        file.write(b'%PDF-1.7\n')
        while file.tell() < size:
            file.write(chance.randbytes(min(1_000_000, size - file.tell())))


def give_way():
    """The phones are other machines: here they run only when nobody else wants to."""
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def fetch(port, path, file):
    """Seconds until the last client has every byte."""
    done = subprocess.run([CLIENTS, str(port), path, file, str(PHONES)], check=True, capture_output=True, text=True,
                          preexec_fn=give_way)
    return int(done.stdout) / 1e6


class Ours:
    """The hand-out, in a process that draws frames meanwhile."""

    def __init__(self, file):
        self.file = file
        self.process = subprocess.Popen([SERVER, file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        port, token = re.fullmatch(r'http://127\.0\.0\.1:(\d+)(/\w+)', self.process.stdout.readline().strip()).groups()
        self.place = port, f'{token}/HDSO_VNeID.pdf'

    def fetch(self):
        return fetch(*self.place, self.file)

    def look(self):
        """Since the last look: frames, the 99th of a hundred and the latest (ms). In all: memory (MB), phones."""
        print(file=self.process.stdin, flush=True)
        frames, p99, latest, kilobytes, phones = map(int, self.process.stdout.readline().split())
        return frames, p99 / 1000, latest / 1000, kilobytes / 1024, phones

    def stop(self):
        self.process.communicate()


class Nginx:
    """As Debian configures it, but for the folder and the port."""

    def __init__(self, folder, file):
        self.file = file
        with socket.socket() as free:
            free.bind(('127.0.0.1', 0))
            self.port = free.getsockname()[1]
        configuration = folder / 'nginx.conf'
        configuration.write_text(f'''user {getpass.getuser()}; daemon off; worker_processes auto;
            pid {folder}/nginx.pid; error_log stderr crit;
            events {{ worker_connections 768; }}
            http {{ access_log off; sendfile on; tcp_nopush on; client_body_temp_path {folder}/b;
                    proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u;
                    scgi_temp_path {folder}/s;
                    server {{ listen 127.0.0.1:{self.port} backlog=128; root {folder}; }} }}''', encoding='utf-8')
        self.process = subprocess.Popen(['nginx', '-c', configuration, '-p', folder])
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(('127.0.0.1', self.port)) == 0:
                    break

    def fetch(self):
        return fetch(self.port, f'/{self.file.name}', self.file)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def measure_handout(folder):
    small, large = folder / 'small.pdf', folder / 'large.pdf'
    folder.mkdir()
    write_file(small, SMALL)
    write_file(large, LARGE)
    little = Ours(small)
    little.fetch()
    memory_small = little.look()[3]
    little.stop()
    ours, nginx = Ours(large), Nginx(folder, large)
    seconds, looks = {ours: [], nginx: []}, {ours: [], nginx: []}
    for _ in range(RUNS):
        for server, times in seconds.items():
            ours.look()
            times.append(server.fetch())
            looks[server].append(ours.look())
    nginx.stop()
    ours.stop()
    ours_seconds, nginx_seconds = map(statistics.median, seconds.values())
    (p99, latest), (idle_p99, idle_latest) = (
        (statistics.median(look[1] for look in some), statistics.median(look[2] for look in some))
        for some in looks.values())
    memory, phones = looks[ours][-1][3:]
    megabytes = PHONES * LARGE / 1e6
    print(f'{PHONES} phones at once, {LARGE / 1e6:.0f} MB each, cut three times and resumed; {phones} have it whole\n'
          f'  {ours_seconds:6.2f} s  {megabytes / ours_seconds:6.0f} MB/s  ours\n'
          f'  {nginx_seconds:6.2f} s  {megabytes / nginx_seconds:6.0f} MB/s  nginx\n'
          f'  {ours_seconds / nginx_seconds:6.2f} ×  our time, of nginx (no goal: the Wi-Fi of a room carries less)\n'
          f'  {p99:6.2f} ms  a frame in a hundred is later; latest {latest:.2f} ms (medians of {RUNS})\n'
          f'  {idle_p99:6.2f} ms  the same while nginx serves in its place; latest {idle_latest:.2f} ms\n'
          f'  {memory_small:6.1f} MB  with a file of {SMALL / 1e6:.0f} MB\n'
          f'  {memory:6.1f} MB  with a file of {LARGE / 1e6:.0f} MB')
    good = [judge('the latest frame', latest, 16, 'ms'),
            judge('memory, of that with the small file', memory / memory_small, 1.2),
            judge('phones that lack something', PHONES - phones, 0, '')]
    return all(good)
