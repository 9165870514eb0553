/** Tests that need several packaged services at once, started as the standalone platform does. */
package org.govshare.system;
