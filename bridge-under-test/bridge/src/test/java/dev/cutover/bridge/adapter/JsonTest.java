package dev.cutover.bridge.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void theLastOfTwoHouseholdsCountsAsItDoesInTheSystems() {
        assertThat(Json.last(bytes("{\"hhNo\":1,\"note\":{\"hhNo\":2},\"hhNo\":3}"), "hhNo"))
                .isEqualTo(OptionalLong.of(3));
    }

    @Test
    void theFirstIsReadWithoutLookingAtTheRest() {
        assertThat(Json.first(bytes("{\"a\":[{\"rc\":9}],\"rc\":40,\"cut"), "rc"))
                .isEqualTo(OptionalLong.of(40));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{\"hhNo\":\"1\"}", "{\"hhNo\":1.0}", "{\"hhNo\":1", "{\"hhNo\":99999999999999999999}"
            })
    void thereIsNoneInAnythingElse(String json) {
        assertThat(Json.last(bytes(json), "hhNo")).isEmpty();
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
