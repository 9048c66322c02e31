/** Prices from Kafka: ingest, transform, persist. */
@NullMarked
package dev.cutover.newsystem.pricing;

import org.jspecify.annotations.NullMarked;
