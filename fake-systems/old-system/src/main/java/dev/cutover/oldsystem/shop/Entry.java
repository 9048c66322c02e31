package dev.cutover.oldsystem.shop;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry: the result of a write, from which the first answer and every later one are made. Amounts in cents,
 * dt is yyyyMMdd.
 */
record Entry(
        Kind kind,
        @Nullable Long custNo,
        @Nullable Long ordNo,
        @Nullable Long amtC,
        @Nullable Long fromC,
        @Nullable Long toC,
        @Nullable String email,
        String dt) {

    /** What is recorded; the codes are those of the table. */
    enum Kind {
        PO,
        CE,
        TC,
        PY,
        CO,
        DO,
        RO
    }

    static Entry ordered(Kind kind, long custNo, long ordNo, long amtC, String dt) {
        return new Entry(kind, custNo, ordNo, amtC, null, null, null, dt);
    }

    static Entry order(Kind kind, long ordNo, @Nullable Long amtC, String dt) {
        return new Entry(kind, null, ordNo, amtC, null, null, null, dt);
    }

    static Entry email(long custNo, String email, String dt) {
        return new Entry(Kind.CE, custNo, null, null, null, null, email, dt);
    }

    static Entry transfer(long giver, long amtC, long fromC, long toC, String dt) {
        return new Entry(Kind.TC, giver, null, amtC, fromC, toC, null, dt);
    }

    Map<String, @Nullable Object> answer() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        switch (kind) {
            case PO, RO -> {
                fields.put("ordNo", ordNo);
                fields.put("amtC", amtC);
                fields.put("ordDt", dt);
                fields.put("st", "O");
            }
            case CE -> fields.put("email", email);
            case TC -> {
                fields.put("fromCreditC", fromC);
                fields.put("toCreditC", toC);
            }
            case PY -> {
                fields.put("ordNo", ordNo);
                fields.put("amtC", amtC);
                fields.put("st", "P");
            }
            case CO -> {
                fields.put("ordNo", ordNo);
                fields.put("st", "C");
            }
            case DO -> fields.put("ordNo", ordNo);
        }
        return fields;
    }
}
