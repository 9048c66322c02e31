@NullMarked
package dev.cutover.scenarios.stage;

import org.jspecify.annotations.NullMarked;
