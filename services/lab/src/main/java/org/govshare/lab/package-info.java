/** The lab's commands: benchmarks and fault campaigns. */
package org.govshare.lab;
