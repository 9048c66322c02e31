package dev.cutover.judge.hazard;

import dev.cutover.judge.facts.Facts;
import dev.cutover.record.evidence.History;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Counts writes by what their clients were told. */
final class Writes {
    private Writes() {}

    static long askedAgain(Facts facts) {
        History history = facts.history();
        return count(history, i -> history.ok(i) && history.attempts(i) > 1);
    }

    static long refused(Facts facts) {
        return count(facts.history(), facts.history()::refused);
    }

    private static long count(History history, IntPredicate wanted) {
        return IntStream.range(0, history.size())
                .filter(history::isWrite)
                .filter(wanted)
                .count();
    }
}
