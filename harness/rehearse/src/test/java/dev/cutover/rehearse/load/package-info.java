@NullMarked
package dev.cutover.rehearse.load;

import org.jspecify.annotations.NullMarked;
