/**
 * What change capture keeps in a source's database: triggers, change tables, and how far each
 * reader has come. Nothing here reads rows or knows of frames.
 */
package org.govshare.node.capture;
