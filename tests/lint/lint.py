#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""lint.py CHECK: applies the rules of one module of this folder to the sources; TAP, one subtest for each rule.

A module has RULES: sentences mapped to functions, each of which takes a Project and yields what is wrong.
"""
import importlib
import os
import sys

from project import Project


def apply(rules, project):
    """Returns whether all is well."""
    good = True
    print(f'1..{len(rules)}')
    for number, (sentence, rule) in enumerate(rules.items(), 1):
        problems = list(rule(project))
        good = good and not problems
        print(f"{'not ok' if problems else 'ok'} {number} - {sentence}")
        for problem in problems:
            print(f'# {problem}')
    return good


if __name__ == '__main__':
    check = importlib.import_module(sys.argv[1])
    checkout = Project(os.environ['SOTAY_SOURCE_ROOT'], os.environ.get('SOTAY_BUILD_ROOT'))
    sys.exit(0 if apply(check.RULES, checkout) else 1)
