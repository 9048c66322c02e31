package dev.cutover.record.dump;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/**
 * How texts of rows are kept in the evidence: as they are, or as hashes, by which it can be seen all the same whether two are equal. The salt
 * is of one run, and no evidence has it: so a text cannot be found by guessing it.
 *
 * @param salt null if they are kept as they are
 */
public record Texts(@Nullable String salt) {

    /** Nothing is hidden. */
    public static final Texts AS_THEY_ARE = new Texts(null);

    private static final String HASH = "hash:";
    private static final int SALT_BYTES = 32;
    private static final int DIGITS = 32;

    /** With a new salt. */
    public static Texts hashed() {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new Texts(HexFormat.of().formatHex(salt));
    }

    /** Whether nothing is hidden. */
    public boolean asTheyAre() {
        return salt == null;
    }

    /** A text of a key as it is kept: one text has one hash, under each key another, so that keys with equal texts do not show. */
    public @Nullable String kept(@Nullable String key, @Nullable String text) {
        if (salt == null || text == null) {
            return text;
        }
        String hash = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, salt).hmacHex(key + '\0' + text);
        return HASH + hash.substring(0, DIGITS);
    }

    /** Without the salt. */
    @Override
    public String toString() {
        return salt == null ? "values" : "hashes";
    }
}
