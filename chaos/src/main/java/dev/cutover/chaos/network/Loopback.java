package dev.cutover.chaos.network;

import dev.cutover.harness.environment.Address;

/** Refuses every address that is not loopback: a fault must never reach a machine that is not ours. */
final class Loopback {

    private Loopback() {}

    static Address require(String what, Address address) {
        String host = address.host();
        // By its spelling, not by a name look-up, whose answer may change later.
        if (host.equals("127.0.0.1") || host.equals("::1") || host.equals("localhost")) {
            return address;
        }
        throw new IllegalArgumentException(
                what + ": " + address
                        + " is not a loopback address. Only 127.0.0.1, ::1 and localhost are proxied here, so that no fault can reach a real system.");
    }
}
