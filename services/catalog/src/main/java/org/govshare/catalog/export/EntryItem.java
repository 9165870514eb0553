package org.govshare.catalog.export;

import java.util.Optional;
import org.govshare.catalog.resource.DataType;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.SharingMethod;
import org.govshare.catalog.resource.SharingType;
import org.govshare.catalog.resource.UpdateFrequency;

/** A data item of an entry, with the rules that hold for it. */
public record EntryItem(
    String name,
    Optional<String> fieldName,
    DataType dataType,
    Optional<Integer> length,
    SharingType sharingType,
    Optional<String> sharingCondition,
    Optional<String> legalBasis,
    SharingMethod sharingMethod,
    OpenType openType,
    Optional<String> openCondition,
    UpdateFrequency updateFrequency,
    Optional<String> description) {}
