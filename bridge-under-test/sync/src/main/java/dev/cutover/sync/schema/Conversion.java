package dev.cutover.sync.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How one value is written in old and in new; null is null on both sides. */
public record Conversion(Function<Object, Object> toNew, Function<Object, Object> toOld, boolean keepsTimeOfDay) {
    /** Business days are days of this zone. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final DateTimeFormatter DAY_TEXT =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    static final Conversion SAME = new Conversion(value -> value, value -> value);
    static final Conversion MONEY = new Conversion(
            cents -> BigDecimal.valueOf(((Number) cents).longValue(), 2), amount -> cents(amount.toString()));
    static final Conversion DAY =
            new Conversion(day -> startOf(day.toString()), instant -> dayOf(instant.toString()), true);
    static final Conversion STATUS = words(Map.of("O", "OPEN", "P", "PAID", "C", "CANCELLED"));
    static final Conversion KIND = words(Map.of(
            "PO", "ORDER_PLACED",
            "CE", "EMAIL_CHANGED",
            "TC", "CREDIT_TRANSFERRED",
            "PY", "ORDER_PAID",
            "CO", "ORDER_CANCELLED",
            "DO", "ORDER_DELETED",
            "RO", "ORDER_RECREATED"));

    private Conversion(Function<Object, Object> toNew, Function<Object, Object> toOld) {
        this(toNew, toOld, false);
    }

    @Nullable
    Object convert(@Nullable Object value, Direction direction) {
        if (value == null) {
            return null;
        }
        return direction == Direction.OLD_TO_NEW ? toNew.apply(value) : toOld.apply(value);
    }

    private static Conversion words(Map<String, String> newByOld) {
        Map<String, String> oldByNew =
                newByOld.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        return new Conversion(old -> word(newByOld, old), word -> word(oldByNew, word));
    }

    private static Object word(Map<String, String> words, Object value) {
        String found = words.get(value.toString());
        if (found == null) {
            throw new Untranslatable("must be one of " + new TreeSet<>(words.keySet()) + ", found '" + value + "'");
        }
        return found;
    }

    private static Object cents(String amount) {
        try {
            return new BigDecimal(amount)
                    .setScale(2, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new Untranslatable("must be an amount of whole cents within 64 bits, found " + amount);
        }
    }

    private static Object startOf(String day) {
        try {
            return LocalDate.parse(day, DAY_TEXT)
                    .atStartOfDay(ZONE)
                    .toOffsetDateTime()
                    .withOffsetSameInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new Untranslatable("must be a day as yyyyMMdd, found '" + day + "'");
        }
    }

    private static Object dayOf(String instant) {
        try {
            return OffsetDateTime.parse(instant).atZoneSameInstant(ZONE).format(DAY_TEXT);
        } catch (DateTimeParseException e) {
            throw new Untranslatable("must be an ISO instant, found '" + instant + "'");
        }
    }
}
