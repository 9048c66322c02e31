package dev.cutover.simulation;

import static dev.cutover.simulation.Timeline.MS;

/** When which operation comes, and what for: of each operation by itself, whatever becomes of the others. */
record Load(Draw draw) {
    private static final long GAP = 45 * MS;
    private static final double TWINS = 0.25;
    /** The share of what goes to the first key, which a small share of new takes. */
    private static final double HOT = 0.35;

    private static final int LARGEST = 40;

    /** How long after the operation before; some come at the same instant, for the same key. */
    long gap(int number) {
        return isTwin(number) ? 0 : draw.between(0, 2 * GAP, Draw.place(number, 2));
    }

    private boolean isTwin(int number) {
        return number % 2 == 1 && draw.share(Draw.place(number, 1)) < TWINS;
    }

    int key(int number) {
        int of = isTwin(number) ? number - 1 : number;
        return draw.share(Draw.place(of, 3)) < HOT ? 1 : 1 + draw.of(World.KEYS, Draw.place(of, 4));
    }

    int kind(int number, int kinds) {
        return draw.of(kinds, Draw.place(number, 5));
    }

    int amount(int number) {
        return 1 + draw.of(LARGEST, Draw.place(number, 6));
    }

    /** Half of what is there nobody is about again, so that there are rows of every time in the end. */
    boolean mayBeTaken(long id) {
        return draw.of(2, id) == 0;
    }
}
