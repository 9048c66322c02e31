/** Faults, one file each. */
@NullMarked
package dev.cutover.chaos.faults;

import org.jspecify.annotations.NullMarked;
