package dev.cutover.rehearse.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.Range;
import dev.cutover.environment.yaml.WrongValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The load of a run: what users ask for, how often, and what the answers mean.
 *
 * @param target the link that clients' requests take
 * @param operationsPerSecond operations a second, on average over the whole arrival curve
 * @param atMost the load stops by itself after this, whatever happens: 1 s to 1 h
 * @param timeout how long a client waits for the answer to one attempt
 * @param attempts how often an operation that is {@code repeatable} is sent at most, the first time included
 * @param servedBy the header of answers that says who served: old, new or bridge; without it nobody says, and routing is not examined
 * @param keepAlive whether a connection serves more than one request; else each has one of its own
 * @param session how many operations a user's session has, drawn evenly
 * @param thinkTime how long a user thinks between two operations, on average
 * @param twins the share of session pairs that come at the same instant with the same key, so that writes compete
 * @param arrivals a log whose curve the load follows in place of the shipped one: lines that end with the count of a period, one for each second
 * @param program a program of the plan's own that sends the load, in the place of stories and requests
 * @param simulation a simulation of Gatling's that does so
 * @param warmUp the read that is sent before the load begins; it is not recorded
 * @param otherwise the read that takes the place of a step that lacks a value; without it the step is left out
 * @param draw values that are drawn when any story begins, by name
 * @param operations what clients can ask for, by name; one or more
 * @param stories what users come for: operations in a row; one or more
 * @param publish what is published from outside beside the requests; one at most
 */
public record LoadModel(
        String target,
        double operationsPerSecond,
        Duration atMost,
        @JsonProperty(defaultValue = "2 s") Duration timeout,
        @JsonProperty(defaultValue = "3") int attempts,
        Optional<String> servedBy,
        @JsonProperty(defaultValue = "false") boolean keepAlive,
        @JsonProperty(defaultValue = "2..8") Range session,
        @JsonProperty(defaultValue = "100 ms") Duration thinkTime,
        @JsonProperty(defaultValue = "0.25") double twins,
        Optional<String> arrivals,
        Optional<ProgramSpec> program,
        Optional<SimulationSpec> simulation,
        Optional<String> warmUp,
        Optional<String> otherwise,
        Map<String, DrawSpec> draw,
        Map<String, OperationSpec> operations,
        List<StorySpec> stories,
        List<PublishSpec> publish) {

    // What a plan gets that does not say it, as above.
    public static final Range SESSION = new Range(2, 8);
    public static final Duration THINK_TIME = Duration.ofMillis(100);
    public static final double TWINS = 0.25;

    private static final int MOST_OPERATIONS = 256;
    private static final int LONGEST_SESSION = 1_000;
    private static final int MOST_ATTEMPTS = 100;
    private static final int FASTEST = 5_000;

    public LoadModel {
        draw = inOrder(draw);
        operations = inOrder(operations);
        stories = List.copyOf(stories);
        publish = List.copyOf(publish);
        within(operationsPerSecond, 0, FASTEST, "operations-per-second");
        positive(atMost, "at-most");
        positive(timeout, "timeout");
        positive(thinkTime, "think-time");
        within(attempts, 1, MOST_ATTEMPTS, "attempts");
        within(twins, 0, 1, "twins");
        if (operationsPerSecond == 0) {
            throw WrongValue.at("must be above 0", "operations-per-second");
        }
        if (session.from() < 1 || session.to() > LONGEST_SESSION) {
            throw WrongValue.at("must lie within 1.." + LONGEST_SESSION + " but is " + session, "session");
        }
        if (operations.isEmpty() || operations.size() > MOST_OPERATIONS) {
            throw WrongValue.at("must be 1 … " + MOST_OPERATIONS + " but are " + operations.size(), "operations");
        }
        if (program.isEmpty() && simulation.isEmpty()) {
            requireStories(warmUp, operations, stories);
        }
        if (publish.size() > 1) {
            throw WrongValue.at("must be one at most but are " + publish.size(), "publish");
        }
    }

    private static void requireStories(
            Optional<String> warmUp, Map<String, OperationSpec> operations, List<StorySpec> stories) {
        if (warmUp.isEmpty()) {
            throw WrongValue.here("lacks key 'warm-up', the read that is sent before the load");
        }
        if (stories.isEmpty()) {
            throw WrongValue.at("must be one or more: what users come for", "stories");
        }
        operations.forEach((name, operation) -> {
            if (operation.request().isEmpty()) {
                throw WrongValue.at("lacks key 'request'", "operations", name);
            }
        });
    }

    /** The load that the plan brings itself; none: stories. */
    public Optional<OwnLoad> own() {
        return program.<OwnLoad>map(any -> any).or(() -> simulation);
    }

    /** The same, at another rate. */
    public LoadModel at(double rate) {
        return new LoadModel(
                target,
                rate,
                atMost,
                timeout,
                attempts,
                servedBy,
                keepAlive,
                session,
                thinkTime,
                twins,
                arrivals,
                program,
                simulation,
                warmUp,
                otherwise,
                draw,
                operations,
                stories,
                publish);
    }

    /** The same, with the files that it names where they lie. */
    public LoadModel in(Path folder) {
        return new LoadModel(
                target,
                operationsPerSecond,
                atMost,
                timeout,
                attempts,
                servedBy,
                keepAlive,
                session,
                thinkTime,
                twins,
                arrivals.map(file ->
                        folder.resolve(file).toAbsolutePath().normalize().toString()),
                program.map(own -> own.in(folder)),
                simulation.map(own -> own.in(folder)),
                warmUp,
                otherwise,
                draw,
                operations,
                stories,
                publish);
    }

    /** One that there is. */
    public OperationSpec operation(String name) {
        return Objects.requireNonNull(operations.get(name), name);
    }

    /** Whether any answer says the version of its key. */
    public boolean saysVersions() {
        return own().map(load -> load.tells().contains(OwnLoad.Tells.VERSION))
                .orElseGet(() -> operations.values().stream()
                        .anyMatch(operation -> operation.version().isPresent()));
    }

    /** Whether answers say who gave them. */
    public boolean saysServers() {
        return own().map(load -> load.tells().contains(OwnLoad.Tells.SERVED_BY)).orElse(servedBy.isPresent());
    }

    /** Whether any operation says what it asks for. */
    public boolean asks() {
        return operations.values().stream()
                .anyMatch(operation -> operation.asks().isPresent());
    }

    /** Whether what reads are answered is compared. */
    public boolean comparesContent() {
        return operations.values().stream()
                .anyMatch(operation -> !operation.content().isEmpty());
    }

    /** How long an operation can take, with all its attempts and the pauses between them. */
    public Duration longestOperation() {
        return timeout.multipliedBy(attempts).plus(Backoff.LONGEST.multipliedBy((long) attempts * attempts));
    }

    private static void within(double value, double least, double most, String key) {
        if (value < least || value > most) {
            throw WrongValue.at("must lie between %.0f and %.0f but is %s".formatted(least, most, value), key);
        }
    }

    private static void positive(Duration duration, String key) {
        if (!duration.isPositive()) {
            throw WrongValue.at("must be longer than nothing", key);
        }
    }

    static <T> Map<String, T> inOrder(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
