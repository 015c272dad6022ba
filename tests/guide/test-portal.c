/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the system knows of the network explains a failure, and is asked only then. */
#include "guide/fault.h"
#include "guide/guide-error.h"

#include "support/test-support.h"

/* A monitor of the network that says what a test wants. */
typedef struct
{
  GObject parent_instance;
} FakeMonitor;

typedef struct
{
  GObjectClass parent_class;
} FakeMonitorClass;

enum
{
  PROP_AVAILABLE = 1,
  PROP_METERED,
  PROP_CONNECTIVITY,
};

static gboolean fake_available;
static GNetworkConnectivity fake_connectivity;

static gboolean
fake_init (GInitable *initable, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static void
fake_initable_init (GInitableIface *iface)
{
  iface->init = fake_init;
}

static void
fake_monitor_iface_init (GNetworkMonitorInterface *iface)
{
}

GType fake_monitor_get_type (void);

G_DEFINE_TYPE_WITH_CODE (FakeMonitor, fake_monitor, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, fake_initable_init)
                         G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR, fake_monitor_iface_init))

static void
fake_monitor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_AVAILABLE)
    g_value_set_boolean (value, fake_available);
  else if (id == PROP_CONNECTIVITY)
    g_value_set_enum (value, fake_connectivity);
}

static void
fake_monitor_class_init (FakeMonitorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fake_monitor_get_property;
  g_object_class_override_property (object_class, PROP_AVAILABLE, "network-available");
  g_object_class_override_property (object_class, PROP_METERED, "network-metered");
  g_object_class_override_property (object_class, PROP_CONNECTIVITY, "connectivity");
}

static void
fake_monitor_init (FakeMonitor *monitor)
{
}

static void
test_explain (void)
{
  const struct
  {
    gboolean available;
    GNetworkConnectivity connectivity;
    SotayGuideError code;
    SotayGuideError expected;
  } cases[] = {
    { TRUE, G_NETWORK_CONNECTIVITY_PORTAL, SOTAY_GUIDE_ERROR_TLS, SOTAY_GUIDE_ERROR_PORTAL },
    { TRUE, G_NETWORK_CONNECTIVITY_PORTAL, SOTAY_GUIDE_ERROR_TIMEOUT, SOTAY_GUIDE_ERROR_PORTAL },
    { TRUE, G_NETWORK_CONNECTIVITY_PORTAL, SOTAY_GUIDE_ERROR_WEB_PAGE, SOTAY_GUIDE_ERROR_PORTAL },
    { TRUE, G_NETWORK_CONNECTIVITY_PORTAL, SOTAY_GUIDE_ERROR_GONE, SOTAY_GUIDE_ERROR_GONE },
    { TRUE, G_NETWORK_CONNECTIVITY_FULL, SOTAY_GUIDE_ERROR_TLS, SOTAY_GUIDE_ERROR_TLS },
    { TRUE, G_NETWORK_CONNECTIVITY_FULL, SOTAY_GUIDE_ERROR_NAME, SOTAY_GUIDE_ERROR_NAME },
    { FALSE, G_NETWORK_CONNECTIVITY_LOCAL, SOTAY_GUIDE_ERROR_NAME, SOTAY_GUIDE_ERROR_NETWORK },
    { FALSE, G_NETWORK_CONNECTIVITY_LOCAL, SOTAY_GUIDE_ERROR_REFUSED, SOTAY_GUIDE_ERROR_REFUSED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (SOTAY_GUIDE_ERROR, (int) cases[i].code, "x");

      fake_available = cases[i].available;
      fake_connectivity = cases[i].connectivity;
      error = sotay_fault_explain (g_steal_pointer (&error));
      g_assert_error (error, SOTAY_GUIDE_ERROR, (int) cases[i].expected);
    }
}

static void
add_tests (void)
{
  g_io_extension_point_register (G_NETWORK_MONITOR_EXTENSION_POINT_NAME);
  g_io_extension_point_implement (G_NETWORK_MONITOR_EXTENSION_POINT_NAME, fake_monitor_get_type (), "fake", 1000);
  g_test_add_func ("/guide/portal/explain", test_explain);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
