# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: core ← {catalogue, guide, register} ← {reports, presentation} ← services ← {cli, app}."""
import re
from pathlib import Path

from project import ROOMS, room

SOURCES = ('src/**/*.c', 'src/**/*.h')
GTK = re.compile(r'^(gtk|gdk|gsk|adwaita|libadwaita)\b')
SYSTEM_BOUND = re.compile(r'^(gio/gunix|gio/gdesktopappinfo|glib-unix\.h|signal\.h|unistd\.h|io\.h'
                          r'|sys/(socket|un|wait|signal)\.h)')
SYSTEM_CHOICE = re.compile(r'^\s*#\s*(?:el)?if.*\bG_OS_\w+')
GENERATED = re.compile(r'-(resources|enums|marshal)\.h$')


def by_path(project):
    """Includes name a header by its path from src/, so that a reader sees the room."""
    for path in project.matching(*SOURCES):
        for line, kind, header in project.includes(path):
            if kind != 'project' or GENERATED.search(header):
                continue
            if Path('src', header) not in project.files:
                yield f'{path}:{line}: no src/{header}'


def direction(project):
    for path in project.matching(*SOURCES):
        own = room(path)
        if own is None:
            yield f'{path}: in no room'
            continue
        for line, kind, header in project.includes(path):
            other = room(Path('src', header)) if kind == 'project' else None
            if other is not None and other != own and ROOMS[other] >= ROOMS[own]:
                yield f'{path}:{line}: {own} includes {other}'


def toolkit(project):
    for path in project.matching(*SOURCES):
        for line, kind, header in project.includes(path):
            if room(path) != 'app' and kind == 'system' and GTK.match(header):
                yield f'{path}:{line}: {header} outside src/app'


def store(project):
    """Only services knows which store is in use; only the store knows SQL."""
    stores = [Path('src/register/sqlite'), Path('src/register/postgres')]
    for path in project.matching(*SOURCES):
        if path.parent in stores:
            continue
        for line, kind, header in project.includes(path):
            if kind == 'system' and header in ('sqlite3.h', 'libpq-fe.h'):
                yield f'{path}:{line}: {header} outside the store'
            if kind == 'project' and Path('src', header).parent in stores and room(path) != 'services':
                yield f'{path}:{line}: {header} outside services'


def system(project):
    for path in project.matching(*SOURCES):
        for line, kind, header in project.includes(path):
            if room(path) != 'core' and kind == 'system' and SYSTEM_BOUND.match(header):
                yield f'{path}:{line}: {header} outside src/core'
        for line, text in enumerate(project.lines(path), 1):
            if room(path) != 'core' and SYSTEM_CHOICE.match(text):
                yield f'{path}:{line}: a choice by operating system outside src/core'


def headers_once(project):
    for path in project.matching('src/**/*.h'):
        if '#pragma once' not in project.text(path):
            yield f'{path}: no #pragma once'


def knots(project):
    """Pieces must not include each other, directly or round a corner. A file and its header are one piece; so are the
    files of a class split by concern (window, window-actions), of which only the first defines a type. A user of a
    class that is named after it (report, report-pdf) is a piece of its own: it has a header, which the class does not
    include."""
    types = {path.with_suffix('') for path in project.matching(*SOURCES) if 'G_DEFINE_' in project.text(path)}
    includes = {path: {Path('src', header).with_suffix('') for _, kind, header in project.includes(path)
                       if kind == 'project'} for path in project.matching(*SOURCES)}

    def is_part(stem, whole):
        known = [includes.get(whole.with_suffix(ending), set()) for ending in ('.c', '.h')]
        return stem.with_suffix('.h') not in includes or any(stem in stems for stems in known)

    def piece_of(path):
        stem = path.with_suffix('')
        wholes = [whole for whole in types if whole.parent == stem.parent and stem.name.startswith(whole.name + '-')
                  and is_part(stem, whole)]
        return stem if stem in types else max(wholes, key=lambda whole: len(whole.name), default=stem)

    needs = {}
    for path in project.matching(*SOURCES):
        targets = needs.setdefault(piece_of(path), set())
        for _, kind, header in project.includes(path):
            if kind == 'project':
                targets.add(piece_of(Path('src', header)))
    for piece in sorted(needs):
        seen, todo = set(), [target for target in needs[piece] if target != piece]
        while todo:
            target = todo.pop()
            if target == piece:
                yield f'{piece}: includes itself round a corner'
                break
            if target not in seen:
                seen.add(target)
                todo.extend(needs.get(target, ()))


RULES = {
    'includes go by path from src/': by_path,
    'no room includes one to its right': direction,
    'GTK is in src/app only': toolkit,
    'the store is known to services only': store,
    'calls bound to one system are in src/core only': system,
    'headers are read once': headers_once,
    'no two pieces include each other': knots,
}
