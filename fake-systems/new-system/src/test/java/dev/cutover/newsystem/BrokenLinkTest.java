package dev.cutover.newsystem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.testing.Link;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@Tag("slow")
class BrokenLinkTest {
    @Test
    void whileTheLinkIsCutOutcomesAreUnknownAndSoonAfterItHealsTheSystemServes() throws Exception {
        try (Link link = new Link();
                World world = new World("broken_link", link::through)) {
            String transfer = "POST /households/1/transfers {'from':1,'to':2,'amount':0.01}";
            Stream.generate(() -> CompletableFuture.supplyAsync(() -> world.command(transfer)))
                    .limit(20)
                    .toList()
                    .forEach(CompletableFuture::join);
            link.cut();
            assertThat(world.command(transfer).problem()).isEqualTo("dependency");
            Awaitility.await().until(() -> world.page("/health").contains("database"));
            link.heal();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(1))
                    .until(() -> world.command(transfer).status() == 201);
        }
    }
}
