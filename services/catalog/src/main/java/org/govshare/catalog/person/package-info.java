/**
 * Who uses the catalogue, as their tokens showed them: name, department, roles, when they were last
 * seen. Accounts and rights belong to the identity provider and are never decided from here.
 */
package org.govshare.catalog.person;
