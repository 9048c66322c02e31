/** The load simulation: sessions of shoppers that arrive as in a real log, each operation recorded in the journal. */
@NullMarked
package dev.cutover.scenarios.load;

import org.jspecify.annotations.NullMarked;
