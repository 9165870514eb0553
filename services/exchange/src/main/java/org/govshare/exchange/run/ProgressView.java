package org.govshare.exchange.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How fast something that is under way goes, and what is still to come. What nobody knows is
 * absent, and so is what an estimate says that has been proven too small.
 *
 * @param expectedRows rows that the sources expect to bring in all, estimated by their databases;
 *     full copies only
 * @param percent how much of them is applied, 0 to 100
 * @param remainingRows how many are still to come
 * @param remainingSeconds how long that takes at the present rate
 * @param rowsPerSecond rows applied in a second, over the last half minute
 * @param bytesPerSecond their bytes before compression, likewise
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RunProgress")
public record ProgressView(
    Long expectedRows,
    Integer percent,
    Long remainingRows,
    Long remainingSeconds,
    Double rowsPerSecond,
    Double bytesPerSecond) {

  private static final long LONGEST = Duration.ofDays(365).toSeconds();

  /**
   * Of one channel.
   *
   * @param rows what is applied
   * @param expected what is expected in all, or null
   * @param rate how fast it goes, or null
   */
  static ProgressView of(long rows, Long expected, RunPace.Rate rate) {
    boolean known = expected != null && rows <= expected;
    Long left = known ? expected - rows : null;
    return new ProgressView(
        expected,
        known ? percent(rows, expected) : null,
        left,
        left == null ? null : seconds(left, rate),
        rate == null ? null : rate.rows(),
        rate == null ? null : rate.bytes());
  }

  private static Integer percent(long rows, long expected) {
    return expected == 0 ? null : (int) Math.min(100, Math.floor(100.0 * rows / expected));
  }

  private static Long seconds(long left, RunPace.Rate rate) {
    if (left == 0) {
      return 0L;
    }
    if (rate == null || rate.rows() <= 0) {
      return null;
    }
    double seconds = Math.ceil(left / rate.rows());
    return seconds > LONGEST ? null : (long) seconds;
  }

  /**
   * Of a run: its channels go side by side, so it takes as long as the slowest.
   *
   * @param done rows of the channels that have ended
   * @param rows rows of the others
   * @param parts those others; none if the run goes no further
   */
  static ProgressView together(long done, long rows, List<ProgressView> parts) {
    boolean expected = parts.stream().allMatch(it -> it.expectedRows() != null);
    boolean known = parts.stream().allMatch(it -> it.remainingRows() != null);
    Long all = expected ? done + parts.stream().mapToLong(ProgressView::expectedRows).sum() : null;
    boolean timed = parts.stream().allMatch(it -> it.remainingSeconds() != null);
    return new ProgressView(
        all,
        known && all != null ? percent(done + rows, all) : null,
        known ? parts.stream().mapToLong(ProgressView::remainingRows).sum() : null,
        timed ? parts.stream().mapToLong(ProgressView::remainingSeconds).max().orElse(0) : null,
        sum(parts.stream().map(ProgressView::rowsPerSecond).toList()),
        sum(parts.stream().map(ProgressView::bytesPerSecond).toList()));
  }

  private static Double sum(List<Double> rates) {
    List<Double> known = rates.stream().filter(Objects::nonNull).toList();
    return known.isEmpty() ? null : known.stream().mapToDouble(Double::doubleValue).sum();
  }
}
