package org.govshare.catalog.proposal;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.govshare.catalog.campaign.CampaignAccess;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.library.Validity;
import org.govshare.catalog.library.element.ElementRepository;
import org.govshare.catalog.proposal.InventoryInput.Table;
import org.govshare.catalog.proposal.ProposalView.Catalogued;
import org.govshare.catalog.proposal.TableProposal.Source;
import org.govshare.catalog.proposal.schema.DdlFault;
import org.govshare.catalog.proposal.schema.DdlParser;
import org.govshare.catalog.proposal.schema.DdlScript;
import org.govshare.catalog.proposal.schema.SourceTable;
import org.govshare.catalog.resource.ResourceService;
import org.govshare.catalog.resource.ResourceView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Puts a department's tables before its editors, and makes drafts of those they accept. */
@Singleton
class ProposalService {

  private final ProposalRepository proposals;
  private final ElementRepository elements;
  private final DepartmentRepository departments;
  private final CampaignAccess campaigns;
  private final ResourceService resources;
  private final ObjectMapper json;
  private final Clock clock;

  ProposalService(
      ProposalRepository proposals,
      ElementRepository elements,
      DepartmentRepository departments,
      CampaignAccess campaigns,
      ResourceService resources,
      ObjectMapper json,
      Clock clock) {
    this.proposals = proposals;
    this.elements = elements;
    this.departments = departments;
    this.campaigns = campaigns;
    this.resources = resources;
    this.json = json;
    this.clock = clock;
  }

  private static String editorsDepartment(Caller caller) {
    caller.requireRole(CATALOG_EDITOR);
    return caller.requireAnyDepartment();
  }

  /**
   * Puts forward the tables of a script. A table that is still open is put forward anew.
   *
   * @throws InvalidInput naming the line of each statement that cannot be read (400)
   */
  @WithTransaction
  Uni<ProposalsMade> fromDdl(Caller caller, DdlInput input) {
    String department = editorsDepartment(caller);
    input.check();
    DdlScript script = DdlParser.read(input.ddl());
    boolean skip = Boolean.TRUE.equals(input.skipFaulty()) && !script.tables().isEmpty();
    if (!script.faults().isEmpty() && !skip) {
      throw new InvalidInput(script.faults().stream().map(ProposalService::error).toList());
    }
    if (script.tables().isEmpty()) {
      throw new InvalidInput("ddl", "ddl-no-tables");
    }
    return make(
            caller,
            department,
            input.campaignId(),
            script.tables(),
            table ->
                new Source(
                    ProposalOrigin.DDL,
                    department,
                    input.campaignId(),
                    null,
                    null,
                    input.schemaOr(table.schema()),
                    0))
        .map(made -> new ProposalsMade(made, script.ignored(), script.faults().size()));
  }

  private static FieldError error(DdlFault fault) {
    return new FieldError("ddl", fault.line(), fault.reason(), fault.arguments());
  }

  /** Puts forward the tables that a node of the department opens for reading. */
  @WithTransaction
  Uni<ProposalsMade> fromInventory(Caller caller, InventoryInput input) {
    String department = editorsDepartment(caller);
    input.check();
    Map<SourceTable, Table> read = new LinkedHashMap<>();
    input.tables().stream()
        .filter(Table::opensForReading)
        .forEach(table -> read.put(table.source(), table));
    return make(
            caller,
            department,
            input.campaignId(),
            List.copyOf(read.keySet()),
            table ->
                new Source(
                    ProposalOrigin.INVENTORY,
                    department,
                    input.campaignId(),
                    input.node(),
                    read.get(table).dataSource(),
                    table.schema(),
                    read.get(table).rows()))
        .map(made -> new ProposalsMade(made, input.tables().size() - read.size(), 0));
  }

  private Uni<List<ProposalView>> make(
      Caller caller,
      String department,
      UUID campaign,
      List<SourceTable> tables,
      Function<SourceTable, Source> source) {
    Uni<Void> allowed =
        campaign == null
            ? Uni.createFrom().voidItem()
            : campaigns.toWork(caller, campaign, department);
    return departments
        .ofCaller(department)
        .chain(() -> allowed)
        .chain(() -> elements.matcher(Validity.today(clock)))
        .map(Proposer::new)
        .map(
            proposer ->
                tables.stream()
                    .map(
                        table ->
                            new TableProposal(
                                source.apply(table),
                                table,
                                written(proposer.items(table)),
                                caller.name(),
                                clock.instant()))
                    .toList())
        .call(made -> proposals.forgetOpen(department, made))
        .call(made -> proposals.persist(made))
        .call(proposals::flush)
        .chain(this::views);
  }

  @WithSession
  Uni<Page<ProposalView>> page(
      Caller caller, ProposalState state, UUID campaign, List<String> words, PageRequest request) {
    return proposals
        .page(editorsDepartment(caller), state, campaign, words, request)
        .chain(
            page ->
                views(page.items())
                    .map(views -> new Page<>(views, page.total(), page.page(), page.size())));
  }

  @WithSession
  Uni<ProposalView> read(Caller caller, UUID id) {
    return proposals.existing(id).invoke(one -> requireOwn(caller, one)).chain(this::view);
  }

  /** Makes a draft of a proposal, by the rules of every draft. */
  @WithTransaction
  Uni<ResourceView> accept(
      Caller caller, UUID id, ExpectedVersion expected, ProposalAcceptance acceptance) {
    return open(caller, id, expected)
        .chain(
            proposal ->
                resources
                    .create(caller, acceptance.draftOf(proposal, read(proposal.items())))
                    .invoke(draft -> proposal.accept(draft.id(), caller.name(), clock.instant())));
  }

  /**
   * Makes drafts of several proposals.
   *
   * @throws InvalidInput naming the proposal and its faults, if one breaks a rule (400)
   */
  @WithTransaction
  Uni<List<ResourceView>> acceptAll(Caller caller, BulkAcceptance acceptance) {
    editorsDepartment(caller);
    acceptance.check();
    List<ResourceView> drafts = new ArrayList<>();
    Uni<Void> all = Uni.createFrom().voidItem();
    for (int i = 0; i < acceptance.proposals().size(); i++) {
      BulkAcceptance.Chosen chosen = acceptance.proposals().get(i);
      String at = "proposals[" + i + "].";
      all =
          all.chain(
                  () ->
                      accept(
                          caller,
                          chosen.id(),
                          new ExpectedVersion(chosen.revision()),
                          acceptance.each()))
              .invoke(drafts::add)
              .onFailure(InvalidInput.class)
              .transform(failure -> within(at, (InvalidInput) failure))
              .replaceWithVoid();
    }
    return all.replaceWith(drafts);
  }

  /** The faults of one proposal among many; those found before are named already. */
  private static InvalidInput within(String at, InvalidInput failure) {
    return new InvalidInput(
        failure.errors().stream()
            .map(
                fault ->
                    fault.field().startsWith("proposals[")
                        ? fault
                        : new FieldError(
                            at + fault.field(), fault.row(), fault.reason(), fault.arguments()))
            .toList());
  }

  @WithTransaction
  Uni<ProposalView> dismiss(Caller caller, UUID id, ExpectedVersion expected, Dismissal dismissal) {
    dismissal.check();
    return open(caller, id, expected)
        .invoke(proposal -> proposal.dismiss(dismissal.remark(), caller.name(), clock.instant()))
        .call(proposals::flush)
        .chain(this::view);
  }

  private Uni<TableProposal> open(Caller caller, UUID id, ExpectedVersion expected) {
    return proposals
        .locked(id)
        .invoke(proposal -> requireOwn(caller, proposal))
        .invoke(proposal -> expected.check(proposal.revision()))
        .invoke(
            proposal -> {
              if (proposal.state() != ProposalState.OPEN) {
                throw new Conflict("proposal-decided", proposal.state());
              }
            });
  }

  /** To other departments a proposal does not exist. */
  private static void requireOwn(Caller caller, TableProposal proposal) {
    caller.requireRole(CATALOG_EDITOR);
    if (!caller.isOf(proposal.departmentCode())) {
      throw new NotFound("proposal-not-found", proposal.id());
    }
  }

  private Uni<ProposalView> view(TableProposal proposal) {
    return views(List.of(proposal)).map(views -> views.get(0));
  }

  private Uni<List<ProposalView>> views(List<TableProposal> all) {
    return proposals
        .catalogued(all.stream().map(TableProposal::id).toList())
        .map(known -> all.stream().map(one -> view(one, known.get(one.id()))).toList());
  }

  private ProposalView view(TableProposal proposal, Catalogued catalogued) {
    return new ProposalView(
        proposal.id(),
        proposal.origin(),
        proposal.campaignId(),
        proposal.node(),
        proposal.dataSource(),
        proposal.sourceSchema(),
        proposal.sourceTable(),
        proposal.name(),
        proposal.summary(),
        proposal.rowCount(),
        read(proposal.items()),
        proposal.state(),
        catalogued,
        proposal.resourceId(),
        proposal.remark(),
        proposal.createdBy(),
        proposal.createdAt(),
        proposal.decidedBy(),
        proposal.decidedAt(),
        proposal.revision());
  }

  private String written(List<ProposedItem> items) {
    try {
      return json.writeValueAsString(items);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<ProposedItem> read(String items) {
    try {
      return json.readValue(items, new TypeReference<List<ProposedItem>>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
