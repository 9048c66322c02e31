@NullMarked
package dev.cutover.harness.environment.containers;

import org.jspecify.annotations.NullMarked;
