@NullMarked
package dev.cutover.junit;

import org.jspecify.annotations.NullMarked;
