/**
 * What an administration would do once after installing: register the nodes, open the business
 * domain, put the demo departments' tables into the catalogue. Through public interfaces only.
 */
package org.govshare.standalone.provision;
