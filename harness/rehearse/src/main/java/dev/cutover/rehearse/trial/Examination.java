package dev.cutover.rehearse.trial;

import dev.cutover.record.event.EventLog;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.Background;
import dev.cutover.rehearse.Controls;
import dev.cutover.rehearse.EffectRecords;
import dev.cutover.rehearse.KeyList;
import dev.cutover.rehearse.Parts;
import dev.cutover.rehearse.RehearsalException;
import dev.cutover.rehearse.Sentinels;
import dev.cutover.rehearse.plan.KeySpec;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import dev.cutover.rehearse.plan.Plan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tries every part of a plan once on running systems, without load and faults, in the order in which a rehearsal needs them. What is wrong is
 * told, and keeps only from being tried what depends on it.
 */
public final class Examination {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Plan plan;
    private final Parts parts;
    private final RunDirectory run;
    private final EventLog events;
    private final Trials trials;
    private final Down down;
    private final Controls controls;
    private final SteeringTrials steering;
    private final AccountTrials accounts;
    private final EffectRecords effects;
    private final Acknowledged acknowledged;
    private final Map<String, SystemReading> systems = new LinkedHashMap<>();

    public Examination(Plan plan, Parts parts, Down down, RunDirectory run, EventLog events, Trials trials) {
        this.plan = plan;
        this.parts = parts;
        this.run = run;
        this.events = events;
        this.trials = trials;
        this.down = down;
        this.controls = Controls.of(plan.control(), parts, parts.seed());
        this.steering = new SteeringTrials(plan.control(), controls, down, trials);
        this.accounts = new AccountTrials(plan, run, trials);
        this.effects = new EffectRecords(plan.effects(), parts.environment(), parts.databases(), parts.seed());
        this.acknowledged = new Acknowledged(plan.load());
        plan.observe()
                .forEach((system, spec) ->
                        systems.put(system, new SystemReading(system, spec, parts.databases(), trials)));
    }

    /**
     * Tries everything.
     *
     * @param target the component that the load goes to
     * @param clients makes the client, once the keys have been read
     */
    public void run(String target, Supplier<Client> clients) throws InterruptedException {
        accounts.begin(effects);
        Optional<ServedTrials> served = client(target, clients)
                .map(client -> new ServedTrials(plan.load(), client, systems, acknowledged, settling(), trials));
        systems.values().forEach(system -> system.tryAll(down));
        boolean copied = plan.phases().stream().noneMatch(PhaseSpec::bootstrap) || steering.bootstrap();
        boolean living = steering.background();
        try (Background background = new Background(plan.control(), controls, events)) {
            background.start();
            if (served.isPresent()) {
                served.get().under(RouteSpec.OLD, "at the beginning", true);
            }
            boolean over = routes(served, copied);
            if (served.isPresent() && !plan.load().publish().isEmpty()) {
                new PublishTrials(served.get().client(), systems.values(), trials)
                        .publish(plan.load().publish().getFirst(), settling());
            }
            rest(background, living, over);
        }
    }

    private Optional<Client> client(String target, Supplier<Client> clients) {
        if (plan.load().own().isPresent()) {
            trials.notTried("operations", "the load is the plan's own, which sends its requests itself");
            return Optional.empty();
        }
        Optional<String> lacking = down.lacking(
                plan.keys() instanceof KeySpec.Sql sql ? List.of(sql.component(), target) : List.of(target));
        if (lacking.isPresent()) {
            trials.notTried("operations", lacking.get());
            return Optional.empty();
        }
        try {
            KeyList.write(plan, parts.databases(), run, parts.texts());
            Client client = clients.get();
            trials.ok("keys", Brief.count(client.keys(), "key"));
            return Optional.of(client);
        } catch (RehearsalException e) {
            trials.wrong(
                    "keys", String.valueOf(e.getMessage()), "correct 'keys': without, no operation is tried", "keys");
            return Optional.empty();
        }
    }

    /** True if every routing was changed, so that the plan's end is reached. */
    private boolean routes(Optional<ServedTrials> served, boolean copied) throws InterruptedException {
        List<PhaseSpec> phases = plan.phases();
        boolean all = true;
        for (int index = 0; index < phases.size(); index++) {
            PhaseSpec phase = phases.get(index);
            if (phase.route().isPresent()) {
                RouteSpec route = phase.route().get();
                String when = "in phase " + phase.name();
                if (!steering.route(phase, index, route)) {
                    all = false;
                    trials.notTried("operations " + when, "its routing was not changed");
                } else if (served.isPresent()) {
                    served.get().under(route, when, copied);
                }
            }
        }
        return all;
    }

    private Duration settling() {
        Duration within = plan.control().within();
        return within.compareTo(LONGEST_WAIT) < 0 ? within : LONGEST_WAIT;
    }

    private void rest(Background background, boolean living, boolean over) throws InterruptedException {
        if (over) {
            new SentinelTrials(new Sentinels(parts, events), down, trials)
                    .cross(plan.sentinels(), plan.control().within());
            steering.drained();
        } else {
            trials.notTried(
                    "sentinels, and whether both sides agree",
                    "not every routing was changed, so the plan's end was not reached");
        }
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
        if (over && old != null && next != null) {
            new AgreementTrials(old, next, trials).within(settling());
        }
        accounts.effects(acknowledged, effects, settling());
        accounts.deadLetters(parts.broker());
        accounts.bridge(controls);
    }
}
