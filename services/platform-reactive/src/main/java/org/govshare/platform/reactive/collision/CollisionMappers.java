package org.govshare.platform.reactive.collision;

import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.ProblemResponses;
import org.hibernate.StaleStateException;
import org.hibernate.exception.LockAcquisitionException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Of two transactions that change the same, the one that had to give way is told so (409). */
@Singleton
class CollisionMappers {

  private final ProblemResponses responses;

  CollisionMappers(ProblemResponses responses) {
    this.responses = responses;
  }

  @ServerExceptionMapper
  Response overtaken(OptimisticLockException failure, HttpHeaders headers) {
    return givenWay(headers);
  }

  @ServerExceptionMapper
  Response stale(StaleStateException failure, HttpHeaders headers) {
    return givenWay(headers);
  }

  @ServerExceptionMapper
  Response deadlocked(LockAcquisitionException failure, HttpHeaders headers) {
    return givenWay(headers);
  }

  private Response givenWay(HttpHeaders headers) {
    return responses.of(new Conflict("changed-meanwhile"), headers);
  }
}
