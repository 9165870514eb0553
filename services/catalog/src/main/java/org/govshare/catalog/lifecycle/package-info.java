/**
 * The way of a resource from draft to published and on, who may move it, and the trail that leaves.
 */
package org.govshare.catalog.lifecycle;
