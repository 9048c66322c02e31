package dev.cutover.rehearse.trial;

import dev.cutover.environment.running.Await;
import dev.cutover.record.evidence.EffectCall;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.Broker;
import dev.cutover.rehearse.Controls;
import dev.cutover.rehearse.EffectRecords;
import dev.cutover.rehearse.plan.ControlSpec.Lag;
import dev.cutover.rehearse.plan.EffectSpec;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.plan.ReadingSpec;
import dev.cutover.rehearse.trial.Asked.Sent;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the accounts that others give can be had: of effects the third party's, of dead letters the broker's, of answers and lag the bridge's. */
record AccountTrials(Plan plan, RunDirectory run, Trials trials) {

    private static final String EFFECTS = "effects";
    private static final String DEAD_LETTERS = "dead-letters";
    private static final String CONTROL = "control";

    /** Before anything is sent: a record that is read has to reach back to here. */
    void begin(EffectRecords records) throws InterruptedException {
        try {
            records.begin();
        } catch (IOException e) {
            trials.wrong(
                    EFFECTS,
                    "the third party cannot be asked: " + e,
                    "see whether it is up, and whether the port is right",
                    EFFECTS);
        }
    }

    /** Each operation with an effect that was answered OK must stand in the record of that effect. */
    void effects(Acknowledged acknowledged, EffectRecords records, Duration limit) throws InterruptedException {
        for (Map.Entry<String, EffectSpec> effect : plan.effects().entrySet()) {
            String name = effect.getKey();
            List<Sent> owed = effect.getValue().of().stream()
                    .flatMap(operation -> acknowledged.there(operation).stream())
                    .toList();
            if (owed.isEmpty()) {
                trials.notTried("effect " + name, "no operation that has it was answered OK");
            } else {
                effect(name, run.observed().resolve(effect.getValue().file(name)), owed, records, limit);
            }
        }
    }

    private void effect(String name, Path log, List<Sent> owed, EffectRecords records, Duration limit)
            throws InterruptedException {
        boolean there = Await.until(
                limit,
                Duration.ofMillis(100),
                () -> missing(name, log, owed, records).isEmpty());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (there) {
            trials.ok("effect " + name, owed.size() + " found in " + log.getFileName());
        } else {
            trials.wrong(
                    "effect " + name,
                    missing(name, log, owed, records),
                    "let the third party's record have each call, with the idempotency key that it was sent as operation",
                    EFFECTS,
                    name);
        }
    }

    /** In words; empty if none is missing. */
    private String missing(String name, Path log, List<Sent> owed, EffectRecords records) {
        try {
            if (records.read().contains(name)) {
                records.save(name, run.observed());
            }
            List<EffectCall> calls = EffectCall.read(log);
            Set<Long> done = calls.stream()
                    .filter(EffectCall::done)
                    .map(EffectCall::operation)
                    .collect(Collectors.toSet());
            return owed.stream()
                    .filter(sent -> !done.contains(sent.id()))
                    .findFirst()
                    .map(sent -> "operation " + sent.operation() + " " + sent.id()
                            + " was answered OK, but no call of it stands among the " + calls.size() + " of "
                            + log.getFileName())
                    .orElse("");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } catch (IOException | SQLException | RuntimeException e) {
            return "the record of effects cannot be read: " + e;
        }
    }

    /** There must be none. */
    void deadLetters(Broker broker) {
        if (plan.deadLetters().isEmpty()) {
            return;
        }
        String topic = plan.deadLetters().get().topic();
        try {
            List<String> letters = broker.deadLetters();
            if (letters.isEmpty()) {
                trials.ok(DEAD_LETTERS, "topic " + topic + " can be read and holds none");
            } else {
                trials.wrong(
                        DEAD_LETTERS,
                        letters.size() + " changes could not be applied; the first: "
                                + letters.getFirst().strip(),
                        "see the log of what applies them",
                        DEAD_LETTERS);
            }
        } catch (IOException | RuntimeException e) {
            trials.wrong(
                    DEAD_LETTERS, "topic " + topic + " cannot be read: " + e, "see the broker's log", DEAD_LETTERS);
        }
    }

    void bridge(Controls controls) throws InterruptedException {
        if (plan.compares()) {
            try {
                trials.ok("comparisons", controls.comparisons().replaceAll("\\s+", " "));
            } catch (IOException e) {
                trials.wrong(
                        "comparisons", String.valueOf(e.getMessage()), "correct the address", CONTROL, "comparisons");
            }
        }
        Lag lag = plan.control().lag().orElseGet(Lag::unknown);
        if (lag.oldToNew().isPresent()) {
            lag(lag.oldToNew().get(), "old-to-new", controls);
        }
        if (lag.newToOld().isPresent()) {
            lag(lag.newToOld().get(), "new-to-old", controls);
        }
    }

    private void lag(ReadingSpec reading, String direction, Controls controls) throws InterruptedException {
        String what = "lag " + direction;
        try {
            String seconds = controls.read(reading);
            trials.ok(what, Double.parseDouble(seconds) + " s");
        } catch (IOException | NumberFormatException e) {
            trials.wrong(
                    what,
                    String.valueOf(e.getMessage()),
                    "let it be a number of seconds, or leave it out: it is only shown",
                    CONTROL,
                    "lag",
                    direction);
        }
    }
}
