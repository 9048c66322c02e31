package dev.cutover.judge.facts;

import java.util.List;

/** Whether everything under way had come out at its far end before the final states were read. */
public final class Quiescence {
    private Quiescence() {}

    /** True if every stream's last sentinel crossed; else a gap of the inquiry, since what is missing may still arrive. */
    public static boolean proven(Facts facts, Inquiry inquiry) {
        List<String> open = facts.openStreams();
        if (!open.isEmpty()) {
            inquiry.gap("quiescence is not proven (" + String.join(", ", open)
                    + "), so what is missing in a final state may still have been under way");
        }
        if (!facts.bootstrapped()) {
            inquiry.gap("the bootstrap did not end, so what is missing in a final state may not have been copied yet");
        }
        return open.isEmpty() && facts.bootstrapped();
    }
}
