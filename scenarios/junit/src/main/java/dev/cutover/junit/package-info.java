/** Rehearsals as tests of a JUnit suite: what a test says, and how a verdict is asserted. */
@NullMarked
package dev.cutover.junit;

import org.jspecify.annotations.NullMarked;
