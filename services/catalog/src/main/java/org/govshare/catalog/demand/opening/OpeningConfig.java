package org.govshare.catalog.demand.opening;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the plan proposes. */
@ConfigMapping(prefix = "govshare.opening")
interface OpeningConfig {

  /**
   * Regular expression, as PostgreSQL reads it, that finds the names of items which are likely to
   * hold personal data. A resource with such an item is not proposed for opening.
   */
  @WithDefault("姓名|身份证|公民身份|出生|手机|电话|住址|家庭|民族|婚姻|配偶|银行卡|账号|病|护照|指纹|人脸")
  String personalItems();
}
