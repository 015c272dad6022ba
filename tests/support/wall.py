# SPDX-License-Identifier: GPL-3.0-or-later
"""What a scripted person does at the wall: quick keys, each answered before the next, and what the room sees."""
import subprocess
import time
from pathlib import Path

from person import PATIENCE, NotFound, wait_for
from sight import box_of, children

GLANCE = 0.001  # seconds; a program that is slow is not asked so often
LONGEST_GLANCE = 0.02


def read_ppm(path):
    """Width, height and the bytes of the pixels of a picture."""
    data = Path(path).read_bytes()
    kind, width, height, most = data.split(None, 4)[:4]
    assert (kind, most) == (b'P6', b'255'), data[:20]
    return int(width), int(height), data[-3 * int(width) * int(height):]


def wait_for_front(title):
    """Waits until the window with this in its title has the keyboard: a key before would be lost."""
    def probe():
        command = ['xdotool', 'getactivewindow', 'getwindowname']  # fails while there is none
        return title in subprocess.run(command, capture_output=True, text=True, check=False).stdout
    wait_for(f'“{title}” in front', probe)


class Keys:
    """One xdotool for all keys: to start one for each takes longer than to show a slide. Use as a context manager."""

    def __init__(self):
        self.process = subprocess.Popen(['xdotool', '-'], stdin=subprocess.PIPE, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(10)

    def press(self, key):
        self.process.stdin.write(f'key --delay 0 {key}\n')
        self.process.stdin.flush()


class Wall:
    """The wall of a program that has just been told to show one. size: of the screen, which it must fill."""

    def __init__(self, person, keys, size):
        self.person = person
        self.keys = keys
        self.frame = person.frame(person.say('Wall'))
        self.view = wait_for('the slide', lambda: find_image(self.frame))
        wait_for(f'a wall of {size}', lambda: (box_of(self.view).width, box_of(self.view).height) == size)
        wait_for_front(person.say('Wall'))

    def says(self):
        """What a screen reader says now: the slide, and which part of it ("2/3"; "" when it has one)."""
        return self.view.get_name(), self.view.get_description()

    def see(self, text, part=None):
        """Waits until the slide is there: this part, or any part when part is None. Returns the part."""
        deadline, pause = time.monotonic() + PATIENCE, GLANCE
        while True:
            now = self.says()
            if now[0] == text and part in (None, now[1]) and now == self.says():
                return now[1]
            if time.monotonic() > deadline:
                raise NotFound(f'not within {PATIENCE} seconds: {text!r} {part}; the wall says {now}')
            time.sleep(pause)
            pause = min(1.5 * pause, LONGEST_GLANCE)

    def turn(self, key, text, part=None):
        """Presses a key and waits for the slide; returns its part."""
        self.keys.press(key)
        return self.see(text, part)

    def picture(self, path):
        """A picture of the screen as it is now, with nothing waited for: width, height, bytes."""
        subprocess.run(['import', '-silent', '-window', 'root', '-depth', '8', f'ppm:{path}'], check=True)
        return read_ppm(path)

    def picture_until(self, what, path, probe):
        """Pictures until the probe is content with one; it gets width, height and bytes."""
        wait_for(f'{what} on a picture', lambda: probe(*self.picture(path)))


def find_image(thing):
    if thing.get_role_name() == 'image' and thing.get_name():
        return thing
    for child in children(thing):
        found = find_image(child)
        if found is not None:
            return found
    return None
