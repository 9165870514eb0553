package org.govshare.catalog.attachment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.govshare.platform.problem.InputChecks;

/**
 * A file to be uploaded.
 *
 * @param ownerKind kind of what it belongs to
 * @param ownerId what it belongs to
 * @param name at most 200 characters, without folders, with the ending of its type
 * @param contentType one of the types that are taken
 */
@RegisterForReflection
record NewAttachment(String ownerKind, UUID ownerId, String name, String contentType) {

  FileKind check() {
    InputChecks checks =
        new InputChecks()
            .required("ownerKind", ownerKind)
            .required("ownerId", ownerId)
            .text("name", name, 200)
            .required("contentType", contentType);
    checks.done();
    FileKind kind = FileKind.of(contentType).orElse(null);
    boolean plain =
        name.codePoints()
            .noneMatch(
                c ->
                    c == '/'
                        || c == '\\'
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT);
    checks
        .that(kind != null, "contentType", "type-not-taken", contentType)
        .that(plain, "name", "not-a-file-name")
        .that(kind == null || kind.fits(name), "name", "ending-contradicts-type", contentType)
        .done();
    return kind;
  }
}
