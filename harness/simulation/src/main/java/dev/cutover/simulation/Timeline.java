package dev.cutover.simulation;

import java.util.PriorityQueue;

/** A virtual clock and what is to happen on it. What falls on the same instant happens in an order that the seed decides. */
final class Timeline {
    static final long MS = 1_000_000L;
    /** The first instant, so that there are instants before everything. */
    static final long START = 1_000 * MS;

    /** More than any course takes: who comes here goes in circles. */
    private static final int MOST_EVENTS = 200_000;

    private record Due(long ns, long tie, Runnable what) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return ns == other.ns ? Long.compare(tie, other.tie) : Long.compare(ns, other.ns);
        }
    }

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private final Draw ties;
    private long now = START;
    private int added;
    private int events;

    Timeline(Draw ties) {
        this.ties = ties;
    }

    long now() {
        return now;
    }

    /** In so many nanoseconds. */
    void after(long ns, Runnable what) {
        queue.add(new Due(now + ns, ties.bits(added++), what));
    }

    /** Until nothing is left to happen, or nothing but what never ends. */
    void run() {
        for (Due due = queue.poll(); due != null && events < MOST_EVENTS; due = queue.poll()) {
            events++;
            now = due.ns();
            due.what().run();
        }
    }

    boolean circles() {
        return events >= MOST_EVENTS;
    }
}
