@NullMarked
package dev.cutover.reports;

import org.jspecify.annotations.NullMarked;
