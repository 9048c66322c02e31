package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.WrongValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the rehearsal steers the systems under test: by lists of steps, which are called by their names.
 *
 * @param within how long the bootstrap or a routing change may take, all its steps together
 * @param steps lists of steps, by name
 * @param bootstrap the lists that copy the existing data, one after the other
 * @param route the lists that change the routing, unless a phase names others
 * @param background lists that are done again and again beside clients and phases, until everything has come to rest
 * @param lag where can be read how far each direction of the sync is behind; only shown
 * @param comparisons where the bridge gives its own account of the answers that it compared in mode dual
 * @param compared the operations whose answers it compares; without it all of them
 * @param activated where a broken bridge that takes the place of a component says how often its defect has acted, by the component's name; asked once a second, and only of a broken bridge
 * @param crash how components are made to crash at a named point of their program, by the component's name
 * @param drained the lists by which the plan itself claims that everything has come out; weaker than a sentinel
 */
public record ControlSpec(
        @JsonProperty(defaultValue = "60 s") Duration within,
        Map<String, List<ActionSpec>> steps,
        List<String> bootstrap,
        List<String> route,
        List<Background> background,
        Optional<Lag> lag,
        Optional<ReadingSpec> comparisons,
        List<String> compared,
        Map<String, ReadingSpec> activated,
        Map<String, CrashSpec> crash,
        List<String> drained) {

    /** What every step may use. */
    public static final List<String> VALUES = List.of("mode", "share", "percent", "old-percent", "seed");

    public ControlSpec {
        Map<String, List<ActionSpec>> lists = new LinkedHashMap<>();
        steps.forEach((name, list) -> lists.put(name, list == null ? List.of() : List.copyOf(list)));
        steps = Plan.inOrder(lists);
        bootstrap = List.copyOf(bootstrap);
        route = List.copyOf(route);
        background = List.copyOf(background);
        compared = List.copyOf(compared);
        activated = Plan.inOrder(activated);
        activated.forEach((component, reading) -> checkNumber(reading, "activated", component));
        crash = Plan.inOrder(crash);
        drained = List.copyOf(drained);
        if (!within.isPositive()) {
            throw WrongValue.at("must be longer than nothing", "within");
        }
        comparisons.ifPresent(asked -> {
            if (!(asked instanceof ReadingSpec.Http whole)
                    || whole.at().isPresent()
                    || whole.is().isPresent()) {
                throw WrongValue.at(
                        "must be a whole answer by HTTP, such as { get: bridge.admin/comparisons }", "comparisons");
            }
        });
    }

    /**
     * A list of steps that is done again and again; the next time is counted from the beginning of the last.
     *
     * @param every the time from the beginning of one round to the next
     * @param steps the list
     */
    public record Background(
            Duration every, @JsonProperty("do") String steps) {
        public Background {
            if (!every.isPositive()) {
                throw WrongValue.at("must be longer than nothing", "every");
            }
        }
    }

    /**
     * Where the lag of each direction can be read, in seconds.
     *
     * @param oldToNew how many seconds the forward sync is behind
     * @param newToOld how many seconds the back sync is behind
     */
    public record Lag(Optional<ReadingSpec> oldToNew, Optional<ReadingSpec> newToOld) {
        public Lag {
            oldToNew.ifPresent(reading -> checkNumber(reading, "old-to-new"));
            newToOld.ifPresent(reading -> checkNumber(reading, "new-to-old"));
        }

        /** Nobody says. */
        public static Lag unknown() {
            return new Lag(Optional.empty(), Optional.empty());
        }
    }

    private static void checkNumber(ReadingSpec reading, Object... path) {
        if (reading.is().isPresent()) {
            throw WrongValue.at("belongs to 'until'; here any number may be found", Findings.below(path, "is"));
        }
    }
}
