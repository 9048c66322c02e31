@NullMarked
package dev.cutover.judge.gate;

import org.jspecify.annotations.NullMarked;
