/** What the two databases look like to the sync, and how a row of one is written in the other. */
@NullMarked
package dev.cutover.sync.schema;

import org.jspecify.annotations.NullMarked;
