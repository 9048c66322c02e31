/** What starts, stops and watches the load injector. */
@NullMarked
package dev.cutover.harness.load;

import org.jspecify.annotations.NullMarked;
