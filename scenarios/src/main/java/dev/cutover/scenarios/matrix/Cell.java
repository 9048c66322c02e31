package dev.cutover.scenarios.matrix;

import dev.cutover.environment.yaml.Quantity;
import dev.cutover.rehearse.plan.FaultSpec;
import java.time.Duration;
import java.util.Optional;

/**
 * One fault in one phase.
 *
 * @param fault when it begins in the phase is decided by who packs cells into runs
 */
public record Cell(String phase, FaultSpec fault) {

    private static final char AT = '@';

    /** The name of the fault with the option that makes it another one, such as {@code freeze-upstream}. */
    public String what() {
        return Kinds.name(fault.what());
    }

    /** Such as {@code half/freeze-upstream/bridge->old}: unique in a matrix. */
    public String id() {
        return phase + "/" + what() + "/" + fault.target();
    }

    /** The same with when it begins in its phase, such as {@code half/freeze-upstream/bridge->old@5000ms}. */
    public String placed() {
        return id() + AT + fault.at().toMillis() + "ms";
    }

    /** When the cell of that name begins, if it says so. */
    static Optional<Duration> begin(String placed) {
        int at = placed.lastIndexOf(AT);
        if (at < 0) {
            return Optional.empty();
        }
        Optional<Duration> begin = Quantity.duration(placed.substring(at + 1));
        if (begin.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + placed + "' must end with when the cell begins, such as @5000ms, or be without it");
        }
        return begin;
    }

    Cell at(Duration begin) {
        return new Cell(phase, new FaultSpec(fault.id(), fault.what(), fault.target(), begin, fault.lasts()));
    }
}
