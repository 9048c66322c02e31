/** The network of a run: a Toxiproxy process for each link, and the proof that traffic passes it. */
@NullMarked
package dev.cutover.chaos.toxiproxy;

import org.jspecify.annotations.NullMarked;
