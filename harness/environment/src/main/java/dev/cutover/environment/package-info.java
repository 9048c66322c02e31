@NullMarked
package dev.cutover.environment;

import org.jspecify.annotations.NullMarked;
