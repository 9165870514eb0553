/** Answers that say more than what they show. */
package org.govshare.platform.answer;
