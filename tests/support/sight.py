# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person can see of a GTK 4 program, read from the accessibility bus.

GTK 4.8 calls a widget on a hidden page, or scrolled away, visible. So a thing counts as seen only when the window,
asked for what lies at the thing's middle, answers with the thing or a part of it.
"""
import re

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402  (the version must be named first)

CLICKS = ('click', 'activate', 'toggle')
CLASS_NAME = re.compile(r'(Gtk|Adw|Sotay)[A-Z]\w+$')
DESKTOP = 'desktop frame'
POPOVERS = ('GtkPopover', 'GtkPopoverMenu', 'GtkPopoverContent', 'GtkEmojiChooser')


def children(thing):
    return [child for child in map(thing.get_child_at_index, range(thing.get_child_count())) if child is not None]


def is_visible(thing):
    return thing.get_state_set().contains(Atspi.StateType.VISIBLE)


def has_state(thing, state):
    return thing.get_state_set().contains(state)


def frame_of(thing):
    while True:
        parent = thing.get_parent()
        if parent is None or parent.get_role_name() == 'application':
            return thing
        thing = parent


def box_of(thing):
    """Its place in its window, or None where it has none."""
    component = thing.get_component_iface()
    return component.get_extents(Atspi.CoordType.WINDOW) if component is not None else None


def text_of(thing):
    if 'Text' not in thing.get_interfaces():
        return ''
    return Atspi.Text.get_text(thing, 0, Atspi.Text.get_character_count(thing))


def name_of(thing):
    """Its name. GTK 4.8 names a button that underlines a letter by its source and its label: “_Lưu Lưu”, “Lưu Lưu”."""
    name = thing.get_name() or ''
    plain = name.replace('_', '')
    half = len(plain) // 2
    if plain[half:half + 1] == ' ' and plain[:half] == plain[half + 1:]:
        return plain[:half]
    return name


def words_of(thing):
    """Its name and its text. What has no name is called by its class on the bus: no words for a person."""
    return [words for words in (name_of(thing), text_of(thing)) if words and not CLASS_NAME.match(words)]


def click_action(thing):
    """The number of the action that does what a click does, or None. Labels offer actions, but not that one."""
    action = thing.get_action_iface()
    for index in range(action.get_n_actions() if action is not None else 0):
        if action.get_action_name(index) in CLICKS:
            return index
    return None


def matches(wanted, words):
    if wanted is None:
        return True
    return wanted.search(words or '') is not None if hasattr(wanted, 'search') else wanted == words


def spoken(wanted):
    return getattr(wanted, 'pattern', wanted)


class Box:
    """A part of a window."""

    def __init__(self, left, top, right, bottom):
        self.left, self.top, self.right, self.bottom = left, top, right, bottom

    def clip(self, rect):
        """What of a rectangle lies in this box; None when nothing does."""
        box = Box(max(self.left, rect.x), max(self.top, rect.y),
                  min(self.right, rect.x + rect.width), min(self.bottom, rect.y + rect.height))
        return box if box.left < box.right and box.top < box.bottom else None

    def middle(self):
        return (self.left + self.right) // 2, (self.top + self.bottom) // 2

    def places_inside(self):
        x, y = self.middle()
        return [(x, y), ((self.left + x) // 2, (self.top + y) // 2)]

    def places_beside(self):
        x, y = self.middle()
        return [(x, self.top - 3), (x, self.bottom + 3), (self.left - 3, y), (self.right + 3, y)]

    def holds(self, x, y):
        return self.left <= x < self.right and self.top <= y < self.bottom


class Search:
    """One walk through a window for what fits: wanted is asked about each thing."""

    def __init__(self, frame, wanted, limit=None):
        self.frame = frame
        self.wanted = wanted
        self.limit = limit
        self.found = []

    def walk(self, thing, view=None):
        """view is the part of the window through which the thing can be seen; it narrows from parent to child."""
        try:
            rect = box_of(thing)
            if view is None or thing.get_name() in POPOVERS:  # a popover is a surface of its own above the window
                view = EVERYWHERE
            view = view.clip(rect) if rect is not None else view
            if view is None or not is_visible(thing):
                return
            if self.wanted(thing) and (rect is None or view_holds(self.frame, view, thing)):
                self.found.append(thing)
            below = children(thing)
        except GLib.Error:  # gone meanwhile
            return
        for child in below:
            if len(self.found) == self.limit:
                return
            self.walk(child, view)


EVERYWHERE = Box(-100000, -100000, 100000, 100000)


def in_popover(thing):
    while thing is not None:
        if thing.get_name() in POPOVERS:
            return True
        thing = thing.get_parent()
    return False


def belongs(part, thing):
    while part is not None and part != thing:
        part = part.get_parent()
    return part is not None


def at(frame, place):
    component = frame.get_component_iface()  # none once the window is gone
    return component.get_accessible_at_point(*place, Atspi.CoordType.WINDOW) if component is not None else None


def view_holds(frame, view, thing):
    """Whether the window, asked for what lies in the view, answers with the thing or a part of it.

    The inner parts of fields and icons are not on the bus, and nothing is answered there. Then the box around the thing
    is asked for, beside the thing.
    """
    if in_popover(thing):
        return True
    for place in view.places_inside():
        there = at(frame, place)
        if there is not None:
            return belongs(there, thing)
    around = thing.get_parent()
    while around is not None and around != frame:
        outer = view_of(around)
        for place in view.places_beside():
            there = at(frame, place) if outer is not None and outer.holds(*place) else None
            if there is not None:
                return belongs(there, around)
        around = around.get_parent()
    return False


def view_of(thing):
    """The part of the window where a thing can be seen; the whole thing where it is not clipped."""
    view, above = EVERYWHERE, thing
    # The desktop says 1024×768 whatever the display.
    while (view is not None and above is not None and above.get_name() not in POPOVERS
           and above.get_role_name() != DESKTOP):
        rect = box_of(above)
        view = view.clip(rect) if rect is not None else view
        above = above.get_parent()
    return view


def describe(thing, depth=0):
    """Prints the tree, for whoever writes a script."""
    box = box_of(thing)
    if not is_visible(thing) or (box is not None and box.width == 0):
        return
    place = f'{box.width}×{box.height}+{box.x}+{box.y}' if box is not None else ''
    print('  ' * depth + thing.get_role_name(), repr(thing.get_name()), place, click_action(thing) is not None,
          *[words for words in words_of(thing)[1:] if words != thing.get_name()])
    for child in children(thing):
        describe(child, depth + 1)
