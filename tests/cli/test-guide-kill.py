#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`sotay guide download` killed at any moment: the last good copy stays, and a later download completes the file."""
import hashlib
import http.server
import json
import random
import re
import subprocess
import sys
import threading
import time

from command import PATIENCE, PROGRAM, SOURCE, CommandCase, main

sys.path.insert(0, str(SOURCE / 'tests' / 'support'))
from web import make_pdf  # noqa: E402  (the path must be there first)

SEED = 520
SIZE = 3_000_000
MANUAL = make_pdf(5, SIZE)
OLD = SOURCE / 'tests' / 'guide' / 'data' / 'three-pages.pdf'


class Handler(http.server.BaseHTTPRequestHandler):
    """Sends the manual, or the part that was asked for. While the server has a plan, it sends as much of it as the plan
    says, piece by piece with a pause between, and then says nothing until the test lets it go."""
    protocol_version = 'HTTP/1.1'

    def do_GET(self):
        start = 0
        found = re.fullmatch(r'bytes=(\d+)-', self.headers.get('Range', ''))
        if found and self.headers.get('If-Range') == '"one"':
            start = int(found.group(1))
        self.server.starts.append(start)
        self.send_response(206 if start else 200)
        self.send_header('ETag', '"one"')
        self.send_header('Content-Length', str(len(MANUAL) - start))
        if start:
            self.send_header('Content-Range', f'bytes {start}-{len(MANUAL) - 1}/{len(MANUAL)}')
        self.end_headers()
        plan = self.server.plan
        try:
            for end, pause in plan or [(len(MANUAL), 0)]:
                self.wfile.write(MANUAL[start:end])
                self.wfile.flush()
                start = max(start, end)
                time.sleep(pause)  # the line is slow: this is what is tested
            if plan:
                self.server.go.wait(PATIENCE)
        except OSError:
            pass
        self.close_connection = True

    def log_message(self, format, *args):
        pass


class Kill(CommandCase):
    def setUp(self):
        super().setUp()
        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.server.daemon_threads = True
        self.server.plan = None
        self.server.starts = []
        self.server.go = threading.Event()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.addCleanup(self.server.go.set)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f'http://127.0.0.1:{self.server.server_port}/manual.pdf'
        self.old = self.json('guide', 'import', OLD)
        self.guide = self.home / 'guide'

    def start(self):
        process = subprocess.Popen([PROGRAM, 'guide', 'download', '--json', '--address', self.address],
                                   env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.stderr.close)
        return process

    def wait_for(self, condition):
        deadline = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.002)

    def partial_bytes(self):
        return max([path.stat().st_size for path in self.guide.glob('partial-*.pdf')], default=0)

    def kill(self, process):
        process.kill()
        process.wait()

    def assert_current_opens(self):
        current = self.json('guide', 'status')
        contents = (self.guide / f"{current['sha256']}.pdf").read_bytes()
        self.assertEqual(hashlib.sha256(contents).hexdigest(), current['sha256'])
        self.assertIn(contents, (OLD.read_bytes(), MANUAL))
        self.assertTrue(all(copy['ok'] for copy in self.json('guide', 'verify')))
        return current

    def complete(self):
        self.server.plan = None
        copy = self.json('guide', 'download', '--address', self.address)
        self.assertEqual((self.guide / f"{copy['sha256']}.pdf").read_bytes(), MANUAL)
        self.assertEqual(copy['sha256'], hashlib.sha256(MANUAL).hexdigest())
        self.assertEqual(list(self.guide.glob('partial-*')), [])
        return copy

    def test_goes_on_after_kill(self):
        """It is written down every two seconds how much is there."""
        self.server.plan = [(1_000_000, 2.1), (1_500_000, 0)]
        process = self.start()
        self.wait_for(lambda: list(self.guide.glob('partial-*.json')))
        self.wait_for(lambda: self.partial_bytes() == 1_500_000)
        self.kill(process)
        self.assertEqual(self.assert_current_opens()['sha256'], self.old['sha256'])
        copy = self.complete()
        self.assertGreaterEqual(copy['resumed_from'], 1_000_000)
        self.assertEqual(self.server.starts, [0, copy['resumed_from']])

    def test_spoilt_after_kill(self):
        """What the power took away does not count."""
        self.server.plan = [(1_000_000, 2.1), (1_500_000, 0)]
        process = self.start()
        self.wait_for(lambda: list(self.guide.glob('partial-*.json')))
        self.kill(process)
        partial = next(self.guide.glob('partial-*.pdf'))
        with partial.open('r+b') as file:
            file.seek(500_000)
            file.write(bytes(4096))
        self.assertEqual(self.complete()['resumed_from'], 0)

    def test_chosen_bytes(self):
        chance = random.Random(SEED)
        print(f'# seed {SEED}')
        for count in [1, 1023, 1024, 1025, *(chance.randrange(2000, len(MANUAL)) for _ in range(8)), len(MANUAL) - 1]:
            self.server.plan = [(count, 0)]
            process = self.start()
            self.wait_for(lambda want=count: self.partial_bytes() >= want or (want < 1024 and self.server.starts))
            self.kill(process)
            self.server.starts.clear()
            self.server.go.set()
            self.assertEqual(self.json('guide', 'status')['sha256'], self.old['sha256'])
            self.server.go.clear()
        self.assert_current_opens()
        self.complete()

    def test_random_moments(self):
        """Also while it is verified, named and made current."""
        chance = random.Random(SEED)
        print(f'# seed {SEED}')
        for _ in range(25):
            process = self.start()
            time.sleep(chance.uniform(0, 0.12))  # any moment will do
            self.kill(process)
            self.assert_current_opens()
        self.complete_or_same()

    def complete_or_same(self):
        copy = self.json('guide', 'download', '--address', self.address)
        self.assertEqual((self.guide / f"{copy['sha256']}.pdf").read_bytes(), MANUAL)

    def test_two_at_once(self):
        processes = [self.start() for _ in range(3)]
        for process in processes:
            output, reason = process.communicate(timeout=PATIENCE)
            self.assertEqual((process.returncode, reason), (0, b''))
            self.assertEqual(json.loads(output)['sha256'], hashlib.sha256(MANUAL).hexdigest())
        self.assert_current_opens()
        self.assertEqual(list(self.guide.glob('partial-*')), [])


if __name__ == '__main__':
    main()
