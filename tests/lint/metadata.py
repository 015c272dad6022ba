# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop reads about the program, and the scripts beside it."""
import re
import tempfile

from project import run


COMPLAINT = re.compile(r'(warning|error): ')


def problems_of(command, missing):
    lines, good = run(command)
    if not good:
        yield from lines or [missing]


def built(project, pattern):
    return sorted((project.build / 'data').glob(pattern))


def desktop(project):
    files = built(project, '*.desktop')
    if not files:
        yield 'no desktop file was built'
    for path in files:
        yield from problems_of(['desktop-file-validate', path], f'{path}: not valid')


def metainfo(project):
    files = built(project, '*.metainfo.xml')
    if not files:
        yield 'no metainfo file was built'
    for path in files:
        yield from problems_of(['appstreamcli', 'validate', '--no-net', path], f'{path}: not valid')


def schemas(project):
    with tempfile.TemporaryDirectory() as folder:
        yield from problems_of(['glib-compile-schemas', '--strict', '--dry-run', f'--targetdir={folder}',
                                project.root / 'data'], 'not valid')


def manuals(project):
    for path in built(project, '*.[1-9]'):
        lines, good = run(['man', '--warnings', '-E', 'UTF-8', '-l', '-Tutf8', '-Z', path])
        yield from (f'{path}: {line}' for line in lines if COMPLAINT.search(line))
        if not good:
            yield f'{path}: man cannot read it'


def first_line(project, path):
    with open(project.root / path, 'rb') as file:
        return file.readline(100)


def scripts(project):
    for path in project.files:
        start = first_line(project, path)
        if not start.startswith(b'#!'):
            continue
        if (project.root / path).stat().st_mode & 0o111 == 0:
            yield f'{path}: begins with #! but is not executable'
        if b'bash' in start or start.rstrip().endswith(b'sh'):
            yield from problems_of(['bash', '-n', project.root / path], f'{path}: not valid')


def completion(project):
    for path in project.matching('data/completions/*'):
        yield from problems_of(['bash', '-n', project.root / path], f'{path}: not valid')


def python(project):
    for path in project.files:
        if path.suffix != '.py' and b'python' not in first_line(project, path)[:40]:
            continue
        try:
            compile(project.text(path), str(path), 'exec')
        except SyntaxError as error:
            yield f'{path}: {error}'


RULES = {
    'the desktop file is valid': desktop,
    'the metainfo file is valid': metainfo,
    'the settings schema is valid': schemas,
    'the manual pages are valid': manuals,
    'shell scripts are valid and executable': scripts,
    'the completion of the command line is valid': completion,
    'Python scripts are valid': python,
}
