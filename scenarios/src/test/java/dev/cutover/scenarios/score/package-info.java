@NullMarked
package dev.cutover.scenarios.score;

import org.jspecify.annotations.NullMarked;
