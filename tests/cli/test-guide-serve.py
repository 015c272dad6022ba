#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`sotay guide serve`, as a script uses it, and as a phone's browser sees it."""
import base64
import hashlib
import json
import re
import signal
import subprocess
import threading
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

from command import PATIENCE, PROGRAM, SOURCE, CommandCase, main

MANUAL = SOURCE / 'tests' / 'guide' / 'data' / 'five-pages.pdf'
# What a browser does of its own accord and a test does not need.
BROWSER = ('chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run'
           ' --disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage').split()


def open_directly(address, headers=None):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    return opener.open(urllib.request.Request(address, headers=headers or {}), timeout=PATIENCE)


class Serve(CommandCase):
    def start(self, *options):
        """Runs it until the end of the test; returns the process and its first line."""
        process = subprocess.Popen([PROGRAM, 'guide', 'serve', '--interface', 'lo', *options], env=self.environment(),
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        timer = threading.Timer(PATIENCE, process.kill)
        self.addCleanup(timer.cancel)
        timer.start()
        return process, process.stdout.readline()

    def start_json(self, *options):
        self.json('guide', 'import', MANUAL)
        process, line = self.start('--json', *options)
        return process, json.loads(line)

    def browse(self, *options):
        profile = self.folder / 'profile'
        done = subprocess.run([*BROWSER, f'--user-data-dir={profile}', *options], env=self.environment(),
                              capture_output=True, timeout=2 * PATIENCE, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout.decode('utf-8')

    def file_address(self, page):
        with open_directly(page) as answer:
            links = re.findall(r'<a href="([^"]*)"', answer.read().decode('utf-8'))
        self.assertEqual(len(links), 1)
        return page[:page.index('/', len('http://'))] + links[0]

    def test_serve(self):
        process, line = self.start_json('--for', '5')
        self.assert_keys(line, 'address interfaces')
        self.assertRegex(line['address'], r'^http://127\.0\.0\.1:\d+/[2-9a-z]{6}$')
        self.assertIn({'name': 'lo', 'address': '127.0.0.1'}, line['interfaces'])
        with open_directly(self.file_address(line['address'])) as answer:
            self.assertEqual(answer.read(), MANUAL.read_bytes())
        with self.assertRaises(urllib.error.HTTPError) as refused:
            open_directly(line['address'] + 'x')
        refused.exception.close()
        self.assertEqual(refused.exception.code, 404)
        process.send_signal(signal.SIGTERM)
        rest, reason = process.communicate(timeout=PATIENCE)
        self.assertEqual((process.returncode, rest, reason), (0, '', ''))

    def test_interrupt(self):
        self.json('guide', 'import', MANUAL)
        process, line = self.start()
        self.assertRegex(line, r'^http://127\.0\.0\.1:\d+/[2-9a-z]{6}\n$')
        process.send_signal(signal.SIGINT)
        rest, reason = process.communicate(timeout=PATIENCE)
        self.assertEqual((process.returncode, reason), (0, ''))
        self.assertIn('0', rest)

    def test_many(self):
        """Many at once, each in two parts."""
        _, line = self.start_json()
        address = self.file_address(line['address'])
        contents = MANUAL.read_bytes()

        def fetch(number):
            cut = 1 + number * 7 % (len(contents) - 1)
            parts = []
            for part in (f'bytes=0-{cut - 1}', f'bytes={cut}-'):
                with open_directly(address, {'Range': part}) as answer:
                    parts.append(answer.read())
            return hashlib.sha256(b''.join(parts)).hexdigest()

        with ThreadPoolExecutor(8) as pool:
            self.assertEqual(set(pool.map(fetch, range(60))), {hashlib.sha256(contents).hexdigest()})

    def test_browser(self):
        """The page as it is drawn, and the file; in one run, because a browser starts slowly."""
        _, line = self.start_json()
        page = self.browse('--dump-dom', line['address'])
        for text in ('<h1>Cẩm nang sử dụng VNeID</h1>', '788 B, 5 trang', 'Tải cẩm nang</a>'):
            self.assertIn(text, page)
        picture = self.folder / 'page.png'
        self.browse(f'--screenshot={picture}', '--window-size=390,844', line['address'])
        self.assertTrue(picture.read_bytes().startswith(b'\x89PNG'))
        # A page of our own fetches the file with the browser's network code and shows what came.
        script = ('fetch("' + self.file_address(line['address']) + '").then(answer => answer.arrayBuffer())'
                  '.then(bytes => document.body.append(btoa(String.fromCharCode(...new Uint8Array(bytes)))))')
        (self.folder / 'fetch.html').write_text(f'<!DOCTYPE html><body><script>{script}</script>', encoding='utf-8')
        shown = self.browse('--disable-web-security', '--virtual-time-budget=20000', '--dump-dom',
                            f'file://{self.folder}/fetch.html')
        self.assertIn(base64.b64encode(MANUAL.read_bytes()).decode(), shown)

    def test_refused(self):
        self.refused('guide', 'serve')
        self.refused('guide', 'serve', '--interface', 'lo')
        self.json('guide', 'import', MANUAL)
        self.refused('guide', 'serve', '--interface', 'none0')
        for minutes in ('0', '-1', '1441', 'x'):
            self.refused('guide', 'serve', '--for', minutes, status=2)
        self.refused('guide', 'serve', 'x', status=2)


if __name__ == '__main__':
    main()
