@NullMarked
package dev.cutover.judge.property;

import org.jspecify.annotations.NullMarked;
