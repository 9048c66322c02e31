package dev.cutover.rehearse.load;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.file.Path;

/** The keys of a run, as the injector is told of them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(KeySource.Numbers.class), @JsonSubTypes.Type(KeySource.Listed.class)})
public sealed interface KeySource {

    /** Numbers that are their own names in the journal, both included. */
    record Numbers(int from, int to) implements KeySource {
        public Numbers {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("keys must go up from 0 or more, found " + from + ".." + to);
            }
        }
    }

    /** A file with a line of labels and a line for each key, by whose number the journal calls it. */
    record Listed(Path file) implements KeySource {}
}
