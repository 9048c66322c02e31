package dev.cutover.chaos.fault;

import dev.cutover.environment.yaml.WrongValue;
import java.time.Duration;

/** The shortest time that Toxiproxy and our clock can tell from none. */
final class Least {

    private Least() {}

    static void millisecond(Duration time, String key) {
        if (time.toMillis() < 1) {
            throw WrongValue.at("must be 1 ms or more", key);
        }
    }
}
