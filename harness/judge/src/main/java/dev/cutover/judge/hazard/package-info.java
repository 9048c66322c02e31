/** Whether what is dangerous occurred in a run, and how often: counted from the evidence, never an accusation. */
@NullMarked
package dev.cutover.judge.hazard;

import org.jspecify.annotations.NullMarked;
