package dev.cutover.judge.facts;

import dev.cutover.record.evidence.History;

/** The operations of a history by their ids, which an injector must draw only once each. */
final class OperationsById {
    private final History history;
    private final LongIndex index;

    OperationsById(History history) {
        this.history = history;
        long[] ids = history.ids();
        this.index = LongIndex.over(ids);
        for (long id : ids) {
            index.number(id);
        }
    }

    /** Whether every operation has an id of its own. */
    boolean distinct() {
        return index.size() == history.size();
    }

    /** Finds an operation's place in the history by its id. */
    LongIndex index() {
        if (!distinct()) {
            throw new IllegalStateException("operation id " + firstRepeated()
                    + " was invoked twice, so ledger rows cannot be told apart; the injector must draw unique ids");
        }
        return index;
    }

    /** Ids are numbered in the order of their arrival, so all up to the first repeated one have their own place as number. */
    private long firstRepeated() {
        int i = 0;
        while (index.find(history.id(i)) == i) {
            i++;
        }
        return history.id(i);
    }
}
