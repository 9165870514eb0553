/** The command that checks an exported chain of receipts without any service. */
package org.govshare.verify;
