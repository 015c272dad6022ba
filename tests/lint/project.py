# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lints share: the files of the project, and a plain reading of C sources."""
import functools
import re
import subprocess
from pathlib import Path

ROOMS = {
    'core': 0,
    'catalogue': 1, 'guide': 1, 'register': 1,
    'reports': 2, 'presentation': 2,
    'services': 3,
    'cli': 4, 'app': 4,
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


class Project:
    """A checkout; root may also be a folder that a test made."""

    def __init__(self, root, build=None):
        self.root = Path(root)
        self.build = Path(build) if build else None

    @functools.cached_property
    def files(self):
        """Paths relative to the root: those git knows or would add; all of them where there is no git."""
        if (self.root / '.git').exists():
            out = subprocess.run(['git', '-C', self.root, '-c', f'safe.directory={self.root}',
                                  'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
                                 check=True, capture_output=True, text=True).stdout
            found = [Path(name) for name in out.split('\0') if name]
        else:
            found = [path.relative_to(self.root) for path in self.root.rglob('*')]
        return sorted(path for path in set(found) if (self.root / path).is_file()
                      and not path.parts[0].startswith('_build'))

    def matching(self, *patterns):
        """Files whose path matches one of the patterns: 'src/**/*.c', '*.ui'."""
        return [path for path in self.files if any(fits(path, pattern) for pattern in patterns)]

    def text(self, path):
        return (self.root / path).read_text(encoding='utf-8')

    def lines(self, path):
        return self.text(path).splitlines()

    def includes(self, path):
        """(line number, 'system' or 'project', header) of each include."""
        for number, line in enumerate(self.lines(path), 1):
            found = INCLUDE.match(line)
            if found:
                yield number, 'system' if found.group(1) == '<' else 'project', found.group(2)


def fits(path, pattern):
    folder, _, name = pattern.rpartition('/**/')
    if folder:
        return path.is_relative_to(folder) and path.match(name)
    if '/' in pattern:
        return path.parent == Path(pattern).parent and path.match(Path(pattern).name)
    return path.match(pattern)


def room(path):
    """'register' for src/register/sqlite/x.c; None outside the rooms."""
    parts = Path(path).parts
    return parts[1] if len(parts) > 2 and parts[0] == 'src' and parts[1] in ROOMS else None


def blank_comments(text, strings=False):
    """The text with comments (and strings) replaced by blanks of the same shape, so that lines keep their numbers."""
    def blank(match):
        if match.group().startswith('/') or strings:
            return re.sub(r'[^\n]', ' ', match.group())
        return match.group()
    return COMMENT_OR_STRING.sub(blank, text)


def run(command, **options):
    """The combined output lines of a command, and whether it succeeded."""
    done = subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False, **options)
    return done.stdout.splitlines(), done.returncode == 0
