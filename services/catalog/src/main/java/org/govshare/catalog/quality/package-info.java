/**
 * How good the entries of the catalogue are: a score per resource and department, and the action
 * that would gain most. What is measured stands in the database view {@code
 * resource_quality_check}; how much it counts, in the table {@code quality_criterion}.
 */
package org.govshare.catalog.quality;
