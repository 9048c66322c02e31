@NullMarked
package dev.cutover.bridge.adapter;

import org.jspecify.annotations.NullMarked;
