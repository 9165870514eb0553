/**
 * What the services' tests run against: a real PostgreSQL, a real AMQP broker and a token issuer
 * whose signatures are really checked. Fixtures of one service do not belong here.
 */
package org.govshare.platform.reactive.testing;
