package dev.cutover.rehearse.trial;

import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.Background;
import dev.cutover.rehearse.Controls;
import dev.cutover.rehearse.KeyList;
import dev.cutover.rehearse.Parts;
import dev.cutover.rehearse.RehearsalException;
import dev.cutover.rehearse.Sentinels;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import dev.cutover.rehearse.plan.Plan;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries every part of a plan once on running systems, in the order in which a rehearsal needs them; what fails keeps nothing else from being tried. */
public final class Examination {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Plan plan;
    private final Parts parts;
    private final RunDirectory run;
    private final EventLog events;
    private final Trials trials;
    private final SteeringTrials steering;
    private final Controls controls;
    private final Map<String, SystemReading> systems = new LinkedHashMap<>();
    private final Acknowledged acknowledged;
    private final Set<String> asked = new HashSet<>();

    public Examination(Plan plan, Parts parts, RunDirectory run, EventLog events, Trials trials) {
        this.plan = plan;
        this.parts = parts;
        this.run = run;
        this.events = events;
        this.trials = trials;
        this.controls = Controls.of(plan.control(), parts, parts.seed());
        this.steering = new SteeringTrials(plan.control(), controls, trials);
        this.acknowledged = new Acknowledged(plan.load());
        plan.observe()
                .forEach((system, spec) ->
                        systems.put(system, new SystemReading(system, spec, parts.databases(), trials)));
    }

    /**
     * Tries everything.
     *
     * @param clients makes the client once the keys have been read
     */
    public void run(Supplier<Client> clients) throws InterruptedException {
        Client client = keys() ? clients.get() : null;
        systems.values().forEach(SystemReading::tryAll);
        boolean copied = plan.phases().stream().noneMatch(PhaseSpec::bootstrap) || steering.bootstrap();
        boolean living = steering.background();
        try (Background background = new Background(plan.control(), controls, events)) {
            background.start();
            served(client, RouteSpec.OLD, "at the beginning", true);
            routes(client, copied);
            rest(background, living);
        }
    }

    private boolean keys() {
        try {
            KeyList.write(plan, parts.databases(), run);
            trials.ok("keys", "can be read");
            return true;
        } catch (RehearsalException e) {
            trials.wrong("keys", String.valueOf(e.getMessage()), "correct 'keys': without, no operation is tried", "keys");
            return false;
        }
    }

    private void routes(@Nullable Client client, boolean copied) throws InterruptedException {
        List<PhaseSpec> phases = plan.phases();
        for (int index = 0; index < phases.size(); index++) {
            PhaseSpec phase = phases.get(index);
            if (phase.route().isPresent()) {
                RouteSpec route = phase.route().get();
                if (steering.route(phase, index, route)) {
                    served(client, route, "after " + phase.name(), copied);
                } else {
                    trials.notTried("after " + phase.name() + ": who serves", "its routing failed");
                }
            }
        }
    }

    /** A routing is in force. What was acknowledged before has to be where it is served now, and new operations are asked for there. */
    private void served(@Nullable Client client, RouteSpec route, String when, boolean copied)
            throws InterruptedException {
        if (client == null) {
            trials.notTried("operations " + when, "no keys were read");
            return;
        }
        new ServingTrials(plan.load(), client, trials).serves(route, when);
        String system = route.mode().text();
        SystemReading reading = systems.get(system);
        if (reading == null) {
            return;
        }
        if (!copied && route.mode() == RoutingMode.NEW) {
            trials.notTried("operations " + when, "the bootstrap failed, so new lacks what they are about");
            return;
        }
        ReadBack back = new ReadBack(reading, acknowledged, trials);
        if (!asked.isEmpty()) {
            back.within(wait(plan.control().within()), "of before, " + when);
        }
        if (asked.add(system)) {
            new OperationTrials(plan.load(), client, trials, system, acknowledged::add).run();
            back.within(wait(plan.control().within()), "just asked for on " + system);
        }
    }

    private static Duration wait(Duration within) {
        return within.compareTo(LONGEST_WAIT) < 0 ? within : LONGEST_WAIT;
    }

    private void rest(Background background, boolean living) throws InterruptedException {
        new SentinelTrials(new Sentinels(parts, events), trials).cross(plan.sentinels(), plan.control().within());
        steering.drained();
        List<String> failed = background.end();
        if (living && !failed.isEmpty()) {
            trials.wrong(
                    "background at the end",
                    "it failed at last: " + String.join(", ", failed),
                    "see whether it can be done after the last phase, too",
                    "control",
                    "background");
        }
        SystemReading old = systems.get("old");
        SystemReading next = systems.get("new");
        if (old != null && next != null) {
            new AgreementTrials(old, next, trials).within(wait(plan.control().within()));
        }
    }
}
