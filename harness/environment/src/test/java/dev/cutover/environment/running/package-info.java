@NullMarked
package dev.cutover.environment.running;

import org.jspecify.annotations.NullMarked;
