/**
 * What both ends of a run share: settings, its state and figures, budget of memory, causes of
 * failure.
 */
package org.govshare.node.run;
