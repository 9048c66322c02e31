/** What travels over Kafka, and how it is sent and received. */
@NullMarked
package dev.cutover.sync.stream;

import org.jspecify.annotations.NullMarked;
