/**
 * The unit that carries rows from source to target: its binary layout, limits, sealing and checks.
 */
package org.govshare.protocol.frame;
