@NullMarked
package dev.cutover.scenarios.matrix;

import org.jspecify.annotations.NullMarked;
