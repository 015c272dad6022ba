#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs into a folder of its own, and uses both programs from there, without anything of the build folder.

Runs inside run-display --window-manager. The schemas are compiled as a package's trigger would: meson leaves that out
when it installs into a staging folder.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'support'))
from person import Person, write_settings  # noqa: E402  (the path must be there first)

ID = 'io.github.sotay_vneid.SotayVneid'
OF_THE_BUILD = ('SOTAY_BUILD_ROOT', 'SOTAY_SOURCE_ROOT', 'GSETTINGS_SCHEMA_DIR')
FILES = [
    'bin/sotay', 'bin/sotay-vneid', 'libexec/sotay-vneid/sotay-document',
    f'share/applications/{ID}.desktop', f'share/metainfo/{ID}.metainfo.xml',
    f'share/icons/hicolor/scalable/apps/{ID}.svg', f'share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg',
    f'share/glib-2.0/schemas/{ID}.gschema.xml', 'share/glib-2.0/schemas/gschemas.compiled',
    'share/locale/vi/LC_MESSAGES/sotay-vneid.mo',
    'share/man/man1/sotay.1', 'share/man/man1/sotay-vneid.1', 'share/bash-completion/completions/sotay',
]


class Installed:
    """The steps; each is a method, its docstring is its name in the results."""

    def __init__(self, folder, version):
        self.folder = folder
        self.version = version
        self.prefix = None

    def install(self):
        """meson install"""
        build = os.environ['SOTAY_BUILD_ROOT']
        options = json.loads(subprocess.run(['meson', 'introspect', '--buildoptions', build], check=True,
                                            capture_output=True).stdout)
        prefix = next(option['value'] for option in options if option['name'] == 'prefix')
        staging = self.folder / 'staging'
        subprocess.run(['meson', 'install', '-C', build, '--no-rebuild', '--quiet', '--destdir', staging], check=True,
                       stdout=subprocess.DEVNULL)
        # Moved, so that nothing can lean on the folder it was configured for.
        self.prefix = self.folder / 'prefix'
        (staging / prefix.lstrip('/')).rename(self.prefix)
        subprocess.run(['glib-compile-schemas', '--strict', self.prefix / 'share/glib-2.0/schemas'], check=True)

    def files(self):
        """all files are there"""
        missing = [name for name in FILES if not (self.prefix / name).is_file()]
        assert not missing, missing

    def sotay(self, *words, language='vi'):
        home = self.folder / f'home-{language}'
        write_settings(home, language=language)
        environment = {name: value for name, value in os.environ.items() if name not in OF_THE_BUILD}
        environment['SOTAY_HOME'] = str(home)
        return subprocess.run([self.prefix / 'bin/sotay', *words], env=environment, check=True, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True).stdout

    def run_version(self):
        """sotay --version"""
        assert self.version in self.sotay('--version')

    def run_catalogue(self):
        """sotay catalogue list --json"""
        utilities = json.loads(self.sotay('catalogue', 'list', '--level', '2', '--json'))
        assert len(utilities) == 16, utilities

    def speak_vietnamese(self):
        """the translation is found"""
        assert re.search('[Cc]ách dùng|[Cc]ú pháp|[Dd]ùng', self.sotay('--help')), self.sotay('--help')

    def speak_english(self):
        """English is what the sources say"""
        assert 'age:' in self.sotay('--help', language='en'), self.sotay('--help', language='en')

    def import_manual(self):
        """the helper that reads PDFs is found"""
        from web import make_pdf
        manual = self.folder / 'manual.pdf'
        manual.write_bytes(make_pdf(3))
        self.sotay('guide', 'import', str(manual))
        assert json.loads(self.sotay('guide', 'status', '--json'))['pages'] == 3

    def open_window(self):
        """the window opens in Vietnamese"""
        with Person(self.folder / 'home', program=self.prefix / 'bin/sotay-vneid', without=OF_THE_BUILD) as person:
            person.find('page tab', 'Tiện ích')
            person.reads(re.compile('^U1 · Mức độ 1$'))
            person.quit()

    STEPS = [install, files, run_version, run_catalogue, speak_vietnamese, speak_english, import_manual, open_window]


def main():
    with tempfile.TemporaryDirectory() as name:
        installed = Installed(Path(name), sys.argv[1])
        failed = False
        print(f'1..{len(installed.STEPS)}')
        for number, step in enumerate(installed.STEPS, 1):
            try:
                step(installed)
                print(f'ok {number} - {step.__doc__}', flush=True)
            except Exception:  # told, and the next step is tried
                failed = True
                traceback.print_exc()
                print(f'not ok {number} - {step.__doc__}', flush=True)
        return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
