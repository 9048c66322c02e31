@NullMarked
package dev.cutover.environment.process;

import org.jspecify.annotations.NullMarked;
