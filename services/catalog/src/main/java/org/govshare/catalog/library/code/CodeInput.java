package org.govshare.catalog.library.code;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A code and what it means.
 *
 * @param code at most 100 characters, once within its version
 * @param name at most 200 characters
 * @param parent the code above it in the same version, may be absent
 * @param remark at most 500 characters, may be absent
 */
@RegisterForReflection
public record CodeInput(String code, String name, String parent, String remark) {}
