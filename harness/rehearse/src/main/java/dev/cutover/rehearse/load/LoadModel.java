package dev.cutover.rehearse.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.Range;
import dev.cutover.environment.yaml.WrongValue;
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
 * @param operationsPerSecond mean rate over the arrival curve
 * @param atMost the load stops by itself after this
 * @param timeout of one attempt
 * @param attempts how often an operation that is repeatable is sent at most
 * @param servedBy the header of answers that says who served: old, new or bridge; without it nobody says
 * @param keepAlive whether a connection serves more than one request; else each has one of its own
 * @param session operations of one user's session, drawn evenly
 * @param thinkTime mean time between two operations of a session
 * @param twins the share of session pairs that come at the same instant with the same key
 * @param arrivals a file with the arrivals of equal periods, its last column; one period for each second of the run
 * @param warmUp the read that is sent before the load, outside the journal
 * @param otherwise the read that takes the place of a step that lacks a value; without it the step is left out
 * @param draw what every story draws when it begins
 * @param operations by name, in the order of their numbers in the journal
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
        String warmUp,
        Optional<String> otherwise,
        Map<String, DrawSpec> draw,
        Map<String, OperationSpec> operations,
        List<StorySpec> stories,
        List<PublishSpec> publish) {

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
        if (stories.isEmpty()) {
            throw WrongValue.at("must be one or more: what users come for", "stories");
        }
        if (publish.size() > 1) {
            throw WrongValue.at("must be one at most but are " + publish.size(), "publish");
        }
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
                warmUp,
                otherwise,
                draw,
                operations,
                stories,
                publish);
    }

    /** The same, with the arrivals' file named otherwise. */
    public LoadModel withArrivals(Optional<String> file) {
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
                file,
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
        return operations.values().stream()
                .anyMatch(operation -> operation.version().isPresent());
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
