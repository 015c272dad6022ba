# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small PDFs whose text is any Unicode: the letters have no shapes of their own, only their meaning."""


def _stream(text):
    return f'<< /Length {len(text)} >>\nstream\n{text}\nendstream'


def _meaning(letters):
    pairs = '\n'.join(f'<{code:02x}> <{letter.encode("utf-16-be").hex()}>' for letter, code in letters.items())
    return _stream(f'/CIDInit /ProcSet findresource begin begincmap /CMapName /M def\n'
                   f'1 begincodespacerange <00> <ff> endcodespacerange\n'
                   f'{len(letters)} beginbfchar\n{pairs}\nendbfchar endcmap end')


def _show(lines, letters):
    shown = [f'<{"".join(f"{letters[letter]:02x}" for letter in line)}> Tj 0 -30 Td' for line in lines]
    return _stream('BT /F 12 Tf 50 700 Td ' + ' '.join(shown) + ' ET')


def text_pdf(pages):
    """The bytes of a PDF; each page is a list of lines, [] for a page without text."""
    used = sorted({letter for lines in pages for line in lines for letter in line})
    letters = {letter: code for code, letter in enumerate(used, 33)}
    kids = ' '.join(f'{5 + 2 * number} 0 R' for number in range(len(pages)))
    objects = ['<< /Type /Catalog /Pages 2 0 R >>', f'<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>',
               '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R >>', _meaning(letters)]
    for number, lines in enumerate(pages):
        objects += [f'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R '
                    '/Resources << /Font << /F 3 0 R >> >> >>', _show(lines, letters)]
    text, places = '%PDF-1.4\n', []
    for number, body in enumerate(objects, 1):
        places.append(len(text))
        text += f'{number} 0 obj\n{body}\nendobj\n'
    table = ''.join(f'{place:010} 00000 n \n' for place in places)
    text += (f'xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n'
             f'<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF\n')
    return text.encode('ascii')
