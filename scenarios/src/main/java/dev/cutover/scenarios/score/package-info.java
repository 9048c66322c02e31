/** How often verdicts were right: runs with seeded defects, and without, counted. */
@NullMarked
package dev.cutover.scenarios.score;

import org.jspecify.annotations.NullMarked;
