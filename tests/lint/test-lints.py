#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule of each lint must find the fault of a bad example, and nothing in a good one."""
import sys
import tempfile
from pathlib import Path

import budgets
import comments
import includes
import layouts
import metadata
import translations
from project import Project

SPDX = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
PO = ('msgid ""\nmsgstr ""\n"Language: vi\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
      '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n')
SCHEMA = ('<schemalist><schema id="a.b" path="/a/b/"><key name="c" type="{}"><default>1</default></key>'
          '</schema></schemalist>')
DESKTOP = '[Desktop Entry]\nType=Application\nName=A\n'
METAINFO = ('<component type="desktop-application"><id>a.b.C</id><metadata_license>CC0-1.0</metadata_license>'
            '<project_license>GPL-3.0-or-later</project_license><name>A</name><summary>A thing</summary>'
            '<description><p>A description of this thing, long enough to be of use.</p></description>'
            '<launchable type="desktop-id">a.b.C.desktop</launchable><content_rating type="oars-1.1"/>'
            '<url type="homepage">https://example.org</url></component>')
TEMPLATE = '<interface><template class="{}" parent="GtkWidget"/></interface>'
LOADS = ('G_DEFINE_TYPE (SotayPage, sotay_page, GTK_TYPE_WIDGET)\n'
         'gtk_widget_class_set_template_from_resource (k, "/io/github/ui/x/page.ui");\n')

# name, rule, files of a good tree, files of a bad tree
CASES = [
    ('a header of another room by name alone', includes.by_path,
     {'src/core/a.c': '#include "core/a.h"\n', 'src/core/a.h': ''},
     {'src/core/a.c': '#include "a.h"\n', 'src/core/a.h': ''}),
    ('core includes app', includes.direction,
     {'src/app/a.c': '#include "core/b.h"\n'}, {'src/core/a.c': '#include "app/b.h"\n'}),
    ('members of a brace', includes.direction,
     {'src/reports/a.c': '#include "guide/b.h"\n'}, {'src/guide/a.c': '#include "register/b.h"\n'}),
    ('GTK below app', includes.toolkit,
     {'src/app/a.c': '#include <gtk/gtk.h>\n'}, {'src/reports/a.c': '#include <gtk/gtk.h>\n'}),
    ('SQLite outside the store', includes.store,
     {'src/register/sqlite/a.c': '#include <sqlite3.h>\n'}, {'src/register/a.c': '#include <sqlite3.h>\n'}),
    ('the store from the window', includes.store,
     {'src/services/a.c': '#include "register/sqlite/a.h"\n'}, {'src/app/a.c': '#include "register/sqlite/a.h"\n'}),
    ('signals outside core', includes.system,
     {'src/core/a.c': '#include <signal.h>\n'}, {'src/cli/a.c': '#include <gio/gunixinputstream.h>\n'}),
    ('descriptors outside core', includes.system,
     {'src/core/a.c': '#include <unistd.h>\n'}, {'src/guide/a.c': '#include <unistd.h>\n'}),
    ('a choice by system outside core', includes.system,
     {'src/core/a.c': '#ifdef G_OS_WIN32\n'}, {'src/guide/a.c': '#if !defined (G_OS_WIN32)\n'}),
    ('a header without guard', includes.headers_once,
     {'src/core/a.h': '#pragma once\n'}, {'src/core/a.h': 'int a;\n'}),
    ('a knot of two', includes.knots,
     {'src/core/a.c': '#include "core/a.h"\n#include "core/b.h"\n', 'src/core/a.h': '', 'src/core/b.h': ''},
     {'src/core/a.c': '#include "core/b.h"\n', 'src/core/b.c': '#include "core/a.h"\n'}),
    ('a long file', budgets.files, {'src/core/a.c': '\n' * 600}, {'src/core/a.c': '\n' * 601}),
    ('a long window', budgets.files, {'src/app/window.c': '\n' * 500}, {'src/app/window.c': '\n' * 501}),
    ('a long function', budgets.functions,
     {'src/core/a.c': 'int\nf (void)\n{\n' + '  ;\n' * 77 + '}\n'},
     {'src/core/a.c': 'int\nf (void)\n{\n' + '  ;\n' * 78 + '}\n'}),
    ('many includes', budgets.includes,
     {'src/core/a.c': '#include "core/b.h"\n' * 15}, {'src/core/a.c': '#include "core/b.h"\n' * 16}),
    ('a long line', budgets.columns, {'src/core/a.c': 'ă' * 120}, {'src/core/a.c': 'ă' * 121}),
    ('an undocumented function', comments.documented,
     {'src/core/a.h': '/**\n * f:\n */\nint f (int a,\n       int b) G_GNUC_CONST;\n\nint g (void); /* short */\n'},
     {'src/core/a.h': '/**\n * f:\n */\nint f (int a);\n\nint g (int (*callback) (int));\n'}),
    ('no licence', comments.licence, {'src/core/a.c': SPDX}, {'src/core/a.c': 'int a;\n'}),
    ('a layout without class', layouts.paired,
     {'ui/x/page.ui': TEMPLATE.format('SotayPage'), 'src/app/x/page.c': LOADS},
     {'ui/x/page.ui': TEMPLATE.format('SotayPage')}),
    ('a class without layout', layouts.paired, {'src/app/x/page.c': 'int a;\n'}, {'src/app/x/page.c': LOADS}),
    ('a layout of another class', layouts.paired,
     {'ui/x/page.ui': TEMPLATE.format('SotayPage'), 'src/app/x/page.c': LOADS},
     {'ui/x/page.ui': TEMPLATE.format('SotayOther'), 'src/app/x/page.c': LOADS}),
    ('broken XML', layouts.well_formed, {'ui/a.ui': '<interface/>'}, {'ui/a.ui': '<interface>'}),
    ('a layout in no gresource', layouts.resources_listed,
     {'ui/a.ui': '', 'resources/r.gresource.xml': '<gresources><file>ui/a.ui</file></gresources>'},
     {'ui/a.ui': '', 'resources/r.gresource.xml': '<gresources/>'}),
    ('a file missing in POTFILES', translations.potfiles,
     {'po/POTFILES.in': 'src/core/a.c\n', 'src/core/a.c': '_("A")'}, {'po/POTFILES.in': '', 'src/core/a.c': '_("A")'}),
    ('a layout missing in POTFILES', translations.potfiles,
     {'po/POTFILES.in': 'ui/a.ui\n', 'ui/a.ui': '<p translatable="yes"/>'},
     {'po/POTFILES.in': '', 'ui/a.ui': '<p translatable="yes"/>'}),
    ('a listed file that is gone', translations.potfiles,
     {'po/POTFILES.in': ''}, {'po/POTFILES.in': 'src/core/a.c\n'}),
    ('a wrong placeholder', translations.valid,
     {'po/vi.po': PO + '#, c-format\nmsgid "%d a"\nmsgstr "%d b"\n'},
     {'po/vi.po': PO + '#, c-format\nmsgid "%d a"\nmsgstr "%s b"\n'}),
    ('an untranslated string', translations.finished,
     {'po/vi.po': PO + 'msgid "A"\nmsgstr "B"\n'}, {'po/vi.po': PO + 'msgid "A"\nmsgstr ""\n'}),
    ('a fuzzy string', translations.finished,
     {'po/vi.po': PO + 'msgid "A"\nmsgstr "B"\n'}, {'po/vi.po': PO + '#, fuzzy\nmsgid "A"\nmsgstr "B"\n'}),
    ('a string missing in vi.po', translations.complete,
     {'po/vi.po': PO + 'msgid "A"\nmsgstr "B"\n', 'po/POTFILES.in': 'src/a.c\n', 'src/a.c': 'f (_("A"));'},
     {'po/vi.po': PO, 'po/POTFILES.in': 'src/a.c\n', 'src/a.c': 'f (_("A"));'}),
    ('a string nobody says', translations.unused,
     {'po/vi.po': PO + 'msgid "A"\nmsgstr "B"\n', 'po/POTFILES.in': 'src/a.c\n', 'src/a.c': 'f (_("A"));'},
     {'po/vi.po': PO + 'msgid "C"\nmsgstr "B"\n', 'po/POTFILES.in': 'src/a.c\n', 'src/a.c': 'f (_("A"));'}),
    ('a wrong desktop file', metadata.desktop,
     {'data/a.desktop': DESKTOP + 'Exec=a\n'}, {'data/a.desktop': DESKTOP + 'Exec=a\nTerminal=maybe\n'}),
    ('a wrong metainfo file', metadata.metainfo,
     {'data/a.metainfo.xml': METAINFO}, {'data/a.metainfo.xml': METAINFO.replace('<name>A</name>', '')}),
    ('a wrong schema', metadata.schemas,
     {'data/a.gschema.xml': SCHEMA.format('i')}, {'data/a.gschema.xml': SCHEMA.format('s')}),
    ('a wrong shell script', metadata.scripts,
     {'build-aux/a': '#!/usr/bin/env bash\ntrue\n'}, {'build-aux/a': '#!/usr/bin/env bash\nif true\n'}),
    ('a wrong completion', metadata.completion,
     {'data/completions/a': 'a () { true; }\n'}, {'data/completions/a': 'a () {\n'}),
    ('a wrong Python script', metadata.python, {'tests/a.py': 'a = 1\n'}, {'tests/a.py': 'a = = 1\n'}),
    ('a wrong manual page', metadata.manuals,
     {'data/a.1': '.TH A 1\n.SH NAME\na \\- b\n'}, {'data/a.1': '.TH A 1\n.SH NAME\n.nosuch a\n'}),
]


def find_problems(rule, files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding='utf-8')
            if text.startswith('#!'):
                path.chmod(0o755)
        return list(rule(Project(folder, folder)))


def main():
    tested = {case[1] for case in CASES}
    modules = (includes, budgets, comments, layouts, translations, metadata)
    untested = [rule.__name__ for module in modules for rule in module.RULES.values() if rule not in tested]
    print(f'1..{len(CASES) + 1}')
    failed = bool(untested)
    for number, (name, rule, good, bad) in enumerate(CASES, 1):
        complaints = find_problems(rule, good)
        right = not complaints and find_problems(rule, bad)
        failed = failed or not right
        print(f"{'ok' if right else 'not ok'} {number} - {rule.__module__} finds {name}")
        for complaint in complaints:
            print(f'# in the good example: {complaint}')
    print(f"{'not ok' if untested else 'ok'} {len(CASES) + 1} - every rule has a bad example {' '.join(untested)}")
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
