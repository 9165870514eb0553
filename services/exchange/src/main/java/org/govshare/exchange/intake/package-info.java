/**
 * Where messages come in: facts from the catalogue, signed events and receipts from nodes. Checks
 * who speaks and hands on; the rules are the features'.
 */
package org.govshare.exchange.intake;
