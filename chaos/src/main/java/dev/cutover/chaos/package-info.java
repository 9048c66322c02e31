/** Faults of links and components. */
@NullMarked
package dev.cutover.chaos;

import org.jspecify.annotations.NullMarked;
