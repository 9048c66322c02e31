package dev.cutover.reports.reading;

import java.util.ArrayList;
import java.util.List;

/** What a run directory lacks, one sentence each, so that a report never passes over it in silence. */
final class Gaps {
    private final List<String> sentences = new ArrayList<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
