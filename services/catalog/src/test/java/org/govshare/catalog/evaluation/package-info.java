/** Tests of evaluations. */
package org.govshare.catalog.evaluation;
