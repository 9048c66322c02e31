/** Prices from Kafka: ingest; what is made of them is up to the system. */
@NullMarked
package dev.cutover.kit.prices;

import org.jspecify.annotations.NullMarked;
