/**
 * Steps taken with many resources in one call. The steps themselves belong to {@code lifecycle}.
 */
package org.govshare.catalog.lifecycle.bulk;
