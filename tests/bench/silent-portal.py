#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Owns the names of the desktop's portal on the session bus and never answers a call. Prints a line when it is there."""
from gi.repository import Gio, GLib

NAMES = ['org.freedesktop.portal.Desktop', 'org.freedesktop.portal.Documents']


def swallow(_connection, message, incoming):
    if incoming and message.get_message_type() == Gio.DBusMessageType.METHOD_CALL:
        return None  # taken, and never answered
    return message


def main():
    # A connection of its own: the filter must not swallow what the bus says to the helpers of GLib.
    bus = Gio.DBusConnection.new_for_address_sync(
        Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION),
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
    for name in NAMES:
        bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'RequestName',
                      GLib.Variant('(su)', (name, 0)), None, Gio.DBusCallFlags.NONE, -1)
    bus.add_filter(swallow)
    print('ready', flush=True)
    GLib.MainLoop().run()


if __name__ == '__main__':
    main()
