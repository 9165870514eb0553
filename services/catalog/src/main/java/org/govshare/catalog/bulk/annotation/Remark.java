package org.govshare.catalog.bulk.annotation;

import org.govshare.catalog.bulk.template.TemplateColumn;

/**
 * What to write beside a row.
 *
 * @param column whose cell is at fault, {@code null} if it is none in particular
 * @param text what is wrong and how to mend it
 */
public record Remark(TemplateColumn column, String text) {}
