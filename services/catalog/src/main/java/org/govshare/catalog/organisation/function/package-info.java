/** 业务职责 of the departments. */
package org.govshare.catalog.organisation.function;
