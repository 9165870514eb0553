/**
 * The platform's main job from end to end, done by the demo users through public interfaces:
 * publish, request, grant, exchange, and compare what both ends say.
 */
package org.govshare.standalone.demo;
