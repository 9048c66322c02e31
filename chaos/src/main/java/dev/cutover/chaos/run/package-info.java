/** Runs planned faults, and heals what a crashed run left behind. */
@NullMarked
package dev.cutover.chaos.run;

import org.jspecify.annotations.NullMarked;
