#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds every content file against its schema, and the files against each other; TAP, one subtest for each rule."""
import json
import os
import re
import sys
from pathlib import Path

import jsonschema

CONTENT = Path(os.environ['SOTAY_SOURCE_ROOT'], 'resources', 'content')
LANGUAGES = ('vi', 'en')
LINK = re.compile(r'\[[^\[\]]+\]\(([^() \n]+)\)')


def files(language):
    return sorted(path.relative_to(CONTENT / language) for path in (CONTENT / language).rglob('*.json'))


def read(path):
    return json.loads((CONTENT / path).read_text(encoding='utf-8'))


def schema_name(path):
    if path.parent.name in ('utilities', 'articles'):
        return {'utilities': 'utility', 'articles': 'article'}[path.parent.name]
    return path.stem


def values(node, place=''):
    """Every value below a node, with its place."""
    yield place, node
    if isinstance(node, dict):
        for key, value in node.items():
            yield from values(value, f'{place}.{key}')
    if isinstance(node, list):
        for index, value in enumerate(node):
            yield from values(value, f'{place}[{index}]')


def schemas():
    for path in sorted(CONTENT.rglob('*.json')):
        if path.parent.name == 'schema':
            continue
        schema = read(f'schema/{schema_name(path)}.schema.json')
        for error in jsonschema.Draft7Validator(schema).iter_errors(json.loads(path.read_text(encoding='utf-8'))):
            yield f'{path.relative_to(CONTENT)}: {error.json_path}: {error.message}'


def schemas_are_schemas():
    for path in sorted((CONTENT / 'schema').glob('*.json')):
        try:
            jsonschema.Draft7Validator.check_schema(json.loads(path.read_text(encoding='utf-8')))
        except jsonschema.SchemaError as error:
            yield f'{path.name}: {error.message}'


def references():
    sources = read('sources.json')
    for language in LANGUAGES:
        manifest = read(f'{language}/catalogue.json')
        pages = {*manifest['utilities'], *manifest['articles'], 'letter'}
        for path in files(language):
            for place, value in values(read(Path(language, path))):
                if place.endswith('.source'):
                    yield from (f'{language}/{path}: {place}: no source {id}' for id in value.split(' ')
                                if id not in sources)
                elif isinstance(value, str):
                    yield from (f'{language}/{path}: {place}: no page {id}' for id in LINK.findall(value)
                                if id not in pages)
                    if '](' in LINK.sub('', value):
                        yield f'{language}/{path}: {place}: a link that cannot be read'
                elif place.endswith('.see_also'):
                    yield from (f'{language}/{path}: {place}: no page {id}' for id in value if id not in pages)


def manifests():
    for language in LANGUAGES:
        manifest = read(f'{language}/catalogue.json')
        wanted = {Path('catalogue.json'), Path('letter.json')}
        wanted.update(Path('utilities', f'{id}.json') for id in manifest['utilities'])
        wanted.update(Path('articles', f'{id}.json') for id in manifest['articles'])
        for path in wanted ^ set(files(language)):
            yield f'{language}/{path}: stands in only one of the folder and catalogue.json'


def shape(node, key=''):
    """What must be alike in both languages: keys, lengths of lists, and all that is not prose."""
    if isinstance(node, dict):
        return {name: shape(value, name) for name, value in node.items() if name != 'keywords'}
    if isinstance(node, list):
        return [shape(value, key) for value in node]
    if isinstance(node, str) and key not in ('id', 'kind', 'source', 'date', 'status', 'original_title', 'quoted',
                                             'utility', 'as_of', 'number', 'edition', 'see_also', 'utilities',
                                             'articles', 'seen_at'):
        return str
    return node


def languages_alike():
    for path in sorted(set(files('vi')) | set(files('en'))):
        if not all((CONTENT / language / path).exists() for language in LANGUAGES):
            yield f'{path}: in one language only'
            continue
        vi, en = (read(Path(language, path)) for language in LANGUAGES)
        for content in (vi, en):
            content.pop('language', None)
        if shape(vi) == shape(en):
            continue
        ours, theirs = dict(values(shape(vi))), dict(values(shape(en)))
        leaves = [place for place in ours.keys() | theirs.keys()
                  if not isinstance(ours.get(place), (dict, list)) and ours.get(place) != theirs.get(place)]
        yield f'{path}: differs at {", ".join(sorted(leaves)[:5])}'


def resource():
    text = (CONTENT.parent / 'content.gresource.xml').read_text(encoding='utf-8')
    listed = re.findall(r'<file[^>]*>content/([^<]+)</file>', text)
    there = {str(path.relative_to(CONTENT)) for path in CONTENT.rglob('*.json') if path.parent.name != 'schema'}
    for name in sorted(set(listed) ^ there):
        yield f'{name}: stands in only one of the folder and content.gresource.xml'
    if len(listed) != len(set(listed)):
        yield 'content.gresource.xml: a file is listed twice'


def enough():
    """What the program promises of each utility."""
    for language in LANGUAGES:
        for path in files(language):
            content = read(Path(language, path))
            for key, least in (('steps', 3), ('problems', 3), ('questions', 3), ('notes', 2), ('legal', 1),
                               ('changes', 1), ('purpose', 1)):
                if path.parent.name == 'utilities' and len(content[key]) < least:
                    yield f'{language}/{path}: {key}: fewer than {least}'
            if path.parent.name == 'utilities':
                dates = [change['date'] for change in content['changes']]
                if dates != sorted(dates):
                    yield f'{language}/{path}: changes: not oldest first'
                yield from (f'{language}/{path}: changes: {date} is before the letter' for date in dates
                            if date < '2024-03-06'[:len(date)])


def right_choice_hidden():
    """Nobody passes the quick check by always naming the same letter, or the longest choice."""
    for language in LANGUAGES:
        questions = [question for path in files(language) if path.parent.name == 'utilities'
                     for question in read(Path(language, path))['questions']]
        for place in (1, 2, 3):
            if sum(question['right'] == place for question in questions) * 4 < len(questions):
                yield f'{language}: place {place} is right in fewer than one of four questions'
        longest = sum(len(question['choices'][question['right'] - 1]) > max(
            len(choice) for number, choice in enumerate(question['choices'], 1) if number != question['right'])
            for question in questions)
        if longest * 2 > len(questions):
            yield f'{language}: the right choice is the longest in {longest} of {len(questions)} questions'
        for path in files(language):
            if path.parent.name == 'utilities':
                places = [question['right'] for question in read(Path(language, path))['questions']]
                if len(set(places)) == 1 or places == sorted(set(places)):
                    yield f'{language}/{path}: questions: the right places {places} follow a pattern'


def questions_differ():
    for language in LANGUAGES:
        seen = {}
        for path in files(language):
            if path.parent.name != 'utilities':
                continue
            for index, question in enumerate(read(Path(language, path))['questions']):
                place = f'{language}/{path}: questions[{index}]'
                if seen.setdefault(question['question'].casefold(), place) != place:
                    yield f'{place}: asked before, {seen[question["question"].casefold()]}'
                if len({choice.strip().casefold() for choice in question['choices']}) < 3:
                    yield f'{place}: two choices are the same'
                if '](' in json.dumps(question):
                    yield f'{place}: holds a link'


RULES = {
    'the schemas are schemas': schemas_are_schemas,
    'every file keeps its schema': schemas,
    'every source and every link is there': references,
    'the folders hold what catalogue.json lists': manifests,
    'both languages say the same things': languages_alike,
    'the resource holds all files': resource,
    'every utility has enough of each part': enough,
    'no question is asked twice and no choice offered twice': questions_differ,
    'the right choice cannot be guessed': right_choice_hidden,
}


def main():
    good = True
    print(f'1..{len(RULES)}')
    for number, (sentence, rule) in enumerate(RULES.items(), 1):
        problems = list(rule())
        good = good and not problems
        print(f"{'not ok' if problems else 'ok'} {number} - {sentence}")
        for problem in problems:
            print(f'# {problem}')
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
