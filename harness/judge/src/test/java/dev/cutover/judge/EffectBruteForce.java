package dev.cutover.judge;

import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.evidence.EffectCall;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the outside saw, again, as plainly as can be. */
record EffectBruteForce(World world, boolean atRest) {

    /** True if what the outside saw is not what acknowledged payments, and perhaps unknown ones, cause. */
    boolean wrong() {
        boolean idempotent = world.obligations.effects().values().stream().allMatch(effect -> effect.idempotent());
        return world.effects.stream().anyMatch(call -> wrong(call) || aside(call) || overAnother(call))
                || world.operations.stream().filter(o -> o.kind() == World.PAY).anyMatch(o -> {
                    long done = world.effects.stream()
                            .filter(call -> call.operation() == o.id() && call.status() == 201)
                            .count();
                    long least = o.outcome() == Outcome.OK && atRest ? 1 : 0;
                    long most = o.outcome() == Outcome.REFUSED ? 0 : idempotent ? Long.MAX_VALUE : 1;
                    return done < least || done > most;
                });
    }

    private boolean wrong(EffectCall call) {
        Operation cause = find(call.operation());
        return cause == null
                || cause.kind() != World.PAY
                || world.effects.stream()
                        .anyMatch(other -> other.key().equals(call.key())
                                && !other.amount().equals(call.amount()))
                || world.effects.stream()
                        .anyMatch(other -> other.key().equals(call.key())
                                && !other.subject().equals(call.subject()))
                || (call.caller().equals("new") && !newMayAct(call.ns()));
    }

    /** True if it was made by one side while the other had all keys, from before its operation until after it. */
    private boolean aside(EffectCall call) {
        Operation cause = find(call.operation());
        return cause != null
                && new BruteForce(
                                world,
                                List.of(Operation.of(
                                        cause.id(),
                                        cause.kind(),
                                        cause.key(),
                                        Outcome.OK,
                                        Math.min(cause.invokedNs(), call.ns()),
                                        Math.max(cause.endedNs(), call.ns()))),
                                o -> ServedBy.named(call.caller()))
                        .misrouted();
    }

    /** True if a final state says that it was over something else. */
    private boolean overAnother(EffectCall call) {
        return world.obligations.of("old").effects().contains(World.CHARGES)
                && find(call.operation()) != null
                && call.status() == 201
                && Stream.of(world.dump("old-final"), world.dump("new-final"))
                        .flatMap(dump -> dump.effects.getOrDefault(World.CHARGES, List.of()).stream())
                        .anyMatch(row -> row.key().equals("" + call.operation())
                                && !row.text().equals("much")
                                && Double.parseDouble(row.text()) != Double.parseDouble(call.amount()));
    }

    /** True if a final state tells no number of any effect that was had, though it should. */
    boolean unknown() {
        List<EffectCall> done = world.effects.stream()
                .filter(call -> call.status() == 201 && find(call.operation()) != null)
                .toList();
        return world.obligations.of("old").effects().contains(World.CHARGES)
                && !done.isEmpty()
                && Stream.of(world.dump("old-final"), world.dump("new-final"))
                        .anyMatch(dump -> done.stream()
                                .noneMatch(call -> dump.effects.getOrDefault(World.CHARGES, List.of()).stream()
                                        .anyMatch(row -> row.key().equals("" + call.operation())
                                                && !row.text().equals("much"))));
    }

    private boolean newMayAct(long ns) {
        return world.events.stream()
                .filter(entry -> entry.ns() <= ns)
                .anyMatch(entry -> entry.event() instanceof RoutingEvent.Requested asked
                        && (asked.mode() == RoutingMode.SPLIT || asked.mode() == RoutingMode.NEW));
    }

    private @Nullable Operation find(long id) {
        return world.operations.stream().filter(o -> o.id() == id).findFirst().orElse(null);
    }
}
