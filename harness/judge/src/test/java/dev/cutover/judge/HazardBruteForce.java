package dev.cutover.judge;

import dev.cutover.judge.facts.Course.Epoch;
import dev.cutover.judge.facts.Facts;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.run.Hazard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How often hazards occurred, counted pair by pair by what their names say. */
record HazardBruteForce(World world, Facts facts) {

    /** A fault, a copy, a move. */
    private record Span(long from, long until) {
        boolean overlaps(Span other) {
            return from < other.until && other.from < until;
        }

        boolean holds(Operation o) {
            return from < o.invokedNs() && o.endedNs() < until;
        }
    }

    long count(Hazard hazard) {
        return switch (hazard) {
            case WRITE_INSIDE_THE_COPY -> ok(true).filter(copy()::holds).count();
            case FAULT_INSIDE_THE_COPY -> fault().overlaps(copy()) ? 1 : 0;
            case IN_FLIGHT_AT_A_MOVE -> inFlight().count();
            case RETRY_ACROSS_A_MOVE -> inFlight().filter(o -> o.attempts() > 1).count();
            case FAULT_DURING_A_MOVE -> moves().stream().anyMatch(fault()::overlaps) ? 1 : 0;
            case ACKNOWLEDGEMENT_LOST -> unheard().filter(this::hasARow).count();
            case REQUEST_LOST -> unheard().filter(o -> write(o) && !hasARow(o)).count();
            case ASKED_AGAIN -> ok(true).filter(o -> o.attempts() > 1).count();
            case WRITE_REFUSED ->
                all().filter(o -> write(o) && o.outcome() == Outcome.REFUSED).count();
            case CONCURRENT_ON_A_KEY ->
                all().filter(o -> write(o) && all().anyMatch(p -> write(p) && before(p, o) && together(o, p)))
                        .count();
            case READ_BESIDE_A_WRITE ->
                ok(false)
                        .filter(o -> all().anyMatch(p -> write(p) && together(o, p)))
                        .count();
            case WRITTEN_ON_BOTH_SIDES ->
                Stream.of(1, 2)
                        .filter(key -> written(key, ServedBy.OLD) && written(key, ServedBy.NEW))
                        .count();
            case LONG_TEXT_ON_EACH_SIDE -> Math.min(longTexts(ServedBy.OLD), longTexts(ServedBy.NEW));
            case WRITTEN_AFTER_A_ROLLBACK -> ok(true).filter(this::back).count();
            case READ_BACK_AFTER_A_ROLLBACK -> ok(false).filter(this::back).count();
        };
    }

    long touched() {
        return all().filter(o -> {
                    long until = o.outcome() == Outcome.INVOKED ? o.invokedNs() : o.endedNs();
                    boolean lasted = fault().from < fault().until;
                    return lasted && o.invokedNs() < fault().until && until > fault().from;
                })
                .count();
    }

    private Stream<Operation> all() {
        return world.operations.stream();
    }

    private static boolean write(Operation o) {
        return o.kind() != World.READ;
    }

    private Stream<Operation> ok(boolean writes) {
        return all().filter(o -> o.outcome() == Outcome.OK && write(o) == writes);
    }

    private Stream<Operation> unheard() {
        return all().filter(o -> o.outcome() == Outcome.UNKNOWN || o.outcome() == Outcome.INVOKED);
    }

    private boolean hasARow(Operation o) {
        return world.dumps.values().stream()
                .anyMatch(dump -> dump.ledger.stream().anyMatch(row -> row.operation() == o.id()));
    }

    private boolean before(Operation one, Operation other) {
        return one.invokedNs() < other.invokedNs()
                || (one.invokedNs() == other.invokedNs()
                        && world.operations.indexOf(one) < world.operations.indexOf(other));
    }

    private static boolean together(Operation one, Operation other) {
        boolean lasted =
                Stream.of(one, other).allMatch(o -> o.outcome() != Outcome.INVOKED && o.endedNs() > o.invokedNs());
        return lasted
                && one.key() == other.key()
                && one.invokedNs() < other.endedNs()
                && other.invokedNs() < one.endedNs();
    }

    private Stream<Operation> inFlight() {
        return all().filter(o -> o.outcome() != Outcome.INVOKED)
                .filter(o -> moves().stream()
                        .flatMap(move -> Stream.of(move.from, move.until))
                        .anyMatch(instant -> o.invokedNs() < instant && instant < o.endedNs()));
    }

    private List<Span> moves() {
        List<LogEntry> routing = world.events.stream()
                .filter(entry -> entry.event() instanceof RoutingEvent)
                .toList();
        List<Span> moves = new ArrayList<>();
        for (int i = 0; i + 1 < routing.size(); i++) {
            boolean asked = routing.get(i).event() instanceof RoutingEvent.Requested;
            boolean answered = !(routing.get(i + 1).event() instanceof RoutingEvent.Requested);
            double before = routing.subList(0, i).stream()
                    .filter(entry -> entry.event() instanceof RoutingEvent.Effective)
                    .mapToDouble(HazardBruteForce::share)
                    .reduce(0, (one, next) -> next);
            if (asked && answered && share(routing.get(i)) != before) {
                moves.add(new Span(routing.get(i).ns(), routing.get(i + 1).ns()));
            }
        }
        return moves;
    }

    private static double share(LogEntry entry) {
        RoutingEvent event = (RoutingEvent) entry.event();
        boolean old = event.mode() == RoutingMode.OLD || event.mode() == RoutingMode.DUAL;
        return old ? 0 : event.mode() == RoutingMode.NEW ? 1 : event.newShare();
    }

    private Span copy() {
        List<Long> steps = ns(StepEvent.class);
        return new Span(steps.getFirst(), steps.getLast());
    }

    private Span fault() {
        List<Long> steps = ns(FaultEvent.class);
        return new Span(steps.getFirst(), steps.getLast());
    }

    private List<Long> ns(Class<?> type) {
        return world.events.stream()
                .filter(entry -> type.isInstance(entry.event()))
                .map(LogEntry::ns)
                .toList();
    }

    private long longTexts(ServedBy side) {
        return ok(true).filter(o ->
                        side(o) == side && world.asked.getOrDefault(o.id(), "").startsWith("sha256:"))
                .count();
    }

    private boolean written(int key, ServedBy side) {
        return ok(true).anyMatch(o -> o.key() == key && side(o) == side);
    }

    private boolean back(Operation o) {
        return side(o) == ServedBy.OLD
                && ok(true).anyMatch(p -> p.key() == o.key() && side(p) == ServedBy.NEW && epoch(p) < epoch(o));
    }

    private ServedBy side(Operation o) {
        int number = epoch(o);
        if (number < 0) {
            return ServedBy.NOBODY;
        }
        return switch (facts.course().epochs().get(number).mode()) {
            case OLD, DUAL -> ServedBy.OLD;
            case NEW -> ServedBy.NEW;
            case SPLIT -> ServedBy.of(o.servedBy());
        };
    }

    private int epoch(Operation o) {
        List<Epoch> epochs = facts.course().epochs();
        for (int number = 0; number < epochs.size(); number++) {
            if (epochs.get(number).interval().contains(o.invokedNs(), o.endedNs())) {
                return number;
            }
        }
        return -1;
    }
}
