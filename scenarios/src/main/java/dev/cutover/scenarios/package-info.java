/** Plans, the load simulation and the command line. */
@NullMarked
package dev.cutover.scenarios;

import org.jspecify.annotations.NullMarked;
