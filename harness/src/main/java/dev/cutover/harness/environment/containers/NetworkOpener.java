package dev.cutover.harness.environment.containers;

import dev.cutover.harness.environment.Network;

/** Makes the network of an environment, whose proxies are such containers. */
@FunctionalInterface
public interface NetworkOpener {
    Network open(LinkContainers containers);
}
