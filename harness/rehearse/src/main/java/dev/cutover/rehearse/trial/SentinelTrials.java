package dev.cutover.rehearse.trial;

import dev.cutover.rehearse.Sentinels;
import dev.cutover.rehearse.plan.SentinelSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether each sentinel comes out within its limit. */
record SentinelTrials(Sentinels sentinels, Down down, Trials trials) {

    void cross(List<SentinelSpec> planned, Duration within) throws InterruptedException {
        for (int index = 0; index < planned.size(); index++) {
            SentinelSpec sentinel = planned.get(index);
            String what = "sentinel " + sentinel.stream();
            Optional<String> lacking = down.lacking(needs(sentinel));
            if (lacking.isPresent()) {
                trials.notTried(what, lacking.get());
            } else {
                cross(what, sentinel, sentinel.within().orElse(within), index);
            }
        }
    }

    private static List<String> needs(SentinelSpec sentinel) {
        return Stream.concat(
                        Stream.of(sentinel.send().component()),
                        sentinel.seen().stream().map(SentinelSpec.Seen::component))
                .toList();
    }

    private void cross(String what, SentinelSpec sentinel, Duration limit, int index) throws InterruptedException {
        long begin = System.nanoTime();
        String reason = sentinels.cross(sentinel, limit);
        String of = Brief.of(Duration.ofNanos(System.nanoTime() - begin), limit);
        if (reason == null) {
            trials.ok(what, "came out after " + of);
        } else {
            trials.wrong(
                    what,
                    reason + " (" + of + ")",
                    "see whether what carries the stream runs at the end of the plan, and run the SQL of 'send' and 'seen' by hand",
                    "sentinels",
                    index);
        }
    }
}
