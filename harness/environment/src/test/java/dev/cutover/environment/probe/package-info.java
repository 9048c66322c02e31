@NullMarked
package dev.cutover.environment.probe;

import org.jspecify.annotations.NullMarked;
