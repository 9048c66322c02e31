package dev.cutover.sync;

import java.util.function.Function;

/** One thing for each direction. */
record Both<T>(T forward, T back) {

    static <T> Both<T> of(Function<Direction, T> make) {
        return new Both<>(make.apply(Direction.OLD_TO_NEW), make.apply(Direction.NEW_TO_OLD));
    }

    T of(Direction direction) {
        return direction == Direction.OLD_TO_NEW ? forward : back;
    }
}
