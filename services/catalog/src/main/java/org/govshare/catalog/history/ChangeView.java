package org.govshare.catalog.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One change of one object.
 *
 * @param id number of the change; later ones are higher
 * @param kind what kind of object it is, a stable word
 * @param objectId its code or identity
 * @param departmentCode whose object it is, absent for what belongs to the province
 * @param action what happened
 * @param changed names of the values that differ, in order
 * @param before the object as it was, absent if it was created
 * @param after the object as it became, absent if it was removed
 * @param actor who did it
 * @param actorDepartment for which department
 * @param at when
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeView(
    long id,
    String kind,
    String objectId,
    String departmentCode,
    ChangeAction action,
    List<String> changed,
    @Schema(type = SchemaType.OBJECT) JsonNode before,
    @Schema(type = SchemaType.OBJECT) JsonNode after,
    String actor,
    String actorDepartment,
    Instant at) {}
