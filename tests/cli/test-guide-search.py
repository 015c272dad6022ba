#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`sotay guide search`, over manuals that the test writes."""
import unicodedata

from command import CommandCase, main
from textpdf import text_pdf

COVER = ['Sổ tay VNeID', 'Tài khoản định', 'danh mức 2']
SECOND = ['Giấy phép lái xe', 'Dinh danh cua cong dan']
COMBINING = [unicodedata.normalize('NFD', 'Căn cước công dân')]


class Search(CommandCase):
    def manual(self, *pages):
        path = self.folder / 'manual.pdf'
        path.write_bytes(text_pdf(pages))
        self.json('guide', 'import', path)

    def pages(self, *words):
        hits = self.json('guide', 'search', *words)
        for hit in hits:
            self.assert_keys(hit, 'page snippet')
        return [hit['page'] for hit in hits]

    def test_accents(self):
        self.manual(COVER, SECOND, COMBINING)
        self.assertEqual(self.pages('dinh danh'), [1, 2])
        self.assertEqual(self.pages('DINH DANH'), [1, 2])
        self.assertEqual(self.pages('định danh'), [1])
        self.assertEqual(self.pages('đinh'), [1])
        self.assertEqual(self.pages('can cuoc'), [3])
        self.assertEqual(self.pages('căn cước công dân'), [3])
        self.assertEqual(self.pages(unicodedata.normalize('NFD', 'căn cước')), [3])
        self.assertEqual(self.pages('cằn'), [])
        self.assertEqual(self.pages(' '), [])

    def test_snippet(self):
        self.manual(COVER, SECOND)
        snippet = self.json('guide', 'search', 'dinh danh')[0]['snippet']
        self.assertEqual(snippet, 'Sổ tay VNeID Tài khoản định danh mức 2')
        self.assertIn(snippet, self.text('guide', 'search', 'dinh danh'))

    def test_limit(self):
        self.manual(*[COVER] * 5)
        self.assertEqual(self.pages('vneid'), [1, 2, 3, 4, 5])
        self.assertEqual(self.pages('vneid', '--limit', '2'), [1, 2])
        self.assertEqual(self.pages('vneid', '--limit', '0'), [1, 2, 3, 4, 5])
        self.refused('guide', 'search', 'vneid', '--limit', '-1', status=2)

    def test_pictures(self):
        self.manual(COVER, [])
        done = self.run_program('guide', 'search', 'vneid', '--json')
        self.assertIn('1', done.stderr.decode('utf-8'))
        self.assertIn('"page":1', done.stdout.decode('utf-8').replace(' ', ''))
        self.manual([], [])
        done = self.run_program('guide', 'search', 'vneid', '--json')
        self.assertEqual(done.stdout.decode('utf-8').split(), ['[]'])
        self.assertTrue(done.stderr)

    def test_refused(self):
        self.refused('guide', 'search', 'vneid')
        self.refused('guide', 'search', status=2)
        self.manual(COVER)
        for copy in (self.home / 'guide').glob('*.pdf'):
            copy.chmod(0o600)
            copy.write_bytes(b'%PDF-1.4\nnothing')
        self.refused('guide', 'search', 'vneid')


if __name__ == '__main__':
    main()
