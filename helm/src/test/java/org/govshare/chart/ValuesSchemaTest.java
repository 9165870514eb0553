package org.govshare.chart;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong value is refused before anything is installed, and the message says where it is. */
class ValuesSchemaTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "unknown key at the top | {gateway: {enabled: true}} | additional properties 'gateway'",
        "unknown shared key | {global: {database: {hots: a}}} | /global/database",
        "unknown key of a service | {catalog: {replica: 2}} | additional properties 'replica'",
        "unknown key of an image | {portal: {image: {version: '1'}}} | /image",
        "password of a database | {catalog: {database: {password: secret}}} | /database",
        "password beside the Secret's name | {exchange: {broker: {credentials: {password: x}}}}"
            + " | /broker/credentials",
        "secret of the portal's client | {portal: {client: {secret: x}}} | /client",
        "password as a setting | {catalog: {settings: {QUARKUS_DATASOURCE_PASSWORD: x}}}"
            + " | /settings/QUARKUS_DATASOURCE_PASSWORD",
        "secret as a setting | {portal: {settings: {QUARKUS_OIDC_CREDENTIALS_SECRET: x}}}"
            + " | /settings",
        "session key as a setting | {portal: {settings: {GOVSHARE_PORTAL_SESSION_KEY: x}}}"
            + " | /settings/GOVSHARE_PORTAL_SESSION_KEY",
        "missing Secret of the sessions | {portal: {session: {secretName: ''}}}"
            + " | /session/secretName",
        "setting of something else | {catalog: {settings: {LD_PRELOAD: x}}} | /settings",
        "setting that is no text | {catalog: {settings: {QUARKUS_LOG_LEVEL: 1}}}"
            + " | /settings/QUARKUS_LOG_LEVEL",
        "missing Secret of a database | {catalog: {database: {credentials: {secretName: ''}}}}"
            + " | /database/credentials/secretName",
        "removed Secret of a database | {catalog: {database: {credentials: {secretName: null}}}}"
            + " | /database/credentials",
        "missing Secret of the broker | {monitoring: {broker: {credentials: {secretName: ''}}}}"
            + " | /broker/credentials/secretName",
        "missing Secret of the certificate | {portal: {ingress: {tlsSecretName: ''}}}"
            + " | /ingress/tlsSecretName",
        "name that no Secret can have | {portal: {client: {secretName: 'My Secret'}}}"
            + " | /client/secretName",
        "e-mail without a server | {catalog: {portalUrl: 'https://p.example', email: {enabled: true,"
            + " from: a@b.example, peers: [{ipBlock: {cidr: 192.0.2.1/32}}]}}} | /email/host",
        "e-mail without a sender | {catalog: {portalUrl: 'https://p.example', email: {enabled: true,"
            + " host: m.example, peers: [{ipBlock: {cidr: 192.0.2.1/32}}]}}} | /email/from",
        "e-mail without a peer | {catalog: {portalUrl: 'https://p.example', email: {enabled: true,"
            + " host: m.example, from: a@b.example}}} | /email/peers",
        "e-mail without the portal's address | {catalog: {email: {enabled: true, host: m.example,"
            + " from: a@b.example, peers: [{ipBlock: {cidr: 192.0.2.1/32}}]}}} | /portalUrl",
        "password of the mail server | {catalog: {email: {credentials: {password: x}}}}"
            + " | /email/credentials",
        "mail server as a setting | {catalog: {settings: {SMTP_HOST: m.example}}} | /settings",
        "unknown use of TLS | {catalog: {email: {startTls: MAYBE}}} | /email/startTls",
        "address of the portal without scheme | {catalog: {portalUrl: p.example}} | /portalUrl",
        "public catalogue without scheme | {catalog: {dcat: {baseUrl: open.example}}}"
            + " | /dcat/baseUrl",
        "replicas as text | {catalog: {replicas: two}} | /replicas",
        "no replica | {catalog: {replicas: 0}} | /replicas",
        "enabled as text | {portal: {enabled: 'yes'}} | /portal/enabled",
        "port as text | {global: {database: {port: '5432'}}} | /global/database/port",
        "port out of range | {global: {broker: {port: 70000}}} | /global/broker/port",
        "host with a scheme | {global: {broker: {host: 'amqp://b'}}} | /global/broker/host",
        "realm without its path | {global: {identity: {issuerUrl: 'https://login.example'}}}"
            + " | /global/identity/issuerUrl",
        "verified TLS without authorities | {global: {database: {sslMode: verify-full}}}"
            + " | /global/trust/configMap",
        "encrypted to anybody | {global: {database: {sslMode: require}}}"
            + " | /global/database/sslMode",
        "unknown TLS mode | {global: {database: {sslMode: prefer}}} | /global/database/sslMode",
        "no peer for the database | {global: {network: {database: {peers: []}}}}"
            + " | /global/network/database/peers",
        "the whole internet as a peer"
            + " | {global: {network: {identity: {peers: [{ipBlock: {cidr: 0.0.0.0/0}}]}}}}"
            + " | /global/network/identity/peers/0",
        "a peer that selects everything"
            + " | {global: {network: {database: {peers: [{namespaceSelector: {}}]}}}}"
            + " | /global/network/database/peers/0",
        "a pod of the own namespace as the ingress controller"
            + " | {global: {network: {ingressController: {peers: [{podSelector:"
            + " {matchLabels: {a: b}}}]}}}} | /global/network/ingressController/peers/0",
        "metrics without Prometheus | {global: {metrics: {serviceMonitor: {enabled: true}}}}"
            + " | /global/network/metrics/peers",
        "digest of another kind | {portal: {image: {digest: 'md5:12'}}} | /image/digest",
        "a tag that moves | {portal: {image: {tag: latest}}} | /image/tag",
        "quantity with a space | {portal: {resources: {limits: {memory: 1 Gi}}}}"
            + " | /resources/limits/memory",
        "no memory limit | {portal: {resources: {limits: {memory: null}}}} | /resources/limits",
        "agent without its configuration | {node: {enabled: true}}"
            + " | /configuration/secretName",
        "agent without databases | {node: {enabled: true}} | /network/databases",
        "two of the same agent | {node: {enabled: true, replicas: 2}}"
            + " | additional properties 'replicas'",
      })
  void isRefused(String what, String values, String named) {
    assertThatThrownBy(() -> Chart.render("trial", values))
        .as(what)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{catalog: {settings: {QUARKUS_HTTP_PORT: '9999'}}} | catalog.settings.QUARKUS_HTTP_PORT",
        "{portal: {settings: {GOVSHARE_PORTAL_CATALOG_URL: x}}} |"
            + " portal.settings.GOVSHARE_PORTAL_CATALOG_URL",
      })
  void settingCannotContradictTheChart(String values, String named) {
    assertThatThrownBy(() -> Chart.render("trial", values)).hasMessageContaining(named);
  }
}
