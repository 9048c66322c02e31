package dev.cutover.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthTest {
    private final Health health = new Health();

    @Test
    void everyPartThatIsDownIsNamedWithItsReason() {
        health.down("kafka", "no topic");
        health.down("database", "refused");
        assertThat(health.reason()).contains("{database=refused, kafka=no topic}");
        health.up("kafka");
        assertThat(health.isUp("kafka")).isTrue();
        assertThat(health.reason()).contains("{database=refused}");
    }

    @Test
    void aPartThatOnceWorkedIsNotStillDown() {
        health.down("kafka", "not reached yet");
        health.stillDown("kafka", "refused");
        assertThat(health.reason()).contains("{kafka=refused}");
        health.up("kafka");
        health.stillDown("kafka", "cut");
        assertThat(health.reason()).isEmpty();
    }
}
