/** The way to PostgreSQL: connections, statements, errors; none of it may hang for long. */
@NullMarked
package dev.cutover.kit.database;

import org.jspecify.annotations.NullMarked;
