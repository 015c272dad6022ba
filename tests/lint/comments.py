# SPDX-License-Identifier: GPL-3.0-or-later
"""Headers explain what they offer; every file says its licence first."""
import re

from project import blank_comments

LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'
DECLARATION = re.compile(
    r'^(?!typedef|extern|static|G_|#|struct|enum|union)[A-Za-z_][^;{}=]*?(\w+)\s*\([^;{}]*\)[^;{}()]*;', re.MULTILINE)
SELF_EVIDENT = re.compile(r'(_get_type|_error_quark|_free)$')


def documented(project):
    """A comment before or in a paragraph of declarations speaks for all of it: a row of getters, _async and _finish."""
    for path in project.matching('src/**/*.h'):
        text = project.text(path)
        for found in DECLARATION.finditer(blank_comments(text)):
            start = text.rfind('\n\n', 0, found.start()) + 1
            end = text.find('\n\n', found.end())
            if '/*' in text[start:end] or SELF_EVIDENT.search(found.group(1)):
                continue
            line = text.count('\n', 0, found.start()) + 1
            yield f'{path}:{line}: {found.group(1)} is not documented'


def licence(project):
    for path in project.matching('*.c', '*.h', '*.py', '*.sh', 'build-aux/*', '.ci/run', 'tests/support/*', '*.css',
                                 '*.svg', '*.ui'):
        if path.suffix in ('.build', '.supp') or path.name == 'packages':
            continue
        if path.suffix in ('', '.py', '.sh') and not project.text(path):
            continue
        if not any(LICENCE in line for line in project.lines(path)[:3]):
            yield f'{path}: no “{LICENCE}” in its first lines'


RULES = {
    'every public function is documented': documented,
    'every source file says its licence first': licence,
}
