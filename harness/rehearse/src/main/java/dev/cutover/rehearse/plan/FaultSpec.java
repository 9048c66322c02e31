package dev.cutover.rehearse.plan;

import java.time.Duration;
import java.util.Map;

/**
 * One planned fault.
 *
 * @param id unique in the run, such as {@code dual-1}
 * @param name which fault: a name of the catalogue
 * @param target a link ({@code bridge->new}) or a component ({@code sync})
 * @param at offset from the start of its phase
 * @param lasts from injection to healing
 * @param options the fault's own fields, durations as {@link Duration}, numbers as {@link Long}, else text
 */
public record FaultSpec(
        String id, String name, String target, Duration at, Duration lasts, Map<String, Object> options) {
    public FaultSpec {
        options = Map.copyOf(options);
    }
}
