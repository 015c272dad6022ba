/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/network.h"

#include "support/test-support.h"

#define UP 1
#define POINT_TO_POINT 2
#define PHYSICAL 4
#define WIRELESS 8

typedef struct
{
  const char *name;
  const char *address;
  int flags;
} Row;

static void
free_record (gpointer data)
{
  SotayNetworkRecord *record = data;

  g_object_unref (record->address);
  g_free (record->name);
  g_free (record);
}

static GPtrArray *
make_records (const Row *rows, gsize n_rows)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (free_record);

  for (gsize i = 0; i < n_rows; i++)
    {
      SotayNetworkRecord *record = g_new0 (SotayNetworkRecord, 1);

      record->name = g_strdup (rows[i].name);
      record->address = g_inet_address_new_from_string (rows[i].address);
      g_assert_nonnull (record->address);
      record->up = (rows[i].flags & UP) != 0;
      record->point_to_point = (rows[i].flags & POINT_TO_POINT) != 0;
      record->physical = (rows[i].flags & PHYSICAL) != 0;
      record->wireless = (rows[i].flags & WIRELESS) != 0;
      g_ptr_array_add (records, record);
    }
  return records;
}

/* "wlan0 192.168.1.5, …" */
static char *
choose (const Row *rows, gsize n_rows, const char *loopback)
{
  g_autoptr (GPtrArray) records = make_records (rows, n_rows);
  g_autoptr (GPtrArray) networks = sotay_network_choose (records, loopback);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < networks->len; i++)
    {
      SotayNetwork *network = networks->pdata[i];
      g_autofree char *address = g_inet_address_to_string (sotay_network_get_address (network));

      g_string_append_printf (text, "%s%s %s %d", i > 0 ? ", " : "", sotay_network_get_name (network), address,
                              sotay_network_get_kind (network));
    }
  return g_string_free (text, FALSE);
}

static void
test_office (void)
{
  const Row rows[] = {
    { "lo", "127.0.0.1", UP },
    { "lo", "::1", UP },
    { "enp3s0", "10.0.0.7", UP | PHYSICAL },
    { "enp3s0", "fe80::1", UP | PHYSICAL },
    { "wlp2s0", "2001:db8::5", UP | PHYSICAL | WIRELESS },
    { "wlp2s0", "192.168.1.5", UP | PHYSICAL | WIRELESS },
    { "usb0", "192.168.42.129", UP | PHYSICAL },
  };
  g_autofree char *found = choose (rows, G_N_ELEMENTS (rows), NULL);

  g_assert_cmpstr (found, ==, "wlp2s0 192.168.1.5 0, enp3s0 10.0.0.7 1, usb0 192.168.42.129 2");
}

static void
test_hidden (void)
{
  const Row rows[] = {
    { "lo", "127.0.0.1", UP },
    { "enp3s0", "10.0.0.7", PHYSICAL },
    { "enp4s0", "169.254.7.7", UP | PHYSICAL },
    { "enp5s0", "fe80::7", UP | PHYSICAL },
    { "enp6s0", "0.0.0.0", UP | PHYSICAL },
    { "docker0", "172.17.0.1", UP },
    { "br0", "10.9.0.1", UP },
    { "veth1a2b", "10.9.0.2", UP },
    { "vmnet8", "172.16.8.1", UP | PHYSICAL },
    { "tun0", "10.8.0.2", UP | POINT_TO_POINT },
    { "ppp0", "100.64.0.9", UP | POINT_TO_POINT | PHYSICAL },
    { "wg0", "10.7.0.2", UP | PHYSICAL },
  };
  g_autofree char *found = choose (rows, G_N_ELEMENTS (rows), NULL);
  g_autofree char *nothing = choose (rows, 0, NULL);

  g_assert_cmpstr (found, ==, "");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_ipv6_only (void)
{
  const Row rows[] = {
    { "wlan0", "fe80::1", UP | PHYSICAL | WIRELESS },
    { "wlan0", "fd00::5", UP | PHYSICAL | WIRELESS },
    { "wlan0", "fd00::6", UP | PHYSICAL | WIRELESS },
  };
  g_autofree char *found = choose (rows, G_N_ELEMENTS (rows), NULL);

  g_assert_cmpstr (found, ==, "wlan0 fd00::5 0");
}

/* Loopback is for tests and single machines: only whoever names it gets it. */
static void
test_loopback (void)
{
  const Row rows[] = { { "lo", "127.0.0.1", UP }, { "lo", "::1", UP }, { "lo1", "127.0.0.2", UP } };
  g_autofree char *wanted = choose (rows, G_N_ELEMENTS (rows), "lo");
  g_autofree char *other = choose (rows, G_N_ELEMENTS (rows), "enp3s0");

  g_assert_cmpstr (wanted, ==, "lo 127.0.0.1 2");
  g_assert_cmpstr (other, ==, "");
}

/* Every machine that runs this has a loopback. */
static void
test_system (void)
{
  g_autoptr (GPtrArray) records = sotay_network_read_records ();
  g_autoptr (GPtrArray) networks = sotay_network_choose (records, "lo");
  gboolean found = FALSE;

  for (guint i = 0; i < networks->len; i++)
    found |= g_inet_address_get_is_loopback (sotay_network_get_address (networks->pdata[i]));
  g_assert_true (found);
}

static void
add_tests (void)
{
  g_test_add_func ("/core/network/office", test_office);
  g_test_add_func ("/core/network/hidden", test_hidden);
  g_test_add_func ("/core/network/ipv6-only", test_ipv6_only);
  g_test_add_func ("/core/network/loopback", test_loopback);
  g_test_add_func ("/core/network/system", test_system);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
