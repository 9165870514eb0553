package org.govshare.catalog.export.dcat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** How the catalogue presents itself in DCAT-AP. */
@ConfigMapping(prefix = "govshare.dcat")
public interface DcatConfig {

  /**
   * Address of the public catalogue as the world reaches it. Every identifier begins with it, so it
   * is chosen once and kept.
   */
  @WithDefault("http://localhost:8081/api/catalog/v1/public/dcat")
  URI baseUrl();

  /** Address of the portal, where people read about a resource and get at its data. */
  @WithDefault("http://localhost:8080")
  URI portalUrl();

  /** Address below which the gateway serves the interfaces. */
  @WithDefault("http://localhost:8084/api/data/v1")
  URI interfaceUrl();

  /** Title of the catalogue. */
  @WithDefault("政务信息资源开放目录")
  String title();

  /** What the catalogue holds. */
  @WithDefault("省级政务部门主动开放的政务信息资源")
  String description();

  /** Authority that publishes the catalogue. */
  Publisher publisher();

  /**
   * Licence under which open data are given, from the European licence table or any other address.
   * Without one, the catalogue says that the terms of use are the provider's to state.
   */
  Optional<URI> licence();

  /** The region whose data they are. */
  Region region();

  /** Authority that publishes the catalogue. */
  interface Publisher {

    /** Its department code. */
    @WithDefault("xxzx")
    String code();

    /** Its name. */
    @WithDefault("省信息资源管理中心")
    String name();
  }

  /** A region, as GB/T 2260 codes it. */
  interface Region {

    /** Its code. */
    @WithDefault("130000")
    String code();

    /** Its name. */
    @WithDefault("河北省")
    String name();

    /** Westernmost longitude. */
    @WithDefault("113.45")
    double west();

    /** Southernmost latitude. */
    @WithDefault("36.05")
    double south();

    /** Easternmost longitude. */
    @WithDefault("119.85")
    double east();

    /** Northernmost latitude. */
    @WithDefault("42.62")
    double north();
  }
}
