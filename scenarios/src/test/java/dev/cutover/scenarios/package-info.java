@NullMarked
package dev.cutover.scenarios;

import org.jspecify.annotations.NullMarked;
