# SPDX-License-Identifier: GPL-3.0-or-later
"""All that a person reads can be translated, and is translated into Vietnamese."""
import re
import tempfile
from pathlib import Path

from project import blank_comments, run

CATALOGUE = Path('po/vi.po')
LIST = Path('po/POTFILES.in')
CALL = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?|gettext)\s*\(\s*"')
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'ngettext:1,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3']


def listed(project):
    return [Path(line) for line in project.lines(LIST) if line.strip() and not line.startswith('#')]


def needs_translation(project, path):
    if path.suffix in ('.c', '.h'):
        return bool(CALL.search(blank_comments(project.text(path))))
    if path.suffix == '.ui':
        return 'translatable="yes"' in project.text(path)
    return path.match('*.desktop.in') or path.match('*.metainfo.xml.in')


def potfiles(project):
    names = listed(project)
    if len(names) != len(set(names)):
        yield f'{LIST}: a file stands twice'
    candidates = project.matching('src/**/*.c', 'src/**/*.h', 'ui/**/*.ui', 'data/*.in')
    wanted = {path for path in candidates if needs_translation(project, path)}
    for path in sorted(wanted - set(names)):
        yield f'{path}: has text to translate but is not in {LIST}'
    for path in sorted(set(names) - wanted):
        yield f'{path}: in {LIST} without text to translate'


def valid(project):
    lines, good = run(['msgfmt', '--check', '--output-file=/dev/null', project.root / CATALOGUE])
    if not good:
        yield from lines


def finished(project):
    for what in ('--untranslated', '--only-fuzzy'):
        lines, good = run(['msgattrib', '--no-obsolete', '--no-wrap', what, project.root / CATALOGUE])
        named = [line for line in lines if line.startswith('msgid') and line != 'msgid ""']
        yield from named if good else lines


def extract(project, template):
    """Writes what the sources of POTFILES.in say into a template."""
    command = ['xgettext', '--from-code=UTF-8', '--add-comments', f'--files-from={LIST}', f'--output={template}']
    return run(command + [f'--keyword={keyword}' for keyword in KEYWORDS], cwd=project.root)


def complete(project):
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder, 'template.pot')
        lines, good = extract(project, template)
        if not good or not template.exists():
            yield from lines or [f'xgettext found nothing in {LIST}']
            return
        lines, good = run(['msgcmp', project.root / CATALOGUE, template])
        if not good:
            yield from lines


def unused(project):
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder, 'template.pot')
        extract(project, template)
        if not template.exists():
            return
        merged = Path(folder, 'merged.po')
        run(['msgmerge', '--quiet', '--no-fuzzy-matching', '-o', merged, project.root / CATALOGUE, template])
        lines, _ = run(['msgattrib', '--only-obsolete', '--no-wrap', merged])
        for line in lines:
            if line.startswith('#~ msgid '):
                yield f'{CATALOGUE}: nothing says {line[9:]}'


RULES = {
    'POTFILES.in lists each file with text to translate': potfiles,
    'vi.po is valid': valid,
    'nothing in vi.po is fuzzy or untranslated': finished,
    'vi.po has all that the sources say': complete,
    'vi.po has nothing that the sources do not say': unused,
}
