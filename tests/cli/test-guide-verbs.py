#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`sotay guide`, against a server on the loopback interface."""
import hashlib
import http.server
import signal
import subprocess
import threading

from command import PATIENCE, PROGRAM, SOURCE, CommandCase, main

DATA = SOURCE / 'tests' / 'guide' / 'data'
KEYS = 'sha256 bytes pages address resumed_from downloaded_at'


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == '/stall.pdf':
            self.stall()
            return
        status, kind, body = {
            '/manual.pdf': (200, 'application/pdf', (DATA / 'three-pages.pdf').read_bytes()),
            '/page.html': (200, 'text/html', b'<!DOCTYPE html><html><body>Sign in</body></html>'),
        }.get(self.path, (404, 'text/plain', b'gone'))
        self.send_response(status)
        self.send_header('Content-Type', kind)
        self.send_header('Content-Length', str(len(body)))
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
        copy = self.json('guide', 'download', '--address', self.address('/manual.pdf'))
        self.assert_copy(copy, 'three-pages.pdf')
        self.assertEqual((copy['pages'], copy['address']), (3, self.address('/manual.pdf')))
        self.assertEqual(self.json('guide', 'status'), copy)
        self.settings(manual_address=self.address('/manual.pdf'))
        self.assertEqual(self.json('guide', 'download')['sha256'], copy['sha256'])

    def test_import_and_export(self):
        copy = self.json('guide', 'import', DATA / 'five-pages.pdf')
        self.assert_copy(copy, 'five-pages.pdf')
        target = self.folder / 'cẩm nang.pdf'
        self.assertEqual(self.json('guide', 'export', target), copy)
        self.assertEqual(target.read_bytes(), (DATA / 'five-pages.pdf').read_bytes())
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
