package dev.cutover.bridge.adapter;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operations of the shop, by their paths in the old contract. */
public enum Operation {
    PLACE_ORDER(true),
    CHANGE_EMAIL(true),
    TRANSFER_CREDIT(true),
    PAY_ORDER(true),
    CANCEL_ORDER(true),
    DELETE_ORDER(true),
    RECREATE_ORDER(true),
    READ_CUSTOMER(false),
    READ_ORDERS(false);

    private static final Map<String, Operation> BY_PATH =
            Arrays.stream(values()).collect(Collectors.toMap(Operation::path, Function.identity()));

    private final boolean write;
    private final String label = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    private final String path = "/shop/" + label;

    Operation(boolean write) {
        this.write = write;
    }

    /** The operation at a path of the old contract; null if there is none. */
    public static @Nullable Operation at(String path) {
        return BY_PATH.get(path);
    }

    public boolean isWrite() {
        return write;
    }

    public String label() {
        return label;
    }

    public String path() {
        return path;
    }
}
