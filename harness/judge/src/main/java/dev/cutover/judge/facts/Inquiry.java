package dev.cutover.judge.facts;

import dev.cutover.record.verdict.CounterExample;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Collects what a checker sees and turns it into its finding: a violation outweighs a gap, a gap outweighs all that was fine. */
public final class Inquiry {
    private static final int EXAMPLES = 32;
    private static final int GAPS_TOLD = 5;
    private static final int KEYS = 1_000;

    private final String checker;
    private final String title;
    private final List<CounterExample> examples = new ArrayList<>();
    private final NavigableSet<Long> keys = new TreeSet<>();
    private final List<String> gaps = new ArrayList<>();
    private long examined;
    private long violations;

    public Inquiry(String checker, String title) {
        this.checker = checker;
        this.title = title;
    }

    /** So many more cases were looked at. */
    public void examined(long cases) {
        examined += cases;
    }

    /** One case violates the property; the details are asked for only while examples are still kept. */
    public void violation(String summary, Supplier<Map<String, Object>> details) {
        violations++;
        if (examples.size() < EXAMPLES) {
            examples.add(new CounterExample(summary, details.get()));
        }
    }

    /** The same of a key, by the number that the journal knows it by; what is below 0 is no key of the load. */
    public void violation(long key, String summary, Supplier<Map<String, Object>> details) {
        violation(summary, details);
        if (key >= 0 && (keys.size() < KEYS || key < keys.last())) {
            keys.add(key);
        }
        if (keys.size() > KEYS) {
            keys.pollLast();
        }
    }

    /** One sentence on what is missing to judge, so that this cannot become a PASS. */
    public void gap(String sentence) {
        gaps.add(sentence);
    }

    /** What it comes to. */
    public Finding finding() {
        return finding(Long::toString);
    }

    /** The same, with keys as people know them. */
    public Finding finding(LongFunction<String> texts) {
        List<String> named = keys.stream().map(texts::apply).toList();
        if (violations > 0) {
            String first = examples.getFirst().summary();
            return finding(Result.FAIL, violations + " violations; the first: " + first, named);
        }
        if (!gaps.isEmpty()) {
            return finding(Result.UNKNOWN, told(), named);
        }
        return examined == 0
                ? finding(Result.UNKNOWN, "nothing was examined", named)
                : finding(Result.PASS, examined + " examined, no violation", named);
    }

    private String told() {
        String some = String.join("; ", gaps.subList(0, Math.min(GAPS_TOLD, gaps.size())));
        return gaps.size() > GAPS_TOLD ? some + "; and " + (gaps.size() - GAPS_TOLD) + " more" : some;
    }

    private Finding finding(Result result, String message, List<String> named) {
        return new Finding(checker, title, result, examined, violations, message, examples, named);
    }
}
