/** Runs an environment as operating-system processes on loopback. */
@NullMarked
package dev.cutover.harness.environment.processes;

import org.jspecify.annotations.NullMarked;
