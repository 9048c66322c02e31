@NullMarked
package dev.cutover.rehearse.trial;

import org.jspecify.annotations.NullMarked;
