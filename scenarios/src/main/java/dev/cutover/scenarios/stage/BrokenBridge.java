package dev.cutover.scenarios.stage;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.yaml.Nearest;
import dev.cutover.environment.yaml.WrongValue;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.judge.Checkers;
import dev.cutover.judge.Judge;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.rehearse.plan.ControlSpec;
import dev.cutover.rehearse.plan.ReadingSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A bridge with one seeded defect, to test the testbed: another program in the place of a component, other values in the plan, or both. */
public record BrokenBridge(String name, Entry entry) {

    private static final String MODULE = "bridge-under-test/broken-bridges";

    /**
     * An entry of a plan's catalogue, under the bridge's name.
     *
     * @param replaces the component that another program takes the place of; with {@code main}, and instead of {@code set}
     * @param main the main class of that program, in the module of the broken bridges
     * @param set values of the plan that are others, each as for {@code --set}
     * @param defect what is wrong with it, in one sentence
     * @param hazard the class of hazards that it belongs to, such as {@code routing}; for counting
     * @param caughtBy the checkers or gates of which one must say no; without it, none has to
     * @param verdict the verdict that it must come to
     */
    public record Entry(
            Optional<String> replaces,
            Optional<String> main,
            List<String> set,
            String defect,
            @JsonProperty(defaultValue = "other") String hazard,
            List<String> caughtBy,
            @JsonProperty(defaultValue = "NO-GO") String verdict) {
        public Entry {
            set = List.copyOf(set);
            caughtBy = List.copyOf(caughtBy);
            if (Verdict.named(verdict).isEmpty()) {
                throw WrongValue.at("must be GO, NO-GO or INCONCLUSIVE but is '" + verdict + "'", "verdict");
            }
            for (int at = 0; at < caughtBy.size(); at++) {
                known(caughtBy.get(at), at);
            }
            if (main.isPresent() != replaces.isPresent() || (main.isEmpty() && set.isEmpty())) {
                throw WrongValue.at("needs 'replaces' and 'main', or 'set', or all of them", "set");
            }
        }

        private static void known(String name, int at) {
            List<String> names = new ArrayList<>(Checkers.all().keySet());
            Judge.gates().forEach(gate -> names.add(VerdictReport.GATE + gate));
            if (!names.contains(name)) {
                throw WrongValue.at(
                        "is '" + name + "', which is no checker and no gate" + Nearest.question(name, names)
                                + " there are: " + String.join(", ", names),
                        "caught-by",
                        at);
            }
        }

        /** The verdict that it must come to. */
        public Verdict expected() {
            return Verdict.named(verdict).orElseThrow();
        }

        /** What is another than in the plan. */
        public String changes() {
            return replaces.orElse("plan");
        }
    }

    /** All of a file, in its order. */
    public static Map<String, BrokenBridge> catalogue(Path file) {
        Map<String, BrokenBridge> bridges = new LinkedHashMap<>();
        YamlFile.read(file)
                .bindNamed(Entry.class)
                .forEach((name, entry) -> bridges.put(name, new BrokenBridge(name, entry)));
        return bridges;
    }

    /** Whether the verdict is the one that is expected of it, by whom it must be, in one line. */
    public String outcome(VerdictReport report) {
        Set<String> failed = new LinkedHashSet<>(report.failed());
        failed.retainAll(entry.caughtBy());
        String expected =
                entry.verdict() + (entry.caughtBy().isEmpty() ? "" : " by " + String.join(" or ", entry.caughtBy()));
        boolean asExpected =
                report.verdict() == entry.expected() && (entry.caughtBy().isEmpty() || !failed.isEmpty());
        return (asExpected ? "as expected of " : "NOT as expected of ") + name + ": " + expected
                + (failed.isEmpty() ? "" : "; seen by " + String.join(", ", failed));
    }

    public static BrokenBridge named(String name, Path file) {
        Map<String, BrokenBridge> bridges = catalogue(file);
        BrokenBridge bridge = bridges.get(name);
        if (bridge == null) {
            throw new IllegalArgumentException("there is no bridge '%s'%s bridges: reference, %s"
                    .formatted(name, Nearest.question(name, bridges.keySet()), String.join(", ", bridges.keySet())));
        }
        return bridge;
    }

    /** Where it says how often its defect has acted, if the plan knows. */
    Optional<ReadingSpec> activated(ControlSpec control) {
        return entry.replaces().map(control.activated()::get);
    }

    /** The environment with the broken program in it. */
    EnvironmentSpec in(EnvironmentSpec spec) {
        return entry.main()
                .map(main -> spec.withMain(entry.replaces().orElseThrow(), MODULE, main))
                .orElse(spec);
    }
}
