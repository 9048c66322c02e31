package dev.cutover.rehearse.trial;

import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import dev.cutover.rehearse.trial.Asked.Sent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a routing that is said to be in force is: who answers the reads of many keys, as the header of the answers says. */
final class ServingTrials {

    private static final int READS = 12;

    /** With a share of 5 % one in 10⁹ tries of so many keys shows only one side. */
    private static final int READS_OF_A_SPLIT = 400;

    private static final String NOT_IN_FORCE =
            "the steps return before the routing is in force, or do not change it: let the last one wait for it by 'until'";

    private final LoadModel load;
    private final Client client;
    private final Traces traces;
    private final Trials trials;
    private boolean said;

    /**
     * Those of one client.
     *
     * @param traces by which it is seen where no answer says it
     */
    ServingTrials(LoadModel load, Client client, Traces traces, Trials trials) {
        this.load = load;
        this.client = client;
        this.traces = traces;
        this.trials = trials;
        this.said = load.servedBy().isPresent();
    }

    /** Whether answers say it; else it is seen by the traces of writes, which need queries that are known to show them. */
    boolean said() {
        return said;
    }

    void serves(RouteSpec route, String when) throws InterruptedException {
        String what = "who serves " + when;
        if (!said) {
            traced(what, route.mode());
            return;
        }
        List<Sent> answers = ask(route.mode());
        Map<ServedBy, Long> counts = answers.stream()
                .collect(Collectors.groupingBy(
                        ServingTrials::servedBy, () -> new EnumMap<>(ServedBy.class), Collectors.counting()));
        String found = counts.entrySet().stream()
                .map(count -> count.getValue() + " by " + told(count.getKey()))
                .collect(Collectors.joining(", "));
        String routing = RoutingEvent.describe(route.mode(), route.newShare());
        if (asPlanned(route.mode(), counts)) {
            trials.ok(what, answers.size() + " reads: " + found);
        } else if (counts.getOrDefault(ServedBy.NOBODY, 0L) == answers.size()) {
            said = false;
            trials.wrong(
                    what,
                    "header " + load.servedBy().get() + " of " + answers.size()
                            + " answers should say old, new or bridge; the last was " + header(answers.getLast()),
                    "name the header that does, or leave 'served-by' out",
                    "load",
                    "served-by");
        } else {
            trials.wrong(
                    what,
                    "routing " + routing + " was asked for, but of " + answers.size() + " reads were served " + found,
                    NOT_IN_FORCE,
                    "load",
                    "served-by");
        }
    }

    private void traced(String what, RoutingMode mode) throws InterruptedException {
        String expected = mode == RoutingMode.NEW ? "new" : "old";
        Optional<String> seen = mode == RoutingMode.SPLIT ? Optional.empty() : traces.served();
        if (seen.isEmpty()) {
            trials.notTried(
                    what,
                    "unknown: no answer says it, and no write was seen in one system alone; 'load.served-by' names a header that says it");
        } else if (seen.get().equals(expected)) {
            trials.ok(what, "a write was seen in " + expected + " alone");
        } else {
            trials.wrong(
                    what,
                    "routing " + mode.text() + " was asked for, but a write was seen in " + seen.get() + " alone",
                    NOT_IN_FORCE,
                    "control",
                    "route");
        }
    }

    private static String header(Sent sent) {
        return sent.answer().servedBy().isEmpty()
                ? sent.answer().toString()
                : "'" + sent.answer().servedBy() + "'";
    }

    private static ServedBy servedBy(Sent sent) {
        return ServedBy.named(sent.answer().servedBy());
    }

    private static String told(ServedBy by) {
        return by == ServedBy.NOBODY ? "who does not say" : by.name().toLowerCase(Locale.ROOT);
    }

    private List<Sent> ask(RoutingMode mode) throws InterruptedException {
        int most = mode == RoutingMode.SPLIT ? READS_OF_A_SPLIT : READS;
        List<Sent> answers = new ArrayList<>();
        boolean old = false;
        boolean neu = false;
        for (int read = 0; read < most && !(mode == RoutingMode.SPLIT && old && neu); read++) {
            if (client.alone(load.warmUp().orElseThrow()) instanceof Sent sent) {
                answers.add(sent);
                old |= servedBy(sent) == ServedBy.OLD;
                neu |= servedBy(sent) == ServedBy.NEW;
            }
        }
        return answers;
    }

    private static boolean asPlanned(RoutingMode mode, Map<ServedBy, Long> counts) {
        boolean old = counts.containsKey(ServedBy.OLD);
        boolean neu = counts.containsKey(ServedBy.NEW);
        boolean told = !counts.containsKey(ServedBy.NOBODY);
        return told
                && switch (mode) {
                    case OLD, DUAL -> old && !neu;
                    case NEW -> neu && !old;
                    case SPLIT -> old && neu;
                };
    }
}
