/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The networks of this PC on which other devices in the room can reach it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  SOTAY_NETWORK_WIFI,
  SOTAY_NETWORK_CABLE,
  SOTAY_NETWORK_OTHER,
} SotayNetworkKind;

#define SOTAY_TYPE_NETWORK (sotay_network_get_type ())
/**
 * SotayNetwork:
 *
 * A network interface and this PC's address there. Immutable.
 */
G_DECLARE_FINAL_TYPE (SotayNetwork, sotay_network, SOTAY, NETWORK, GObject)

const char *sotay_network_get_name (SotayNetwork *network);       /* as the system calls the interface: "wlan0" */
SotayNetworkKind sotay_network_get_kind (SotayNetwork *network);
GInetAddress *sotay_network_get_address (SotayNetwork *network);  /* (transfer none) */

/**
 * SotayNetworkRecord:
 * @name: the interface
 * @address: one of its addresses
 * @up: it is switched on and has a line or a partner
 * @point_to_point: it leads to one other machine, as a VPN does
 * @physical: there is a device behind it, not only software
 * @wireless: that device is a radio
 *
 * What the system says of one address of one interface.
 */
typedef struct
{
  char *name;
  GInetAddress *address;
  gboolean up;
  gboolean point_to_point;
  gboolean physical;
  gboolean wireless;
} SotayNetworkRecord;

/**
 * sotay_network_read_records:
 *
 * Returns: (transfer full) (element-type SotayNetworkRecord): what the system says now, in its order
 */
GPtrArray *sotay_network_read_records (void);

/**
 * sotay_network_choose:
 * @records: (element-type SotayNetworkRecord): what the system says
 * @loopback: the name of a loopback interface that is wanted all the same, or %NULL
 *
 * Leaves out what phones cannot reach: loopback, interfaces without a line, link-local addresses, virtual and
 * point-to-point interfaces. Of each interface one address stays, IPv4 before IPv6. Wi-Fi comes first, because phones
 * are there.
 *
 * Returns: (transfer full) (element-type SotayNetwork): the networks
 */
GPtrArray *sotay_network_choose (GPtrArray *records, const char *loopback);

G_END_DECLS
