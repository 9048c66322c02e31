/** Faults, one file each. */
@NullMarked
package dev.cutover.chaos.fault;

import org.jspecify.annotations.NullMarked;
