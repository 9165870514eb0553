package org.govshare.catalog.category;

import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.govshare.catalog.history.Changes;
import org.govshare.catalog.reference.Conditions;
import org.govshare.catalog.reference.Uses;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Shows the classification and keeps it. */
@Singleton
class CategoryService {

  static final String KIND = "category";

  private final CategoryRepository categories;
  private final Changes changes;
  private final Uses uses;

  CategoryService(CategoryRepository categories, Changes changes, Uses uses) {
    this.categories = categories;
    this.changes = changes;
    this.uses = uses;
  }

  /** A page of the categories in the order of their codes. */
  @WithSession
  Uni<Page<CategoryView>> page(String words, String parent, Boolean retired, PageRequest page) {
    Conditions conditions =
        new Conditions()
            .words(words, "name", "code")
            .equal("parent", parent)
            .equal("retired", retired);
    return categories.page(conditions, page).map(found -> found.map(Category::view));
  }

  @WithSession
  Uni<CategoryDetail> read(String code) {
    return categories.existing(code).map(Category::detail);
  }

  @WithTransaction
  Uni<CategoryDetail> create(Caller caller, CategoryInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.checkNew();
    return categories
        .lockAll()
        .chain(categories::inOrder)
        .map(all -> fresh(input, all))
        .chain(category -> categories.persistAndFlush(category))
        .chain(
            category ->
                changes
                    .record(KIND, category.code(), null, category.detail(), caller)
                    .map(done -> category.detail()));
  }

  private static Category fresh(CategoryInput input, List<Category> all) {
    int level = level(input.parent(), all);
    Set<String> taken = all.stream().map(Category::code).collect(Collectors.toSet());
    checkName(null, input.parent(), input.name(), all);
    Category category = new Category(code(input, level, taken), input.parent(), level);
    category.write(input, lastPosition(input.parent(), all) + 1);
    return category;
  }

  private static int level(String parent, List<Category> all) {
    if (parent == null) {
      return 1;
    }
    Category above =
        all.stream()
            .filter(category -> category.code().equals(parent))
            .findAny()
            .orElseThrow(() -> new InvalidInput("parent", "unknown-category", parent));
    new InputChecks()
        .that(!above.retired(), "parent", "retired-category", above.name())
        .that(above.level() < CategoryCodes.DEEPEST, "parent", "category-too-deep", above.name())
        .done();
    return above.level() + 1;
  }

  private static String code(CategoryInput input, int level, Set<String> taken) {
    if (input.code() == null) {
      return CategoryCodes.next(taken, input.parent(), level)
          .orElseThrow(() -> new Conflict("category-codes-exhausted", input.parent()));
    }
    new InputChecks()
        .that(
            CategoryCodes.fits(input.code(), input.parent(), level),
            "code",
            "category-code-misfit",
            input.code(),
            String.valueOf(input.parent()))
        .that(!taken.contains(input.code()), "code", "taken", input.code())
        .done();
    return input.code();
  }

  private static void checkName(String code, String parent, String name, List<Category> all) {
    for (Category other : all) {
      if (!other.code().equals(code)
          && Objects.equals(other.parent(), parent)
          && other.name().equals(name.strip())) {
        throw new InvalidInput("name", "taken", other.code());
      }
    }
  }

  private static int lastPosition(String parent, List<Category> all) {
    return all.stream()
        .filter(category -> Objects.equals(category.parent(), parent))
        .mapToInt(Category::position)
        .max()
        .orElse(0);
  }

  @WithTransaction
  Uni<CategoryDetail> change(
      Caller caller, String code, ExpectedVersion expected, CategoryInput input) {
    return toWrite(caller, code, expected)
        .invoke(input::checkChange)
        .chain(
            category ->
                categories
                    .inOrder()
                    .invoke(all -> checkName(code, category.parent(), input.name(), all))
                    .chain(
                        () ->
                            write(
                                caller, category, known -> known.write(input, known.position()))));
  }

  @WithTransaction
  Uni<CategoryDetail> retire(
      Caller caller, String code, ExpectedVersion expected, boolean retired) {
    return toWrite(caller, code, expected)
        .chain(category -> write(caller, category, known -> known.retire(retired)));
  }

  @WithTransaction
  Uni<Void> remove(Caller caller, String code, ExpectedVersion expected) {
    return toWrite(caller, code, expected)
        .chain(
            category ->
                uses.refuseIfAny(KIND, code, category.name())
                    .chain(() -> changes.record(KIND, code, category.detail(), null, caller))
                    .chain(() -> categories.delete(category)));
  }

  private Uni<Category> toWrite(Caller caller, String code, ExpectedVersion expected) {
    caller.requireRole(CATALOG_PUBLISHER);
    return categories
        .lockAll()
        .chain(() -> categories.locked(code))
        .invoke(category -> expected.check(category.revision()));
  }

  private Uni<CategoryDetail> write(Caller caller, Category category, Consumer<Category> change) {
    CategoryDetail before = category.detail();
    change.accept(category);
    return categories
        .flush()
        .chain(() -> changes.record(KIND, category.code(), before, category.detail(), caller))
        .map(done -> category.detail());
  }
}
