@NullMarked
package dev.cutover.reports.junit;

import org.jspecify.annotations.NullMarked;
