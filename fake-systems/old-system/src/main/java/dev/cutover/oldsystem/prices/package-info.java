/** Price updates from Kafka: ingest, transform, persist. */
@NullMarked
package dev.cutover.oldsystem.prices;

import org.jspecify.annotations.NullMarked;
