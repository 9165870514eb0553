/** Tests of objections to values. */
package org.govshare.catalog.objection;
