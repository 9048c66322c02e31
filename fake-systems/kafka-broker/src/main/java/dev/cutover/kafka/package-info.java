/** One Kafka broker, formatted and started from a properties file. */
@NullMarked
package dev.cutover.kafka;

import org.jspecify.annotations.NullMarked;
