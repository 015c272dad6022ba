# SPDX-License-Identifier: GPL-3.0-or-later
"""One .ui for each class with a template, of the same name, in the mirrored folder."""
import re
from pathlib import Path
from xml.etree import ElementTree

from project import blank_comments, run

TEMPLATE_CALL = re.compile(r'gtk_widget_class_set_template_from_resource\s*\([^"]*"([^"]+)"')
TYPE_NAME = re.compile(r'G_DEFINE_\w*TYPE\w*\s*\(\s*(\w+)')


def class_of(layout):
    return Path('src/app') / layout.relative_to('ui').with_suffix('.c')


def paired(project):
    layouts = project.matching('ui/**/*.ui')
    for layout in layouts:
        source = class_of(layout)
        if layout.name == 'shortcuts.ui':  # GtkShortcutsWindow cannot be subclassed
            continue
        if source not in project.files:
            yield f'{layout}: no {source}'
            continue
        template = ElementTree.parse(project.root / layout).getroot().find('template')
        if template is None:
            yield f'{layout}: no template'
            continue
        text = project.text(source)
        if template.get('class') not in TYPE_NAME.findall(text):
            yield f"{layout}: template of {template.get('class')}, which {source} does not define"
        if not any(resource.endswith('/' + str(layout)) or resource.endswith('/' + str(layout.relative_to('ui')))
                   for resource in TEMPLATE_CALL.findall(text)):
            yield f'{source}: does not load {layout}'
    for source in project.matching('src/app/**/*.c'):
        if TEMPLATE_CALL.search(blank_comments(project.text(source))):
            layout = Path('ui') / source.relative_to('src/app').with_suffix('.ui')
            if layout not in layouts:
                yield f'{source}: no {layout}'


def well_formed(project):
    for path in project.matching('*.ui', '*.gresource.xml', '*.gschema.xml', '*.metainfo.xml.in', '*.svg'):
        lines, good = run(['xmllint', '--noout', '--nonet', project.root / path])
        if not good:
            yield from lines or [f'{path}: xmllint failed']


def resources_listed(project):
    listed = set()
    for manifest in project.matching('*.gresource.xml'):
        for entry in ElementTree.parse(project.root / manifest).iter('file'):
            for folder in (manifest.parent, Path('.'), Path('ui'), Path('resources')):
                listed.add(folder / entry.text)
    for path in project.matching('ui/**/*.ui', 'resources/icons/**/*.svg'):
        if path not in listed:
            yield f'{path}: in no gresource'


RULES = {
    'each layout has its class, and each class its layout': paired,
    'XML is well formed': well_formed,
    'each layout and icon is in a gresource': resources_listed,
}
