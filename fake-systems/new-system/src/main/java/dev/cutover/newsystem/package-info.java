/** The system that is migrated to. */
@NullMarked
package dev.cutover.newsystem;

import org.jspecify.annotations.NullMarked;
