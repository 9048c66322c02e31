package dev.cutover.rehearse.trial;

import dev.cutover.record.event.RoutingMode;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a client can try under each routing: who serves, whether what was promised before is there, and every operation once on each side. */
final class ServedTrials {

    private final LoadModel load;
    private final Client client;
    private final Map<String, SystemReading> systems;
    private final Acknowledged acknowledged;
    private final Duration settling;
    private final Trials trials;
    private final ServingTrials serving;
    private final Map<String, ReadBack> backs = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    /**
     * Those of one client.
     *
     * @param settling how long an answered operation may take until it can be read
     */
    ServedTrials(
            LoadModel load,
            Client client,
            Map<String, SystemReading> systems,
            Acknowledged acknowledged,
            Duration settling,
            Trials trials) {
        this.load = load;
        this.client = client;
        this.systems = systems;
        this.acknowledged = acknowledged;
        this.settling = settling;
        this.trials = trials;
        this.serving = new ServingTrials(load, client, new Traces(load, client, systems, acknowledged), trials);
    }

    Client client() {
        return client;
    }

    /**
     * A routing is in force.
     *
     * @param when in words
     * @param copied whether new has what the bootstrap brings
     */
    void under(RouteSpec route, String when, boolean copied) throws InterruptedException {
        if (!copied && route.mode() == RoutingMode.NEW) {
            trials.notTried("operations " + when, "the bootstrap was not done, so new lacks what they are about");
            return;
        }
        boolean said = serving.said();
        if (said) {
            serving.serves(route, when);
        }
        if (systems.containsKey(route.mode().text())) {
            operations(route.mode().text(), when);
        }
        if (!said) {
            serving.serves(route, when);
        }
    }

    private void operations(String system, String when) throws InterruptedException {
        ReadBack back = backs.computeIfAbsent(
                system, any -> new ReadBack(Objects.requireNonNull(systems.get(system)), acknowledged, trials));
        if (!asked.isEmpty()) {
            back.within(settling, when + ", asked for before");
        }
        if (asked.add(system)) {
            new OperationTrials(load, client, trials, system, acknowledged::add).run();
            back.within(settling, when);
        }
    }
}
