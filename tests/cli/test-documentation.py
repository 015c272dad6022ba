#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""--help, the manual page and the completion name the same verbs and options."""
import re
import subprocess

from command import BUILD, SOURCE, CommandCase, main

COMMON = {'--json', '--help'}


def help_verbs(text):
    return re.findall(r'^  ([a-z]+(?: [a-z-]+)?)  ', text, re.MULTILINE)


def manual():
    """Verb → options, from the sections below VERBS."""
    text = (BUILD / 'data' / 'sotay.1').read_text(encoding='utf-8').replace('\\-', '-')
    body = text.partition('.SH VERBS\n')[2].partition('.SH ')[0]
    verbs = {}
    for section in body.split('.SS ')[1:]:
        heading, _, rest = section.partition('\n')
        verb = ' '.join(word for word in heading.split() if not word.rstrip('.').isupper())
        verbs[verb] = set(re.findall(r'^\.TP\n\.BR? (--[a-z-]+)', rest, re.MULTILINE))
    return verbs


class Documentation(CommandCase):
    def verbs(self):
        return help_verbs(self.text('--help'))

    def options(self, verb):
        text = self.text(*verb.split(), '--help')
        return set(re.findall(r'(?<![\w-])(--[a-z-]+)', text))

    def complete(self, *words):
        script = f'''source {SOURCE}/data/completions/sotay
            COMP_WORDS=(sotay "$@"); COMP_CWORD=$#; _sotay; printf '%s\\n' "${{COMPREPLY[@]}}"'''
        done = subprocess.run(['bash', '-c', script, 'bash', *words], capture_output=True, check=True,
                              cwd=self.folder, text=True)
        return set(done.stdout.split('\n')) - {''}

    def test_verbs(self):
        self.assertGreater(len(self.verbs()), 20)
        self.assertEqual(sorted(manual()), sorted(self.verbs()))

    def test_options(self):
        for verb, options in manual().items():
            self.assertEqual(options | COMMON, self.options(verb), verb)

    def test_completion(self):
        first = {verb.split()[0] for verb in self.verbs()}
        self.assertEqual(self.complete(''), first | COMMON | {'--version'})
        for word in first:
            second = {verb.split()[1] for verb in self.verbs() if verb.startswith(word + ' ')}
            if second:
                self.assertEqual(self.complete(word, ''), second | {'--help'}, word)
        for verb in self.verbs():
            self.assertEqual(self.complete(*verb.split(), '--'), self.options(verb), verb)

    def test_completion_of_values(self):
        self.assertEqual(self.complete('catalogue', 'list', '--level', ''), {'1', '2'})
        self.assertEqual(self.complete('catalogue', 'show', 'U1'), {'U1', *(f'U1{number}' for number in range(7))})
        self.assertEqual(self.complete('qr', '--format', 's'), {'svg'})
        self.assertEqual(self.complete('staff', 'list', '--level', 'u'), {'unknown'})
        self.assertEqual(self.complete('staff', 'add', '--level', ''), {'1', '2', 'none'})
        self.assertEqual(self.complete('attend', 'x', '--status', ''), {'present', 'late', 'excused', 'absent', 'none'})
        self.assertEqual(self.complete('practice', 'set', '--level', 'f'), {'fluent'})
        (self.folder / 'a b.csv').touch()
        self.assertEqual(self.complete('staff', 'import', 'a'), {'a b.csv'})

    def test_help_says_all(self):
        """Every option and verb has a sentence of its own."""
        for verb in self.verbs():
            for line in self.text(*verb.split(), '--help').splitlines():
                if re.match(r'\s+(-h, )?--', line):
                    self.assertRegex(line, r'--\S+(\s\S+)?\s{2,}\S')

    def test_manual_pages(self):
        for name in ('sotay.1', 'sotay-vneid.1'):
            done = subprocess.run(['man', '--warnings', '-E', 'UTF-8', '-l', '-Tutf8', BUILD / 'data' / name],
                                  capture_output=True, check=True, env=self.environment())
            self.assertEqual(done.stderr, b'', name)


if __name__ == '__main__':
    main()
