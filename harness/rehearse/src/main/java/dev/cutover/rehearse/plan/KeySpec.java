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

    /**
     * The rows of a query.
     *
     * @param component the database component
     * @param database the database in it
     * @param sql the query, made once before the load begins; its first column is labelled {@code key}, the others are values that requests may use
     */
    record Sql(String component, String database, String sql) implements KeySpec {}

    /**
     * Numbers, both ends included.
     *
     * @param range the first and the last number
     */
    record Numbers(Range range) implements KeySpec {
        public Numbers {
            if (range.from() < 0 || range.to() > Integer.MAX_VALUE) {
                throw WrongValue.at("must lie within 0.." + Integer.MAX_VALUE + " but is " + range, "range");
            }
        }
    }

    /**
     * Numbers from 1 to the number that a parameter gives.
     *
     * @param parameter the parameter that says how many keys there are
     */
    record Parameter(String parameter) implements KeySpec {}
}
