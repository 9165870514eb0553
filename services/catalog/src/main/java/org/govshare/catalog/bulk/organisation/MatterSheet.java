package org.govshare.catalog.bulk.organisation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.organisation.EntryService;
import org.govshare.catalog.organisation.function.BusinessFunctionService;
import org.govshare.catalog.organisation.matter.BusinessMatterInput;
import org.govshare.catalog.organisation.matter.BusinessMatterService;
import org.govshare.catalog.organisation.matter.MatterKind;

/** 业务事项. */
@Singleton
class MatterSheet extends EntrySheet<BusinessMatterInput> {

  private static final SheetWords KINDS =
      SheetWords.of(
          "行政许可", MatterKind.LICENCE,
          "行政处罚", MatterKind.PENALTY,
          "行政强制", MatterKind.COERCION,
          "行政征收", MatterKind.LEVY,
          "行政给付", MatterKind.PAYMENT,
          "行政检查", MatterKind.INSPECTION,
          "行政确认", MatterKind.CONFIRMATION,
          "行政奖励", MatterKind.REWARD,
          "行政裁决", MatterKind.ADJUDICATION,
          "其他行政权力", MatterKind.OTHER_POWER,
          "公共服务", MatterKind.PUBLIC_SERVICE);

  private final BusinessMatterService matters;
  private final BusinessFunctionService functions;

  MatterSheet(BusinessMatterService matters, BusinessFunctionService functions) {
    super(
        "matters",
        "业务事项",
        List.of(
            SheetColumn.required("code", "事项编码", "GS-0001"),
            SheetColumn.required("name", "事项名称", "企业设立登记"),
            SheetColumn.words("kind", "事项类型", true, KINDS),
            SheetColumn.of("functionId", "所属业务职责", "企业登记注册"),
            SheetColumn.of("description", "事项描述", "内资企业的设立登记")));
    this.matters = matters;
    this.functions = functions;
  }

  @Override
  EntryService<?, BusinessMatterInput, ?> entries() {
    return matters;
  }

  @Override
  Uni<Map<String, UUID>> references(String department) {
    return functions.idsByName(department);
  }

  @Override
  BusinessMatterInput input(String department, LineReader line, Map<String, UUID> functions) {
    return new BusinessMatterInput(
        department,
        line.text("code"),
        line.text("name"),
        line.word("kind", MatterKind.class),
        line.text("description"),
        line.named("functionId", functions),
        false);
  }
}
