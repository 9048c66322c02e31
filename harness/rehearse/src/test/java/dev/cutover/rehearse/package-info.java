@NullMarked
package dev.cutover.rehearse;

import org.jspecify.annotations.NullMarked;
