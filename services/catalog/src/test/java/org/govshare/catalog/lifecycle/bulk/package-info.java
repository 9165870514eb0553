/** Tests of steps with many resources. */
package org.govshare.catalog.lifecycle.bulk;
