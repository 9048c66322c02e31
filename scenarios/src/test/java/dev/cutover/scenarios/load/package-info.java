@NullMarked
package dev.cutover.scenarios.load;

import org.jspecify.annotations.NullMarked;
