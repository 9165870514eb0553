package org.govshare.catalog.identifier.scheme;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a scheme would mean.
 *
 * @param segments segments in order
 * @param examples identifiers as they would look, made of codes there are
 * @param fitting how many identifiers already allotted fit it
 * @param notFitting how many do not; they stay valid for their resources all the same
 * @param misfits those that do not, by their first sixteen digits, at most a hundred
 */
@RegisterForReflection
public record SchemePreview(
    List<Segment> segments,
    List<String> examples,
    long fitting,
    long notFitting,
    List<Misfit> misfits) {

  /**
   * Allotted identifiers with the same first sixteen digits.
   *
   * @param prefix those digits
   * @param count how many identifiers begin with them
   * @param example one of them
   * @param reason why they do not fit, in the caller's language
   */
  @RegisterForReflection
  public record Misfit(String prefix, long count, String example, String reason) {}
}
