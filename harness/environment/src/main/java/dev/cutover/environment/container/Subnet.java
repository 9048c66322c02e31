package dev.cutover.environment.container;

import dev.cutover.environment.spec.AllowedHosts;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A stretch of 32 addresses for one network.
 *
 * @param block which of the 64 blocks that environments take for themselves
 * @param index which network of the environment, below 32
 */
record Subnet(int block, int index, AtomicInteger taken) {
    static final int BLOCKS = 64;
    static final int NETWORKS = 32;
    private static final int ADDRESSES = 32;
    private static final int OF_A_BYTE = 256;
    private static final int FIRST_HOST = 2;

    Subnet(int block, int index) {
        this(block, index, new AtomicInteger(FIRST_HOST));
        if (block >= BLOCKS || index >= NETWORKS) {
            throw new IllegalArgumentException("an environment has at most " + NETWORKS + " networks");
        }
    }

    String cidr() {
        return address(0) + "/27";
    }

    /** Of the machine itself; it leads nowhere. */
    String gateway() {
        return address(1);
    }

    /** Another address for a container. */
    String take() {
        int offset = taken.getAndIncrement();
        if (offset >= ADDRESSES - 1) {
            throw new IllegalStateException("network " + cidr() + " has no address left: too many links meet there");
        }
        return address(offset);
    }

    private String address(int offset) {
        int number = (block * NETWORKS + index) * ADDRESSES + offset;
        return AllowedHosts.CONTAINERS + "." + number / OF_A_BYTE + "." + number % OF_A_BYTE;
    }
}
