package org.govshare.catalog.campaign;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;

/**
 * A batch of departments that work at the same time.
 *
 * @param number from 1
 * @param name at most 100 characters
 * @param planUntil last day of 方案制定
 * @param surveyUntil last day of 资源调查
 * @param generateUntil last day of 目录生成
 * @param reviewUntil last day of 目录审核
 */
@RegisterForReflection
public record BatchInput(
    Integer number,
    String name,
    LocalDate planUntil,
    LocalDate surveyUntil,
    LocalDate generateUntil,
    LocalDate reviewUntil) {

  /** The last day of a step. */
  LocalDate until(CampaignStep step) {
    return switch (step) {
      case PLAN -> planUntil;
      case SURVEY -> surveyUntil;
      case GENERATE -> generateUntil;
      case REVIEW -> reviewUntil;
    };
  }
}
