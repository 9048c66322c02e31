@NullMarked
package dev.cutover.rehearse.plan;

import org.jspecify.annotations.NullMarked;
