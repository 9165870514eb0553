package org.govshare.catalog.lifecycle;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.resource.FieldRemark;
import org.govshare.catalog.resource.ResourceState;

/** One step of a resource's way: who took it, when and why. Never changed. */
@Entity
@Table(name = "resource_transition")
class ResourceTransition {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID resourceId;

  @Enumerated(EnumType.STRING)
  private TransitionAction action;

  @Enumerated(EnumType.STRING)
  private ResourceState fromState;

  @Enumerated(EnumType.STRING)
  private ResourceState toState;

  private String actor;
  private String department;
  private String remark;
  private Instant at;
  private String correlation;

  protected ResourceTransition() {}

  Long id() {
    return id;
  }

  TransitionView view(List<FieldRemark> remarks) {
    return new TransitionView(action, fromState, toState, actor, department, remark, at, remarks);
  }
}
