/** The injector: sessions of users that arrive as in a real log and do what the plan says, each operation recorded in the journal. */
@NullMarked
package dev.cutover.scenarios.load;

import org.jspecify.annotations.NullMarked;
