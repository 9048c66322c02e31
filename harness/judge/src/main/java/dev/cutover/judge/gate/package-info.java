/** Gates that hold each phase of a run against the phase before anything was moved. */
@NullMarked
package dev.cutover.judge.gate;

import org.jspecify.annotations.NullMarked;
