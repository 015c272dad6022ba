/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/network.h"

#include <string.h>

struct _SotayNetwork
{
  GObject parent_instance;

  char *name;
  SotayNetworkKind kind;
  GInetAddress *address;
};

G_DEFINE_FINAL_TYPE (SotayNetwork, sotay_network, G_TYPE_OBJECT)

/* Software that looks like a network card. Most have no device behind them; these are known by name where it cannot be
 * told. */
static const char *const virtual_names[] = { "br-", "bridge", "docker", "ifb", "lxc", "lxdbr", "podman", "tailscale",
                                             "tap", "tun", "vboxnet", "veth", "virbr", "vmnet", "wg", "zt" };

static void
sotay_network_finalize (GObject *object)
{
  SotayNetwork *self = SOTAY_NETWORK (object);

  g_free (self->name);
  g_object_unref (self->address);
  G_OBJECT_CLASS (sotay_network_parent_class)->finalize (object);
}

static void
sotay_network_class_init (SotayNetworkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_network_finalize;
}

static void
sotay_network_init (SotayNetwork *self)
{
}

static gboolean
has_virtual_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (virtual_names); i++)
    if (g_str_has_prefix (name, virtual_names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_usable (const SotayNetworkRecord *record, const char *loopback)
{
  if (!record->up || g_inet_address_get_is_link_local (record->address)
      || g_inet_address_get_is_any (record->address) || g_inet_address_get_is_multicast (record->address))
    return FALSE;
  if (g_inet_address_get_is_loopback (record->address))
    return g_strcmp0 (record->name, loopback) == 0;
  return record->physical && !record->point_to_point && !has_virtual_name (record->name);
}

static SotayNetworkKind
find_kind (const SotayNetworkRecord *record)
{
  if (record->wireless)
    return SOTAY_NETWORK_WIFI;
  return g_str_has_prefix (record->name, "e") ? SOTAY_NETWORK_CABLE : SOTAY_NETWORK_OTHER;
}

static SotayNetwork *
make_network (const SotayNetworkRecord *record)
{
  SotayNetwork *network = g_object_new (SOTAY_TYPE_NETWORK, NULL);

  network->name = g_strdup (record->name);
  network->kind = find_kind (record);
  network->address = g_object_ref (record->address);
  return network;
}

static SotayNetwork *
find_network (GPtrArray *networks, const char *name)
{
  for (guint i = 0; i < networks->len; i++)
    if (g_str_equal (sotay_network_get_name (networks->pdata[i]), name))
      return networks->pdata[i];
  return NULL;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  SotayNetwork *first = *(SotayNetwork **) a;
  SotayNetwork *second = *(SotayNetwork **) b;

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  return strcmp (first->name, second->name);
}

GPtrArray *
sotay_network_choose (GPtrArray *records, const char *loopback)
{
  static const GSocketFamily families[] = { G_SOCKET_FAMILY_IPV4, G_SOCKET_FAMILY_IPV6 };
  GPtrArray *networks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (guint j = 0; j < records->len; j++)
      {
        const SotayNetworkRecord *record = records->pdata[j];

        if (g_inet_address_get_family (record->address) == families[i] && is_usable (record, loopback)
            && find_network (networks, record->name) == NULL)
          g_ptr_array_add (networks, make_network (record));
      }
  g_ptr_array_sort (networks, compare_cb);
  return networks;
}

const char *
sotay_network_get_name (SotayNetwork *network)
{
  return network->name;
}

SotayNetworkKind
sotay_network_get_kind (SotayNetwork *network)
{
  return network->kind;
}

GInetAddress *
sotay_network_get_address (SotayNetwork *network)
{
  return network->address;
}
