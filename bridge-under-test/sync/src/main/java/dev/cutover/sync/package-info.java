/** Carries committed changes from each system to the other. */
@NullMarked
package dev.cutover.sync;

import org.jspecify.annotations.NullMarked;
