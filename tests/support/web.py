# SPDX-License-Identifier: GPL-3.0-or-later
"""A real web server (nginx) on the loopback interface, and a real PDF for it to serve."""
import socket
import subprocess
import tempfile
import time
from pathlib import Path

CONFIGURATION = '''
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  types {{ application/pdf pdf; text/html html; }}
  access_log {folder}/access.log;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {root};
    {extra}
  }}
}}
'''


class WebServer:
    """Serves a folder; use as a context manager. extra: nginx directives for the server, such as limit_rate."""

    def __init__(self, root, extra=''):
        self.root = Path(root)
        self.extra = extra
        self.folder = tempfile.TemporaryDirectory()
        self.port = free_port()
        self.process = None

    def __enter__(self):
        configuration = Path(self.folder.name, 'nginx.conf')
        configuration.write_text(CONFIGURATION.format(folder=self.folder.name, root=self.root, port=self.port,
                                                      extra=self.extra), encoding='utf-8')
        self.process = subprocess.Popen(['nginx', '-p', self.folder.name, '-e', f'{self.folder.name}/error.log',
                                         '-c', str(configuration)], stdin=subprocess.DEVNULL)
        deadline = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(('127.0.0.1', self.port), 1).close()
                return self
            except OSError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    self.__exit__()
                    raise
                time.sleep(0.02)

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)
        self.folder.cleanup()

    def address(self, name):
        return f'http://127.0.0.1:{self.port}/{name}'


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


def make_pdf(pages, padding=0):
    """The bytes of a PDF with so many pages, each with its number in words; padding makes the file larger."""
    objects = [b'<< /Type /Catalog /Pages 2 0 R >>', None, b'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
    kids = []
    for page in range(1, pages + 1):
        drawing = f'BT /F1 36 Tf 72 720 Td (VNeID - trang {page}) Tj ET'.encode()
        if page == 1:
            drawing += b'\n%' + b'x' * padding
        objects.append(b'<< /Length %d >>\nstream\n%b\nendstream' % (len(drawing), drawing))
        objects.append(b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R '
                       b'/Resources << /Font << /F1 3 0 R >> >> >>' % len(objects))
        kids.append(b'%d 0 R' % len(objects))
    objects[1] = b'<< /Type /Pages /Kids [%b] /Count %d >>' % (b' '.join(kids), pages)
    data = bytearray(b'%PDF-1.4\n')
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b'%d 0 obj\n%b\nendobj\n' % (number, body)
    start = len(data)
    data += b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1)
    data += b''.join(b'%010d 00000 n \n' % place for place in places)
    data += b'trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n' % (len(objects) + 1, start)
    return bytes(data)
