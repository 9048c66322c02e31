@NullMarked
package dev.cutover.scenarios.cli;

import org.jspecify.annotations.NullMarked;
