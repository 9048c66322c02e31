package dev.cutover.bridge.routing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of the routing log, as JSON; which of them is known by its fields. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(RoutingRecord.Declared.class), @JsonSubTypes.Type(RoutingRecord.Owned.class)})
public sealed interface RoutingRecord {

    /** The mode and share that operators asked for are completely in force. */
    record Declared(Mode mode, double newShare) implements RoutingRecord {
        public Declared {
            newShare = new Target(mode, newShare).newShare();
        }

        Target target() {
            return new Target(mode, newShare);
        }
    }

    /** A bucket's owner and epoch; with the present owner and a raised epoch it is the intent to move the bucket. */
    record Owned(int bucket, Side owner, long epoch) implements RoutingRecord {
        public Owned {
            if (bucket < 0 || bucket >= Buckets.COUNT) {
                throw new IllegalArgumentException("bucket: expected 0 to 63, found: " + bucket);
            }
        }
    }
}
