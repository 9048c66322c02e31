/** Bridges with one seeded defect each, to test the testbed. */
@NullMarked
package dev.cutover.broken;

import org.jspecify.annotations.NullMarked;
