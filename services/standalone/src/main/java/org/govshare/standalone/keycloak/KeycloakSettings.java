package org.govshare.standalone.keycloak;

import java.net.URI;
import java.nio.file.Path;

/**
 * How Keycloak is run.
 *
 * @param home the unpacked distribution
 * @param realm realm to import at first start
 * @param overlay what is laid over that realm
 * @param port port on the loopback interface
 * @param jdbcUrl address of its PostgreSQL database
 * @param databaseUser user of that database
 * @param databasePassword password of that user
 * @param adminPassword password of {@code admin} in the realm {@code master}
 * @param portalUrl address of the portal, to which logins return
 * @param portalSecret secret of the client {@code govshare-portal}
 * @param tenantCertificate Base64 of the certificate of the client {@code sw-tax-system}
 * @param log file that its messages are appended to
 * @param pidFile file that remembers its process
 */
public record KeycloakSettings(
    Path home,
    Path realm,
    Path overlay,
    int port,
    String jdbcUrl,
    String databaseUser,
    String databasePassword,
    String adminPassword,
    URI portalUrl,
    String portalSecret,
    String tenantCertificate,
    Path log,
    Path pidFile) {}
