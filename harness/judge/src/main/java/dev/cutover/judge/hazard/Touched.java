package dev.cutover.judge.hazard;

import dev.cutover.judge.facts.Facts;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.verdict.FaultsOfRun;
import dev.cutover.record.verdict.VerdictReport.Fault;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many operations were under way while each fault was active, from its injection until it was seen to be gone: all that may have met it. Of a
 * fault that is not on the way of clients' requests, such as one of a sync, it says no more than that there was load meanwhile. An operation that
 * never ended counts as under way only when it was invoked.
 */
public final class Touched {
    private final long[] invoked;
    private final long[] ended;

    private Touched(History history) {
        this.invoked = new long[history.size()];
        this.ended = new long[history.size()];
        for (int i = 0; i < invoked.length; i++) {
            invoked[i] = history.invokedNs(i);
            ended[i] = history.endedNs(i) == Long.MAX_VALUE ? invoked[i] : history.endedNs(i);
        }
        Arrays.sort(invoked);
        Arrays.sort(ended);
    }

    /** All faults of the run, each with what it touched, where that can be told. */
    public static List<Fault> faults(Facts facts) {
        List<Fault> faults = FaultsOfRun.of(facts.evidence().log());
        if (faults.isEmpty() || !facts.evidence().has(EvidencePart.JOURNAL)) {
            return faults;
        }
        Touched touched = new Touched(facts.history());
        return faults.stream().map(fault -> fault.touching(touched.by(fault))).toList();
    }

    private @Nullable Long by(Fault fault) {
        Long from = fault.injectedNs();
        Long until = fault.healedNs();
        if (from == null || until == null) {
            return null;
        }
        return from >= until ? 0 : before(invoked, until) - before(ended, from + 1);
    }

    /** How many lie before an instant. */
    private static long before(long[] sorted, long ns) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < ns) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
