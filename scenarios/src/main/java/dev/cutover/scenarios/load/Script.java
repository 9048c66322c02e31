package dev.cutover.scenarios.load;

import java.util.ArrayDeque;
import java.util.Deque;

/** The operations of one session, one after the other: stories until its length is reached. Used by one thread at a time. */
final class Script {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 8;

    /** Mean length of a session, in operations. */
    static final double MEAN_LENGTH = (SHORTEST + LONGEST) / 2.0;

    private final Shopper shopper;
    private final Deque<Step> story = new ArrayDeque<>();
    private int left;

    Script(Shopper shopper) {
        this.shopper = shopper;
        this.left = shopper.random().nextInt(SHORTEST, LONGEST + 1);
    }

    Shopper shopper() {
        return shopper;
    }

    boolean hasNext() {
        return left > 0;
    }

    Operation next(long id) {
        if (story.isEmpty()) {
            shopper.turn();
            story.addAll(Story.draw(shopper.random()).steps());
        }
        left--;
        return story.removeFirst().next(shopper, id);
    }
}
