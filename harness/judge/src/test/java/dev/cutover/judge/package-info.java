@NullMarked
package dev.cutover.judge;

import org.jspecify.annotations.NullMarked;
