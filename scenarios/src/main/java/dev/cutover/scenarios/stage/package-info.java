/** Where rehearsals are played: processes, links and load put together. */
@NullMarked
package dev.cutover.scenarios.stage;

import org.jspecify.annotations.NullMarked;
