package dev.cutover.oldsystem;

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
            String transfer = "hhNo: 2, fromCust: 4, toCust: 5, amtC: 0";
            String email = "hhNo: 2, custNo: 4, email: 'x@h2.example'";
            Stream.generate(() -> CompletableFuture.supplyAsync(() -> world.write("change-email", email)))
                    .limit(20)
                    .toList()
                    .forEach(CompletableFuture::join);
            link.cut();
            assertThat(world.write("change-email", email).rc()).isEqualTo(51);
            assertThat(world.write("transfer-credit", transfer).rc())
                    .as("needs no database")
                    .isEqualTo(30);
            Awaitility.await().until(() -> world.page("/health").contains("database"));
            link.heal();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(1))
                    .until(() -> world.write("change-email", email).rc() == 0);
        }
    }
}
