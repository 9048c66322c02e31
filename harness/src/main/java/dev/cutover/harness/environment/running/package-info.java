/** What the runtimes have in common: order of starts, addresses, placeholders, readiness. */
@NullMarked
package dev.cutover.harness.environment.running;

import org.jspecify.annotations.NullMarked;
