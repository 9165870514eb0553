/**
 * Bodies of the JSON messages between the exchange service, its nodes and monitoring. Plain records
 * without behaviour beyond their own checks; no serialisation library.
 */
package org.govshare.protocol.control;
