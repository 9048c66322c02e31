package dev.cutover.record.evidence;

import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.Event;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything observed in a run, loaded and immutable: what the checkers judge.
 *
 * @param name the run directory's name
 * @param dumps by name, such as {@code old-final}; an incomplete one has no rows
 * @param initialTotals the sums taken after seeding; empty if there are none
 * @param payments the payment provider's calls, if its tap was saved
 * @param updates what was published to both systems from outside, if it was saved
 * @param comparisons the bridge's own account of its comparisons; empty if there is none
 * @param injector the injector's own health; empty if there is none
 * @param absent one sentence for each part that is missing or could not be read whole
 */
public record Evidence(
        String name,
        Manifest manifest,
        History history,
        List<Event> events,
        Map<String, StateDump> dumps,
        Map<String, Long> initialTotals,
        Optional<List<PaymentCall>> payments,
        Optional<List<Update>> updates,
        Map<String, Object> comparisons,
        Map<String, Object> injector,
        List<String> absent) {
    public Evidence {
        events = List.copyOf(events);
        dumps = Map.copyOf(dumps);
        initialTotals = Map.copyOf(initialTotals);
        payments = payments.map(List::copyOf);
        updates = updates.map(List::copyOf);
        comparisons = Map.copyOf(comparisons);
        injector = Map.copyOf(injector);
        absent = List.copyOf(absent);
    }

    public Obligations obligations() {
        return manifest.obligations();
    }

    /** The dump of a system at a moment, complete or not. */
    public Optional<StateDump> dump(String system, String moment) {
        return Optional.ofNullable(dumps.get(system + "-" + moment));
    }

    /** The dumps of a system at every declared rollback, in order. */
    public List<StateDump> rollbackDumps() {
        String prefix = obligations().rollbackSystem() + "-rollback";
        return dumps.values().stream()
                .filter(dump -> dump.name().equals(prefix) || dump.name().startsWith(prefix + "-"))
                .sorted((a, b) -> Long.compare(a.invokedNs(), b.invokedNs()))
                .toList();
    }
}
