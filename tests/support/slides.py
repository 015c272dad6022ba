# SPDX-License-Identifier: GPL-3.0-or-later
"""The slides of a lesson as they must be, made from the content's own files: what the program does is compared with it.

A slide is (id, kind, text): the text is what a screen reader says, a line for each text on the wall.
"""
import json
import os
import re
from pathlib import Path

LINK = re.compile(r'\[([^][]+)\]\([^() \n]+\)')


def plain(text):
    return LINK.sub(r'\1', text)


class Lesson:
    """words: the translations (gettext) of the language that is taught in."""

    def __init__(self, language, words, unit_name, address, pages, utilities=range(1, 17)):
        self.words = words
        self.unit_name = unit_name
        self.address = address
        self.pages = pages  # of the manual, from 1, for each utility
        folder = Path(os.environ['SOTAY_SOURCE_ROOT'], 'resources/content', language, 'utilities')
        self.utilities = [json.loads((folder / f'U{number}.json').read_text(encoding='utf-8')) for number in utilities]

    def say(self, english, *values):
        text = self.words.gettext(english)
        for value in values:
            text = re.sub('%[su]', lambda _, value=value: str(value), text, count=1)
        return text

    def count(self, one, many, number, *values):
        text = self.words.ngettext(one, many, number)
        for value in (*values, number):
            text = text.replace('%u', str(value), 1)
        return text

    def slides(self):
        number = len(self.utilities)
        title = [self.count('%u utility of VNeID', '%u utilities of VNeID', number), self.unit_name,
                 self.say('A training aid, not an official program')]
        yield self.slide('title', title)
        yield self.slide('list', [self.say('What we learn today'), *self.level(1), *self.level(2)])
        for utility in self.utilities:
            yield from self.stop(utility)
        yield self.slide('qr', [self.say('The manual on your phone'), self.say('Point the phone\'s camera at the code'),
                                self.address])

    @staticmethod
    def slide(name, lines):
        kind = re.sub(r'^U\d+/|-\d+$', '', name)
        return name, kind, '\n'.join(lines)

    def level(self, level):
        those = [utility for utility in self.utilities if utility['level'] == level]
        if those:
            yield self.count('Level %u: %u utility', 'Level %u: %u utilities', len(those), level)
        for utility in those:
            yield f"{utility['order']}. {utility['title']}"

    def stop(self, utility):
        yield self.section(utility, 'utility', 'What it is for', utility['purpose'])
        yield self.section(utility, 'audience', 'Who may use it', utility['eligibility'])
        for number, step in enumerate(utility['steps'], 1):
            seen = [self.say('Seen at: %s', plain(step['seen_at']))] if step['seen_at'] else []
            yield self.part(utility, f'step-{number}', self.say('Step %u of %u', number, len(utility['steps'])),
                            utility['title'], [plain(step['text']), *seen, *self.doubt(step)])
        yield self.section(utility, 'result', 'What you see at the end', utility['result'])
        yield self.part(utility, 'page', self.say('Page %u of the manual', self.pages[utility['id']]),
                        utility['title'], [])
        for number, problem in enumerate(utility['problems'], 1):
            yield from self.problem(utility, number, problem)
        for number, question in enumerate(utility['questions'], 1):
            yield from self.check(utility, number, question)

    def problem(self, utility, number, problem):
        section = self.say('Common problem %u of %u', number, len(utility['problems']))
        asked = plain(problem['question'])
        repair = self.say('Who repairs it: %s', plain(problem['repaired_by']))
        yield self.part(utility, f'question-{number}', section, asked, [])
        yield self.part(utility, f'answer-{number}', section, asked,
                        [plain(problem['answer']), repair, *self.doubt(problem)])

    def check(self, utility, number, question):
        section = self.say('Quick check %u of %u', number, len(utility['questions']))
        asked = plain(question['question'])
        choices = [f'{letter}. {choice}' for letter, choice in zip('ABC', question['choices'])]
        yield self.part(utility, f'check-{number}', section, asked, choices)
        yield self.part(utility, f'solution-{number}', section, asked,
                        [*choices, question['reason'], *self.doubt(question)])

    def section(self, utility, name, heading, blocks):
        lines = [line for block in blocks for line in (plain(block['text']), *self.doubt(block))]
        return self.part(utility, name, self.say(heading), utility['title'], lines)

    def part(self, utility, name, section, title, lines):
        kicker = f"{self.say('%s · Level %u', utility['id'], utility['level'])} · {section}"
        return self.slide(f"{utility['id']}/{name}", [kicker, title, *lines])

    def doubt(self, block):
        return [self.say('To be verified')] if block.get('to_verify') else []
