/** Starts environments in containers, on networks without a way out. The only place that knows Testcontainers. */
@NullMarked
package dev.cutover.harness.environment.containers;

import org.jspecify.annotations.NullMarked;
