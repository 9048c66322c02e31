package dev.cutover.judge.facts;

import dev.cutover.record.event.SentinelEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether everything under way had come out at its far end before the final states were read. */
public final class Quiescence {
    private Quiescence() {}

    /** True if every stream's last sentinel crossed; else a gap of the inquiry, since what is missing may still arrive. */
    public static boolean proven(Facts facts, Inquiry inquiry) {
        List<String> open = openStreams(facts);
        if (!open.isEmpty()) {
            inquiry.gap("quiescence is not proven (" + String.join(", ", open)
                    + "), so what is missing in a final state may still have been under way");
        }
        if (!facts.bootstrapped()) {
            inquiry.gap("the bootstrap did not end, so what is missing in a final state may not have been copied yet");
        }
        return open.isEmpty() && facts.bootstrapped();
    }

    /** Streams whose last sentinel did not come out at the far end; a stream without a sentinel cannot be named. */
    private static List<String> openStreams(Facts facts) {
        Map<String, Boolean> crossed = new LinkedHashMap<>();
        facts.evidence()
                .events(SentinelEvent.class)
                .forEach(sentinel -> crossed.put(sentinel.stream(), sentinel.crossed()));
        facts.obligations().streams().forEach(stream -> crossed.putIfAbsent(stream, false));
        return crossed.isEmpty()
                ? List.of("every stream: no sentinel was sent")
                : crossed.entrySet().stream()
                        .filter(stream -> !stream.getValue())
                        .map(Map.Entry::getKey)
                        .toList();
    }
}
