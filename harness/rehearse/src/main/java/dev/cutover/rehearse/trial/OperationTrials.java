package dev.cutover.rehearse.trial;

import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.Look;
import dev.cutover.rehearse.load.OperationSpec;
import dev.cutover.rehearse.load.StepSpec;
import dev.cutover.rehearse.trial.Asked.Sent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Asks for every operation until it was answered as its OK says, with the values that the stories give it. */
final class OperationTrials {

    /** A refusal may be due to the key or to what was drawn; so it is tried with others. */
    private static final int ROUNDS = 5;

    private final LoadModel load;
    private final Client client;
    private final Trials trials;
    private final String system;
    private final Consumer<Sent> acknowledged;

    private final Set<String> settled = new HashSet<>();
    private final Map<String, Sent> refused = new HashMap<>();
    private final Map<String, Set<String>> lacking = new HashMap<>();

    /**
     * Those of one load.
     *
     * @param system that answers now
     * @param acknowledged told of everything that was answered OK
     */
    OperationTrials(LoadModel load, Client client, Trials trials, String system, Consumer<Sent> acknowledged) {
        this.load = load;
        this.client = client;
        this.trials = trials;
        this.system = system;
        this.acknowledged = acknowledged;
    }

    void run() throws InterruptedException {
        for (int round = 0; round < ROUNDS && settled.size() < load.operations().size(); round++) {
            for (int story = 0; story < load.stories().size(); story++) {
                if (load.stories().get(story).steps().stream()
                        .map(StepSpec::operation)
                        .anyMatch(this::open)) {
                    client.story(story).forEach(this::asked);
                }
            }
            for (String alone : Stream.concat(load.warmUp().stream(), load.otherwise().stream())
                    .toList()) {
                if (open(alone)) {
                    asked(client.alone(alone));
                }
            }
        }
        load.operations().keySet().stream().filter(this::open).forEach(this::leftOpen);
    }

    private boolean open(String operation) {
        return !settled.contains(operation);
    }

    private void asked(Asked asked) {
        switch (asked) {
            case Asked.Lacking left -> lacking.put(left.operation(), left.values());
            case Sent sent -> {
                if (sent.ok()) {
                    acknowledged.accept(sent);
                }
                if (open(sent.operation())) {
                    judge(sent);
                }
            }
        }
    }

    private void judge(Sent sent) {
        OperationSpec operation = load.operation(sent.operation());
        Missed missed = new Missed(operation, sent.answer());
        switch (sent.outcome()) {
            case OK -> {
                settled.add(sent.operation());
                List<String> missing = missed.values();
                trials.ok(name(sent.operation()), told(sent) + has(operation, missing));
                if (!missing.isEmpty()) {
                    lacks(sent, missing);
                }
            }
            case REFUSED -> refused.put(sent.operation(), sent);
            case UNKNOWN, EMPTY, INVOKED -> {
                settled.add(sent.operation());
                trials.wrong(
                        name(sent.operation()),
                        told(sent) + "; " + missed.ok(),
                        advice(sent),
                        "load",
                        "operations",
                        sent.operation());
            }
        }
    }

    private static String has(OperationSpec operation, List<String> missing) {
        List<String> values = new ArrayList<>(operation.keep().keySet());
        operation.version().ifPresent(version -> values.add("version"));
        operation.content().stream().map(Look::of).forEach(look -> values.add("content " + look));
        return values.isEmpty() || !missing.isEmpty() ? "" : "; it has " + String.join(", ", values);
    }

    private void lacks(Sent sent, List<String> missing) {
        trials.wrong(
                "values of " + sent.operation() + " on " + system,
                String.join("; ", missing),
                "look where the answer has it; the answer is above",
                "load",
                "operations",
                sent.operation());
    }

    private static String advice(Sent sent) {
        return sent.answer().status() == 0
                ? "see whether 'load.target' leads to the bridge, and whether it and who serves behind it run"
                : "correct the request, or say in 'ok' or 'refused' what this answer means";
    }

    private void leftOpen(String operation) {
        Sent no = refused.get(operation);
        if (no != null) {
            trials.wrong(
                    name(operation),
                    "was refused each time, at last " + told(no),
                    "if 'refused' is right about this answer, let a story ask for what can be granted",
                    "load",
                    "operations",
                    operation);
        } else if (lacking.containsKey(operation)) {
            trials.notTried(
                    name(operation),
                    "no answer gave it ${" + String.join("}, ${", lacking.getOrDefault(operation, Set.of())) + "}");
        } else {
            trials.notTried(name(operation), "no story asks for it");
        }
    }

    private String name(String operation) {
        return "operation " + operation + " on " + system;
    }

    private static String told(Sent sent) {
        return sent.request() + " was " + sent.answer();
    }
}
