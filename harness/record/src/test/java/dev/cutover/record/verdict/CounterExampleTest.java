package dev.cutover.record.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CounterExampleTest {

    @Test
    void detailsComeInOneOrderWhateverMapTheyCameIn() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("version", 2L);
        details.put("key", 7L);
        details.put("operation", 11L);
        assertThat(new CounterExample("", details).details().keySet()).containsExactly("key", "operation", "version");
        assertThat(new CounterExample("", Map.of("b", 1, "a", 2)).details().keySet())
                .containsExactly("a", "b");
    }
}
