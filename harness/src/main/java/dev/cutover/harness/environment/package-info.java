@NullMarked
package dev.cutover.harness.environment;

import org.jspecify.annotations.NullMarked;
