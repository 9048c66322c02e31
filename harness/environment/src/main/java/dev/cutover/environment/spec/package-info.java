@NullMarked
package dev.cutover.environment.spec;

import org.jspecify.annotations.NullMarked;
