package dev.cutover.junit;

import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a rehearsal's verdict. One that fails shows what decided it, with the counter-examples. */
public final class VerdictAssert extends AbstractAssert<VerdictAssert, RehearsalVerdict> {

    private VerdictAssert(RehearsalVerdict actual) {
        super(actual, VerdictAssert.class);
    }

    public static VerdictAssert assertThat(RehearsalVerdict verdict) {
        return new VerdictAssert(verdict);
    }

    public VerdictAssert isGo() {
        return is(Verdict.GO);
    }

    public VerdictAssert isNoGo() {
        return is(Verdict.NO_GO);
    }

    public VerdictAssert isInconclusive() {
        return is(Verdict.INCONCLUSIVE);
    }

    /** NO-GO, and one of these checkers or gates, by id such as {@code rollback-complete}, is among those that say so. */
    public VerdictAssert caughtBy(String... oneOf) {
        isNoGo();
        List<String> unknown = Arrays.stream(oneOf)
                .filter(id -> ids(Result.values()).noneMatch(id::equals))
                .toList();
        if (!unknown.isEmpty()) {
            failWithMessage(
                    "%s is no checker and no gate of this run; there are %s",
                    String.join(", ", unknown),
                    String.join(", ", ids(Result.values()).toList()));
        }
        if (ids(Result.FAIL).noneMatch(List.of(oneOf)::contains)) {
            failWithMessage(
                    "expected to be caught by %s, but%n%s", String.join(" or ", oneOf), new Explanation(actual));
        }
        return this;
    }

    /** The property was examined: it is not among those that the plan does not let the testbed see. */
    public VerdictAssert examined(String property) {
        isNotNull();
        actual.report().notExamined().stream()
                .filter(not -> not.property().equals(property))
                .forEach(not -> failWithMessage("%s was not examined: %s", property, not.because()));
        return this;
    }

    private VerdictAssert is(Verdict expected) {
        isNotNull();
        if (actual.report().verdict() != expected) {
            failWithMessage("expected %s, but%n%s", expected.text(), new Explanation(actual));
        }
        return this;
    }

    private Stream<String> ids(Result... results) {
        List<Result> wanted = List.of(results);
        return Stream.concat(
                        actual.report().findings().stream()
                                .filter(finding -> wanted.contains(finding.result()))
                                .map(finding -> finding.checker()),
                        actual.report().gates().stream()
                                .filter(gate -> wanted.contains(gate.result()))
                                .map(gate -> gate.gate()))
                .distinct();
    }
}
