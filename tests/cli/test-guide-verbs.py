#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`sotay guide`, against a server on the loopback interface."""
import hashlib
import http.server
import json
import os
import signal
import subprocess
import threading

from command import PATIENCE, PROGRAM, SOURCE, CommandCase, main

DATA = SOURCE / 'tests' / 'guide' / 'data'
KEYS = 'sha256 bytes pages address resumed_from downloaded_at'
ETAG = '"one"'


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == '/stall.pdf':
            self.stall()
            return
        if self.path == '/edition.pdf' and self.headers['If-None-Match'] == ETAG:
            self.send_response(304)
            self.send_header('ETag', ETAG)
            self.end_headers()
            return
        status, kind, body = {
            '/edition.pdf': (200, 'application/pdf', (DATA / 'five-pages.pdf').read_bytes()),
            '/manual.pdf': (200, 'application/pdf', (DATA / 'three-pages.pdf').read_bytes()),
            '/page.html': (200, 'text/html', b'<!DOCTYPE html><html><body>Sign in</body></html>'),
        }.get(self.path, (404, 'text/plain', b'gone'))
        self.send_response(status)
        self.send_header('Content-Type', kind)
        self.send_header('Content-Length', str(len(body)))
        self.send_header('ETag', ETAG)
        self.end_headers()
        self.wfile.write(body)

    def stall(self):
        """Begins like a PDF and then waits until the test is over."""
        self.send_response(200)
        self.send_header('Content-Type', 'application/pdf')
        self.send_header('Content-Length', '1000000')
        self.end_headers()
        self.wfile.write(b'%PDF-1.4\n' + b' ' * 100000)
        self.wfile.flush()
        self.server.begun.set()
        self.server.over.wait(PATIENCE)

    def log_message(self, format, *args):
        pass


class Guide(CommandCase):
    def setUp(self):
        super().setUp()
        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.server.daemon_threads = True
        self.server.begun = threading.Event()
        self.server.over = threading.Event()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.addCleanup(self.server.over.set)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def address(self, path):
        return f'http://127.0.0.1:{self.server.server_port}{path}'

    def assert_copy(self, copy, source):
        contents = (DATA / source).read_bytes()
        self.assert_keys(copy, KEYS)
        self.assertEqual(copy['sha256'], hashlib.sha256(contents).hexdigest())
        self.assertEqual(copy['bytes'], len(contents))
        self.assertEqual(copy['resumed_from'], 0)
        self.assertRegex(copy['downloaded_at'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')

    def test_nothing_yet(self):
        self.assertIsNone(self.json('guide', 'status'))
        self.text('guide', 'status')
        self.refused('guide', 'export', self.folder / 'out.pdf')
        self.assertFalse((self.folder / 'out.pdf').exists())

    def test_download(self):
        downloaded = self.json('guide', 'download', '--address', self.address('/manual.pdf'))
        self.assertIs(downloaded['modified'], True)
        copy = {key: value for key, value in downloaded.items() if key != 'modified'}
        self.assert_copy(copy, 'three-pages.pdf')
        self.assertEqual((copy['pages'], copy['address']), (3, self.address('/manual.pdf')))
        self.assertEqual(self.json('guide', 'status'), copy)
        self.assertEqual(sorted(downloaded), sorted([*copy, 'modified']))
        self.settings(manual_address=self.address('/manual.pdf'))
        self.assertEqual(self.json('guide', 'download')['sha256'], copy['sha256'])

    def test_not_modified(self):
        first = self.json('guide', 'download', '--address', self.address('/edition.pdf'))
        self.json('guide', 'import', DATA / 'three-pages.pdf')
        second = self.json('guide', 'download', '--address', self.address('/edition.pdf'))
        self.assertEqual(second, first | {'modified': False})
        self.assertEqual(self.json('guide', 'status')['sha256'], first['sha256'])

    def test_copies(self):
        self.assertEqual(self.json('guide', 'list'), [])
        self.text('guide', 'list')
        five = self.json('guide', 'import', DATA / 'five-pages.pdf')
        entry = self.home / 'guide' / f"{five['sha256']}.json"
        entry.write_text(json.dumps(json.loads(entry.read_text()) | {'downloaded_at': 1000000000}))
        three = self.json('guide', 'import', DATA / 'three-pages.pdf')
        copies = self.json('guide', 'list')
        self.assertEqual([(copy['sha256'], copy['current']) for copy in copies],
                         [(three['sha256'], True), (five['sha256'], False)])
        self.assert_keys(copies[0], KEYS + ' current')
        self.assertIn(five['sha256'][:16], self.text('guide', 'list'))
        used = self.json('guide', 'use', five['sha256'][:8].upper())
        self.assertEqual([copy['current'] for copy in used], [False, True])
        self.assertEqual(self.json('guide', 'status')['sha256'], five['sha256'])
        left = self.json('guide', 'remove', five['sha256'])
        self.assertEqual([(copy['sha256'], copy['current']) for copy in left], [(three['sha256'], True)])
        self.assertEqual(sorted(path.name for path in (self.home / 'guide').iterdir()),
                         ['current', f"{three['sha256']}.json", f"{three['sha256']}.pdf"])
        for verb in ('use', 'remove'):
            self.refused('guide', verb, five['sha256'])
            self.refused('guide', verb, three['sha256'][:7], status=2)
            self.refused('guide', verb, 'x' * 64, status=2)
        self.assertEqual(self.json('guide', 'remove', three['sha256'][:8]), [])
        self.assertIsNone(self.json('guide', 'status'))

    def test_unfinished(self):
        """What a program that died was writing is swept after a day, and not before."""
        copy = self.json('guide', 'import', DATA / 'five-pages.pdf')
        guide = self.home / 'guide'
        kept = sorted(path.name for path in guide.iterdir())
        for stem in ('current', f"{copy['sha256']}.json", f"{copy['sha256']}.reading"):
            (guide / f'{stem}.A1B2C3').write_text('{')
            os.utime(guide / f'{stem}.A1B2C3', (1000000000, 1000000000))
        (guide / 'current.D4E5F6').write_text('')
        self.json('guide', 'import', DATA / 'five-pages.pdf')
        self.assertEqual(sorted(path.name for path in guide.iterdir()), sorted([*kept, 'current.D4E5F6']))

    def test_verify(self):
        self.assertEqual(self.json('guide', 'verify'), [])
        three = self.json('guide', 'import', DATA / 'three-pages.pdf')
        five = self.json('guide', 'import', DATA / 'five-pages.pdf')
        self.assertEqual([(copy['ok'], copy['reason']) for copy in self.json('guide', 'verify')], [(True, None)] * 2)
        pdf = self.home / 'guide' / f"{three['sha256']}.pdf"
        pdf.write_bytes(pdf.read_bytes().replace(b'%PDF-1.4', b'%PDF-1.5'))
        done = self.run_program('guide', 'verify', '--json', status=1)
        found = {copy['sha256']: copy for copy in json.loads(done.stdout)}
        self.assertTrue(found[five['sha256']]['ok'])
        self.assertFalse(found[three['sha256']]['ok'])
        self.assertTrue(found[three['sha256']]['reason'])
        self.text('guide', 'verify', status=1)

    def test_proxy_wants_password(self):
        class Proxy(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(407)
                self.send_header('Proxy-Authenticate', 'Basic realm="x"')
                self.send_header('Content-Length', '0')
                self.end_headers()

            do_CONNECT = do_GET

            def log_message(self, format, *args):
                pass

        with http.server.ThreadingHTTPServer(('127.0.0.1', 0), Proxy) as proxy:
            threading.Thread(target=proxy.serve_forever, daemon=True).start()
            place = f'http://127.0.0.1:{proxy.server_port}'
            for scheme in ('http', 'https'):
                done = subprocess.run([PROGRAM, 'guide', 'download', '--address', f'{scheme}://manual.invalid/x.pdf'],
                                      env=self.environment() | {'http_proxy': place, 'https_proxy': place},
                                      capture_output=True, timeout=PATIENCE, check=False)
                self.assertEqual((done.returncode, done.stdout), (1, b''))
                self.assertIn('proxy', done.stderr.decode())
            proxy.shutdown()

    def test_planted(self):
        """What stands where the partial file would be is neither written through nor waited for."""
        address = self.address('/manual.pdf')
        guide = self.home / 'guide'
        guide.mkdir(mode=0o700, parents=True)
        stem = 'partial-' + hashlib.sha256(address.encode()).hexdigest()[:16]
        outside = self.folder / 'outside.txt'
        missing = self.folder / 'missing.txt'
        for ending in ('.pdf', '.json', '.lock'):
            for plant in (lambda path: path.symlink_to(outside), lambda path: path.symlink_to(missing),
                          lambda path: path.mkdir(), os.mkfifo):
                outside.write_text('precious')
                plant(guide / (stem + ending))
                copy = self.json('guide', 'download', '--address', address)
                self.assertTrue(copy['modified'])
                self.assertFalse((guide / f"{copy['sha256']}.pdf").is_symlink())
                self.assertEqual(outside.read_text(), 'precious')
                self.assertFalse(missing.exists())
                self.json('guide', 'remove', copy['sha256'])
                for path in guide.glob('partial-*'):
                    path.rmdir() if path.is_dir() else path.unlink()

    def test_no_address(self):
        """The sentence names what was typed, not what a library thinks of it."""
        for address in ('ftp://127.0.0.1/x', 'x', 'http://', 'http://[::1', 'http://127.0.0.1:99999/'):
            self.assertIn(f': {address}.', self.refused('guide', 'download', '--address', address))

    def test_packed_tail(self):
        """Zero bytes shortly before the end, as packed tables have them, are no damage."""
        whole = (DATA / 'three-pages.pdf').read_bytes()
        packed = self.folder / 'packed.pdf'
        packed.write_bytes(whole.replace(b'startxref', b'%' + bytes(range(10)) + b'\nstartxref'))
        self.assertEqual(self.json('guide', 'import', packed)['pages'], 3)
        packed.write_bytes(packed.read_bytes()[:-8])
        self.refused('guide', 'import', packed)

    def test_import_and_export(self):
        copy = self.json('guide', 'import', DATA / 'five-pages.pdf')
        self.assert_copy(copy, 'five-pages.pdf')
        target = self.folder / 'cẩm nang.pdf'
        self.assertEqual(self.json('guide', 'export', target), copy)
        self.assertEqual(target.read_bytes(), (DATA / 'five-pages.pdf').read_bytes())
        stick = self.folder / 'usb'
        stick.mkdir()
        self.json('guide', 'export', stick)
        self.assertEqual((stick / 'HDSO_VNeID.pdf').read_bytes(), target.read_bytes())
        self.assertIn('5', self.text('guide', 'status'))

    def test_refused(self):
        copy = self.json('guide', 'import', DATA / 'three-pages.pdf')
        for address in (self.address('/none.pdf'), self.address('/page.html'), 'ftp://127.0.0.1/x', 'x',
                        'http://127.0.0.1:1/x.pdf'):
            self.refused('guide', 'download', '--address', address)
        for name in ('encrypted.pdf', 'no-pages.pdf', 'nobody.pem', 'none.pdf'):
            self.refused('guide', 'import', DATA / name)
        self.refused('guide', 'export', self.folder / 'nowhere' / 'x.pdf')
        self.refused('guide', 'import', status=2)
        self.assertEqual(self.json('guide', 'status'), copy)

    def test_interrupt(self):
        copy = self.json('guide', 'import', DATA / 'three-pages.pdf')
        with subprocess.Popen([PROGRAM, 'guide', 'download', '--address', self.address('/stall.pdf')],
                              env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            self.assertTrue(self.server.begun.wait(PATIENCE))
            process.send_signal(signal.SIGINT)
            output, reason = process.communicate(timeout=PATIENCE)
        self.assertEqual((process.returncode, output), (1, b''))
        self.assertTrue(reason.strip())
        self.assertEqual(self.json('guide', 'status'), copy)


if __name__ == '__main__':
    main()
