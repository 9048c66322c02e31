package dev.cutover.rehearse;

import dev.cutover.rehearse.plan.SentinelSpec;
import dev.cutover.rehearse.plan.StepText;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What is sent into a stream and told from everything else by its name; both names are the testbed's own, so they are safe in any statement.
 *
 * @param text a UUID
 * @param number positive; too large for a counter, small enough for JSON
 */
public record Sentinel(String text, long number) {

    private static final long LEAST = 1L << 40;
    private static final long ABOVE = 1L << 53;

    static Sentinel fresh() {
        return new Sentinel(
                UUID.randomUUID().toString(), ThreadLocalRandom.current().nextLong(LEAST, ABOVE));
    }

    /** The same in one partition of several. */
    public Sentinel in(int partition) {
        return new Sentinel(text + "-" + partition, number);
    }

    /** A statement or a record that names it. */
    public String named(String template) {
        return new StepText(template).fill(name -> switch (name) {
            case SentinelSpec.TEXT -> text;
            case SentinelSpec.NUMBER -> Long.toString(number);
            default -> throw new IllegalArgumentException("a sentinel has no ${" + name + "}");
        });
    }
}
