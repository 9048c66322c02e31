package dev.cutover.sync.stream;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.cutover.sync.schema.Direction;

/** What the world is told after a transaction of the target is committed; telling it twice does no harm. */
public sealed interface Notice {

    /** A marker came to the end of one partition: all that was committed before it is applied or a dead letter. */
    record Marker(String id, Direction direction, int partition, long deadLetters) implements Notice {}

    /** A change that was not applied, and why. */
    record DeadLetter(
            Direction direction,
            int partition,
            long household,
            long version,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long operation,
            String reason)
            implements Notice {}
}
