/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/network.h"

#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

static void
free_record (gpointer data)
{
  SotayNetworkRecord *record = data;

  g_free (record->name);
  g_object_unref (record->address);
  g_free (record);
}

static GInetAddress *
read_address (const struct sockaddr *address)
{
  if (address != NULL && address->sa_family == AF_INET)
    return g_inet_address_new_from_bytes ((const guint8 *) &((const struct sockaddr_in *) address)->sin_addr,
                                          G_SOCKET_FAMILY_IPV4);
  if (address != NULL && address->sa_family == AF_INET6)
    return g_inet_address_new_from_bytes ((const guint8 *) &((const struct sockaddr_in6 *) address)->sin6_addr,
                                          G_SOCKET_FAMILY_IPV6);
  return NULL;
}

static gboolean
has_entry (const char *interface, const char *entry)
{
  g_autofree char *path = g_build_filename ("/sys/class/net", interface, entry, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static SotayNetworkRecord *
read_record (const struct ifaddrs *entry)
{
  GInetAddress *address = read_address (entry->ifa_addr);
  SotayNetworkRecord *record = NULL;

  if (address == NULL)
    return NULL;
  record = g_new0 (SotayNetworkRecord, 1);
  record->name = g_strdup (entry->ifa_name);
  record->address = address;
  record->up = (entry->ifa_flags & IFF_UP) != 0 && (entry->ifa_flags & IFF_RUNNING) != 0;
  record->point_to_point = (entry->ifa_flags & IFF_POINTOPOINT) != 0;
  record->physical = has_entry (entry->ifa_name, "device");
  record->wireless = has_entry (entry->ifa_name, "wireless") || has_entry (entry->ifa_name, "phy80211");
  return record;
}

GPtrArray *
sotay_network_read_records (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (free_record);
  struct ifaddrs *entries = NULL;

  if (getifaddrs (&entries) != 0)
    return records;
  for (const struct ifaddrs *entry = entries; entry != NULL; entry = entry->ifa_next)
    {
      SotayNetworkRecord *record = read_record (entry);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  freeifaddrs (entries);
  return records;
}
