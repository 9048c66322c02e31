@NullMarked
package dev.cutover.environment.container;

import org.jspecify.annotations.NullMarked;
