/**
 * 督查评估: the periodic evaluation of departments, with the evidence it rests on. Each indicator is
 * one query, in {@code Indicator}; its result is kept as found.
 */
package org.govshare.catalog.evaluation;
