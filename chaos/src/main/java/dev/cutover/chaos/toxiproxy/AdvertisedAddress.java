package dev.cutover.chaos.toxiproxy;

import dev.cutover.environment.spec.Address;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Where a broker sends its clients after the first connection: to the proxy, or around it. */
final class AdvertisedAddress {

    private static final int LIMIT_SECONDS = 10;

    private AdvertisedAddress() {}

    /** @throws IllegalStateException when the broker sends this link's clients anywhere but to its proxy */
    static void requireProxy(LinkProxy proxy) {
        for (Address node : nodes(proxy)) {
            if (!node.equals(proxy.listen())) {
                throw new IllegalStateException(
                        "link " + proxy.link().name() + ": its client bypasses its proxy: connected through "
                                + proxy.listen() + ", the broker advertises " + node
                                + ". Give this client a listener of its own whose advertised.listeners entry is the proxy's address.");
            }
        }
    }

    private static java.util.List<Address> nodes(LinkProxy proxy) {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                proxy.listen().toString(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                2_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                LIMIT_SECONDS * 1_000);
        try (Admin admin = Admin.create(config)) {
            return admin.describeCluster().nodes().get(LIMIT_SECONDS, TimeUnit.SECONDS).stream()
                    .map(node -> new Address(node.host(), node.port()))
                    .toList();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "link " + proxy.link().name() + ": the broker did not describe itself through " + proxy.listen()
                            + " within " + LIMIT_SECONDS + " s",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while proving link " + proxy.link().name(), e);
        }
    }
}
