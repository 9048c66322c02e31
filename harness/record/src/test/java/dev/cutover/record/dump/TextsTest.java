package dev.cutover.record.dump;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void areKeptAsTheyAre() {
        assertThat(Texts.AS_THEY_ARE.kept("7", "Ada, 12.50")).isEqualTo("Ada, 12.50");
        assertThat(Texts.AS_THEY_ARE.asTheyAre()).isTrue();
        assertThat(Texts.AS_THEY_ARE).hasToString("values");
    }

    @Test
    void oneTextOfAKeyHasOneHash() {
        Texts hidden = Texts.hashed();
        assertThat(hidden.kept("7", "Ada"))
                .matches("hash:[0-9a-f]{32}")
                .isEqualTo(hidden.kept("7", "Ada"))
                .isNotEqualTo(hidden.kept("7", "Bob"));
    }

    @Test
    void equalTextsOfTwoKeysDoNotShow() {
        Texts hidden = Texts.hashed();
        assertThat(hidden.kept("7", "Ada")).isNotEqualTo(hidden.kept("8", "Ada"));
        assertThat(hidden.kept("7", "1 Ada")).isNotEqualTo(hidden.kept("71", " Ada"));
    }

    @Test
    void whatIsNotThereIsNotHidden() {
        assertThat(Texts.hashed().kept("7", null)).isNull();
    }

    @Test
    void eachRunHasItsOwnSaltWhichIsNotShown() {
        Texts hidden = Texts.hashed();
        assertThat(hidden.kept("7", "Ada")).isNotEqualTo(Texts.hashed().kept("7", "Ada"));
        assertThat(hidden.asTheyAre()).isFalse();
        assertThat(hidden).hasToString("hashes");
    }
}
