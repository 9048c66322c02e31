/** The testbed itself: runs a plan and judges its evidence. */
@NullMarked
package dev.cutover.harness;

import org.jspecify.annotations.NullMarked;
