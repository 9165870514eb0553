package org.govshare.catalog.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Where questions about a resource go: a post, not a person.
 *
 * @param name office or post, at most 100 characters
 * @param phone at most 50 characters
 * @param email at most 200 characters
 */
@Embeddable
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(
    @Column(name = "contact_name") String name,
    @Column(name = "contact_phone") String phone,
    @Column(name = "contact_email") String email) {}
