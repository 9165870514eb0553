/**
 * The centre's signed leave to move rows: which keys it signs with, what it allows, until when.
 * What a node allows by itself is {@code database.AllowList}'s.
 */
package org.govshare.node.lease;
