package dev.cutover.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Starts the first load of existing data and waits for it; asks again when the sync was restarted meanwhile. */
record BootstrapControl(JsonClient sync, Duration within) {

    private static final String PATH = "/bootstrap";
    private static final Duration A_MOMENT = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(100);

    /**
     * Returns how many keys were copied.
     *
     * @throws RehearsalException if the sync says that it failed, or is not done in time
     */
    long run() throws InterruptedException {
        long begin = System.nanoTime();
        String last = "no answer yet";
        boolean started = false;
        while (System.nanoTime() - begin < within.toNanos()) {
            try {
                if (!started) {
                    sync.post(PATH, A_MOMENT);
                    started = true;
                }
                JsonNode state = sync.get(PATH, A_MOMENT);
                last = state.toString();
                switch (state.path("state").asText()) {
                    case "done" -> {
                        return state.path("copied").asLong();
                    }
                    case "failed" -> throw new RehearsalException("the bootstrap failed: " + last);
                    case "idle" -> started = false;
                    default -> {}
                }
            } catch (IOException e) {
                last = e.toString(); // the sync may be down by plan; it is asked again
            }
            pause();
        }
        throw new RehearsalException("the bootstrap was not done within %s; last seen: %s".formatted(within, last));
    }

    private static void pause() throws InterruptedException {
        LockSupport.parkNanos(POLL.toNanos());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
