@NullMarked
package dev.cutover.reports.text;

import org.jspecify.annotations.NullMarked;
