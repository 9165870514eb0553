/**
 * Tables as others describe them. DDL is read by a small tokenizer of its own rather than by an SQL
 * library: of four dialects only tables, columns and comments matter, the text comes from outside,
 * and reading it must take linear time and no thread, which general SQL parsers do not promise.
 */
package org.govshare.catalog.proposal.schema;
