package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.cutover.environment.yaml.Range;
import dev.cutover.environment.yaml.WrongValue;

/** Which keys there are: what sessions belong to, and what is routed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(KeySpec.Sql.class),
    @JsonSubTypes.Type(KeySpec.Numbers.class),
    @JsonSubTypes.Type(KeySpec.Parameter.class)
})
public sealed interface KeySpec {

    /** Read before the load begins; the first column is the key and is labelled so, the others are values of their labels. */
    record Sql(String component, String database, String sql) implements KeySpec {}

    /** Numbers, both ends included. */
    record Numbers(Range range) implements KeySpec {
        public Numbers {
            if (range.from() < 0 || range.to() > Integer.MAX_VALUE) {
                throw WrongValue.at("must lie within 0.." + Integer.MAX_VALUE + " but is " + range, "range");
            }
        }
    }

    /** From 1 to the number that a parameter gives. */
    record Parameter(String parameter) implements KeySpec {}
}
