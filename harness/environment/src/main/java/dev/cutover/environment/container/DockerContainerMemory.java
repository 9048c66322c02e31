package dev.cutover.environment.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Statistics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory limit of a running container.
 *
 * @param usual what it has to begin with; most have none
 */
record DockerContainerMemory(DockerClient client, String id, OptionalLong usual) {
    private static final long HEADROOM = 4 << 20;
    private static final long NO_LIMIT = 1L << 40;

    /** Leaves it hardly more than it uses now. */
    void tighten() {
        long limit = used() + HEADROOM;
        limit(limit, limit);
    }

    void lift() {
        limit(usual.orElse(NO_LIMIT), usual.orElse(-1));
    }

    private void limit(long bytes, long withSwap) {
        client.updateContainerCmd(id).withMemory(bytes).withMemorySwap(withSwap).exec();
    }

    private long used() {
        AtomicLong used = new AtomicLong();
        try (var stats = client.statsCmd(id).withNoStream(true).exec(new ResultCallback.Adapter<Statistics>() {
            @Override
            public void onNext(Statistics seen) {
                Long usage = seen.getMemoryStats().getUsage();
                used.set(usage == null ? 0 : usage);
            }
        })) {
            stats.awaitCompletion();
            return used.get();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot see the memory of container " + id, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at the memory of container " + id, e);
        }
    }
}
