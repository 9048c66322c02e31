package dev.cutover.simulation;

/** From which system to which a sync carries changes. */
enum Direction {
    OLD_TO_NEW(Node.OLD, 1),
    NEW_TO_OLD(Node.NEW, 2);

    private final Node source;
    private final long number;

    Direction(Node source, long number) {
        this.source = source;
        this.number = number;
    }

    static Direction from(Node source) {
        return source == Node.OLD ? OLD_TO_NEW : NEW_TO_OLD;
    }

    /** Unlike the other's. */
    long number() {
        return number;
    }

    Node source() {
        return source;
    }

    Node target() {
        return source.other();
    }
}
