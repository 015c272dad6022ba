#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`sotay catalogue` and `sotay qr`."""
import shutil
import subprocess

from command import SOURCE, CommandCase, main

KEYS = ('id level title original_title purpose eligibility steps result problems legal changes manual_page '
        'minutes questions notes')


class Catalogue(CommandCase):
    def test_list(self):
        items = self.json('catalogue', 'list')
        self.assertEqual([item['id'] for item in items], [f'U{number}' for number in range(1, 17)])
        self.assertEqual([item['order'] for item in items], list(range(1, 17)))
        for item in items:
            self.assert_keys(item, 'id level order title inherited')
            self.assertFalse(item['inherited'])

    def test_levels(self):
        first = self.json('catalogue', 'list', '--level', '1')
        second = self.json('catalogue', 'list', '--level', '2')
        self.assertEqual(len(first), 9)
        self.assertEqual(len(second), 16)
        self.assertEqual([item['id'] for item in second if item['inherited']], [item['id'] for item in first])
        self.assertEqual({item['level'] for item in second if not item['inherited']}, {2})

    def test_list_text(self):
        self.assertIn('U10  2       Thông tin cư trú (Hộ khẩu online)', self.text('catalogue', 'list'))
        self.assertEqual(len(self.text('catalogue', 'list').splitlines()), 17)

    def test_show(self):
        for number in range(1, 17):
            page = self.json('catalogue', 'show', f'U{number}')
            self.assert_keys(page, KEYS)
            self.assertGreaterEqual(len(page['steps']), 3)
            self.assertGreaterEqual(len(page['problems']), 3)
            for step in page['steps']:
                self.assert_keys(step, 'text seen_at')
            for problem in page['problems']:
                self.assert_keys(problem, 'question answer repaired_by')
            self.assertGreaterEqual(len(page['questions']), 3)
            for question in page['questions']:
                self.assert_keys(question, 'question choices right reason')
                self.assertEqual(len(set(question['choices'])), 3)
                self.assertIn(question['right'], (1, 2, 3))
            self.assertTrue(page['notes'])
            self.assertIn(page['minutes'], range(1, 61))
            for law in page['legal']:
                self.assert_keys(law, 'citation date status')
                self.assertIn(law['status'], ('in-force', 'amended', 'lapsed'))
            for change in page['changes']:
                self.assert_keys(change, 'date text')
            self.assertNotIn('](', str(page))
            self.assertIsInstance(page['purpose'], str)

    def test_show_others(self):
        self.assertEqual(self.json('catalogue', 'show', 'u10')['id'], 'U10')
        self.assertIn('215.606', self.json('catalogue', 'show', 'letter')['text'])
        self.assertIn('Hay vướng', self.text('catalogue', 'show', 'U10'))

    def test_show_nothing(self):
        self.assertIn('U17', self.refused('catalogue', 'show', 'U17'))
        self.assertIn('../x', self.refused('catalogue', 'show', '../x'))

    def test_search(self):
        for typed in ('ho khau', 'hộ khẩu', 'HO KHAU'):
            hits = self.json('catalogue', 'search', typed)
            self.assertEqual(hits[0]['id'], 'U10')
            for hit in hits:
                self.assert_keys(hit, 'id title snippet')
        self.assertEqual(self.json('catalogue', 'search', 'ho', 'khau')[0]['id'], 'U10')
        self.assertEqual(self.json('catalogue', 'search', 'xyzzy'), [])

    def test_english(self):
        self.settings(language='en')
        self.assertEqual(self.json('catalogue', 'show', 'U13')['title'], 'Driving licence, vehicle registration')
        self.assertIn('Common problems', self.text('catalogue', 'show', 'U13'))
        self.assertIn('There is no page', self.refused('catalogue', 'show', 'U17'))


class Content(CommandCase):
    """Another content folder, named in the settings."""

    def setUp(self):
        super().setUp()
        self.content = self.folder / 'content'
        shutil.copytree(SOURCE / 'resources' / 'content', self.content)
        self.settings(content_folder=self.content)

    def replace(self, name, find, replacement):
        path = self.content / name
        text = path.read_text(encoding='utf-8')
        self.assertIn(find, text)
        path.write_text(text.replace(find, replacement, 1), encoding='utf-8')

    def test_serves(self):
        self.replace('vi/utilities/U1.json', '"title": "', '"title": "Mới: ')
        self.assertTrue(self.json('catalogue', 'list')[0]['title'].startswith('Mới: '))

    def assert_refused(self, *words):
        done = self.run_program('catalogue', 'list')
        self.assertEqual(len(done.stdout.splitlines()), 17)
        for word in words:
            self.assertIn(word, done.stderr.decode('utf-8'))
        doctor = self.run_program('doctor', status=1)
        self.assertIn(words[0], doctor.stdout.decode('utf-8'))

    def test_broken(self):
        self.replace('vi/utilities/U3.json', '"answer"', '"anser"')
        self.assert_refused('vi/utilities/U3.json: problems[0].anser')

    def test_not_json(self):
        (self.content / 'vi' / 'letter.json').write_bytes(b'\x00\xff')
        self.assert_refused('vi/letter.json')

    def test_newer(self):
        self.replace('vi/catalogue.json', '"format": 1', '"format": 2')
        self.assert_refused('vi/catalogue.json', 'phiên bản')

    def test_missing(self):
        shutil.rmtree(self.content)
        self.assert_refused('vi/catalogue.json')


class Qr(CommandCase):
    def read_back(self, path):
        done = subprocess.run(['zbarimg', '-q', '--raw', path], capture_output=True, check=True)
        return done.stdout.decode('utf-8').strip()

    def test_png(self):
        path = self.folder / 'code.png'
        self.assertEqual(self.text('qr', '--output', path), '')
        self.assertEqual(self.read_back(path), 'https://vneid.gov.vn/huongdan/HDSO_VNeID.pdf')

    def test_text_and_format(self):
        path = self.folder / 'any'
        self.text('qr', '--text', 'Xin chao 123', '--format', 'png', '--output', path)
        self.assertEqual(self.read_back(path), 'Xin chao 123')

    def test_standard_output(self):
        self.assertIn(b'<svg', self.run_program('qr').stdout)
        self.assertTrue(self.run_program('qr', '--format', 'png').stdout.startswith(b'\x89PNG'))
        self.assertIn('█', self.text('qr', '--format', 'text'))

    def test_setting(self):
        self.settings(manual_address='https://example.org/m.pdf')
        path = self.folder / 'code.png'
        self.text('qr', '--output', path)
        self.assertEqual(self.read_back(path), 'https://example.org/m.pdf')

    def test_refused(self):
        self.refused('qr', '--text', '')
        self.refused('qr', '--text', 'x' * 5000)
        self.refused('qr', '--output', self.folder / 'nowhere' / 'code.png')
        self.refused('qr', '--format', 'gif', status=2)


if __name__ == '__main__':
    main()
