package dev.cutover.environment.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.environment.spec.EnvironmentException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImagesTest {
    private static final Images IMAGES =
            new Images(Map.of("kafka", "apache/kafka:4.3.1", "jre", "eclipse-temurin:25-jre"));

    @Test
    void areReplacedOneByOne() {
        Images replaced = IMAGES.with(Map.of("kafka", "registry.example/kafka:5"));

        assertThat(replaced.named("kafka")).isEqualTo("registry.example/kafka:5");
        assertThat(replaced.named("jre")).isEqualTo("eclipse-temurin:25-jre");
    }

    @Test
    void refuseANameThatIsNotThere() {
        assertThatThrownBy(() -> IMAGES.with(Map.of("kafak", "apache/kafka:4.3.1")))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("no image is known as 'kafak'")
                .hasMessageContaining("kafka");
    }
}
