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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A bridge with one seeded defect, to test the testbed: another program in the place of a component, other values in the plan, or both.
 *
 * @param members the bridges that share the run of this one, each with keys of its own; none of most
 */
public record BrokenBridge(String name, Entry entry, List<BrokenBridge> members) {

    private static final String MODULE = "bridge-under-test/broken-bridges";
    private static final String DEFECTS = "DEFECTS";

    public BrokenBridge {
        members = List.copyOf(members);
    }

    /**
     * An entry of a plan's catalogue, under the bridge's name.
     *
     * @param replaces the component that another program takes the place of; with {@code main}, and instead of {@code set}
     * @param main the main class of that program, in the module of the broken bridges
     * @param set values of the plan that are others, each as for {@code --set}
     * @param together other bridges of the catalogue that share one run: the first has the keys whose number leaves 0 when divided by one more than
     *     there are, and so on; the last share's meet no defect
     * @param programs with {@code together}: by component, the main class of the program that holds the defects of those that replace it. It finds
     *     them in its variable {@code DEFECTS}, as {@code CLASS REMAINDER/SHARES} separated by commas, and counts each as
     *     {@code cutover_defect_activated_total{defect="CLASS"}}
     * @param defect what is wrong with it, in one sentence
     * @param hazard the class of hazards that it belongs to, such as {@code routing}; for counting
     * @param caughtBy the checkers or gates of which one must say no; without it, none has to
     * @param verdict the verdict that it must come to
     */
    public record Entry(
            Optional<String> replaces,
            Optional<String> main,
            List<String> set,
            List<String> together,
            Map<String, String> programs,
            String defect,
            @JsonProperty(defaultValue = "other") String hazard,
            List<String> caughtBy,
            @JsonProperty(defaultValue = "NO-GO") String verdict) {
        public Entry {
            set = List.copyOf(set);
            caughtBy = List.copyOf(caughtBy);
            together = List.copyOf(together);
            programs = new LinkedHashMap<>(programs);
            if (Verdict.named(verdict).isEmpty()) {
                throw WrongValue.at("must be GO, NO-GO or INCONCLUSIVE but is '" + verdict + "'", "verdict");
            }
            for (int at = 0; at < caughtBy.size(); at++) {
                known(caughtBy.get(at), at);
            }
            if (together.isEmpty() != programs.isEmpty()) {
                throw WrongValue.at("goes with 'programs', and 'programs' with it", "together");
            }
            if (main.isPresent() != replaces.isPresent() || (main.isEmpty() && set.isEmpty() && together.isEmpty())) {
                throw WrongValue.at("needs 'replaces' and 'main', or 'set', or all of them; or 'together'", "set");
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
            return replaces.orElse(together.isEmpty() ? "plan" : String.join("+", programs.keySet()));
        }
    }

    /** All of a file, in its order. */
    public static Map<String, BrokenBridge> catalogue(Path file) {
        Map<String, Entry> entries = YamlFile.read(file).bindNamed(Entry.class);
        Map<String, BrokenBridge> bridges = new LinkedHashMap<>();
        entries.forEach((name, entry) -> bridges.put(
                name,
                new BrokenBridge(
                        name,
                        entry,
                        entry.together().stream()
                                .map(member -> member(name, entry, member, entries))
                                .toList())));
        return bridges;
    }

    private static BrokenBridge member(String name, Entry entry, String member, Map<String, Entry> entries) {
        Entry found = entries.get(member);
        if (found == null
                || found.replaces().filter(entry.programs()::containsKey).isEmpty()
                || found.expected() != entry.expected()) {
            throw new IllegalArgumentException("bridge '" + name + "' cannot share its run with '" + member
                    + "': it must be a bridge of the catalogue that replaces "
                    + String.join(" or ", entry.programs().keySet())
                    + ", with the same verdict" + Nearest.question(member, entries.keySet()));
        }
        return new BrokenBridge(member, found, List.of());
    }

    /** What a verdict says of it, or of each of its members. */
    public List<Outcome> outcomes(VerdictReport report) {
        return members.isEmpty()
                ? List.of(new Outcome(this, report.verdict(), report.failed()))
                : Attribution.of(this, report.findings(), report.gates());
    }

    /** What a verdict says of the keys that none of its members has, if it has members: they meet a correct bridge. */
    public Optional<Outcome> ofOthers(VerdictReport report) {
        return members.isEmpty()
                ? Optional.empty()
                : Optional.of(Attribution.ofOthers(this, report.findings(), report.gates()));
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

    /** Where it, or each of its members, says how often its defect has acted, if the plan knows. */
    Map<String, ReadingSpec> activated(ControlSpec control) {
        Map<String, ReadingSpec> readings = new LinkedHashMap<>();
        for (BrokenBridge bridge : members.isEmpty() ? List.of(this) : members) {
            bridge.entry
                    .replaces()
                    .map(control.activated()::get)
                    .ifPresent(reading -> readings.put(bridge.name, members.isEmpty() ? reading : of(bridge, reading)));
        }
        return readings;
    }

    private static ReadingSpec of(BrokenBridge member, ReadingSpec reading) {
        if (!(reading instanceof ReadingSpec.Http http)) {
            return reading;
        }
        String counted = "(?m)^cutover_defect_activated_total\\{defect=\"%s\"} (\\S+)"
                .formatted(Pattern.quote(member.entry.main().orElseThrow()));
        return new ReadingSpec.Http(http.get(), http.headers(), Optional.empty(), Optional.of(counted), http.is());
    }

    /** The environment with the broken program, or programs, in it. */
    EnvironmentSpec in(EnvironmentSpec spec) {
        EnvironmentSpec changed = entry.main()
                .map(main -> spec.withMain(entry.replaces().orElseThrow(), MODULE, main, Map.of()))
                .orElse(spec);
        for (Map.Entry<String, String> program : entry.programs().entrySet()) {
            changed = changed.withMain(
                    program.getKey(), MODULE, program.getValue(), Map.of(DEFECTS, defects(program.getKey())));
        }
        return changed;
    }

    private String defects(String component) {
        return IntStream.range(0, members.size())
                .filter(share -> members.get(share)
                        .entry
                        .replaces()
                        .filter(component::equals)
                        .isPresent())
                .mapToObj(share ->
                        members.get(share).entry.main().orElseThrow() + " " + share + "/" + (members.size() + 1))
                .collect(Collectors.joining(", "));
    }

    /**
     * What a verdict says of one bridge.
     *
     * @param failed the checkers, and the gates as {@code gate:NAME}, that say no to it
     */
    public record Outcome(BrokenBridge bridge, Verdict verdict, Set<String> failed) {
        public Outcome {
            failed = Collections.unmodifiableSet(new LinkedHashSet<>(failed));
        }

        /** Whether the verdict is the one that is expected of it, by whom it must be, in one line. */
        public String text() {
            Entry entry = bridge.entry();
            List<String> by = failed.stream().filter(entry.caughtBy()::contains).toList();
            String expected = entry.verdict()
                    + (entry.caughtBy().isEmpty() ? "" : " by " + String.join(" or ", entry.caughtBy()));
            boolean asExpected =
                    verdict == entry.expected() && (entry.caughtBy().isEmpty() || !by.isEmpty());
            return (asExpected ? "as expected of " : "NOT as expected of ") + bridge.name() + ": " + expected
                    + (by.isEmpty() ? "" : "; seen by " + String.join(", ", by));
        }
    }
}
