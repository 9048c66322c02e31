/** Reads each database's log and publishes what was committed there. */
@NullMarked
package dev.cutover.sync.capture;

import org.jspecify.annotations.NullMarked;
