#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The PDFs of sample reports as other programs read them (poppler, zbar), measured by Nghị định 30/2020/NĐ-CP.

test-pdf.py --write-golden: makes the pictures of golden/ anew; look at each before it is kept.
"""
import html
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from collections import namedtuple
from pathlib import Path

import cairo

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'cli'))
from command import main  # noqa: E402: where it stands is said above

BUILD = Path(os.environ['SOTAY_BUILD_ROOT'])
WRITE = BUILD / 'tests/reports/write-pdf'
HERE = Path(__file__).resolve().parent
MM = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 30 * MM, 20 * MM, 20 * MM, 20 * MM
# Heights of Liberation Serif and Times New Roman, of the size: above and below the baseline.
ASCENT, DESCENT = 0.891, 0.216
SAMPLES = 'monthly', 'participants', 'poster', 'certificate', 'hostile', 'wide', 'letter'

Word = namedtuple('Word', 'page x y right bottom text')
Page = namedtuple('Page', 'width height words')


def size(word):
    return (word.bottom - word.y) / (ASCENT + DESCENT)


def baseline(word):
    return word.bottom - DESCENT * size(word)


def run(*words):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True).stdout


class Pdf:
    """A sample report, written once and read by poppler."""
    known = {}
    folder = tempfile.TemporaryDirectory()

    def __init__(self, name):
        self.path = Path(self.folder.name, name + '.pdf')
        run(WRITE, name, self.path)
        # In titles, poppler tells letters beyond 16 bits in halves.
        self.info = run('pdfinfo', '-rawdates', self.path).decode(errors='replace')
        self.pages = []
        for page in re.split(r'<page ', run('pdftotext', '-bbox', self.path, '-').decode(errors='replace'))[1:]:
            width, height = map(float, re.match(r'width="([\d.]+)" height="([\d.]+)"', page).groups())
            words = [Word(len(self.pages), *map(float, found[:4]), html.unescape(found[4])) for found in re.findall(
                r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', page)]
            self.pages.append(Page(width, height, words))

    @classmethod
    def get(cls, name):
        if name not in cls.known:
            cls.known[name] = cls(name)
        return cls.known[name]

    def words(self):
        return [word for page in self.pages for word in page.words]

    def text(self):
        return ' '.join(word.text for word in self.words())

    def find(self, phrase, page=None):
        """The words of the first place where a phrase stands."""
        sought = phrase.split()
        words = self.words() if page is None else self.pages[page].words
        for start in range(len(words) - len(sought) + 1):
            if [word.text for word in words[start:start + len(sought)]] == sought:
                return words[start:start + len(sought)]
        raise AssertionError(f'no “{phrase}”')

    def picture(self, page, dpi=144):
        """Rows of grey bytes."""
        data = run('pdftoppm', '-r', dpi, '-gray', '-f', page + 1, '-l', page + 1, self.path)
        header = re.match(rb'P5\s+(\d+)\s+(\d+)\s+255\s', data)
        width, height = map(int, header.groups())
        start = header.end()
        return [data[start + row * width:start + (row + 1) * width] for row in range(height)]

    def rules(self, page, top, bottom, left, right, dpi=144):
        """Solid lines across in a part of a page: (y, x, right), in points, each line once."""
        scale = dpi / 72
        found = []
        for number, row in enumerate(self.picture(page, dpi)):
            if not top <= number / scale < bottom:
                continue
            for dark in re.finditer(rb'[\x00-\xc0]{25,}', row[int(left * scale):int(right * scale)]):
                line = number / scale, left + dark.start() / scale, left + dark.end() / scale
                if not found or line[0] - found[-1][0] > 1.2 or abs(line[1] - found[-1][1]) > 2:
                    found.append(line)
        return found


def middle(words):
    return (words[0].x + words[-1].right) / 2


def row_numbers(page):
    """Of the first column of a table, from top to bottom."""
    words = [word for word in page.words if word.text.isdigit() and word.right < LEFT + 25 and word.y > TOP]
    return [int(word.text) for word in sorted(words, key=lambda word: word.y)]


class Form(unittest.TestCase):
    """The monthly report."""
    @classmethod
    def setUpClass(cls):
        cls.pdf = Pdf.get('monthly')

    def assertSize(self, words, points):
        for word in words:
            self.assertAlmostEqual(size(word), points, delta=0.15, msg=word.text)

    def test_sheet(self):
        self.assertIn('595.276 x 841.89 pts (A4)', self.pdf.info)
        *upright, last = [page.width > page.height for page in self.pdf.pages]
        self.assertFalse(any(upright))
        self.assertTrue(last)

    def test_description(self):
        self.assertRegex(self.pdf.info, 'Title: +BÁO CÁO Kết quả tập huấn')
        self.assertRegex(self.pdf.info, 'Author: +Ủy ban nhân dân phường Hải Tân')
        self.assertRegex(self.pdf.info, 'Subject: +Số: 12/BC-UBND')
        self.assertRegex(self.pdf.info, "CreationDate: +20261205000000\\+07'00")

    def test_told(self):
        """Language and structure, for those who hear it read."""
        self.assertRegex(self.pdf.info, 'Tagged: +yes')
        self.assertIn(b'/Lang (vi)', self.pdf.path.read_bytes())
        told = subprocess.run(['pdfinfo', '-struct', self.pdf.path], check=True, capture_output=True, text=True)
        self.assertEqual(told.stderr, '')
        self.assertTrue(told.stdout.startswith('Document\n  P (block)\n  H (block)\n'))
        for role, count in ('H1 (block)', 5), ('H2 (block)', 2), ('H3 (block)', 1), ('Figure', 2), ('Table (block)', 3):
            self.assertGreaterEqual(told.stdout.count(role), count, role)
        self.assertEqual(told.stdout.count('  TR\n'), 3 + 61)

    def test_outline(self):
        outline = run('pdftohtml', '-xml', '-i', '-stdout', self.pdf.path).decode().partition('<outline>')[2]
        items = re.findall(r'<item page="(\d+)">(.*?)</item>', outline)
        self.assertEqual([title for _, title in items][:3], [
            'I. CÔNG TÁC CHỈ ĐẠO, TUYÊN TRUYỀN', 'II. KẾT QUẢ THỰC HIỆN',
            '1. Tập huấn cho cán bộ, công chức, viên chức, người lao động'])
        self.assertEqual(items[-2:], [('4', 'Phụ lục I. SỐ LIỆU TẬP HUẤN THEO ĐƠN VỊ'),
                                      ('7', 'Phụ lục II. TIẾN ĐỘ QUA CÁC THÁNG')])

    def test_links(self):
        """Each lies on its words."""
        links = re.findall(rb'/Rect \[ ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) \].*?/URI \((.*?)\)',
                           self.pdf.path.read_bytes(), re.DOTALL)
        self.assertEqual({link[4] for link in links},
                         {b'https://vneid.gov.vn/huongdan/HDSO_VNeID.pdf', b'mailto:ubnd@haitan.example.vn'})
        word = self.pdf.find('ubnd@haitan.example.vn.')[0]
        left, bottom, right, top = map(float, next(link for link in links if link[4].startswith(b'mailto'))[:4])
        self.assertAlmostEqual(left, word.x, delta=1.5)
        self.assertAlmostEqual(right, word.right, delta=6)
        self.assertLess(abs((top + bottom) / 2 - (841.89 - (word.y + word.bottom) / 2)), 3)

    def test_fonts(self):
        lines = run('pdffonts', self.pdf.path).decode().splitlines()[2:]
        self.assertTrue(lines)
        for line in lines:
            self.assertRegex(line, r'^[A-Z]{6}\+(LiberationSerif|TimesNewRoman)')
            self.assertEqual(line.split()[-5:-2], ['yes', 'yes', 'yes'], 'embedded, in part, with its letters')

    def test_text_is_composed(self):
        text = self.pdf.text()
        self.assertEqual(text, unicodedata.normalize('NFC', text))
        for sentence in ('Tính đến hết ngày 30/11/2026, số người phải tập huấn là 1.250 người; đã tập huấn 1.180 '
                         'người, bằng 94,4 %, tăng 1,82 điểm phần trăm so với tháng trước.',
                         'Một số giấy tờ đã cấp trước đây chưa hiển thị trên ứng dụng do dữ liệu chưa được đồng bộ;',
                         'học viên thực hành trên điện thoại của mình, có người hướng dẫn đi cùng đến khi làm được.'):
            self.assertIn(sentence, text)

    def test_nation(self):
        nation = self.pdf.find('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
        motto = self.pdf.find('Độc lập - Tự do - Hạnh phúc')
        self.assertSize(nation, 13)
        self.assertSize(motto, 14)
        self.assertAlmostEqual(middle(nation), middle(motto), delta=0.7)
        self.assertGreater(nation[0].x, self.pdf.pages[0].width * 0.4)
        line, = self.pdf.rules(0, motto[0].bottom - 2, motto[0].bottom + 8, nation[0].x - 5, nation[-1].right + 5)
        self.assertAlmostEqual(line[1], motto[0].x, delta=1.2)
        self.assertAlmostEqual(line[2], motto[-1].right, delta=1.2)

    def test_issuer(self):
        superior, issuer = self.pdf.find('ỦY BAN NHÂN DÂN THÀNH'), self.pdf.find('PHƯỜNG HẢI TÂN')
        self.assertSize(superior + issuer, 13)
        widest = self.pdf.find('ỦY BAN NHÂN DÂN PHƯỜNG')[:4]
        width = max(widest[-1].right - widest[0].x, issuer[-1].right - issuer[0].x)
        line, = self.pdf.rules(0, issuer[0].bottom - 2, issuer[0].bottom + 8, LEFT - 5, LEFT + 175)
        self.assertGreaterEqual(line[2] - line[1], width / 3)
        self.assertLessEqual(line[2] - line[1], width / 2)
        self.assertAlmostEqual((line[1] + line[2]) / 2, middle(issuer), delta=1.2)

    def test_number_and_date(self):
        number, date = self.pdf.find('Số: 12/BC-UBND'), self.pdf.find('Hải Tân, ngày 05 tháng 12 năm 2026')
        self.assertSize(number, 13)
        self.assertSize(date, 14)
        self.assertAlmostEqual(baseline(number[0]), baseline(date[0]), delta=0.3)
        self.assertAlmostEqual(middle(number), middle(self.pdf.find('PHƯỜNG HẢI TÂN')), delta=0.7)
        self.assertAlmostEqual(middle(date), middle(self.pdf.find('Độc lập - Tự do - Hạnh phúc')), delta=0.7)

    def test_title(self):
        kind = self.pdf.find('BÁO CÁO')
        self.assertSize(kind, 14)
        centre = LEFT + (595.28 - LEFT - RIGHT) / 2
        self.assertAlmostEqual(middle(kind), centre, delta=0.7)
        first, last = self.pdf.find('Kết quả tập huấn,'), self.pdf.find('tháng 11 năm 2026')
        line, = self.pdf.rules(0, last[0].bottom - 1, last[0].bottom + 10, LEFT, 595 - RIGHT)
        widest = max(word.right for word in self.pdf.pages[0].words if abs(word.y - first[0].y) < 1) - first[0].x
        self.assertGreaterEqual(line[2] - line[1], widest / 3)
        self.assertLessEqual(line[2] - line[1], widest / 2)
        self.assertAlmostEqual((line[1] + line[2]) / 2, centre, delta=1)

    def test_addressees(self):
        label = self.pdf.find('Kính gửi:')
        lines = [self.pdf.find('- Ủy ban nhân dân thành phố;'), self.pdf.find('- Công an thành phố;'),
                 self.pdf.find('- Tổ công tác Đề án 06 thành phố.')]
        self.assertEqual(len({round(line[0].x, 1) for line in lines}), 1)
        self.assertLess(label[0].x, lines[0][0].x)
        self.assertTrue(label[0].y < lines[0][0].y < lines[1][0].y < lines[2][0].y)
        alone = Pdf.get('letter')
        words = alone.find('Kính gửi: Ủy ban nhân dân thành phố')
        self.assertEqual(len({round(word.y) for word in words}), 1)

    def test_paragraphs(self):
        words = self.pdf.find('Ủy ban nhân dân phường đã ban hành Kế hoạch')
        self.assertSize(words, 14)
        self.assertAlmostEqual(words[0].x, LEFT + 12.7 * MM, delta=0.5)
        last = self.pdf.find('được. II.')[0]
        lines = {}
        for word in self.pdf.pages[0].words:
            if words[0].y - 1 < word.y < last.y + 1:
                lines.setdefault(round(word.y), []).append(word)
        tops = sorted(lines)
        self.assertGreater(len(tops), 4)
        natural = 14 * 1.149
        for before, after in zip(tops, tops[1:]):
            self.assertTrue(natural - 1 <= after - before <= 1.5 * natural + 1)
        for top in tops[1:]:
            self.assertAlmostEqual(min(word.x for word in lines[top]), LEFT, delta=0.5)
        for top in tops[:-1]:
            self.assertAlmostEqual(max(word.right for word in lines[top]), 595.28 - RIGHT, delta=0.5)
        heading = self.pdf.find('I. CÔNG TÁC CHỈ ĐẠO, TUYÊN TRUYỀN')
        self.assertGreaterEqual(words[0].y - heading[0].y, 18 + 5.9)

    def test_page_numbers(self):
        wanted = [None, 2, 3, None, 2, 3, None]
        self.assertEqual(len(self.pdf.pages), len(wanted))
        for page, number in zip(self.pdf.pages, wanted):
            above = [word for word in page.words if word.bottom < TOP]
            self.assertEqual([word.text for word in above], [str(number)] if number else [])
            for word in above:
                self.assertAlmostEqual((word.x + word.right) / 2, page.width / 2, delta=0.5)
                self.assertAlmostEqual(size(word), 14, delta=0.2)

    def test_head_of_table(self):
        for page in self.pdf.pages[3:6]:
            text = ' '.join(word.text for word in page.words)
            self.assertEqual(text.count('Số người'), 1)
            self.assertEqual(text.count('Ghi chú'), 1)
            for word in (word for word in page.words if word.text in ('TT', 'Ghi', 'lệ', '100')):
                self.assertTrue(11.9 <= size(word) <= 13.1, word)

    def test_rows(self):
        self.assertEqual([number for page in self.pdf.pages[3:6] for number in row_numbers(page)], list(range(1, 61)))
        self.assertEqual(self.pdf.find('Tổng cộng')[0].page, 5)

    def test_foot(self):
        label, authority = self.pdf.find('Nơi nhận:'), self.pdf.find('TM. ỦY BAN NHÂN DÂN')
        self.assertSize(label, 12)
        self.assertSize(authority, 14)
        self.assertSize(self.pdf.find('- Lưu: VT, VHXH.'), 11)
        self.assertSize(self.pdf.find('- Như trên;'), 11)
        self.assertEqual(label[0].page, authority[0].page)
        self.assertAlmostEqual(label[0].y, authority[0].y, delta=3)
        self.assertGreater(authority[0].x, 595.28 / 2)
        role, name = self.pdf.find('PHÓ CHỦ TỊCH'), self.pdf.find('Nguyễn Thị Minh Hạnh')
        self.assertGreaterEqual(name[0].y - role[0].bottom, 23 * MM)
        self.assertAlmostEqual(middle(role), middle(name), delta=0.7)
        above = {round(word.y) for word in self.pdf.pages[name[0].page].words if TOP < word.y < label[0].y - 2}
        self.assertGreaterEqual(len(above), 2)

    def test_annex(self):
        label, title = self.pdf.find('Phụ lục I', 3), self.pdf.find('SỐ LIỆU TẬP HUẤN THEO ĐƠN VỊ', 3)
        note = self.pdf.find('(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 12 năm 2026)', 3)
        self.assertSize(label + title + note, 14)
        self.assertAlmostEqual(middle(label), middle(title), delta=0.7)
        self.assertAlmostEqual(middle(note), middle(title), delta=0.7)


class Layout(unittest.TestCase):
    def assertInside(self, name):
        pdf = Pdf.get(name)
        for page in pdf.pages:
            for word in page.words:
                number = word.bottom < TOP and word.text.isdigit()
                self.assertTrue(number or word.y >= TOP - 1, f'{name}: {word}')
                self.assertGreaterEqual(word.x, LEFT - 1, f'{name}: {word}')
                self.assertLessEqual(word.right, page.width - RIGHT + 1, f'{name}: {word}')
                self.assertLessEqual(word.bottom, page.height - BOTTOM + 2, f'{name}: {word}')

    def assertApart(self, name):
        """No word stands on another: what they share is less than letters' room above and below."""
        for page in Pdf.get(name).pages:
            words = sorted(page.words, key=lambda word: word.y)
            for index, one in enumerate(words):
                for other in words[index + 1:]:
                    if other.y >= one.bottom:
                        break
                    across = min(one.right, other.right) - max(one.x, other.x)
                    down = min(one.bottom, other.bottom) - max(one.y, other.y)
                    self.assertFalse(across > 1.5 and down > 0.45 * min(one.bottom - one.y, other.bottom - other.y),
                                     f'{name}: {one} {other}')

    def test_inside(self):
        for name in SAMPLES:
            self.assertInside(name)

    def test_apart(self):
        for name in SAMPLES:
            self.assertApart(name)

    def test_drawn_once(self):
        """Twice at the same place looks bold, and no reader of texts would tell."""
        for name in ('monthly', 'participants', 'certificate'):
            pdf = Pdf.get(name)
            for number, page in enumerate(pdf.pages, 1):
                svg = run('pdftocairo', '-svg', '-f', number, '-l', number, pdf.path, '-').decode()
                letters = sum(len(word.text) + 1 for word in page.words)
                drawn = svg.count('<use xlink:href="#glyph')
                self.assertTrue(0.6 * letters < drawn <= letters, f'{name}, {number}: {drawn} of {letters}')

    def test_nothing_lost(self):
        """In each heading, paragraph and cell: cut words go on, in the next line or on the next page."""
        text = ''.join(word.text for word in Pdf.get('hostile').words())
        self.assertGreaterEqual(text.count('ướ'), 1000 * (4 + 7 + 5))

    def test_participants(self):
        pdf = Pdf.get('participants')
        self.assertEqual([number for page in pdf.pages for number in row_numbers(page)], list(range(1, 36)))
        left, right = pdf.find('NGƯỜI LẬP BIỂU'), pdf.find('THỦ TRƯỞNG ĐƠN VỊ')
        self.assertAlmostEqual(left[0].y, right[0].y, delta=0.3)
        self.assertLess(left[-1].right, right[0].x)
        self.assertAlmostEqual(pdf.find('Trần Thị Bình')[0].y, pdf.find('Lê Văn Chiến')[0].y, delta=0.3)
        for page in pdf.pages:
            if row_numbers(page):
                self.assertEqual(' '.join(word.text for word in page.words).count('Ký tên'), 1)
        section = pdf.find('II. Các trường học')[0]
        self.assertTrue(any(word.text == '19' and word.page == section.page for word in pdf.words()))

    def test_poster(self):
        pdf = Pdf.get('poster')
        self.assertEqual(len(pdf.pages), 1)
        self.assertGreater(size(pdf.find('VNeID')[0]), 40)
        picture = Path(pdf.folder.name, 'poster')
        run('pdftoppm', '-r', 72, '-png', '-singlefile', pdf.path, picture)
        code = run('zbarimg', '--quiet', '--raw', f'{picture}.png').decode().strip()
        self.assertEqual(code, 'https://vneid.gov.vn/huongdan/HDSO_VNeID.pdf')


class Golden(unittest.TestCase):
    """Pages as they looked when somebody looked at them. Blocks of a few points are compared, not letters."""
    PAGES = [('monthly', 0), ('monthly', 1), ('monthly', 3), ('monthly', 6), ('participants', 0), ('participants', 3),
             ('poster', 0), ('certificate', 0)]
    DPI, BLOCK, MOST = 24, 6, 26

    @staticmethod
    def write(pdf, page, path):
        run('pdftoppm', '-r', Golden.DPI, '-gray', '-png', '-singlefile', '-f', page + 1, pdf.path,
            path.with_suffix(''))

    @staticmethod
    def blocks(path):
        """Mean darkness of each block."""
        picture = cairo.ImageSurface.create_from_png(str(path))
        data, stride, side = bytes(picture.get_data()), picture.get_stride(), Golden.BLOCK
        return [[sum(sum(data[y * stride + x * 4:y * stride + (x + side) * 4:4]) for y in range(top, top + side))
                 / side ** 2 for x in range(0, picture.get_width() - side + 1, side)]
                for top in range(0, picture.get_height() - side + 1, side)]

    def test_pages(self):
        for name, page in self.PAGES:
            with tempfile.TemporaryDirectory() as folder:
                seen = Path(folder, 'seen.png')
                self.write(Pdf.get(name), page, seen)
                wanted, found = self.blocks(HERE / 'golden' / f'{name}-{page + 1}.png'), self.blocks(seen)
            self.assertEqual([len(row) for row in found], [len(row) for row in wanted])
            for row, (found_row, wanted_row) in enumerate(zip(found, wanted)):
                for column, (one, other) in enumerate(zip(found_row, wanted_row)):
                    self.assertLess(abs(one - other), self.MOST, f'{name}, page {page + 1}, block {column}, {row}')


if __name__ == '__main__':
    if sys.argv[1:] == ['--write-golden']:
        (HERE / 'golden').mkdir(exist_ok=True)
        for sample, number in Golden.PAGES:
            Golden.write(Pdf.get(sample), number, HERE / 'golden' / f'{sample}-{number + 1}.png')
    else:
        main()
