/**
 * What all kinds of reference data share: conditions of their lists, answers with a version, and
 * the refusal to remove what something else refers to. No kind of reference data belongs here.
 */
package org.govshare.catalog.reference;
