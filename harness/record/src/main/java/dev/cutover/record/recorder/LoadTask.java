package dev.cutover.record.recorder;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a load that the plan brings itself is told, each by a name: {@code cutover.target} as a system property, {@code CUTOVER_TARGET} as
 * an environment variable.
 *
 * @param target where requests go
 * @param seed from which everything random should come
 * @param rate operations per second that the plan asks for, on average
 * @param seconds after so many the testbed ends the load
 * @param arrivals a file with a line for each of these seconds: how many operations the plan asks for in it
 * @param operations the names of the plan's operations, in the order of their numbers in the journal
 * @param about those of them that are about another operation, which they must name
 * @param keys numbers from one to another, such as 1..500, or a file with a line of labels and one for each key
 * @param journal the journal file
 * @param injector the number of the writer, 1 … 4095, by which its operation ids differ from another's
 */
public record LoadTask(
        URI target,
        long seed,
        double rate,
        long seconds,
        Path arrivals,
        List<String> operations,
        List<String> about,
        String keys,
        Path journal,
        int injector) {

    /** Between the names of operations, none of which holds it. */
    public static final String COMMA = ",";

    private static final String PROPERTY = "cutover.";

    public LoadTask {
        operations = List.copyOf(operations);
        about = List.copyOf(about);
    }

    /** The same, for another writer of the same journal. */
    public LoadTask withInjector(int number) {
        return new LoadTask(target, seed, rate, seconds, arrivals, operations, about, keys, journal, number);
    }

    /** By the names of system properties. */
    public Map<String, String> properties() {
        return named(name -> PROPERTY + name);
    }

    /** By the names of environment variables. */
    public Map<String, String> variables() {
        return named(LoadTask::variable);
    }

    private Map<String, String> named(UnaryOperator<String> naming) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(naming.apply("target"), target.toString());
        values.put(naming.apply("seed"), Long.toString(seed));
        values.put(naming.apply("rate"), Double.toString(rate));
        values.put(naming.apply("seconds"), Long.toString(seconds));
        values.put(naming.apply("arrivals"), arrivals.toString());
        values.put(naming.apply("operations"), String.join(COMMA, operations));
        values.put(naming.apply("about"), String.join(COMMA, about));
        values.put(naming.apply("keys"), keys);
        values.put(naming.apply("journal"), journal.toString());
        values.put(naming.apply("injector"), Integer.toString(injector));
        return Collections.unmodifiableMap(values);
    }

    /** What this process was told. */
    static LoadTask told() {
        return read(name -> {
            String property = System.getProperty(PROPERTY + name);
            return property == null ? System.getenv(variable(name)) : property;
        });
    }

    private static String variable(String name) {
        return (PROPERTY + name).replace('.', '_').toUpperCase(Locale.ROOT);
    }

    static LoadTask read(Source source) {
        return new LoadTask(
                URI.create(source.get("target")),
                Long.parseLong(source.get("seed")),
                Double.parseDouble(source.get("rate")),
                Long.parseLong(source.get("seconds")),
                Path.of(source.get("arrivals")),
                source.names("operations"),
                source.names("about"),
                source.get("keys"),
                Path.of(source.get("journal")),
                Integer.parseInt(source.get("injector")));
    }

    /** Where values are found by their short names. */
    @FunctionalInterface
    interface Source {
        @Nullable
        String find(String name);

        default List<String> names(String name) {
            String names = get(name);
            return names.isEmpty() ? List.of() : List.of(names.split(COMMA, -1));
        }

        default String get(String name) {
            String value = find(name);
            if (value == null) {
                throw new IllegalStateException(
                        "neither the system property " + PROPERTY + name
                                + " nor the environment variable " + variable(name)
                                + " is set: a recorder works only in a load that a plan brings (load.simulation, load.program)");
            }
            return value;
        }
    }
}
