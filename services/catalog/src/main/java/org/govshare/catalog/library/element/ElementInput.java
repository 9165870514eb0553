package org.govshare.catalog.library.element;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.library.LibraryInput;
import org.govshare.catalog.library.Validity;
import org.govshare.platform.problem.InputChecks;

/**
 * A standard data element as its publisher writes it.
 *
 * @param identifier 内部标识符, at most 100 characters
 * @param name 中文名称, at most 100 characters
 * @param synonyms other names, at most 20
 * @param definition 定义, at most 2,000 characters
 * @param dataType 数据类型
 * @param length 数据长度 in characters or digits; needed for 字符型
 * @param representation 表示格式, for example {@code an18}, at most 100 characters, may be absent
 * @param codeTableId 值域: the code table of its values, may be absent
 * @param standardId the standard it comes from, may be absent
 * @param effectiveOn first day
 * @param repealedOn first day out of force, absent while no end is known
 */
@RegisterForReflection
record ElementInput(
    String identifier,
    String name,
    List<String> synonyms,
    String definition,
    ElementType dataType,
    Integer length,
    String representation,
    UUID codeTableId,
    UUID standardId,
    LocalDate effectiveOn,
    LocalDate repealedOn)
    implements LibraryInput {

  private static final int SYNONYM_LIMIT = 20;

  ElementInput {
    synonyms = synonyms == null ? List.of() : synonyms;
  }

  @Override
  public void check() {
    InputChecks checks =
        new InputChecks()
            .text("identifier", identifier, 100)
            .text("name", name, 100)
            .text("definition", definition, 2_000)
            .required("dataType", dataType)
            .that(dataType != ElementType.C || length != null, "length", "length-needed")
            .that(
                length == null || (length >= 1 && length <= 10_485_760),
                "length",
                "out-of-range",
                1,
                10_485_760)
            .optionalText("representation", representation, 100)
            .that(synonyms.size() <= SYNONYM_LIMIT, "synonyms", "too-many", SYNONYM_LIMIT);
    for (int i = 0; i < Math.min(synonyms.size(), SYNONYM_LIMIT); i++) {
      checks.text("synonyms[" + i + "]", synonyms.get(i), 100);
    }
    Validity.check(checks, effectiveOn, repealedOn);
    checks.done();
  }
}
