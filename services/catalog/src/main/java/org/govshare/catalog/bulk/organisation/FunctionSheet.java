package org.govshare.catalog.bulk.organisation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.organisation.EntryService;
import org.govshare.catalog.organisation.function.BusinessFunctionInput;
import org.govshare.catalog.organisation.function.BusinessFunctionService;
import org.govshare.catalog.organisation.function.FunctionSource;
import org.govshare.catalog.organisation.office.OfficeService;

/** 业务职责. */
@Singleton
class FunctionSheet extends EntrySheet<BusinessFunctionInput> {

  private static final SheetWords SOURCES =
      SheetWords.of(
          "三定方案", FunctionSource.STAFFING_PLAN,
          "权力清单", FunctionSource.POWER_LIST,
          "其他", FunctionSource.OTHER);

  private final BusinessFunctionService functions;
  private final OfficeService offices;

  FunctionSheet(BusinessFunctionService functions, OfficeService offices) {
    super(
        "functions",
        "业务职责",
        List.of(
            SheetColumn.required("name", "职责名称", "企业登记注册"),
            SheetColumn.words("source", "来源", true, SOURCES),
            SheetColumn.required("basis", "依据", "三定方案第三条"),
            SheetColumn.of("officeId", "承担处室", "企业注册处"),
            SheetColumn.of("description", "职责描述", "负责各类企业的登记注册")));
    this.functions = functions;
    this.offices = offices;
  }

  @Override
  EntryService<?, BusinessFunctionInput, ?> entries() {
    return functions;
  }

  @Override
  Uni<Map<String, UUID>> references(String department) {
    return offices.idsByName(department);
  }

  @Override
  BusinessFunctionInput input(String department, LineReader line, Map<String, UUID> offices) {
    return new BusinessFunctionInput(
        department,
        line.text("name"),
        line.word("source", FunctionSource.class),
        line.text("basis"),
        null,
        line.text("description"),
        line.named("officeId", offices),
        false);
  }
}
