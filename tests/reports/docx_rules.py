# SPDX-License-Identifier: GPL-3.0-or-later
"""What ECMA-376 (transitional) asks of the elements that our documents have: which children, in which order."""
import posixpath
import zipfile
from xml.etree import ElementTree

W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
NAMESPACES = {
    W: 'w', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
    'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
    'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
    'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
    'http://www.w3.org/XML/1998/namespace': 'xml',
}
# Children in the order of the schema's sequences; where it leaves the order open, they stand in one word with "|".
ORDER = {
    'w:document': 'w:body', 'w:body': 'w:p|w:tbl w:sectPr', 'w:hdr': 'w:p',
    'w:p': 'w:pPr w:r|w:fldSimple', 'w:fldSimple': 'w:r', 'w:r': 'w:rPr w:t|w:drawing',
    'w:pPr': 'w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:pBdr w:tabs w:spacing w:ind w:jc w:outlineLvl w:rPr '
             'w:sectPr',
    'w:rPr': 'w:rFonts w:b w:bCs w:i w:iCs w:sz w:szCs w:lang', 'w:pBdr': 'w:top w:left w:bottom w:right',
    'w:tbl': 'w:tblPr w:tblGrid w:tr', 'w:tblGrid': 'w:gridCol', 'w:tr': 'w:trPr w:tc',
    'w:tblPr': 'w:tblStyle w:tblW w:jc w:tblInd w:tblBorders w:tblLayout w:tblCellMar w:tblLook',
    'w:trPr': 'w:cantSplit|w:trHeight|w:tblHeader', 'w:tc': 'w:tcPr w:p',
    'w:tcPr': 'w:tcW w:gridSpan w:vMerge w:tcBorders w:vAlign',
    'w:tblBorders': 'w:top w:left w:bottom w:right w:insideH w:insideV',
    'w:tblCellMar': 'w:top w:left w:bottom w:right',
    'w:sectPr': 'w:headerReference w:type w:pgSz w:pgMar w:pgNumType w:titlePg',
    'w:styles': 'w:docDefaults w:style', 'w:docDefaults': 'w:rPrDefault w:pPrDefault', 'w:rPrDefault': 'w:rPr',
    'w:style': 'w:name w:basedOn w:next w:qFormat w:pPr w:rPr w:tblPr',
    'w:settings': 'w:zoom w:defaultTabStop w:compat w:themeFontLang w:decimalSymbol w:listSeparator',
    'w:compat': 'w:compatSetting', 'w:drawing': 'wp:inline', 'wp:inline': 'wp:extent wp:docPr a:graphic',
    'a:graphic': 'a:graphicData', 'a:graphicData': 'pic:pic', 'pic:pic': 'pic:nvPicPr pic:blipFill pic:spPr',
    'pic:nvPicPr': 'pic:cNvPr pic:cNvPicPr', 'pic:blipFill': 'a:blip a:stretch', 'a:stretch': 'a:fillRect',
    'pic:spPr': 'a:xfrm a:prstGeom', 'a:xfrm': 'a:off a:ext', 'a:prstGeom': 'a:avLst',
}
NEEDED = {'w:document': 'w:body', 'w:tbl': 'w:tblGrid', 'w:tc': 'w:p', 'w:tr': 'w:tc', 'w:tblGrid': 'w:gridCol',
          'pic:spPr': 'a:prstGeom', 'w:hdr': 'w:p'}


def short(name):
    space, _, local = name[1:].partition('}')
    return f'{NAMESPACES[space]}:{local}'


def of_w(name):
    return f'{{{W}}}{name}'


def check_order(element):
    """Yields what the schema would refuse."""
    name = short(element.tag)
    ranks = {child: rank for rank, choice in enumerate(ORDER.get(name, '').split()) for child in choice.split('|')}
    children = [short(child.tag) for child in element]
    unknown = [child for child in children if child not in ranks]
    if unknown:
        yield f'{name} has {unknown}'
    elif [ranks[child] for child in children] != sorted(ranks[child] for child in children):
        yield f'{name}: {children}'
    if name in NEEDED and NEEDED[name] not in children:
        yield f'{name} without {NEEDED[name]}'
    for child in element:
        yield from check_order(child)


def check_tables(body):
    """Each row has as many columns as its table."""
    for table in body.iter(of_w('tbl')):
        n_columns = len(table.find(of_w('tblGrid')))
        for row in table.findall(of_w('tr')):
            spans = [span.get(of_w('val')) if span is not None else 1
                     for span in (cell.find(f'{of_w("tcPr")}/{of_w("gridSpan")}') for cell in row.findall(of_w('tc')))]
            if sum(map(int, spans)) != n_columns:
                yield f'a row of {spans} in a table of {n_columns}'


class Document:
    """The parts of a .docx file."""

    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)
        self.body = self.part('word/document.xml')

    def part(self, name):
        return ElementTree.fromstring(self.archive.read(name))

    def problems(self):
        for name in ('document', 'styles', 'settings', 'header1', 'header2'):
            yield from check_order(self.part(f'word/{name}.xml'))
        yield from check_tables(self.body)
        yield from self.check_styles()
        yield from self.check_relations()
        if self.archive.testzip() is not None:
            yield 'a broken part'

    def check_styles(self):
        styles = self.part('word/styles.xml')
        known = {style.get(of_w('styleId')) for style in styles.iter(of_w('style'))}
        if len(known) != len(styles.findall(of_w('style'))):
            yield 'two styles with the same id'
        for name in ('pStyle', 'tblStyle', 'basedOn', 'next'):
            for part in (self.body, styles):
                for used in part.iter(of_w(name)):
                    if used.get(of_w('val')) not in known:
                        yield f'style {used.get(of_w("val"))}'

    def check_relations(self):
        names = set(self.archive.namelist())
        related = {item.get('Id'): posixpath.join('word', item.get('Target'))
                   for item in self.part('word/_rels/document.xml.rels')}
        used = {value for element in self.body.iter() for name, value in element.attrib.items()
                if name.startswith('{http://schemas.openxmlformats.org/officeDocument')}
        yield from (f'relation {one}' for one in used - set(related))
        yield from (f'no part {one}' for one in set(related.values()) - names)
        types = self.part('[Content_Types].xml')
        yield from (f'no part {one.get("PartName")}' for one in types
                    if one.get('PartName') and one.get('PartName')[1:] not in names)
        pictures = [element.get('id') for element in self.body.iter() if element.tag.endswith('}docPr')]
        if len(pictures) != len(set(pictures)):
            yield 'two pictures with the same id'

    def texts(self):
        """Of the paragraphs, as they follow each other."""
        return [''.join(text.text or '' for text in paragraph.iter(of_w('t')))
                for paragraph in self.body.iter(of_w('p'))]

    def pictures(self):
        """Of each: its bytes, how wide it is in inches, its words."""
        targets = {item.get('Id'): item.get('Target') for item in self.part('word/_rels/document.xml.rels')}
        for drawing in self.body.iter(of_w('drawing')):
            parts = {short(element.tag): element for element in drawing.iter()}
            relation = next(value for name, value in parts['a:blip'].attrib.items() if name.endswith('}embed'))
            yield (self.archive.read(f'word/{targets[relation]}'), int(parts['wp:extent'].get('cx')) / 914400,
                   parts['wp:docPr'].get('descr'))
