/** The fault matrix: which phases and faults a plan can put together, how many share one run, and what came of each. */
@NullMarked
package dev.cutover.scenarios.matrix;

import org.jspecify.annotations.NullMarked;
