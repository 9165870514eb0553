package org.govshare.catalog.region;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;

/** 行政区划: a region of the administrative division. */
@Entity
@Table(name = "region")
class Region {

  @Id private String code;
  private String parent;
  private String name;

  @Enumerated(EnumType.STRING)
  private RegionLevel level;

  @Enumerated(EnumType.STRING)
  private RegionStandard standard;

  private String note;
  private boolean abolished;
  @Version private long revision;

  protected Region() {}

  Region(RegionCode code) {
    this.code = code.digits();
    this.parent = code.parent().orElse(null);
    this.level = code.level();
  }

  void write(RegionInput input) {
    name = input.name().strip();
    standard = input.standard();
    note = input.note();
    abolished = Boolean.TRUE.equals(input.abolished());
  }

  /** Whether writing the input would change anything. */
  boolean differs(RegionInput input) {
    Region written = new Region(new RegionCode(code));
    written.write(input);
    return !(written.name.equals(name)
        && written.standard == standard
        && Objects.equals(written.note, note)
        && written.abolished == abolished);
  }

  String code() {
    return code;
  }

  String name() {
    return name;
  }

  boolean abolished() {
    return abolished;
  }

  long revision() {
    return revision;
  }

  RegionView view() {
    return new RegionView(code, parent, name, level, standard, note, abolished, revision);
  }
}
