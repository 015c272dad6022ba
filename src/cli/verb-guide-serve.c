/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verbs.h"
#include "core/network.h"
#include "guide/guide-error.h"
#include "guide/handout.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define MOST_MINUTES (24 * 60)

static SotayNetwork *
find_network (GPtrArray *networks, const char *name, GError **error)
{
  if (networks->len == 0 && name == NULL)
    {
      g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_HANDOUT_NETWORK, "no usable network");
      return NULL;
    }
  if (name == NULL)
    return networks->pdata[0];
  for (guint i = 0; i < networks->len; i++)
    if (g_str_equal (sotay_network_get_name (networks->pdata[i]), name))
      return networks->pdata[i];
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("“%s” is not a network of this PC that phones can reach"),
               name);
  return NULL;
}

static void
print_json (const char *address, GPtrArray *networks)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (json);
  sotay_json_add_text (json, "address", address);
  json_builder_set_member_name (json, "interfaces");
  json_builder_begin_array (json);
  for (guint i = 0; i < networks->len; i++)
    {
      GInetAddress *inet_address = sotay_network_get_address (networks->pdata[i]);
      g_autofree char *own = g_inet_address_to_string (inet_address);

      json_builder_begin_object (json);
      sotay_json_add_text (json, "name", sotay_network_get_name (networks->pdata[i]));
      sotay_json_add_text (json, "address", own);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  /* One line: whoever started this reads it while it runs. */
  text = json_to_string (root, FALSE);
  g_print ("%s\n", text);
}

static void
print_address (SotayCli *cli, const char *address, GPtrArray *networks, guint minutes)
{
  if (sotay_cli_wants_json (cli))
    print_json (address, networks);
  else
    {
      g_print ("%s\n", address);
      g_print (ngettext ("For %u minute, or until Ctrl+C. Only devices on the same network get the manual.\n",
                         "For %u minutes, or until Ctrl+C. Only devices on the same network get the manual.\n",
                         minutes), minutes);
    }
  fflush (stdout);
}

static int
run (SotayCli *cli, SotayManualCopy *copy, SotayNetwork *network, GPtrArray *networks, guint minutes)
{
  g_autoptr (SotayHandout) handout = sotay_handout_new ();
  GCancellable *interrupted = sotay_cli_get_cancellable (cli);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint phones;

  sotay_handout_start_async (handout, copy, sotay_network_get_address (network), minutes, sotay_cli_store_result,
                             &result);
  sotay_cli_wait (&result);
  if (!sotay_handout_start_finish (handout, result, &error))
    return sotay_cli_fail (cli, error);
  print_address (cli, sotay_handout_get_address (handout), networks, minutes);
  while (sotay_handout_is_serving (handout) && !g_cancellable_is_cancelled (interrupted))
    g_main_context_iteration (NULL, TRUE);
  sotay_handout_stop (handout);
  phones = sotay_handout_get_phones (handout);
  if (!sotay_cli_wants_json (cli))
    g_print (ngettext ("%u device has the whole manual.\n", "%u devices have the whole manual.\n", phones), phones);
  return SOTAY_EXIT_DONE;
}

static int
serve (SotayCli *cli)
{
  int minutes = SOTAY_HANDOUT_DEFAULT_MINUTES;
  g_autofree char *interface = NULL;
  const GOptionEntry options[] = {
    { "for", 0, 0, G_OPTION_ARG_INT, &minutes, N_("How long; 60 minutes otherwise"), N_("MINUTES") },
    { "interface", 0, 0, G_OPTION_ARG_STRING, &interface, N_("The network; the first usable one otherwise"),
      N_("NAME") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) networks = NULL;
  g_autoptr (GError) error = NULL;
  SotayManualCopy *copy = NULL;
  SotayNetwork *network = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (minutes < 1 || minutes > MOST_MINUTES)
    return sotay_cli_misuse (cli, _("--for takes 1 to 1440 minutes"));
  copy = sotay_guide_library_read_current (sotay_services_get_guide (sotay_cli_get_services (cli)));
  if (copy == NULL)
    g_set_error_literal (&error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_NO_COPY, "no copy");
  else
    {
      records = sotay_network_read_records ();
      networks = sotay_network_choose (records, interface);
      network = find_network (networks, interface, &error);
    }
  return network != NULL ? run (cli, copy, network, networks, (guint) minutes) : sotay_cli_fail (cli, error);
}

const SotayVerb sotay_guide_serve_verbs[] = {
  { "guide serve", "", N_("Give the manual to the devices on this PC's network, without internet"), 0, 0, serve },
  { NULL },
};
