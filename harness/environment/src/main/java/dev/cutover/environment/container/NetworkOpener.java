package dev.cutover.environment.container;

import dev.cutover.environment.Network;

/** Makes the network of an environment, whose proxies are such containers. */
@FunctionalInterface
public interface NetworkOpener {
    Network open(LinkContainers containers);
}
