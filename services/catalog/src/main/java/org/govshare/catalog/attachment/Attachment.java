package org.govshare.catalog.attachment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file that belongs to something; its bytes lie beside it in pieces. */
@Entity
@Table(name = "attachment")
class Attachment {

  @Id private UUID id;
  private String ownerKind;
  private UUID ownerId;
  private String name;
  private String contentType;
  private long size;
  private String digest;
  private String uploadedBy;
  private Instant uploadedAt;

  protected Attachment() {}

  Attachment(NewAttachment file, FileKind kind, String uploader, Instant now) {
    this.id = UUID.randomUUID();
    this.ownerKind = file.ownerKind();
    this.ownerId = file.ownerId();
    this.name = file.name().strip();
    this.contentType = kind.contentType();
    this.uploadedBy = uploader;
    this.uploadedAt = now;
  }

  String ownerKind() {
    return ownerKind;
  }

  UUID ownerId() {
    return ownerId;
  }

  boolean uploaded() {
    return digest != null;
  }

  AttachmentView view() {
    return new AttachmentView(
        id, ownerKind, ownerId, name, contentType, size, digest, uploadedBy, uploadedAt);
  }
}
