package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.LongIndex;
import dev.cutover.record.evidence.Content;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Manifest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Violated by two acknowledged reads of one kind that asked for the same at the same version of the same key, and were answered with different
 * content: one of the two at least has another version's. On whichever system and whenever, since the plan says that what is compared never
 * changes without the version. An answer without a version, or without content, proves nothing.
 */
public final class SameContent implements Checker {
    private static final int NONE = -1;

    @Override
    public String title() {
        return "Whoever asks for the same at the same version of a key is answered the same";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return EvidencePart.CONTENTS.owed(manifest);
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.JOURNAL, EvidencePart.CONTENTS);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        Answers answers = new Answers(facts);
        int[] reads = answers.reads();
        int[] asked = asked(reads, answers, facts.history());
        int[] first = new int[reads.length];
        Arrays.fill(first, NONE);
        for (int at = 0; at < reads.length; at++) {
            int before = first[asked[at]];
            if (before == NONE) {
                first[asked[at]] = reads[at];
                continue;
            }
            inquiry.examined(1);
            if (answers.content[before] != answers.content[reads[at]]) {
                different(facts, before, reads[at], inquiry);
            }
        }
    }

    /** What is known of reads, by the place of the operation in the history. */
    private static final class Answers {
        private final boolean[] known;
        private final long[] question;
        private final long[] content;

        Answers(Facts facts) {
            History history = facts.history();
            boolean[] compared = facts.evidence()
                    .manifest()
                    .kindsThat(kind -> !kind.content().isEmpty());
            this.known = new boolean[history.size()];
            this.question = new long[history.size()];
            this.content = new long[history.size()];
            for (Content read : facts.evidence().contents()) {
                int operation = facts.operation(read.operation());
                if (operation >= 0
                        && compared[history.kind(operation)]
                        && history.ok(operation)
                        && history.version(operation) > 0) {
                    known[operation] = true;
                    question[operation] = read.question();
                    content[operation] = read.content();
                }
            }
        }

        /** In the journal's order. */
        int[] reads() {
            return IntStream.range(0, known.length).filter(i -> known[i]).toArray();
        }
    }

    /** A number for each read, the same for those that asked for the same at the same version. */
    private static int[] asked(int[] reads, Answers answers, History history) {
        int[] versions = numbers(reads, read -> pair(history.key(read), history.version(read)));
        int[] questions = numbers(reads, read -> answers.question[read]);
        int[] kinds = new int[reads.length];
        Arrays.setAll(kinds, at -> history.kind(reads[at]));
        return paired(paired(versions, questions), kinds);
    }

    private static int[] paired(int[] some, int[] others) {
        int[] places = IntStream.range(0, some.length).toArray();
        return numbers(places, at -> pair(some[at], others[at]));
    }

    private static long pair(int one, int other) {
        return (long) one << Integer.SIZE | Integer.toUnsignedLong(other);
    }

    private static int[] numbers(int[] of, IntToLongFunction value) {
        long[] values = Arrays.stream(of).mapToLong(value).toArray();
        LongIndex index = LongIndex.over(values);
        return Arrays.stream(values).mapToInt(index::number).toArray();
    }

    private static void different(Facts facts, int before, int read, Inquiry inquiry) {
        History history = facts.history();
        inquiry.violation(
                history.key(read),
                "operation " + history.id(read) + " asked for the same as operation " + history.id(before)
                        + ", and both were answered with version " + history.version(read) + " of key "
                        + facts.evidence().keyOf(read) + ", but with different content ("
                        + String.join(", ", facts.kindOf(read).content()) + ")",
                () -> Map.of("one", facts.describe(before), "other", facts.describe(read)));
    }
}
