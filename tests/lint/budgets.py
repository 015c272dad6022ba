# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and functions that one person can hold in mind."""
import re

from project import blank_comments

FILE_LINES = 600
WINDOW_LINES = 500
FUNCTION_LINES = 80
PROJECT_INCLUDES = 15
COLUMNS = 120
CODE = ('*.c', '*.h', '*.py', '*.ui', '*.css')
STRING_ROOM = 40
STRING = re.compile(r'"(?:\\.|[^"\\])*"')
FUNCTION = re.compile(r'^(\w+)\s*\(')


def files(project):
    for path in project.matching(*CODE):
        count = len(project.lines(path))
        budget = WINDOW_LINES if path.match('src/app/*window*.[ch]') else FILE_LINES
        if count > budget:
            yield f'{path}: {count} lines, {budget} at most'


def functions(project):
    for path in project.matching('*.c'):
        name, start = None, 0
        for number, line in enumerate(blank_comments(project.text(path), strings=True).splitlines(), 1):
            found = FUNCTION.match(line)
            if found:
                name, start = found.group(1), number
            elif line.startswith('}') and name:
                if number - start + 1 > FUNCTION_LINES:
                    yield f'{path}:{start}: {name} has {number - start + 1} lines, {FUNCTION_LINES} at most'
                name = None


def includes(project):
    for path in project.matching('src/**/*.c', 'src/**/*.h'):
        count = sum(1 for _, kind, _ in project.includes(path) if kind == 'project')
        if count > PROJECT_INCLUDES:
            yield f'{path}: {count} includes of the project, {PROJECT_INCLUDES} at most'


def columns(project):
    """A sentence for a person stays in one piece, so a line that only a string makes too long is left alone."""
    for path in project.matching('*.c', '*.h', '*.py'):
        for number, line in enumerate(project.lines(path), 1):
            if len(line) > COLUMNS and len(STRING.sub('""', line)) > COLUMNS - STRING_ROOM:
                yield f'{path}:{number}: {len(line)} columns, {COLUMNS} at most'


RULES = {
    f'no file above {FILE_LINES} lines, no window above {WINDOW_LINES}': files,
    f'no function above {FUNCTION_LINES} lines': functions,
    f'no file includes more than {PROJECT_INCLUDES} headers of the project': includes,
    f'no line above {COLUMNS} columns': columns,
}
