package org.govshare.catalog.request;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.govshare.platform.correlation.Correlation;

/** One step of a request's way: who took it, when and why. Never changed. */
@Entity
@Table(name = "access_request_transition")
class RequestTransition {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID requestId;

  @Enumerated(EnumType.STRING)
  private RequestAction action;

  @Enumerated(EnumType.STRING)
  private RequestState fromState;

  @Enumerated(EnumType.STRING)
  private RequestState toState;

  private String actor;
  private String department;
  private String remark;
  private Instant at;
  private String correlation;

  protected RequestTransition() {}

  RequestTransition(
      AccessRequest request,
      RequestAction action,
      RequestState fromState,
      Actor actor,
      String remark,
      Instant at) {
    this.requestId = request.id();
    this.action = action;
    this.fromState = fromState;
    this.toState = request.state();
    this.actor = actor.name();
    this.department = actor.department();
    this.remark = remark;
    this.at = at;
    this.correlation = Correlation.current();
  }

  RequestTransitionView view() {
    return new RequestTransitionView(action, fromState, toState, actor, department, remark, at);
  }
}
