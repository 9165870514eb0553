/**
 * The synthetic rows of the demo departments: the same for the same seed, labelled as synthetic in
 * the tables' comments and in a column, with identifiers that pass their check digits. Nothing here
 * describes a real enterprise or person.
 */
package org.govshare.standalone.demodata;
